import Model
import Testing

@testable import App

/// What an intent is called on the screen, in both languages.
@Suite struct HandelingTextsTests {
  private func create(_ kind: ResourceKind, _ body: JSONObject) -> Step {
    .create(Creation(kind, .local(kind, "1"), body))
  }
  private func change(_ kind: ResourceKind, _ field: String, _ new: JSON) -> Step {
    .change(Alteration(kind, .local(kind, "1"), [FieldChange(field: field, old: .null, new: new)]))
  }
  private func remove(_ kind: ResourceKind, _ was: JSONObject) -> Step {
    .remove(Removal(kind, .local(kind, "1"), was: was))
  }
  private func words(_ soort: Handeling.Soort, _ steps: [Step], _ language: Language = .nl) -> String {
    let operation = Operation(
      id: "a", zaak: World.zaakRef, made: World.now, change: .handeling(Handeling(soort, steps)))
    return Texts(language: language).operation(operation, Make.zaaktype)
  }

  @Test func eachSaysWhatItIsAbout() throws {
    let resultaat = try #require(Make.zaaktype.resultaattypen.first?.value)
    let rol: JSONObject = [
      "betrokkeneType": "medewerker",
      "betrokkeneIdentificatie": ["voorletters": "J.", "voorvoegselAchternaam": "de", "achternaam": "Wit"],
    ]
    let cases: [(Handeling.Soort, [Step], String, String)] = [
      (.nieuweZaak, [create(.zaken, ["omschrijving": "Dakkapel"])], "nieuwe zaak: Dakkapel", "new case: Dakkapel"),
      (
        .resultaat, [create(.resultaten, ["resultaattype": resultaat.ref.json])],
        "resultaat \(resultaat.omschrijving)", "resultaat \(resultaat.omschrijving)"
      ),
      (.rolToevoegen, [create(.rollen, rol)], "rol toegevoegd: J. de Wit", "rol added: J. de Wit"),
      (.toewijzen, [remove(.rollen, [:]), create(.rollen, rol)], "toegewezen: J. de Wit", "assigned: J. de Wit"),
      (.rolVerwijderen, [remove(.rollen, rol)], "rol verwijderd: J. de Wit", "rol removed: J. de Wit"),
      (.vrijgeven, [remove(.rollen, rol)], "vrijgegeven", "released"),
      (.notitie, [create(.zaaknotities, ["onderwerp": "gebeld"])], "notitie ‘gebeld’", "note “gebeld”"),
      (.notitieWijzigen, [change(.zaaknotities, "tekst", "x")], "notitie gewijzigd", "note changed"),
      (
        .opschorten, [change(.zaken, "opschorting", ["reden": "Wachten", "indicatie": true])], "opgeschort: Wachten",
        "suspended: Wachten"
      ),
      (
        .documentVersie, [change(.enkelvoudiginformatieobjecten, "bestandsnaam", "brief.txt")],
        "nieuwe versie: ‘brief.txt’", "new version: “brief.txt”"
      ),
      (
        .documentOntkoppelen, [remove(.zaakinformatieobjecten, ["titel": "Brief"])],
        "document ontkoppeld: ‘Brief’", "document unlinked: “Brief”"
      ),
      (
        .objectToevoegen,
        [create(.zaakobjecten, ["objectType": "pand", "objectIdentificatie": ["identificatie": "5"]])],
        "zaakobject toegevoegd: pand 5", "zaakobject added: pand 5"
      ),
    ]
    for (soort, steps, dutch, english) in cases {
      #expect(words(soort, steps) == dutch)
      #expect(words(soort, steps, .en) == english)
    }
  }

  @Test(arguments: Handeling.Soort.allCases)
  func withoutAnythingToNameItStillHasAName(soort: Handeling.Soort) {
    for language in [Language.nl, .en] {
      let text = words(soort, [], language)
      #expect(!text.isEmpty && !text.hasSuffix(":") && !text.hasSuffix(" "))
    }
  }

  /// Someone of whom only the number is known: it may be a BSN.
  @Test func aNumberOfAPersonIsNotShown() {
    let rol: JSONObject = ["betrokkeneType": "natuurlijk_persoon", "betrokkeneIdentificatie": ["inpBsn": "111222333"]]
    #expect(words(.rolToevoegen, [create(.rollen, rol)]) == "rol toegevoegd")
  }
}
