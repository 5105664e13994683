import Model
import TestSupport
import Testing

@testable import Sync

/// The three-way comparison and the recognition of a repeat.
struct StandingTests {
  let sample = SampleServer(zaken: 2)

  // MARK: fields

  /// Of base, theirs and mine: whether mine is sent, taken as done, or a conflict.
  static let table: [(base: JSON, theirs: JSON, mine: JSON, expected: String)] = [
    ("a", "a", "b", "open"), ("a", "b", "b", "already"), ("a", "c", "b", "conflict"), ("a", "a", "a", "already"),
    ("a", "c", "c", "already"), ("", nil, "b", "open"), (nil, "", "b", "open"), ("a", nil, "", "already"),
    ("a", "", nil, "already"), ("a", "  a \n", "b", "open"), ("a", "b  ", " b", "already"),
    ("a", "   ", "b", "conflict"),
    ("", "   ", "b", "open"), (1, 1, 2, "open"), (1, 2, 2, "already"), (1, 3, 2, "conflict"),
    (true, true, false, "open"),
    (["x"], ["x"], ["y"], "open"), ("a", "A", "b", "conflict"),
  ]

  @Test(arguments: table.indices)
  func eachField(_ row: Int) {
    let (base, theirs, mine, expected) = Self.table[row]
    var zaak = Zaak()
    zaak.body["omschrijving"] = theirs
    switch Standing.of([FieldChange(field: "omschrijving", old: base, new: mine)], on: zaak.body) {
    case .already: #expect(expected == "already")
    case .open(let body):
      #expect(expected == "open")
      #expect(body == ["omschrijving": mine])
    case .conflict(let fields):
      #expect(expected == "conflict")
      #expect(fields == [FieldConflict(field: "omschrijving", base: base, theirs: theirs, mine: mine)])
    }
  }

