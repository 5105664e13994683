import Model
import Rules
import Testing

@Suite("Eigenschappen, objects, relations, notities")
struct DelenTests {
  @Test(
    "A value fits the specificatie of the eigenschap (ztc-015)",
    arguments: [
      ("tekst", "5", "vijf!", true), ("tekst", "5", "zes!!!", false), ("tekst", "", "lang genoeg", true),
      ("getal", "3", "123", true), ("getal", "3", "1234", false), ("getal", "3", "12,5", false),
      ("getal", "6,2", "1234,56", true), ("getal", "6,2", "1234.56", true), ("getal", "6,2", "1,234", false),
      ("getal", "6,2", "-12", true), ("getal", "6,2", "--12", false), ("getal", "6,2", "", false),
      ("getal", "6,2", "1,", false), ("getal", "6,2", "twaalf", false), ("datum", "8", "20261122", true),
      ("datum", "8", "20261131", false), ("datum", "8", "2026-11-22", false),
      ("datum_tijd", "14", "20261122235959", true),
      ("datum_tijd", "14", "20261122240000", false), ("onbekend", "1", "alles mag", true),
    ])
  func specificaties(_ formaat: String, _ lengte: String, _ waarde: String, _ fits: Bool) {
    var eigenschap = volZaaktype().eigenschappen[1].value
    eigenschap.body["specificatie"] = specificatie(formaat, lengte)
    let error = weigering { () throws(RuleError) in try werk().zetEigenschap(eigenschap, waarde) }
    #expect((error == nil) == fits, "\(String(describing: error))")
  }

