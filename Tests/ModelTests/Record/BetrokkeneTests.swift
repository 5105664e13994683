import Model
import Testing

@Suite struct BetrokkeneTests {
  @Test(arguments: [
    (
      "natuurlijk_persoon",
      #"{"inpBsn":"111222333","voorletters":"E.","voorvoegselGeslachtsnaam":"van","geslachtsnaam":"Dam"}"#,
      "E. van Dam", "111222333"
    ),
    ("natuurlijk_persoon", #"{"voornamen":"Eva Maria","geslachtsnaam":"Dam"}"#, "Eva Maria Dam", ""),
    ("natuurlijk_persoon", #"{"inpBsn":"","anpIdentificatie":"A1","inpA_nummer":"1234567890"}"#, "", "A1"),
    ("natuurlijk_persoon", #"{"inpA_nummer":"1234567890"}"#, "", "1234567890"),
    (
      "niet_natuurlijk_persoon", #"{"innNnpId":"123456782","statutaireNaam":"Bouwbedrijf De Hoek B.V."}"#,
      "Bouwbedrijf De Hoek B.V.", "123456782"
    ),
    ("niet_natuurlijk_persoon", #"{"innNnpId":"","kvkNummer":"12345678"}"#, "", "12345678"),
    (
      "vestiging", #"{"vestigingsNummer":"000012345678","handelsnaam":["","Bakkerij Zon"]}"#, "Bakkerij Zon",
      "000012345678"
    ),
    ("vestiging", #"{"handelsnaam":[],"kvkNummer":"12345678"}"#, "", "12345678"),
    (
      "organisatorische_eenheid", #"{"identificatie":"VTH","naam":"Vergunningen","isGehuisvestIn":"V1"}"#,
      "Vergunningen", "VTH"
    ),
    (
      "medewerker",
      #"{"identificatie":"m.bosch","achternaam":"Bosch","voorletters":"M.","voorvoegselAchternaam":""}"#, "M. Bosch",
      "m.bosch"
    ),
  ])
  func hasANameAndANumber(type: String, identificatie: String, naam: String, nummer: String) throws {
    let rol = Rol(["betrokkeneType": .string(type), "betrokkeneIdentificatie": try JSON(parsing: identificatie)])
    let betrokkene = try #require(rol.identificatie)
    #expect(betrokkene.naam == naam)
    #expect(betrokkene.nummer == nummer)
    #expect(rol.naam == (naam.isEmpty ? nummer : naam))
  }

  @Test func theDeviatingNameGoesFirst() {
    var rol = Rol(["betrokkeneType": "medewerker", "betrokkeneIdentificatie": ["achternaam": "Bosch"]])
    #expect(rol.naam == "Bosch")
    rol.afwijkendeNaamBetrokkene = "Team Noord"
    #expect(rol.naam == "Team Noord")
  }

  @Test func someoneWhoIsKeptElsewhereIsNamedByTheirAddress() {
    let rol = Rol(["betrokkeneType": "medewerker", "betrokkene": "https://m.voorbeeld.test/1"])
    #expect(rol.identificatie == nil)
    #expect(rol.naam == "https://m.voorbeeld.test/1")
    #expect(Rol(["betrokkeneType": "buitenaards", "betrokkeneIdentificatie": [:]]).identificatie == nil)
  }
}
