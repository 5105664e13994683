import Model
import Testing

@testable import Sync

/// How it is seen that something is on the server already.
struct CreatingTests {
  private func url(_ kind: ResourceKind, _ number: Int) -> JSON {
    .string("https://zaken.voorbeeld.nl/\(kind.rawValue)/00000000-0000-4000-8000-00000000000\(number)")
  }

  private func creation(_ kind: ResourceKind, _ body: JSONObject, known: [JSON] = []) -> Creation {
    Creation(
      kind, .local(kind, "00000000-0000-4000-8000-000000000009"), body,
      known: known.compactMap { $0.string.map { Ref($0) } })
  }

  private func standing(_ creation: Creation, among found: [JSONObject]) -> Standing {
    creation.standing(creation.find(among: found))
  }

  @Test(arguments: [
    (ResourceKind.zaken, "bronorganisatie", "zaaktype"),
    (.enkelvoudiginformatieobjecten, "bronorganisatie", "informatieobjecttype"),
    (.besluiten, "verantwoordelijkeOrganisatie", "besluittype"),
  ])
  func aNumberIsEnough(kind: ResourceKind, organisation: String, type: String) {
    let creation = creation(kind, ["identificatie": "ZL-1", organisation: "851234562", type: "t", "titel": "a"])
    let there: JSONObject = [
      "url": url(kind, 1), "identificatie": "ZL-1", organisation: "851234562", type: "t", "titel": "b",
    ]
    #expect(standing(creation, among: []) == .open(creation.body))
    #expect(standing(creation, among: [there]) == .already, "a colleague may have changed it since")
    #expect(standing(creation, among: [there.merging(["identificatie": "ZL-2"])]) == .open(creation.body))
    #expect(standing(creation, among: [there.merging([organisation: "823456785"])]) == .open(creation.body))
    let other = FieldConflict(field: type, base: .null, theirs: "u", mine: "t", ref: Ref(url(kind, 1).string ?? ""))
    #expect(standing(creation, among: [there.merging([type: "u"])]) == .conflict([other]))
    #expect(creation.question.filters == [Filter("identificatie", "ZL-1"), Filter(organisation, "851234562")])
  }

  @Test(arguments: [(ResourceKind.zaakinformatieobjecten, "zaak"), (.besluitinformatieobjecten, "besluit")])
  func aLinkIsThereOrNot(kind: ResourceKind, end: String) {
    let creation = creation(kind, [end: "z", "informatieobject": "d", "titel": "x"])
    #expect(standing(creation, among: [["url": url(kind, 1), end: "z", "informatieobject": "d"]]) == .already)
    #expect(
      standing(creation, among: [["url": url(kind, 1), end: "z", "informatieobject": "e"]]) == .open(creation.body))
    #expect(
      standing(creation, among: [["url": url(kind, 1), end: "y", "informatieobject": "d"]]) == .open(creation.body))
  }

  @Test func ofOneZaakThereIsOneResultaat() {
    let creation = creation(.resultaten, ["zaak": "z", "resultaattype": "t", "toelichting": ""])
    let there: JSONObject = ["url": url(.resultaten, 1), "zaak": "z", "resultaattype": "t", "toelichting": .null]
    #expect(standing(creation, among: [there]) == .already)
    #expect(standing(creation, among: [there.merging(["zaak": "y"])]) == .open(creation.body))
    guard case .conflict(let fields) = standing(creation, among: [there.merging(["resultaattype": "u"])]) else {
      Issue.record("no conflict")
      return
    }
    #expect(fields.map(\.field) == ["resultaattype"])
    #expect(fields.first?.theirs == "u")
  }

  @Test func anEigenschapHasOneValue() {
    let creation = creation(.zaakeigenschappen, ["zaak": "z", "eigenschap": "e", "waarde": "2"])
    let there: JSONObject = ["url": url(.zaakeigenschappen, 1), "zaak": "z", "eigenschap": "e", "waarde": "2"]
    #expect(standing(creation, among: [there]) == .already)
    #expect(standing(creation, among: [there.merging(["eigenschap": "f"])]) == .open(creation.body))
    guard case .conflict(let fields) = standing(creation, among: [there.merging(["waarde": "3"])]) else {
      Issue.record("no conflict")
      return
    }
    #expect(fields.map(\.field) == ["waarde"])
  }

  /// S2: see docs/sync.md.
  @Test func aRolIsKnownByAllThatWasSent() {
    let person: JSON = ["inpBsn": "999990019", "geslachtsnaam": "Jansen"]
    let body: JSONObject = ["zaak": "z", "roltype": "r", "roltoelichting": "x", "betrokkeneIdentificatie": person]
    let there = body.merging([
      "url": url(.rollen, 1), "omschrijving": "Initiator",
      "betrokkeneIdentificatie": ["inpBsn": "999990019", "geslachtsnaam": "Jansen", "voorletters": ""],
    ])
    #expect(standing(creation(.rollen, body), among: [there]) == .already)
    #expect(standing(creation(.rollen, body, known: [url(.rollen, 1)]), among: [there]) == .open(body))
    let another = there.merging(["url": url(.rollen, 2)])
    #expect(standing(creation(.rollen, body, known: [url(.rollen, 1)]), among: [there, another]) == .already)
    #expect(standing(creation(.rollen, body), among: [there.merging(["roltoelichting": "y"])]) == .open(body))
  }

  @Test func theQuestionIsAboutItsZaakOrDocument() {
    #expect(creation(.zaakeigenschappen, ["zaak": "z"]).question.zaak == Ref("z"))
    #expect(creation(.zaaknotities, ["gerelateerdAan": "z"]).question.filters == [Filter("gerelateerdAan", "z")])
    #expect(creation(.gebruiksrechten, ["informatieobject": "d"]).question.filters == [Filter("informatieobject", "d")])
    #expect(creation(.rollen, ["zaak": "z"]).question.filters == [Filter("zaak", "z")])
    #expect(
      creation(.zaakinformatieobjecten, ["zaak": "z", "informatieobject": "d"]).question.filters
        == [Filter("zaak", "z"), Filter("informatieobject", "d")])
  }

  @Test func aRemovalMindsWhatOthersChanged() {
    let was: JSONObject = ["url": url(.zaaknotities, 1), "tekst": "a", "wijzigingsdatum": "2026-11-24T10:00:00Z"]
    let removal = Removal(.zaaknotities, Ref(url(.zaaknotities, 1).string ?? ""), was: was)
    #expect(Standing.of(removal, on: was.merging(["wijzigingsdatum": "2026-11-25T10:00:00Z"])) == .open([:]))
    #expect(
      Standing.of(removal, on: was.merging(["tekst": "b"]))
        == .conflict([FieldConflict(field: "tekst", base: "a", theirs: "b", mine: .null, ref: removal.ref)]))
  }
}
