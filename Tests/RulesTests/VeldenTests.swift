import Model
import Rules
import Testing

@Suite("Fields of a zaak, and numbers")
struct VeldenTests {
  @Test(
    "The 11-check",
    arguments: [
      ("111222333", true), ("123456782", true), ("999990019", true), ("123456789", false), ("000000000", false),
      ("11122233", false), ("1112223334", false), ("11122233a", false), ("", false),
    ])
  func eleven(_ number: String, _ passes: Bool) { #expect(Nummer.passesEleven(number) == passes) }

  @Test("A text becomes the value of a field, or the error says what form it needs")
  func values() throws {
    let cases: [(String, String, JSON)] = [
      ("toelichting", "", ""), ("startdatum", "2026-02-28", "2026-02-28"), ("publicatiedatum", "", nil),
      ("vertrouwelijkheidaanduiding", "geheim", "geheim"), ("opdrachtgevendeOrganisatie", "111222333", "111222333"),
      ("zaakgeometrie", #"{"type":"Point"}"#, ["type": "Point"]), ("communicatiekanaal", "", ""),
      ("laatsteBetaaldatum", "2026-11-22T14:00:00+01:00", "2026-11-22T14:00:00+01:00"),
    ]
    for (field, text, value) in cases { #expect(try Zaak.value(text, for: field) == value, "\(field)") }
    let wrong: [(String, String, RuleError)] = [
      ("startdatum", "2026-02-30", .wrongForm(field: "startdatum", .day)),
      ("startdatum", "", .missing(field: "startdatum")),
      ("opdrachtgevendeOrganisatie", "123456789", .wrongForm(field: "opdrachtgevendeOrganisatie", .rsin)),
      (
        "archiefnominatie", "weg", .wrongForm(field: "archiefnominatie", .code(["blijvend_bewaren", "vernietigen"]))
      ),
      ("einddatum", "2026-02-28", .fixed(field: "einddatum")),
      ("omschrijving", String(repeating: "x", count: 81), .tooLong(field: "omschrijving", count: 81, max: 80)),
      ("communicatiekanaal", "post", .wrongForm(field: "communicatiekanaal", .url)),
      ("bestaatNiet", "x", .wrongForm(field: "bestaatNiet", .json)),
    ]
    for (field, text, error) in wrong {
      #expect(weigering { () throws(RuleError) in try Zaak.value(text, for: field) } == error, "\(field)")
    }
  }

  @Test("Only what changes is wijzigd, and what is fixed is not")
  func wijzig() throws {
    let change = try #require(
      try werk().wijzig([("omschrijving", "Dakkapel Kerkstraat 12"), ("toelichting", "x"), ("publicatiedatum", .null)]))
    #expect(change == .wijzigZaak([FieldChange(field: "toelichting", old: .null, new: "x")]))
    #expect(try werk().wijzig([("omschrijving", "Dakkapel Kerkstraat 12")]) == nil)
    for name in ["identificatie", "zaaktype", "bronorganisatie", "status", "einddatum", "hoofdzaak", "opschorting"] {
      #expect(weigering { () throws(RuleError) in try werk().wijzig([(name, "x")]) } == .fixed(field: name))
    }
  }

  @Test("Lists get and lose rows, each row once")
  func lists() throws {
    var dossier = volDossier()
    dossier.zaak.value.body["kenmerken"] = [["kenmerk": "1", "bron": "A"], ["kenmerk": "2", "bron": "A"]]
    let werk = werk(dossier)
    func kenmerk(_ bron: String, _ kenmerk: String) -> Kenmerk {
      Kenmerk(["kenmerk": .string(kenmerk), "bron": .string(bron)])
    }
    #expect(
      try werk.kenmerken(plus: [kenmerk("B", "3"), kenmerk("A", "2")], minus: [kenmerk("A", "1")])
        == [["kenmerk": "2", "bron": "A"], ["kenmerk": "3", "bron": "B"]])
    #expect(throws: RuleError.notThere("kenmerk 9")) { try werk.kenmerken(plus: [], minus: [kenmerk("A", "9")]) }
    let product = Ref("https://producten.voorbeeld.test/1")
    #expect(try werk.producten(plus: [product, product], minus: []) == [.string(product.url)])
    #expect(throws: RuleError.notThere(product.url)) { try werk.producten(plus: [], minus: [product]) }
  }

  @Test("Without costs there is no date of payment; switching to none takes the date away")
  func betaling() throws {
    var dossier = volDossier()
    dossier.zaak.value.body["laatsteBetaaldatum"] = "2026-11-01T00:00:00Z"
    #expect(try werk(dossier).wijzig([("betalingsindicatie", "nvt")]) != nil)
    #expect(throws: RuleError.betaaldatumWithoutKosten) {
      try werk().wijzig([("betalingsindicatie", "nvt"), ("laatsteBetaaldatum", "2026-11-01T00:00:00Z")])
    }
  }

  @Test("A reason is asked for what weighs, and for all that changes a closed zaak")
  func reden() throws {
    let light = try #require(try werk().wijzig([("toelichting", "x")]))
    let heavy = try werk().schortOp(reden: "x")
    var closed = volDossier()
    closed.zaak.value.einddatum = moment(0).day
    let cases: [(Dossier, Change, String?, Bool)] = [
      (volDossier(), light, nil, true), (volDossier(), heavy, nil, false), (volDossier(), heavy, "  ", false),
      (volDossier(), heavy, "Wachten", true), (closed, light, nil, false), (closed, light, "Fout", true),
    ]
    for (dossier, change, reden, passes) in cases {
      let error = weigering { () throws(RuleError) in try dossier.check(change, reden: reden) }
      #expect(error == (passes ? nil : .reasonMissing))
    }
  }

  @Test("A name points at one thing, a part of it too, and else the choices are named")
  func keuze() throws {
    let versie = volZaaktype()
    #expect(try versie.resultaattype("VERLEEND").ref == ref("resultaattypen", 1))
    #expect(try versie.resultaattype("behandeling").ref == ref("resultaattypen", 3))
    #expect(try versie.resultaattype(ref("resultaattypen", 2).url).ref == ref("resultaattypen", 2))
    #expect(try versie.resultaattype(ref("resultaattypen", 2).uuid ?? "").ref == ref("resultaattypen", 2))
    #expect(try versie.statustype("20").ref == ref("statustypen", 2))
    #expect(try versie.roltype("Initiator").ref == ref("roltypen", 1))
    let error = weigering { () throws(RuleError) in try versie.resultaattype("e") }
    #expect(
      error
        == .notOne(text: "e", of: "resultaattype", choices: ["Verleend", "Geweigerd", "Buiten behandeling"]))
    #expect(weigering { () throws(RuleError) in try versie.informatieobjecttype("Elders") } != nil)
  }
}
