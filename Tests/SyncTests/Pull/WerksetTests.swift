import Model
import TestSupport
import Testing

@testable import Sync

/// Which questions a werkset makes, and that they and `contains` mean the same zaken.
struct WerksetTests {
  private let zaaktypen = ["WOO", "SUBSIDIE"].map { name in
    ZaaktypeVersie(
      zaaktype: Fetched(
        Zaaktype([
          "url": .string("t/" + name), "identificatie": .string(name), "omschrijving": .string(name + " aanvragen"),
          "trefwoorden": [.string("woord-" + name)],
        ]), fetched: MemoryServer.epoch))
  }
  private let open = Filter("einddatum__isnull", "true")
  private let behandelaar = Filter("rol__omschrijvingGeneriek", "behandelaar")

  @Test func theQuestionsAskForTheWerksetAndNoMore() {
    #expect(Werkset().questions(zaaktypen) == [[]])
    #expect(Werkset(openOnly: true).questions([]) == [[open]])
    #expect(
      Werkset(zaaktypen: ["woo"], behandelaar: "mw001").questions(zaaktypen) == [
        [
          behandelaar, Filter("rol__betrokkeneIdentificatie__medewerker__identificatie", "mw001"),
          Filter("zaaktype", "t/WOO"),
        ]
      ])
    #expect(Werkset(zaaktypen: ["Subsidie aanvragen"]).questions(zaaktypen).count == 1)
    #expect(Werkset(zaaktypen: ["niet"]).questions(zaaktypen).isEmpty)
    #expect(Werkset(trefwoorden: ["WOORD-woo"]).questions(zaaktypen) == [[Filter("zaaktype", "t/WOO")]])
    #expect(Werkset(trefwoorden: ["aanvragen"]).questions(zaaktypen).count == 2)
    #expect(Werkset(zaaktypen: ["WOO"], trefwoorden: ["woord-subsidie"]).questions(zaaktypen).isEmpty)
  }

  @Test func mineAndEachTeamAndOpenAndClosedSinceAreQuestionsOfTheirOwn() throws {
    let day = try #require(Day("2026-03-01"))
    let questions = Werkset(behandelaar: "mw001", teams: ["T1", "T2"], closedFrom: day).questions(zaaktypen)
    #expect(questions.count == 6)
    #expect(Set(questions).count == 6)
    #expect(questions.count { $0.contains(open) } == 3)
    #expect(questions.count { $0.contains(Filter("einddatum__gt", "2026-02-28")) } == 3)
    let teams = questions.flatMap { $0 }.filter { $0.name.contains("organisatorischeEenheid") }.map(\.value)
    #expect(Set(teams) == ["T1", "T2"])
    #expect(
      Werkset(startedFrom: day).questions(zaaktypen) == [[Filter("startdatum__gte", "2026-03-01")]])
  }

  @Test func whoIsInTheWerkset() throws {
    let mine = rol("medewerker", "mw001")
    let day = try #require(Day("2026-01-01"))
    let closed = Zaak(["einddatum": "2026-01-01", "startdatum": "2025-12-31"])
    let type = zaaktypen[0].zaaktype.value
    #expect(Werkset().contains(closed, rollen: [], zaaktype: nil))
    #expect(!Werkset(openOnly: true).contains(closed, rollen: [], zaaktype: nil))
    #expect(Werkset(openOnly: true, closedFrom: day).contains(closed, rollen: [], zaaktype: nil))
    #expect(!Werkset(closedFrom: day + 1).contains(closed, rollen: [], zaaktype: nil))
    #expect(Werkset(startedFrom: day + -1).contains(closed, rollen: [], zaaktype: nil))
    #expect(!Werkset(startedFrom: day).contains(closed, rollen: [], zaaktype: nil))
    #expect(!Werkset(zaaktypen: ["WOO"]).contains(Zaak(), rollen: [], zaaktype: nil))
    #expect(Werkset(zaaktypen: ["WOO"]).contains(Zaak(), rollen: [], zaaktype: type))
    #expect(Werkset(behandelaar: "mw001").contains(Zaak(), rollen: [mine], zaaktype: nil))
    #expect(!Werkset(behandelaar: "mw002").contains(Zaak(), rollen: [mine], zaaktype: nil))
    #expect(
      Werkset(behandelaar: "mw002", teams: ["T1"])
        .contains(Zaak(), rollen: [rol("organisatorische_eenheid", "T1")], zaaktype: nil))
    // A team is no medewerker of the same number.
    #expect(!Werkset(teams: ["mw001"]).contains(Zaak(), rollen: [mine], zaaktype: nil))
  }

  @Test func mineTheTeamsAndTheRecentlyClosedComeInOnceAndNothingElse() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 8, pageSize: 3))
    let zaken = fixture.sample.zaken
    func gives(_ zaak: Int, _ type: JSON, _ number: JSON) {
      for rol in fixture.server.all(.rollen) where rol["zaak"]?.string == zaken[zaak].url {
        fixture.server.overwrite(
          Ref(rol["url"]?.string ?? ""),
          ["betrokkeneType": type, "betrokkeneIdentificatie": ["identificatie": number]])
      }
    }
    for zaak in [2, 3, 4] { gives(zaak, "organisatorische_eenheid", "T1") }
    gives(5, "organisatorische_eenheid", "T2")
    for zaak in [6, 7] { gives(zaak, "medewerker", "mw009") }
    // One zaak of both.
    fixture.server.add(
      .rollen,
      [
        "zaak": .string(zaken[2].url), "omschrijvingGeneriek": "behandelaar", "betrokkeneType": "medewerker",
        "betrokkeneIdentificatie": ["identificatie": "mw001"],
      ])
    fixture.server.overwrite(zaken[3], ["einddatum": "2026-05-01"])
    fixture.server.overwrite(zaken[4], ["einddatum": "2026-04-30"])
    let werkset = Werkset(behandelaar: "mw001", teams: ["T1", "T2"], closedFrom: Day("2026-05-01"))
    let report = await fixture.sync(werkset: werkset)
    #expect(report.trouble == nil)
    #expect(report.fetched == 5)
    #expect(try fixture.store.knownDossiers() == Set([0, 1, 2, 3, 5].map(fixture.sample.uuid)))
    // What leaves a team goes, and what the other has stays.
    gives(5, "organisatorische_eenheid", "T3")
    let again = await fixture.sync(werkset: werkset)
    #expect((again.removed, again.fetched) == (1, 0))
  }

  private func rol(_ type: JSON, _ number: JSON) -> Rol {
    Rol([
      "omschrijvingGeneriek": "behandelaar", "betrokkeneType": type,
      "betrokkeneIdentificatie": ["identificatie": number],
    ])
  }
}
