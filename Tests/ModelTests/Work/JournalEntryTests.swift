import Model
import Testing

@Suite struct JournalEntryTests {
  static let states: [OperationState] = [
    .waiting, .unknown, .rejected(Rejection(status: 400, code: "resultaat-does-not-exist", detail: "Geen \"é\"\n")),
    .rejected(Rejection(status: nil, code: "", detail: "")), .conflict([]),
    .conflict([
      FieldConflict(field: "omschrijving", base: "a", theirs: .null, mine: ["x": .number("1.50")]),
      FieldConflict(field: "toelichting", base: .null, theirs: [], mine: true),
    ]),
  ]

  static let operations: [Model.Operation] = [
    zetStatus("a", type: 12, at: 5), wijzig("b", "omschrijving", .null, "nieuw"),
    Model.Operation(
      id: uuid(7), zaak: ref("zaken", 7), made: Moment(microsecondsSince1970: 1_795_352_400_123_456, offset: -3600),
      change: .zetStatus(
        ZetStatus(
          statustype: ref("statustypen", 1), datumStatusGezet: moment(3), toelichting: "in 't kort: \u{1B}[0m",
          previous: ref("statustypen", 2))), reason: "op verzoek"),
    Model.Operation(
      id: uuid(8), zaak: ref("zaken", 8), made: moment(0),
      change: .wijzigZaak([
        FieldChange(field: "verlenging", old: .null, new: ["reden": "r", "duur": "P2W"]),
        FieldChange(field: "bedrag", old: .number("1.50"), new: .number("1.5")),
      ]), reason: ""),
  ]

  static let entries: [JournalEntry] =
    operations.flatMap { [.added($0), .rebased($0, at: moment(8))] }
    + states.map { .moved(id: "a", to: $0, at: moment(4)) }
    + [.attempt(id: "a", at: moment(1)), .confirmed(id: "a", at: moment(2)), .withdrawn(id: "a", at: moment(3))]

  @Test(arguments: entries)
  func isReadAsItWasWritten(entry: JournalEntry) throws {
    let bytes = entry.json.bytes()
    #expect(!bytes.contains(0x0A), "an entry is one line")
    let again = try #require(JournalEntry(json: try JSON(parsing: bytes)))
    #expect(again == entry)
    #expect(again.json.bytes() == bytes)
  }

  @Test func aMomentKeepsItsOffset() throws {
    for case .zetStatus(let status) in JournalEntryTests.operations.map(\.change) {
      let operation = Model.Operation(
        id: "a", zaak: ref("zaken", 1), made: moment(0), change: .zetStatus(status))
      guard case .zetStatus(let again)? = Model.Operation(json: operation.json)?.change else {
        Issue.record("no status")
        continue
      }
      #expect(again.datumStatusGezet.offset == 3600)
    }
  }

  @Test(arguments: [
    "null", "[]", "1", "{}", #"{"regel":1}"#, #"{"regel":"later","id":"a","op":"2026-11-22T14:00:00Z"}"#,
    #"{"regel":"nieuw","id":"a"}"#, #"{"regel":"poging"}"#, #"{"regel":"poging","id":"a"}"#,
    #"{"regel":"poging","id":"a","op":"gisteren"}"#, #"{"regel":"poging","id":1,"op":"2026-11-22T14:00:00Z"}"#,
    #"{"regel":"staat","id":"a","op":"2026-11-22T14:00:00Z"}"#,
    #"{"regel":"staat","id":"a","op":"2026-11-22T14:00:00Z","staat":"later"}"#,
    #"{"regel":"staat","id":"a","op":"2026-11-22T14:00:00Z","staat":"afgewezen"}"#,
    #"{"regel":"staat","id":"a","op":"2026-11-22T14:00:00Z","staat":"conflict"}"#,
    #"{"regel":"staat","id":"a","op":"2026-11-22T14:00:00Z","staat":"conflict","velden":[{"was":1}]}"#,
    #"{"regel":"staat","id":"a","op":"2026-11-22T14:00:00Z","staat":"conflict","velden":[{"veld":"x"}]}"#,
    #"{"regel":"herbaseerd","id":"a","op":"2026-11-22T14:00:00Z"}"#,
  ])
  func aLineThatIsNotKnownIsNone(text: String) throws {
    #expect(JournalEntry(json: try JSON(parsing: text)) == nil)
  }

  @Test(arguments: ["id", "zaak", "gemaakt", "soort", "statustype", "datumStatusGezet"])
  func aStatusWithoutAMemberIsNone(member: String) {
    var object = zetStatus("a", type: 12, at: 5).json
    #expect(Model.Operation(json: object) != nil)
    object[member] = "iets anders"
    #expect((Model.Operation(json: object) == nil) == ["gemaakt", "soort", "datumStatusGezet"].contains(member))
    object[member] = nil
    #expect(Model.Operation(json: object) == nil)
  }

  @Test(arguments: ["veld", "oud", "nieuw"])
  func aWijzigingOfWhichOneFieldIsIncompleteIsNone(member: String) {
    var field: JSONObject = ["veld": "x", "oud": nil, "nieuw": 1]
    var object = wijzig("a", "x", .null, 1).json
    object["velden"] = [.object(field), .object(field)]
    #expect(Model.Operation(json: object) != nil)
    field[member] = nil
    object["velden"] = [["veld": "y", "oud": nil, "nieuw": 1], .object(field)]
    #expect(Model.Operation(json: object) == nil)
  }

  @Test func wordsOfTheJournal() {
    #expect(
      JournalEntryTests.states.map(\.word) == [
        "wachtend", "onbekend", "afgewezen", "afgewezen", "conflict", "conflict",
      ])
    #expect(zetStatus("a", type: 1, at: 0).change.kind == "status")
    #expect(wijzig("a", "x", 1, 2).change.kind == "wijziging")
    #expect(wijzig("a", "x", 1, 2, zaak: 9).dossier == uuid(9))
  }
}
