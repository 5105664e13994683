import Model
import TestSupport
import Testing

@testable import Sync

struct PullPlanTests {
  private func zaak(_ fields: JSONObject) -> Fetched<ZaakFields> {
    Fetched(Zaak(fields), fetched: MemoryServer.epoch)
  }

  @Test func partsAreNeededForWhatIsNewDiffersOrIsIncomplete() {
    let body: JSONObject = ["url": "u", "omschrijving": "a", "getal": .number("1.50")]
    var stored = Dossier(zaak: zaak(body))
    #expect(PullPlan.need(listed: Zaak(body), stored: nil) == .parts)
    #expect(PullPlan.need(listed: Zaak(body), stored: stored) == .parts)
    stored.isComplete = true
    #expect(PullPlan.need(listed: Zaak(body), stored: stored) == .nothing)
    #expect(PullPlan.need(listed: Zaak(body.merging(["onbekend": true])), stored: stored) == .parts)
    #expect(PullPlan.need(listed: Zaak(body.merging(["getal": .number("1.5")])), stored: stored) == .parts)
  }

  @Test func openBeforeClosedAndThenByDeadline() {
    let zaken = [
      zaak(["url": "gesloten", "einddatum": "2026-01-01", "uiterlijkeEinddatumAfdoening": "2026-01-02"]),
      zaak(["url": "zonder"]), zaak(["url": "later", "uiterlijkeEinddatumAfdoening": "2026-12-01"]),
      zaak(["url": "eerder", "uiterlijkeEinddatumAfdoening": "2026-11-01"]),
    ]
    #expect(PullPlan.byUrgency(zaken).map(\.ref.url) == ["eerder", "later", "zonder", "gesloten"])
  }

  @Test func theFiltersAskForTheWerksetAndNoMore() {
    let zaaktypen = ["WOO", "SUBSIDIE"].map { name in
      ZaaktypeVersie(
        zaaktype: Fetched(
          Zaaktype(["url": .string("t/" + name), "identificatie": .string(name), "omschrijving": .string(name + "!")]),
          fetched: MemoryServer.epoch))
    }
    let order = Filter("ordering", "identificatie")
    #expect(PullPlan.listFilters(Werkset(), zaaktypen: zaaktypen) == [[order]])
    #expect(
      PullPlan.listFilters(Werkset(openOnly: true), zaaktypen: []) == [[order, Filter("einddatum__isnull", "true")]])
    #expect(
      PullPlan.listFilters(Werkset(zaaktypen: ["woo"], behandelaar: "mw001"), zaaktypen: zaaktypen) == [
        [
          order, Filter("rol__omschrijvingGeneriek", "behandelaar"),
          Filter("rol__betrokkeneIdentificatie__medewerker__identificatie", "mw001"), Filter("zaaktype", "t/WOO"),
        ]
      ])
    #expect(PullPlan.listFilters(Werkset(zaaktypen: ["subsidie!"]), zaaktypen: zaaktypen).count == 1)
    #expect(PullPlan.listFilters(Werkset(zaaktypen: ["niet"]), zaaktypen: zaaktypen).isEmpty)
  }

  @Test func whoIsInTheWerkset() {
    let mine = Rol([
      "omschrijvingGeneriek": "behandelaar", "betrokkeneType": "medewerker",
      "betrokkeneIdentificatie": ["identificatie": "mw001"],
    ])
    let closed = Zaak(["einddatum": "2026-01-01"])
    #expect(Werkset().contains(closed, rollen: [], zaaktype: nil))
    #expect(!Werkset(openOnly: true).contains(closed, rollen: [], zaaktype: nil))
    #expect(!Werkset(zaaktypen: ["WOO"]).contains(Zaak(), rollen: [], zaaktype: nil))
    #expect(Werkset(behandelaar: "mw001").contains(Zaak(), rollen: [mine], zaaktype: nil))
    #expect(!Werkset(behandelaar: "mw002").contains(Zaak(), rollen: [mine], zaaktype: nil))
  }
}
