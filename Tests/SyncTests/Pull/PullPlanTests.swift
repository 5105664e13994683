import Model
import TestSupport
import Testing

@testable import Sync

struct PullPlanTests {
  private func zaak(_ fields: JSONObject) -> Fetched<ZaakFields> {
    Fetched(Zaak(fields), fetched: MemoryServer.epoch)
  }

  @Test func whatIsNewDiffersOrIsIncompleteIsNeeded() {
    let body: JSONObject = ["url": "u", "omschrijving": "a", "getal": .number("1.50")]
    var stored = Dossier(zaak: zaak(body))
    #expect(PullPlan.need(listed: Zaak(body), stored: nil) == .row)
    #expect(PullPlan.need(listed: Zaak(body), stored: stored) == .parts)
    stored.isComplete = true
    #expect(PullPlan.need(listed: Zaak(body), stored: stored) == .nothing)
    #expect(PullPlan.need(listed: Zaak(body.merging(["_expand": [:]])), stored: stored) == .nothing)
    #expect(PullPlan.need(listed: Zaak(body.merging(["onbekend": true])), stored: stored) == .row)
    #expect(PullPlan.need(listed: Zaak(body.merging(["getal": .number("1.5")])), stored: stored) == .row)
  }

  @Test func mineFirstThenOpenBeforeClosedAndThenByDeadline() {
    let wanted = [
      PullPlan.Wanted(
        "gesloten", Zaak(["einddatum": "2026-01-01", "uiterlijkeEinddatumAfdoening": "2026-01-02"])),
      PullPlan.Wanted("zonder", Zaak([:])),
      PullPlan.Wanted("later", Zaak(["uiterlijkeEinddatumAfdoening": "2026-12-01"])),
      PullPlan.Wanted("van mij", Zaak(["uiterlijkeEinddatumAfdoening": "2027-12-01"])),
      PullPlan.Wanted("eerder", Zaak(["uiterlijkeEinddatumAfdoening": "2026-11-01"])),
    ]
    #expect(
      PullPlan.byUrgency(wanted, mine: ["van mij", "elders"]).map(\.uuid)
        == ["van mij", "eerder", "later", "zonder", "gesloten"])
    #expect(PullPlan.byUrgency(wanted, mine: []).map(\.uuid).first == "eerder")
  }
}
