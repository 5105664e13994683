import Model
import Rules
import Testing

@Suite("A new zaak")
struct NieuweZaakTests {
  private func maak(_ change: (inout NieuweZaak) throws -> Void = { _ in }) throws -> GemaakteZaak {
    var nieuw = NieuweZaak()
    nieuw.omschrijving = "Dakkapel"
    try change(&nieuw)
    let teller = Teller()
    return try nieuw.maak(
      volZaaktype(), gebruiker: Gebruiker(id: "mw028", naam: "C. Breugel"), now: moment(0), newID: { teller.next() })
  }

  @Test("What the user does not say follows from the zaaktype, the catalogus and the day")
  func defaults() throws {
    let zaak = try maak()
    let body = Zaak(zaak.change.gemaakt[0])
    #expect(body.bronorganisatie == "111222333" && body.verantwoordelijkeOrganisatie == "111222333")
    #expect(body.startdatum.text == "2026-11-22" && body.registratiedatum?.text == "2026-11-22")
    #expect(body.einddatumGepland?.text == "2027-01-03")
    #expect(body.uiterlijkeEinddatumAfdoening?.text == "2027-01-17")
    #expect(body.vertrouwelijkheidaanduiding == .intern)
    #expect(zaak.ref == .local(.zaken, zaak.ref.uuid ?? ""))
    guard case .status(let status) = zaak.change.stappen[1] else { throw Onverwacht() }
    #expect(status.statustype == ref("statustypen", 1) && status.previous == nil)
    #expect(body.problems.isEmpty)
  }
  private struct Onverwacht: Error {}

  @Test("The number is the reserved one, else one that nobody else makes, within 40 characters")
  func number() throws {
    #expect(try maak { $0.identificatie = "ZAAK-2026-0000000001" }.identificatie == "ZAAK-2026-0000000001")
    let own = try maak().identificatie
    #expect(own.wholeMatch(of: /ZL-2026-[0-9A-HJKMNP-TV-Z]{10}/) != nil)
    var seen: Set<String> = []
    let teller = Teller()
    for _ in 0..<1000 { seen.insert(Nummer.own("DOC", year: 2026, uuid: teller.next())) }
    #expect(seen.count == 1000)
    #expect(Nummer.own("DOC", year: 2026, uuid: "a-b-c") == Nummer.own("DOC", year: 2026, uuid: "abc"))
  }

  @Test("Rollen, eigenschappen and hoofdzaak go with it in one intent, all naming the zaak by its local address")
  func together() throws {
    var main = Zaak(["url": ref("zaken", 2).json])
    main.zaaktype = ref("zaaktypen", 1)
    let zaak = try maak {
      $0.initiator = try Betrokkene(delen: ["bsn:111222333", "naam:J. de Wit"])
      $0.behandelaar = .medewerker("mw028", naam: "C. Breugel")
      $0.eigenschappen = [("activiteit", "bouwen"), ("bouw", "12,5")]
      $0.kenmerken = [Kenmerk(["bron": "Formulieren", "kenmerk": "F-1"])]
      $0.hoofdzaak = Hoofdzaak(main, zaaktype: volZaaktype())
    }
    let made = zaak.change.gemaakt
    #expect(made.count == 5)
    #expect(made[0]["hoofdzaak"] == ref("zaken", 2).json)
    #expect(made[0]["kenmerken"] == [["bron": "Formulieren", "kenmerk": "F-1"]])
    #expect(made.dropFirst().allSatisfy { $0["zaak"] == zaak.ref.json })
    #expect(made[1]["betrokkeneIdentificatie"]?["voorvoegselGeslachtsnaam"] == "de")
    #expect(made[2]["betrokkeneIdentificatie"]?["achternaam"] == "Breugel")
    #expect(made[4]["waarde"] == "12,5")
    guard case .create(let creation) = zaak.change.stappen[0] else { throw Onverwacht() }
    let shown = zaak.change.on(Dossier(creating: creation, made: moment(0)))
    #expect(shown.behandelaars.map(\.naam) == ["C. Breugel"])
    #expect(shown.eigenschappen.count == 2 && shown.status?.statustype == ref("statustypen", 1))
  }

  @Test("What cannot be is said beforehand")
  func refusals() throws {
    var deel = Zaak(["url": ref("zaken", 2).json, "hoofdzaak": ref("zaken", 3).json])
    deel.zaaktype = ref("zaaktypen", 1)
    let cases: [(RuleError, (inout NieuweZaak) -> Void)] = [
      (.missing(field: "omschrijving"), { $0.omschrijving = " " }),
      (.tooLong(field: "omschrijving", count: 81, max: 80), { $0.omschrijving = String(repeating: "x", count: 81) }),
      (.wrongForm(field: "bronorganisatie", .rsin), { $0.bronorganisatie = "123456789" }),
      (.alreadyThere("eigenschap activiteit"), { $0.eigenschappen = [("activiteit", "kappen"), ("activ", "kappen")] }),
      (
        .eigenschap(naam: "activiteit", .notAmong(["bouwen", "kappen"])), { $0.eigenschappen = [("activiteit", "x")] }
      ),
      (.foreignProduct("https://x.test/"), { $0.velden = [("productenOfDiensten", ["https://x.test/"])] }),
      (.relatie(.hoofdzaakIsDeelzaak), { $0.hoofdzaak = Hoofdzaak(deel, zaaktype: nil) }),
      (.missing(field: "bron"), { $0.kenmerken = [Kenmerk(["kenmerk": "F-1"])] }),
    ]
    for (expected, change) in cases {
      #expect(throws: expected) { try maak { change(&$0) } }
    }
    var concept = volZaaktype()
    concept.zaaktype.value.concept = true
    var nieuw = NieuweZaak()
    nieuw.omschrijving = "x"
    let error = weigering { () throws(RuleError) in
      try nieuw.maak(concept, gebruiker: Gebruiker(id: "", naam: ""), now: moment(0), newID: { "" })
    }
    #expect(error == .zaaktypeNotInForce("Omgevingsvergunning"))
  }

  @Test("A zaaktype is found in the version that is in force, and by catalogus where more have it")
  func zaaktypen() throws {
    var old = volZaaktype()
    old.zaaktype.value.url = ref("zaaktypen", 9)
    old.zaaktype.value.beginGeldigheid = try #require(Day("2020-01-01"))
    var other = volZaaktype()
    other.zaaktype.value.url = ref("zaaktypen", 8)
    other.zaaktype.value.catalogus = Ref("https://catalogi.voorbeeld.test/2")
    other.catalogus?.value.naam = "Gemeente Duinbergen"
    let all = [old, volZaaktype(), other]
    let day = moment(0).day
    #expect(try [old, volZaaktype()].zaaktype("omgeving", on: day).ref == ref("zaaktypen", 1))
    #expect(try all.zaaktype("Omgevingsvergunning", catalogus: "duinb", on: day).ref == ref("zaaktypen", 8))
    #expect(throws: RuleError.self) { try all.zaaktype("OMGEVING", on: day) }
    #expect(throws: RuleError.self) { try all.zaaktype("OMGEVING", on: Day(daysSince1970: 0)) }
  }
}
