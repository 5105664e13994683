import Model
import Rules
import Testing

@Suite("The scope that is surely missing is named before the server is asked")
struct AskedRightsTests {
  /// An operation, the scopes of which any one is enough, and the scope that is named where none is there.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [Step]
    let enough: [[Scope]]
    let named: Scope
    var dossier: Dossier? = AskedRightsTests.dossier()
  }

  private static let documentRef = ref("enkelvoudiginformatieobjecten", 1)
  private static let besluitRef = ref("besluiten", 1)
  private static let besluittype = ref("besluittypen", 1)
  private static let informatieobjecttype = ref("informatieobjecttypen", 1)

  private static func dossier(closed: Bool = false, hasStatus: Bool = true) -> Dossier {
    var dossier = volDossier()
    dossier.zaak.value.vertrouwelijkheidaanduiding = .intern
    if !hasStatus { dossier.statussen = [] }
    if closed {
      dossier.zaak.value.einddatum = Day("2026-11-22")
      dossier.statussen.append(status(type: 3, at: moment(9)))
    }
    dossier.documenten = [
      record(
        .enkelvoudiginformatieobjecten, 1,
        [
          "informatieobjecttype": informatieobjecttype.json, "vertrouwelijkheidaanduiding": "openbaar",
        ])
    ]
    dossier.besluiten = [record(.besluiten, 1, ["besluittype": besluittype.json])]
    return dossier
  }

  private static func create(_ kind: ResourceKind, _ body: JSONObject = [:]) -> Step {
    .create(Creation(kind, .local(kind, "00000000-0000-4000-9000-000000000001"), body))
  }
  private static func change(_ kind: ResourceKind, _ ref: Ref, _ field: String = "toelichting") -> Step {
    .change(Alteration(kind, ref, [FieldChange(field: field, old: "", new: "Nieuw")]))
  }
  private static func set(_ type: Int) -> Step {
    .status(ZetStatus(statustype: ref("statustypen", type), datumStatusGezet: moment(60), previous: nil))
  }
  private static let newZaak = create(
    .zaken, ["zaaktype": ref("zaaktypen", 1).json, "vertrouwelijkheidaanduiding": "intern"])
  private static let edit: [[Scope]] = [[.zakenBijwerken], [.zakenGeforceerdBijwerken]]
  private static let anyStatus: [[Scope]] = edit + [[.zakenStatussenToevoegen], [.zakenHeropenen]]

  static let rows: [Row] = [
    Row(
      testDescription: "status", steps: [set(2)], enough: anyStatus, named: .zakenStatussenToevoegen),
    Row(
      testDescription: "first status", steps: [set(1)], enough: anyStatus + [[.zakenAanmaken]],
      named: .zakenStatussenToevoegen, dossier: dossier(hasStatus: false)),
    Row(
      testDescription: "reopening", steps: [set(2)], enough: [[.zakenHeropenen]], named: .zakenHeropenen,
      dossier: dossier(closed: true)),
    Row(
      testDescription: "zaak", steps: [change(.zaken, ref("zaken", 1))], enough: edit, named: .zakenBijwerken),
    Row(
      testDescription: "closed zaak", steps: [change(.zaken, ref("zaken", 1))], enough: [[.zakenGeforceerdBijwerken]],
      named: .zakenGeforceerdBijwerken, dossier: dossier(closed: true)),
    Row(testDescription: "rol", steps: [create(.rollen)], enough: edit, named: .zakenBijwerken),
    Row(
      testDescription: "rol of a closed zaak", steps: [create(.rollen)], enough: [[.zakenGeforceerdBijwerken]],
      named: .zakenGeforceerdBijwerken, dossier: dossier(closed: true)),
    Row(
      testDescription: "zaakobject", steps: [create(.zaakobjecten)], enough: edit + [[.zakenAanmaken]],
      named: .zakenBijwerken),
    Row(
      testDescription: "unlinking",
      steps: [.remove(Removal(.zaakinformatieobjecten, ref("zaakinformatieobjecten", 1), was: [:]))],
      enough: edit + [[.zakenVerwijderen]], named: .zakenBijwerken),
    Row(
      testDescription: "notitie of a closed zaak", steps: [create(.zaaknotities)], enough: edit,
      named: .zakenBijwerken, dossier: dossier(closed: true)),
    Row(
      testDescription: "new zaak with status and rol", steps: [newZaak, set(1), create(.rollen)],
      enough: [[.zakenAanmaken]], named: .zakenAanmaken, dossier: nil),
    Row(
      testDescription: "reopening and then a part", steps: [set(2), create(.resultaten)],
      enough: [[.zakenHeropenen, .zakenBijwerken]], named: .zakenHeropenen, dossier: dossier(closed: true)),
    Row(
      testDescription: "document",
      steps: [
        create(
          .enkelvoudiginformatieobjecten,
          ["informatieobjecttype": informatieobjecttype.json, "vertrouwelijkheidaanduiding": "openbaar"])
      ], enough: [[.documentenAanmaken]], named: .documentenAanmaken),
    Row(
      testDescription: "document changes", steps: [change(.enkelvoudiginformatieobjecten, documentRef)],
      enough: [[.documentenBijwerken, .documentenLock], [.documentenGeforceerdBijwerken, .documentenLock]],
      named: .documentenBijwerken),
    Row(
      testDescription: "unlocking by force", steps: [change(.enkelvoudiginformatieobjecten, documentRef, "locked")],
      enough: [[.documentenGeforceerdUnlock]], named: .documentenGeforceerdUnlock),
    Row(
      testDescription: "document goes",
      steps: [
        .remove(
          Removal(
            .enkelvoudiginformatieobjecten, documentRef,
            was: [
              "informatieobjecttype": informatieobjecttype.json, "vertrouwelijkheidaanduiding": "openbaar",
            ]))
      ], enough: [[.documentenVerwijderen]], named: .documentenVerwijderen),
    Row(
      testDescription: "gebruiksrecht", steps: [create(.gebruiksrechten, ["informatieobject": documentRef.json])],
      enough: [[.documentenAanmaken]], named: .documentenAanmaken),
    Row(
      testDescription: "besluit", steps: [create(.besluiten, ["besluittype": besluittype.json])],
      enough: [[.besluitenAanmaken]], named: .besluitenAanmaken),
    Row(
      testDescription: "besluit changes", steps: [change(.besluiten, besluitRef)], enough: [[.besluitenBijwerken]],
      named: .besluitenBijwerken),
    Row(
      testDescription: "besluit goes",
      steps: [.remove(Removal(.besluiten, besluitRef, was: ["besluittype": besluittype.json]))],
      enough: [[.besluitenVerwijderen]], named: .besluitenVerwijderen),
    Row(
      testDescription: "document of a besluit",
      steps: [create(.besluitinformatieobjecten, ["besluit": besluitRef.json])],
      enough: [[.besluitenAanmaken], [.besluitenBijwerken]], named: .besluitenBijwerken),
  ]

  /// An applicatie with these scopes, of the types of the samples.
  private func rights(_ scopes: [Scope], max: JSON = "intern") -> Rights {
    let words = JSON.array(scopes.map { .string($0.rawValue) })
    return Rights(
      Applicatie([
        "autorisaties": [
          [
            "component": "zrc", "scopes": words, "zaaktype": ref("zaaktypen", 1).json,
            "maxVertrouwelijkheidaanduiding": max,
          ],
          [
            "component": "drc", "scopes": words, "informatieobjecttype": Self.informatieobjecttype.json,
            "maxVertrouwelijkheidaanduiding": max,
          ],
          ["component": "brc", "scopes": words, "besluittype": Self.besluittype.json],
        ]
      ]))
  }

  private func missing(_ row: Row, _ rights: Rights) -> Scope? {
    rights.missing(for: row.steps, on: row.dossier, volZaaktype())
  }

  @Test("What is enough is enough, and without all of it the first is named", arguments: rows)
  func asked(_ row: Row) {
    for scopes in row.enough {
      #expect(missing(row, rights(scopes)) == nil, "\(scopes)")
      for scope in scopes { #expect(missing(row, rights(scopes.filter { $0 != scope })) != nil, "\(scope)") }
    }
    #expect(missing(row, rights([])) == row.named)
    let rest = Scope.allCases.filter { scope in !row.enough.contains { $0.contains(scope) } }
    #expect(missing(row, rights(rest)) == row.named)
  }

  @Test("Hidden rights and all rights refuse nothing", arguments: rows)
  func never(_ row: Row) {
    #expect(missing(row, Rights(nil)) == nil)
    #expect(missing(row, Rights(Applicatie(["heeftAlleAutorisaties": true]))) == nil)
  }

  @Test("A zaak above the highest vertrouwelijkheid, or of another zaaktype, is refused")
  func beyond() throws {
    let step = Self.change(.zaken, ref("zaken", 1))
    let low = rights(Scope.allCases, max: "openbaar")
    var dossier = Self.dossier()
    #expect(low.missing(for: [step], on: dossier, volZaaktype()) == .zakenBijwerken)
    dossier.zaak.value.zaaktype = ref("zaaktypen", 2)
    #expect(rights(Scope.allCases).missing(for: [step], on: dossier, nil) == .zakenBijwerken)
    dossier.zaak.value.zaaktype = Ref("")
    #expect(rights(Scope.allCases).missing(for: [step], on: dossier, nil) == nil)
  }

  @Test("A closed zaak that a waiting status reopens is not taken for closed")
  func reopenedBefore() {
    var dossier = Self.dossier(closed: true)
    let step = Self.change(.zaken, ref("zaken", 1))
    let rights = rights([.zakenBijwerken])
    #expect(rights.missing(for: [step], on: dossier, volZaaktype()) == .zakenGeforceerdBijwerken)
    #expect(rights.missing(for: [step], on: dossier, nil) == nil)
    dossier.statussen.append(status(type: 2, at: moment(20)))
    #expect(rights.missing(for: [step], on: dossier, volZaaktype()) == nil)
  }

  @Test("A status that the applicatie may not set has that as an obstacle; the one that it has now does not")
  func choices() {
    let choices = Self.dossier().statusChoices(volZaaktype(), rights: rights([.zakenLezen]))
    #expect(
      choices.map(\.obstacles)
        == [
          [.isCurrent], [.noRight(.zakenStatussenToevoegen)],
          [.noRight(.zakenStatussenToevoegen), .noResultaat, .noGebruiksrecht([""])],
        ])
    let closed = Self.dossier(closed: true).statusChoices(volZaaktype(), rights: rights([.zakenBijwerken]))
    #expect(closed.first?.obstacles == [.closed, .noRight(.zakenHeropenen)])
  }

  @Test(
    "A number that passes the 11-check is masked wherever it stands",
    arguments: [
      ("111222333", "•••••••••"), ("bsn:111222333,", "bsn:•••••••••,"), ("111.222.333", "•••.•••.•••"),
      ("111222334", "111222334"), ("1112223330", "1112223330"), ("ZL-2026-0001", "ZL-2026-0001"), ("", ""),
    ])
  func masked(text: String, shown: String) { #expect(Nummer.masked(text) == shown) }
}