  @Test func ofAListOnlyTheRowsCount() {
    let change = FieldChange(field: "trefwoorden", old: ["x", "w"], new: ["x", "y"])
    #expect(
      Standing.of([change], on: ["trefwoorden": ["x", "w", "z"]]) == .open(["trefwoorden": ["x", "z", "y"]]))
    #expect(Standing.of([change], on: ["trefwoorden": ["z", "y"]]) == .already)
    #expect(Standing.of([change], on: ["trefwoorden": "tekst"]) != .already)
  }

  @Test func onlyWhatTheUserChangedAndTheServerLacksIsSent() {
    let zaak = Zaak(["omschrijving": "oud", "toelichting": "al nieuw", "startdatum": "2026-01-01"])
    let changes = [
      FieldChange(field: "omschrijving", old: "oud", new: "nieuw"),
      FieldChange(field: "toelichting", old: "oud", new: "al nieuw"),
    ]
    #expect(Standing.of(changes, on: zaak.body) == .open(["omschrijving": "nieuw"]))
  }

  @Test func oneConflictHoldsBackTheOtherFieldsToo() {
    let zaak = Zaak(["omschrijving": "oud", "toelichting": "van een collega"])
    let changes = [
      FieldChange(field: "omschrijving", old: "oud", new: "nieuw"),
      FieldChange(field: "toelichting", old: "", new: "van mij"),
    ]
    let conflict = FieldConflict(field: "toelichting", base: "", theirs: "van een collega", mine: "van mij")
    #expect(Standing.of(changes, on: zaak.body) == .conflict([conflict]))
  }

  @Test func anAbsentFieldIsAnEmptyOne() {
    #expect(
      Standing.of([FieldChange(field: "toelichting", old: "", new: "x")], on: JSONObject())
        == .open(["toelichting": "x"]))
  }

  // MARK: statussen

  private func status(_ type: Int, _ seconds: Int, zaak: Int = 0) -> Status {
    var status = Status()
    status.zaak = sample.zaken[zaak]
    status.statustype = sample.statustypen[type]
    status.datumStatusGezet = SampleServer.moment(seconds)
    return status
  }

  private func standing(
    _ type: Int, at seconds: Int, toelichting: String = "", previous: Int? = 0, among statussen: [Status]
  ) -> Standing {
    let set = ZetStatus(
      statustype: sample.statustypen[type], datumStatusGezet: SampleServer.moment(seconds), toelichting: toelichting,
      previous: previous.map { sample.statustypen[$0] })
    return Standing.of(set, zaak: sample.zaken[0], among: statussen)
  }

  private func isOpen(_ standing: Standing) -> Bool { if case .open = standing { true } else { false } }

  private func conflict(_ base: Int?, _ theirs: Int?, _ mine: Int) -> Standing {
    func json(_ type: Int?) -> JSON { type.map { .string(sample.statustypen[$0].url) } ?? .null }
    return .conflict([FieldConflict(field: "status", base: json(base), theirs: json(theirs), mine: json(mine))])
  }

  @Test func aStatusNotThereYetIsSentWithTheMomentOfTheUser() {
    let expected: JSONObject = [
      "zaak": .string(sample.zaken[0].url), "statustype": .string(sample.statustypen[1].url),
      "datumStatusGezet": .string(SampleServer.moment(5).text), "statustoelichting": "want",
    ]
    #expect(standing(1, at: 5, toelichting: "want", among: [status(0, 0)]) == .open(expected))
    #expect(isOpen(standing(0, at: 5, previous: nil, among: [])))
  }

  /// S2: see docs/sync.md.
  @Test func aRepeatIsRecognisedByTypeAndMoment() {
    #expect(standing(1, at: 5, toelichting: "want", among: [status(0, 0), status(1, 5)]) == .already)
    // Also when somebody set another one after it.
    #expect(standing(1, at: 5, toelichting: "want", among: [status(0, 0), status(1, 5), status(2, 9)]) == .already)
  }

  @Test(arguments: [1, 1000, 1_000_000])
  func aServerMayCutTheMomentOff(_ unit: Int) {
    let sent = Moment(microsecondsSince1970: 1_795_000_000_123_456)
    var kept = status(1, 0)
    kept.datumStatusGezet = Moment(microsecondsSince1970: 1_795_000_000_123_456 / unit * unit)
    let set = ZetStatus(statustype: sample.statustypen[1], datumStatusGezet: sent, toelichting: "x", previous: nil)
    #expect(Standing.of(set, zaak: sample.zaken[0], among: [kept]) == .already)
    kept.datumStatusGezet = Moment(microsecondsSince1970: sent.microsecondsSince1970 + 1)
    #expect(Standing.of(set, zaak: sample.zaken[0], among: [kept]) != .already)
  }

  @Test func aStatusOfAnotherZaakIsNotOurs() {
    let others = [status(0, 0), status(1, 5, zaak: 1)]
    #expect(isOpen(standing(1, at: 5, among: others)))
  }

  @Test func somebodyElseWhoMovedTheStatusOnGivesAConflict() {
    #expect(standing(1, at: 5, among: [status(0, 0), status(2, 3)]) == conflict(0, 2, 1))
    #expect(standing(1, at: 5, previous: nil, among: [status(2, 3)]) == conflict(nil, 2, 1))
    #expect(standing(1, at: 5, among: []) == conflict(0, nil, 1))
  }

  @Test func aLaterStatusThanOursGivesAConflictForOursWouldNotCount() {
    #expect(standing(1, at: 5, among: [status(0, 0), status(0, 8)]) == conflict(0, 0, 1))
    #expect(standing(1, at: 5, among: [status(0, 5)]) == conflict(0, 0, 1))
  }

  @Test func somebodyElseWhoSetTheSameStatusDidWhatTheUserMeant() {
    #expect(standing(1, at: 5, among: [status(0, 0), status(1, 3)]) == .already)
    // But the words of the user would be lost.
    #expect(isOpen(standing(1, at: 5, toelichting: "want", among: [status(0, 0), status(1, 3)])))
  }

  @Test func theSameStatusAgainOnPurposeIsSent() {
    #expect(isOpen(standing(1, at: 5, previous: 1, among: [status(1, 3)])))
  }
}
