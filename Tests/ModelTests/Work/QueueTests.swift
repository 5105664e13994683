import Model
import TestSupport
import Testing

@Suite struct QueueTests {
  private static let a = zetStatus("a", type: 12, at: 1)
  private static let b = wijzig("b", "omschrijving", "oud", "nieuw")
  private static let other = wijzig("c", "omschrijving", "oud", "nieuw", zaak: 2)
  private static let refused = OperationState.rejected(Rejection(status: 403, code: "permission_denied", detail: ""))
  private static let at = moment(9)

  /// A history, and what is left of it: id, state, attempts.
  struct History: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let entries: [JournalEntry]
    let left: [PendingOperation]
  }

  static let histories: [History] = [
    History(testDescription: "nothing", entries: [], left: []),
    History(
      testDescription: "in the order of making", entries: [.added(b), .added(a), .added(other)],
      left: [PendingOperation(b), PendingOperation(a), PendingOperation(other)]),
    History(
      testDescription: "an attempt makes it unknown", entries: [.added(a), .attempt(id: "a", at: at)],
      left: [PendingOperation(a, state: .unknown, attempts: 1)]),
    History(
      testDescription: "tried again after waiting",
      entries: [
        .added(a), .attempt(id: "a", at: at), .moved(id: "a", to: .waiting, at: at), .attempt(id: "a", at: at),
      ], left: [PendingOperation(a, state: .unknown, attempts: 2)]),
    History(
      testDescription: "refused stays", entries: [.added(a), .added(b), .moved(id: "a", to: refused, at: at)],
      left: [PendingOperation(a, state: refused), PendingOperation(b)]),
    History(
      testDescription: "confirmed ends it", entries: [.added(a), .added(b), .confirmed(id: "a", at: at)],
      left: [PendingOperation(b)]),
    History(
      testDescription: "withdrawn ends it",
      entries: [.added(a), .added(b), .moved(id: "b", to: refused, at: at), .withdrawn(id: "b", at: at)],
      left: [PendingOperation(a)]),
    History(
      testDescription: "rebased waits again at its own place",
      entries: [
        .added(b), .added(a), .attempt(id: "b", at: at), .moved(id: "b", to: .conflict([]), at: at),
        .rebased(wijzig("b", "omschrijving", "hunne", "nieuw"), at: at),
      ],
      left: [
        PendingOperation(wijzig("b", "omschrijving", "hunne", "nieuw"), attempts: 1), PendingOperation(a),
      ]),
    History(testDescription: "added twice is once", entries: [.added(a), .added(a)], left: [PendingOperation(a)]),
    History(
      testDescription: "added again keeps what it went through",
      entries: [.added(a), .attempt(id: "a", at: at), .added(a)],
      left: [PendingOperation(a, state: .unknown, attempts: 1)]),
    History(
      testDescription: "late lines change nothing",
      entries: [
        .added(a), .confirmed(id: "a", at: at), .attempt(id: "a", at: at), .moved(id: "a", to: refused, at: at),
        .rebased(a, at: at), .withdrawn(id: "a", at: at), .confirmed(id: "a", at: at), .confirmed(id: "x", at: at),
      ], left: []),
  ]

  @Test(arguments: histories)
  func isAFunctionOfTheLines(history: History) {
    let queue = OperationQueue(history.entries)
    #expect(queue.pending == history.left)
    for pending in history.left { #expect(queue[pending.id] == pending) }
    #expect(queue["x"] == nil)
  }

  /// Taking the lines one by one, after reading however many of them, gives the same queue.
  @Test func readingAndThenTakingIsReadingAll() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("QueueTests seed \(seed)")
    var generator = SeededGenerator(seed: seed)
    for round in 0..<300 {
      let entries = (0..<20).map { _ in randomEntry(using: &generator) }
      let whole = OperationQueue(entries)
      for cut in 0...entries.count {
        var queue = OperationQueue(entries[..<cut])
        for entry in entries[cut...] { queue.take(entry) }
        #expect(queue == whole, "seed \(seed), round \(round), cut \(cut)")
      }
      #expect(Set(whole.pending.map(\.id)).count == whole.pending.count, "seed \(seed), round \(round)")
      let written = entries.compactMap { JournalEntry(json: $0.json) }
      #expect(OperationQueue(written) == whole, "seed \(seed), round \(round)")
    }
  }

  private func randomEntry(using generator: inout SeededGenerator) -> JournalEntry {
    let id = ["a", "b", "c", "d"].randomElement(using: &generator) ?? "a"
    let zaak = Int.random(in: 1...2, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1: return .added(wijzig(id, "omschrijving", "oud", "nieuw", zaak: zaak))
    case 2: return .added(zetStatus(id, type: 12, at: 1, zaak: zaak))
    case 3: return .attempt(id: id, at: moment(1))
    case 4: return .rebased(wijzig(id, "toelichting", "oud", "nieuw", zaak: zaak), at: moment(2))
    case 5: return .confirmed(id: id, at: moment(3))
    case 6: return .withdrawn(id: id, at: moment(3))
    default:
      let state = JournalEntryTests.states.randomElement(using: &generator) ?? .waiting
      return .moved(id: id, to: state, at: moment(4))
    }
  }

  @Test func ofOneZaak() {
    let queue = OperationQueue([.added(QueueTests.other), .added(QueueTests.a), .added(QueueTests.b)])
    #expect(queue.dossiers == [uuid(2), uuid(1)])
    #expect(queue.of(dossier: uuid(1)).map(\.id) == ["a", "b"])
    #expect(queue.of(dossier: uuid(3)) == [])
  }

  @Test func whatTheServerRefusedIsNotShown() {
    let shown = JournalEntryTests.states.map { PendingOperation(QueueTests.a, state: $0).isShown }
    #expect(shown == [true, true, false, false, true, true])
  }
}
