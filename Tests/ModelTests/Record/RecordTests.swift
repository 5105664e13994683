import Model
import Testing

@Suite struct RecordTests {
  private func zaak() throws -> Zaak {
    let text = """
      {"url":"https://z.voorbeeld.test/zaken/\(uuid(1))","omschrijving":"Dakkapel","startdatum":"2026-11-02",
      "einddatumGepland":"","registratiedatum":null,"vertrouwelijkheidaanduiding":"openbaar","bedrag":1.50,
      "onbekend":{"z":1e2,"a":[null]},"verlenging":{"reden":"advies","duur":"P2W","extra":true},
      "kenmerken":[{"kenmerk":"K1","bron":"B1"}],"archiefnominatie":"bewaren_op_de_maan"}
      """
    return Zaak(try #require(try JSON(parsing: text).object))
  }

  @Test func readsByName() throws {
    let zaak = try zaak()
    #expect(zaak.omschrijving == "Dakkapel")
    #expect(zaak.startdatum.text == "2026-11-02")
    #expect(zaak.einddatumGepland == nil)
    #expect(zaak.registratiedatum == nil)
    #expect(zaak.vertrouwelijkheidaanduiding == .openbaar)
    #expect(zaak.verlenging?.duur == ISODuration(weeks: 2))
    #expect(zaak.kenmerken.map(\.kenmerk) == ["K1"])
    #expect(zaak.archiefnominatie == nil)
    #expect(zaak.toelichting == "")
    let known: String? = zaak.uuid
    #expect(known == uuid(1), "from the URL, for not every API gives a member of that name")
    #expect(zaak.ref == zaak.url)
  }

  @Test func unknownFieldsAndUntouchedValuesStayExactlyAsTheyWere() throws {
    var zaak = try zaak()
    let before = JSON.object(zaak.body).text()
    zaak.omschrijving = "Dakkapel achter"
    #expect(JSON.object(zaak.body).text() == before.replacing("\"Dakkapel\"", with: "\"Dakkapel achter\""))
    zaak.verlenging?.reden = "tweede advies"
    #expect(zaak.verlenging?.body["extra"] == true)
    #expect(zaak.verlenging?.duur == ISODuration(weeks: 2))
    #expect(zaak.body["bedrag"] == .number("1.50"))
    #expect(zaak.body["onbekend"] == ["a": [nil], "z": .number("1e2")])
    #expect(zaak.body["archiefnominatie"] == "bewaren_op_de_maan")
  }

  @Test func settingNilWritesNull() throws {
    var zaak = try zaak()
    zaak.verlenging = nil
    #expect(zaak.body["verlenging"] == .null)
  }

  @Test func problemsOfValues() {
    func problem(_ field: String, _ value: JSON?) -> FieldProblem.Reason? {
      var body: JSONObject = [
        "bronorganisatie": "123456782", "zaaktype": "x", "verantwoordelijkeOrganisatie": "123456782",
        "startdatum": "2026-11-22",
      ]
      body[field] = value
      let problems = Zaak(body).problems
      #expect(problems.allSatisfy { $0.field == field })
      return problems.first?.reason
    }
    #expect(problem("omschrijving", "x") == nil)
    #expect(problem("startdatum", nil) == .missing)
    #expect(problem("startdatum", .null) == .missing)
    #expect(problem("bronorganisatie", .null) == .missing)
    #expect(problem("startdatum", "gisteren") == .wrongShape)
    #expect(problem("startdatum", 20_261_122) == .wrongShape)
    #expect(problem("omschrijving", 1) == .wrongShape)
    #expect(problem("kenmerken", [1]) == .wrongShape)
    #expect(problem("kenmerken", .null) == nil)
    #expect(problem("einddatum", .null) == nil)
    #expect(problem("vertrouwelijkheidaanduiding", "") == nil)
    #expect(problem("vertrouwelijkheidaanduiding", "supergeheim") == .wrongShape)
    #expect(problem("verlenging", "P2W") == .wrongShape)
    // Counted in code points, as the servers do.
    #expect(problem("omschrijving", .string(String(repeating: "é", count: 80))) == nil)
    #expect(problem("omschrijving", .string(String(repeating: "é", count: 81))) == .tooLong(max: 80))
    #expect(problem("omschrijving", .string(String(repeating: "e\u{301}", count: 41))) == .tooLong(max: 80))
  }

  /// The standard demands these and gives them no null, though they read as an optional.
  @Test(arguments: ["betrokkeneType"]) func aDemandedCodeMayNotBeEmpty(field: String) {
    for value: JSON in [.null, ""] {
      let rol = Rol(["zaak": "z", "roltype": "r", "roltoelichting": "", "betrokkeneType": value])
      #expect(rol.problems.map(\.field) == [field])
      #expect(rol.problems.map(\.reason) == [.missing])
    }
  }

  @Test func codesOfTheStandard() {
    #expect(Vertrouwelijkheidaanduiding.beperktOpenbaar < .intern)
    #expect(Vertrouwelijkheidaanduiding.allCases.sorted() == Vertrouwelijkheidaanduiding.allCases)
    #expect(ObjectType.allCases.count == 31)
    #expect(ResourceKind.allCases.filter(\.isPlainList).count == 5)
    #expect(ResourceKind.allCases.filter { $0.api == .zaken }.count == 8)
    #expect(ResourceKind(rawValue: "zaaktype-informatieobjecttypen") == .zaaktypeInformatieobjecttypen)
  }
}

@Suite struct RefTests {
  @Test(arguments: [
    ("https://x.test/zaken/957E2D8D-6e76-414f-9d81-ccb9bb76f82c", "957e2d8d-6e76-414f-9d81-ccb9bb76f82c"),
    ("957e2d8d-6e76-414f-9d81-ccb9bb76f82c", "957e2d8d-6e76-414f-9d81-ccb9bb76f82c"),
    ("https://x.test/zaken/957e2d8d-6e76-414f-9d81-ccb9bb76f82c?versie=2", "957e2d8d-6e76-414f-9d81-ccb9bb76f82c"),
    ("https://x.test/957e2d8d-6e76-414f-9d81-ccb9bb76f82c#deel", "957e2d8d-6e76-414f-9d81-ccb9bb76f82c"),
    ("https://x.test/zaken/957e2d8d-6e76-414f-9d81-ccb9bb76f82c/", nil), ("", nil), ("zaak", nil),
    ("https://x.test/zaken/1957e2d8d-6e76-414f-9d81-ccb9bb76f82c", nil),
    ("https://x.test/zaken/957e2d8d-6e76-414f-9d81-ccb9bb76f82g", nil),
    ("https://x.test/zaken/957e2d8d06e76-414f-9d81-ccb9bb76f82c", nil),
    ("https://x.test/é57e2d8d-6e76-414f-9d81-ccb9bb76f82", nil),
  ])
  func theUUIDAtTheEnd(url: String, uuid: String?) {
    #expect(Ref(url).uuid == uuid)
  }

  @Test func anEmptyRefReadsAsNilWhereItMayBe() {
    #expect(Ref?(json: "")?.isNone == true)
    #expect(Ref(json: .null) == Ref(""))
    #expect(Ref(json: 1) == nil)
    #expect(Ref("zaaklijn:operatie/1").isPending)
    #expect(!Ref("https://x.test/1").isPending)
  }
}

extension Optional {
  fileprivate var isNone: Bool { if case .none = self { true } else { false } }
}
