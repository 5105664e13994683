import Model
import Rules
import Testing

@Suite("Documents and besluiten")
struct StukkenTests {
  private let content = DocumentContent(sha256: String(repeating: "a", count: 64), size: 12)
  private func bestand(_ sha: String = "a") -> Bestand {
    Bestand(
      naam: "brief.txt", formaat: "text/plain",
      content: DocumentContent(sha256: String(repeating: sha, count: 64), size: 12))
  }
  private func type(_ number: Int) -> Informatieobjecttype { volZaaktype().informatieobjecttypen[number - 1].value }

  private func shown() throws -> Dossier {
    try werk().voegDocumentToe(NieuwDocument(type(1)), bestand()).change.on(volDossier())
  }

  @Test("A document and its link are one intent; what the user does not say follows")
  func add() throws {
    let made = try werk().voegDocumentToe(NieuwDocument(type(2)), bestand())
    #expect(made.identificatie.wholeMatch(of: /DOC-2026-[0-9A-Z]{10}/) != nil)
    #expect(made.change.stappen.map(\.kind) == [.enkelvoudiginformatieobjecten, .zaakinformatieobjecten])
    let body = EnkelvoudigInformatieObject(made.change.gemaakt[0])
    #expect(body.problems.isEmpty)
    #expect(body.bronorganisatie == "111222333" && body.titel == "brief.txt" && body.auteur == "C. Breugel")
    #expect(body.vertrouwelijkheidaanduiding == .openbaar && body.status == .inBewerking && body.taal == "nld")
    #expect(body.integriteit?.waarde == content.sha256 && body.integriteit?.algoritme == .sha256)
    #expect(made.change.gemaakt[1]["informatieobject"] == made.ref.json)
    #expect(made.change.stappen[0].content == content)
    let dossier = made.change.on(volDossier())
    #expect(dossier.documenten.map(\.ref) == [made.ref] && dossier.documenten[0].value.bestandsomvang == 12)
    #expect(try dossier.document(made.identificatie).ref == made.ref)
  }

