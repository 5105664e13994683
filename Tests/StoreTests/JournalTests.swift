import Model
import Store
import Testing

@Suite struct JournalTests {
  private func ground(_ lines: [String]) throws -> Ground {
    let ground = Ground()
    try ground.files.makeFolder(ground.folder)
    try ground.files.append(Array(lines.joined(separator: "\n").utf8), to: ground.folder + "/journal.jsonl")
    return ground
  }

  private func line(_ entry: JournalEntry) -> String { entry.json.text() }

  @Test func damagedLinesAreKeptAside() throws {
    let ground = try ground([
      line(.added(setStatus(1, id: 101))), "rommel {", "", "[1]", line(.attempt(id: uuid(101), at: moment)), "",
    ])
    let store = try ground.open()
    #expect(store.queue[uuid(101)]?.attempts == 1)
    #expect(store.findings.map(\.kind) == [.damagedLine])
    let aside = try #require(try ground.files.list(ground.folder).first { $0.hasSuffix(".damaged") })
    #expect(try ground.files.read("\(ground.folder)/\(aside)") == Array("rommel {\n[1]\n".utf8))
    store.close()
    let again = try ground.open()
    #expect(again.findings.isEmpty)
    #expect(again.queue == store.queue)
  }

  @Test func linesOfALaterVersionStayWhereTheyAre() throws {
    let unknown = #"{"regel":"gedeeld","id":"x","op":"2026-11-22T12:00:00Z"}"#
    let ground = try ground([line(.added(setStatus(1, id: 101))), unknown, ""])
    let store = try ground.open(compaction: 0)
    #expect(store.findings.map(\.kind) == [.unknownLine])
    for number in 201...205 {
      try store.record([.added(setStatus(1, id: number)), .confirmed(id: uuid(number), at: moment)])
    }
    try store.compactJournal()
    store.close()
    let text = String(decoding: try ground.files.read(ground.folder + "/journal.jsonl"), as: UTF8.self)
    #expect(text == line(.added(setStatus(1, id: 101))) + "\n" + unknown + "\n")
  }

  @Test func aTornTailWithItsNewlineGoesToo() throws {
    let ground = try ground([line(.added(setStatus(1, id: 101))), "\u{0}\u{0}\u{0}", ""])
    let store = try ground.open()
    #expect(store.findings.map(\.kind) == [.tornJournal])
    try store.record([.added(setStatus(1, id: 102))])
    store.close()
    let again = try ground.open()
    #expect(again.queue.pending.map(\.id) == [uuid(101), uuid(102)])
    #expect(again.findings.isEmpty)
  }

  @Test func compactionKeepsAllOfWhatHasNotEnded() throws {
    let ground = Ground()
    let store = try ground.open(compaction: 10)
    let no = OperationState.rejected(Rejection(status: 400, code: "invalid", detail: "Mag niet"))
    try store.record([
      .added(setStatus(1, id: 101)), .attempt(id: uuid(101), at: moment), .moved(id: uuid(101), to: no, at: moment),
    ])
    for number in 201...230 {
      try store.record([.added(setStatus(2, id: number)), .confirmed(id: uuid(number), at: moment)])
    }
    try store.record([.added(describe(1, id: 102, as: "Anders"))])
    let queue = store.queue
    try store.compactJournal()
    let bytes = try ground.files.read(ground.folder + "/journal.jsonl")
    let lines = bytes.count { $0 == 0x0A }
    #expect(lines == 4)
    #expect(store.queue == queue)
    try store.record([.withdrawn(id: uuid(101), at: moment)])
    store.close()
    #expect(try ground.open(compaction: 10).queue.pending.map(\.id) == [uuid(102)])
  }

  @Test func fewEndedLinesAreLeftAlone() throws {
    let ground = Ground()
    let store = try ground.open(compaction: 10)
    for number in 201...204 {
      try store.record([.added(setStatus(2, id: number)), .confirmed(id: uuid(number), at: moment)])
    }
    try store.compactJournal()
    let lines = try ground.files.read(ground.folder + "/journal.jsonl").count { $0 == 0x0A }
    #expect(lines == 8)
  }

  @Test func nothingToRecordWritesNothing() throws {
    let ground = Ground()
    let counter = StepCounter()
    let store = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: counter))
    let before = counter.count
    try store.record([])
    #expect(counter.count == before)
  }
}
