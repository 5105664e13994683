import Testing

@testable import Model

@Suite struct DossierFileTests {
  private func whole() throws -> Dossier {
    func one<Fields: ResourceFields>(_ number: Int) throws -> Fetched<Fields> {
      let body: JSONObject = [
        "url": .string(ref(Fields.kind.rawValue, number).url), "onbekend": ["bedrag": .number("1.50"), "leeg": nil],
      ]
      return Fetched(Record(body), etag: number % 2 == 0 ? "W/\"\(number)\"" : nil, fetched: moment(number))
    }
    var whole = dossier()
    whole.rollen = [try one(2), try one(3)]
    whole.resultaat = try one(4)
    whole.eigenschappen = [try one(5)]
    whole.zaakobjecten = [try one(6)]
    whole.zaakinformatieobjecten = [try one(7)]
    whole.documenten = [try one(8)]
    whole.besluiten = [try one(9)]
    whole.notities = [try one(10)]
    whole.needsReading = true
    return whole
  }

  @Test func aDossierIsReadAsItWasWritten() throws {
    for dossier in [dossier(), try whole()] {
      let bytes = dossier.json.bytes()
      let again = try Dossier(json: JSON(parsing: bytes))
      #expect(again == dossier)
      #expect(again.json.bytes() == bytes)
      #expect(again.statussen.first?.fetched.offset == 3600)
    }
  }

  /// A part that is added to Dossier and forgotten in its file would be lost.
  @Test func everyPartIsInTheFile() throws {
    let flags = ["isComplete": "volledig", "needsReading": "herlezen"]
    let names = Mirror(reflecting: dossier()).children.compactMap(\.label).map { flags[$0] ?? $0 }
    #expect(Set(try #require(try whole().json.object).names) == Set(names + ["formaat"]))
    let parts = Mirror(reflecting: zaaktypeVersie()).children.compactMap(\.label)
    #expect(Set(try #require(try wholeZaaktype().json.object).names) == Set(parts + ["formaat"]))
  }

  @Test(
    arguments: [
      ("zaak", nil), ("zaak", .null), ("zaak", [:]), ("zaak", ["bron": ["url": "geen uuid"], "opgehaald": "nu"]),
      ("zaak", ["bron": ["url": "geen uuid"], "opgehaald": "2026-11-22T14:00:00Z"]), ("formaat", nil), ("formaat", 2),
      ("formaat", 0), ("formaat", "1"), ("statussen", [:]), ("statussen", .null), ("statussen", [[:]]),
      ("statussen", [["bron": [:]]]), ("statussen", [["bron": [], "opgehaald": "2026-11-22T14:00:00Z"]]),
      ("rollen", [1]), ("resultaat", []), ("eigenschappen", "x"), ("zaakobjecten", [.null]),
      ("zaakinformatieobjecten", true), ("documenten", 1), ("besluiten", [["opgehaald": "2026-11-22T14:00:00Z"]]),
      ("notities", [["bron": [:], "opgehaald": "22-11-2026"]]),
    ] as [(String, JSON?)])
  func aMalformedDossierNamesTheMember(member: String, value: JSON?) throws {
    var object = try #require(try whole().json.object)
    object[member] = value
    let error = #expect(throws: MalformedFile.self) { try Dossier(json: .object(object)) }
    #expect(error?.member == member)
  }

  @Test func aDossierThatIsNoObject() {
    for json: JSON in [.null, [], "dossier", 1] {
      #expect(throws: MalformedFile(member: "dossier")) { try Dossier(json: json) }
      #expect(throws: MalformedFile(member: "catalogus")) { try ZaaktypeVersie(json: json) }
    }
    #expect(MalformedFile(member: "zaak").description == "onderdeel 'zaak' ontbreekt of heeft een andere vorm")
  }

  @Test func theLatestStatusAndTheBehandelaars() {
    var dossier = dossier()
    dossier.statussen = [
      status(1, type: 12, at: moment(5)), status(2, type: 13, at: moment(9).at(offset: -3600)),
      status(3, type: 11, at: moment(7)),
    ]
    #expect(dossier.status?.url == ref("statussen", 2))
    let rollen: [RolOmschrijving?] = [.initiator, .behandelaar, nil, .behandelaar]
    dossier.rollen = rollen.enumerated().map { number, soort in
      var rol = Rol()
      rol.url = ref("rollen", number)
      rol.omschrijvingGeneriek = soort
      return Fetched(rol, fetched: moment(0))
    }
    #expect(dossier.behandelaars.map(\.url) == [ref("rollen", 1), ref("rollen", 3)])
  }

  private func wholeZaaktype() throws -> ZaaktypeVersie {
    func one<Fields: ResourceFields>(_ number: Int) throws -> Fetched<Fields> {
      Fetched(Record(["url": .string(ref("x", number).url)]), etag: "\"\(number)\"", fetched: moment(number))
    }
    var versie = zaaktypeVersie()
    versie.catalogus = try one(1)
    versie.resultaattypen = [try one(2)]
    versie.roltypen = [try one(3)]
    versie.eigenschappen = [try one(4)]
    versie.besluittypen = [try one(5)]
    versie.informatieobjecttypen = [try one(6)]
    versie.zaaktypeInformatieobjecttypen = [try one(7)]
    versie.zaakobjecttypen = [try one(8)]
    return versie
  }

  @Test func aZaaktypeIsReadAsItWasWritten() throws {
    for versie in [zaaktypeVersie(), try wholeZaaktype()] {
      let bytes = versie.json.bytes()
      let again = try ZaaktypeVersie(json: JSON(parsing: bytes))
      #expect(again == versie)
      #expect(again.json.bytes() == bytes)
    }
  }

  @Test(
    arguments: [
      ("zaaktype", nil), ("zaaktype", ["bron": [:], "opgehaald": "2026-11-22T14:00:00Z"]), ("formaat", 2),
      ("catalogus", []), ("statustypen", [1]), ("resultaattypen", [:]), ("roltypen", "x"), ("eigenschappen", .null),
      ("besluittypen", [[]]), ("informatieobjecttypen", 1), ("zaaktypeInformatieobjecttypen", [.null]),
      ("zaakobjecttypen", true),
    ] as [(String, JSON?)])
  func aMalformedZaaktypeNamesTheMember(member: String, value: JSON?) throws {
    var object = try #require(try wholeZaaktype().json.object)
    object[member] = value
    let error = #expect(throws: MalformedFile.self) { try ZaaktypeVersie(json: .object(object)) }
    #expect(error?.member == member)
  }

  // zrc-007
  @Test func theHighestVolgnummerIsTheEndStatus() {
    let versie = zaaktypeVersie()
    #expect(versie.path.map(\.volgnummer) == [1, 3, 9])
    #expect(versie.isEndStatus(ref("statustypen", 13)))
    #expect(!versie.isEndStatus(ref("statustypen", 11)))
    #expect(!versie.isEndStatus(ref("statustypen", 99)))
    #expect(versie.statustype(ref("statustypen", 12))?.omschrijving == "In behandeling")
    #expect(versie.statustype(ref("statustypen", 99)) == nil)
  }
}