  @Test("A received document is not being written (drc-005)")
  func received() throws {
    var nieuw = NieuwDocument(type(1))
    nieuw.velden = [("ontvangstdatum", "2026-11-20")]
    #expect(EnkelvoudigInformatieObject(try werk().voegDocumentToe(nieuw, bestand()).change.gemaakt[0]).status == nil)
    nieuw.velden.append(("status", "in_bewerking"))
    #expect(
      weigering { () throws(RuleError) in try werk().voegDocumentToe(nieuw, bestand()) } == .receivedIsNotInBewerking)
  }

  @Test("A new version changes content, name, size and integriteit; the same content is no new version")
  func version() throws {
    let dossier = try shown()
    let document = dossier.documenten[0].value
    #expect(try werk(dossier).nieuweVersie(document, bestand()) == nil)
    let change = try #require(try werk(dossier).nieuweVersie(document, bestand("b")))
    #expect(change.stappen[0].content?.sha256 == String(repeating: "b", count: 64))
    #expect(change.nieuw["integriteit"]?["waarde"] == .string(String(repeating: "b", count: 64)))
    #expect(change.nieuw["bestandsnaam"] == nil)
  }

  @Test("Metadata changes; what is fixed or has a command of its own does not")
  func change() throws {
    let dossier = try shown()
    let document = dossier.documenten[0].value
    let change = try #require(try werk(dossier).wijzigDocument(document, [("titel", "Brief"), ("taal", "nld")]))
    #expect(change.nieuw == ["titel": "Brief"])
    #expect(try werk(dossier).wijzigDocument(document, [("taal", "nld")]) == nil)
    for name in ["identificatie", "inhoud", "integriteit", "informatieobjecttype"] {
      #expect(
        weigering { () throws(RuleError) in try werk(dossier).wijzigDocument(document, [(name, "x")]) }
          == .fixed(field: name))
    }
    #expect(
      weigering { () throws(RuleError) in try werk(dossier).wijzigDocument(document, [("titel", "")]) }
        == .missing(field: "titel"))
  }

  @Test("Unlinking leaves the document, removing takes it along; a locked one is left alone")
  func gone() throws {
    let dossier = try shown()
    var document = dossier.documenten[0].value
    #expect(try werk(dossier).ontkoppel(document).on(dossier).zaakinformatieobjecten.isEmpty)
    let removal = try werk(dossier).verwijderDocument(document)
    #expect(removal.stappen.map(\.kind) == [.zaakinformatieobjecten, .enkelvoudiginformatieobjecten])
    #expect(removal.on(dossier).documenten.isEmpty)
    document.locked = true
    let locked = RuleError.documentLocked(titel: "brief.txt")
    #expect(weigering { () throws(RuleError) in try werk(dossier).verwijderDocument(document) } == locked)
    #expect(weigering { () throws(RuleError) in try werk(dossier).nieuweVersie(document, bestand("b")) } == locked)
    #expect(weigering { () throws(RuleError) in try werk(dossier).wijzigDocument(document, []) } == locked)
    #expect(
      weigering { () throws(RuleError) in try werk().ontkoppel(document) } == .notThere("koppeling met 'brief.txt'"))
  }

  @Test("Conditions of use, or the word that there are none, make closing possible")
  func gebruiksrecht() throws {
    let dossier = try shown()
    let document = dossier.documenten[0].value
    let with = try #require(try werk(dossier).gebruiksrecht(document, voorwaarden: "Alleen intern"))
    #expect(with.gemaakt[0]["startdatum"] == "2026-11-22T00:00:00+01:00")
    #expect(with.on(dossier).documenten[0].value.indicatieGebruiksrecht == true)
    let without = try #require(try werk(dossier).gebruiksrecht(document, voorwaarden: nil))
    #expect(without.nieuw == ["indicatieGebruiksrecht": false])
    let there = with.on(dossier)
    #expect(
      weigering { () throws(RuleError) in
        try werk(there).gebruiksrecht(there.documenten[0].value, voorwaarden: nil)
      } == .alreadyThere("gebruiksrecht"))
    #expect(
      weigering { () throws(RuleError) in try werk(dossier).gebruiksrecht(document, voorwaarden: "") }
        == .missing(field: "omschrijvingVoorwaarden"))
  }

  @Test("A besluit with its documents, its number and the time to react")
  func besluit() throws {
    let dossier = try shown()
    var nieuw = NieuwBesluit(volZaaktype().besluittypen[0].value)
    nieuw.datum = Day("2026-11-20")
    nieuw.velden = [("verzenddatum", "2026-11-23")]
    nieuw.documenten = dossier.documenten.map(\.value)
    let made = try werk(dossier).voegBesluitToe(nieuw)
    #expect(made.identificatie.hasPrefix("BES-2026-"))
    let body = Besluit(made.change.gemaakt[0])
    #expect(body.problems.isEmpty)
    #expect(body.zaak == ref("zaken", 1) && body.verantwoordelijkeOrganisatie == "111222333")
    #expect(body.datum.text == "2026-11-20" && body.ingangsdatum.text == "2026-11-20")
    #expect(body.uiterlijkeReactiedatum?.text == "2027-01-04")
    #expect(made.change.gemaakt[1] == ["besluit": made.ref.json, "informatieobject": dossier.documenten[0].ref.json])
    nieuw.documenten[0].informatieobjecttype = ref("informatieobjecttypen", 2)
    #expect(
      weigering { () throws(RuleError) in try werk(dossier).voegBesluitToe(nieuw) }
        == .documentNotOfBesluittype(titel: "brief.txt"))
  }

  @Test("A besluit is changed, and withdrawn with day and reason")
  func changeBesluit() throws {
    let made = try werk().voegBesluitToe(NieuwBesluit(volZaaktype().besluittypen[0].value))
    let dossier = made.change.on(volDossier())
    let besluit = try dossier.besluit(made.identificatie)
    #expect(try werk(dossier).wijzigBesluit(besluit, [("toelichting", "x")])?.nieuw == ["toelichting": "x"])
    #expect(
      weigering { () throws(RuleError) in try werk(dossier).wijzigBesluit(besluit, [("besluittype", "x")]) }
        == .fixed(field: "besluittype"))
    let gone = try #require(try werk(dossier).trekBesluitIn(besluit, .ingetrokkenOverheid))
    #expect(gone.nieuw == ["vervaldatum": "2026-11-22", "vervalreden": "ingetrokken_overheid"])
    #expect(dossier.asksReason(gone))
  }
}