  @Test("An eigenschap gets a value, another one, and goes")
  func eigenschap() throws {
    let eigenschap = try volZaaktype().eigenschap("activ")
    let first = try #require(try werk().zetEigenschap(eigenschap, "bouwen"))
    let shown = first.on(volDossier())
    #expect(shown.eigenschappen.map(\.value.naam) == ["activiteit"])
    #expect(try werk(shown).zetEigenschap(eigenschap, "bouwen") == nil)
    let second = try #require(try werk(shown).zetEigenschap(eigenschap, "kappen"))
    #expect(second.nieuw == ["waarde": "kappen"] && second.gemaakt.isEmpty)
    #expect(try werk(shown).verwijderEigenschap(eigenschap).on(shown).eigenschappen.isEmpty)
    #expect(
      weigering { () throws(RuleError) in try werk().verwijderEigenschap(eigenschap) }
        == .notThere("eigenschap activiteit"))
  }

  @Test("Objects in the shape of the standard, with a name to call them by")
  func objects() throws {
    let adres = ObjectGegevens.Adres(
      identificatie: "0518200000366054", woonplaats: "Veldmeer", straat: "Kerkstraat", huisnummer: 12, huisletter: "a")
    let cases: [(ObjectGegevens, JSONObject, String)] = [
      (
        .adres(adres),
        [
          "objectType": "adres",
          "objectIdentificatie": [
            "identificatie": "0518200000366054", "wplWoonplaatsNaam": "Veldmeer",
            "gorOpenbareRuimteNaam": "Kerkstraat", "huisnummer": 12, "huisletter": "a",
          ],
        ], "Kerkstraat 12a, Veldmeer"
      ),
      (.pand("05181"), ["objectType": "pand", "objectIdentificatie": ["identificatie": "05181"]], "pand 05181"),
      (
        .overige(soort: "boom", data: ["nummer": "12"]),
        [
          "objectType": "overige", "objectTypeOverige": "boom",
          "objectIdentificatie": ["overigeData": ["nummer": "12"]],
        ], "boom"
      ),
      (
        .ander(.gemeente, ["gemeenteCode": "0518"]),
        ["objectType": "gemeente", "objectIdentificatie": ["gemeenteCode": "0518"]], "gemeente"
      ),
      (
        .url(.pand, Ref("https://bag.voorbeeld.test/1")),
        ["objectType": "pand", "object": "https://bag.voorbeeld.test/1"], "pand https://bag.voorbeeld.test/1"
      ),
    ]
    for (gegevens, expected, name) in cases {
      let change = try werk().voegObjectToe(gegevens)
      let body = change.gemaakt[0]
      for member in expected.members { #expect(body[member.name] == member.value, "\(name)") }
      let shown = change.on(volDossier())
      #expect(shown.zaakobjecten.map(\.value.naam) == [name])
      #expect(
        weigering { () throws(RuleError) in try werk(shown).voegObjectToe(gegevens) } == .alreadyThere(name))
      let object = try shown.zaakobject(name)
      #expect(werk(shown).verwijderObject(object).on(shown).zaakobjecten.isEmpty)
    }
    var wrong = adres
    wrong.huisnummer = 100_000
    let refusals: [(ObjectGegevens, RuleError)] = [
      (.adres(wrong), .wrongForm(field: "huisnummer", .number)), (.pand(""), .missing(field: "identificatie")),
      (.overige(soort: "", data: [:]), .missing(field: "objectTypeOverige")),
      (.ander(.wijk, [:]), .missing(field: "objectIdentificatie")),
    ]
    for (gegevens, error) in refusals {
      #expect(weigering { () throws(RuleError) in try werk().voegObjectToe(gegevens) } == error)
    }
  }

  @Test("Related zaken come and go by their address; a zaak is not related to itself")
  func relaties() throws {
    let other = ref("zaken", 2)
    let shown = try #require(try werk().voegRelatieToe(other, .vervolg)).on(volDossier())
    #expect(shown.zaak.value.relevanteAndereZaken.map(\.aardRelatie) == [.vervolg])
    #expect(try werk(shown).voegRelatieToe(other, .vervolg) == nil)
    let changed = try #require(try werk(shown).voegRelatieToe(other, .bijdrage)).on(shown)
    #expect(changed.zaak.value.relevanteAndereZaken.map(\.aardRelatie) == [.bijdrage])
    #expect(try #require(try werk(shown).verwijderRelatie(other)).on(shown).zaak.value.relevanteAndereZaken.isEmpty)
    #expect(weigering { () throws(RuleError) in try werk().verwijderRelatie(other) } == .notThere(other.url))
    #expect(
      weigering { () throws(RuleError) in try werk().voegRelatieToe(ref("zaken", 1), .vervolg) } == .relatie(.itself))
  }

  @Test("A hoofdzaak is another zaak, no deelzaak, of a zaaktype that takes this one (zrc-013)")
  func hoofdzaak() throws {
    let main = Zaak(["url": ref("zaken", 2).json])
    var picky = volZaaktype()
    picky.zaaktype.value.deelzaaktypen = [ref("zaaktypen", 7)]
    var withDeel = volDossier()
    withDeel.zaak.value.body["deelzaken"] = [ref("zaken", 5).json]
    let change = try #require(try werk().zetHoofdzaak(Hoofdzaak(main, zaaktype: volZaaktype())))
    #expect(change.nieuw == ["hoofdzaak": ref("zaken", 2).json])
    let shown = change.on(volDossier())
    #expect(try #require(try werk(shown).zetHoofdzaak(nil)).nieuw == ["hoofdzaak": .null])
    let cases: [(Dossier, Hoofdzaak, RuleError.RelatieProblem)] = [
      (volDossier(), Hoofdzaak(volDossier().zaak.value, zaaktype: nil), .itself),
      (
        volDossier(), Hoofdzaak(Zaak(main.body.merging(["hoofdzaak": ref("zaken", 3).json])), zaaktype: nil),
        .hoofdzaakIsDeelzaak
      ),
      (withDeel, Hoofdzaak(main, zaaktype: nil), .hasDeelzaken),
      (volDossier(), Hoofdzaak(main, zaaktype: picky), .notDeelzaaktype),
    ]
    for (dossier, hoofdzaak, problem) in cases {
      #expect(
        weigering { () throws(RuleError) in try werk(dossier).zetHoofdzaak(hoofdzaak) } == .relatie(problem))
    }
  }

  @Test("A notitie is made by the user, changed and removed")
  func notities() throws {
    let made = try werk().voegNotitieToe(onderwerp: "gebeld", tekst: "Belt terug")
    let body = ZaakNotitie(made.gemaakt[0])
    #expect(body.aangemaaktDoor == "C. Breugel" && body.notitieType == .intern && body.status == .concept)
    #expect(body.gerelateerdAan == ref("zaken", 1))
    let shown = made.on(volDossier())
    let notitie = try shown.notitie("gebeld")
    let changed = try #require(try werk(shown).wijzigNotitie(notitie, [("tekst", "Heeft gebeld")]))
    #expect(changed.on(shown).notities.map(\.value.tekst) == ["Heeft gebeld"])
    #expect(werk(shown).verwijderNotitie(notitie).on(shown).notities.isEmpty)
    #expect(
      weigering { () throws(RuleError) in try werk().voegNotitieToe(onderwerp: "", tekst: "x") }
        == .missing(field: "onderwerp"))
    #expect(
      weigering { () throws(RuleError) in
        try werk(shown).wijzigNotitie(notitie, [("onderwerp", .string(String(repeating: "x", count: 256)))])
      } == .tooLong(field: "onderwerp", count: 256, max: 255))
  }
}
