import Foundation
import Model
import Store
import Testing

/// The invariants of docs/design, chapter "On disk".
@Suite struct InvariantTests {
  @Test("Invariant 1: what is shown is the pending operations applied to what the server last said")
  func shownIsTheServersWordWithOperations() throws {
    let ground = Ground()
    let store = try ground.open()
    try store.put([dossier(1)])
    try store.put(zaaktypeVersie())
    let operations = [setStatus(1, id: 101), describe(1, id: 102, as: "Andere dakkapel")]
    try store.record(operations.map { .added($0) })
    let shown = try #require(try store.shown(uuid(1)))
    #expect(shown.dossier == dossier(1).applying(operations))
    #expect(shown.zaaktype == zaaktypeVersie())
    #expect(try store.dossier(uuid(1)) == dossier(1))
    let row = try #require(try store.rows(RowQuery()).rows.first)
    #expect(row == ZaakRow(dossier(1), pending: store.queue.pending, zaaktype: zaaktypeVersie()))
    #expect([row.status, row.omschrijving] == ["In behandeling", "Andere dakkapel"])

    // The server says something else: the operations are on top of that now.
    var changed = dossier(1)
    changed.zaak.value.toelichting = "Nieuw van de server"
    try store.put([changed])
    #expect(try store.shown(uuid(1))?.dossier == changed.applying(operations))

    // What the server refused does not show; what it confirmed is in its own word.
    let no = OperationState.rejected(Rejection(status: 400, code: "invalid", detail: "Mag niet"))
    try store.record([.moved(id: uuid(102), to: no, at: moment), .confirmed(id: uuid(101), at: moment)])
    #expect(try store.shown(uuid(1))?.dossier == changed)
    #expect(try store.rows(RowQuery()).rows.first?.mark == .rejected)
  }

  @Test("Invariant 2: kept before shown", arguments: Place.allCases)
  func keptBeforeShown(_ place: Place) throws {
    let ground = try place.make()
    let first = try ground.open()
    try first.put([dossier(1)])
    first.close()
    for fault in [Fault.error(.before), .error(.torn), .error(.after), .diskFull] {
      // Recording begins right after the steps that opening takes.
      let count = StepCounter()
      let counted = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: count))
      let steps = count.count
      counted.close()
      let faulty = StepCounter(failing: steps + 1, with: fault)
      let store = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: faulty))
      let before = try store.picture()
      let failed = failure { () throws(StoreError) in try store.record([.added(setStatus(1, id: 101))]) }
      #expect(fault == .diskFull ? failed == .diskFull : failed != nil)
      #expect(faulty.names[steps] == "append journal.jsonl")
      #expect(try store.picture() == before, "\(fault)")
      // And the next one is kept whole.
      try store.record([.added(setStatus(1, id: 102))])
      ground.crash(powerCut: true)
      let picture = try store.picture()
      let again = try { [store] in
        store.close()
        return try ground.open()
      }()
      #expect(try again.picture() == picture)
      #expect(again.findings.isEmpty)
      try again.record([.withdrawn(id: uuid(102), at: moment)])
      again.close()
    }
  }

  @Test("Invariant 3: the server's word is replaced whole, and what does not parse is moved aside and reported")
  func replacedWhole() throws {
    let ground = Ground()
    let store = try ground.open()
    try store.put([dossier(1, toelichting: "een"), dossier(2)])
    var other = dossier(1, toelichting: "twee")
    other.rollen = []
    #expect(try store.put([other, dossier(2)]) == 1)
    #expect(try store.dossier(uuid(1)) == other)
    #expect(try store.put([other, dossier(2)]) == 0)

    let path = "\(ground.folder)/dossiers/\(uuid(1).prefix(2))/\(uuid(1)).json"
    try ground.files.write(Array("{\"formaat\":1,".utf8), to: path, durably: true)
    #expect(try store.dossier(uuid(1)) == nil)
    #expect(store.findings.map(\.kind) == [.damagedFile])
    #expect(try store.knownDossiers() == [uuid(2)])
    #expect(try store.rows(RowQuery()).rows.map(\.uuid) == [uuid(2)])
    #expect(try ground.files.list(ground.folder + "/apart").count == 1)
    #expect(try store.put([other]) == 1)
    #expect(try store.dossier(uuid(1)) == other)
  }

  @Test("Invariant 3: a file of another zaak does not pass for the one of its name")
  func aFileUnderAnotherName() throws {
    let ground = Ground()
    let store = try ground.open()
    try store.put([dossier(1)])
    let path = "\(ground.folder)/dossiers/\(uuid(1).prefix(2))/\(uuid(1)).json"
    try ground.files.write(dossier(2).json.bytes(), to: path, durably: true)
    #expect(try store.shown(uuid(1)) == nil)
    #expect(store.findings.map(\.kind) == [.damagedFile])
  }

  @Test("Invariant 4: the index is a function of the files", arguments: ["weg", "rommel", "leeg", "andere versie"])
  func indexIsDerived(_ damage: String) throws {
    let folder = try TemporaryFolder()
    let ground = Ground(disk: folder)
    let store = try ground.open()
    try store.put(zaaktypeVersie())
    try store.put((1...30).map { dossier($0, deadline: $0 % 7) })
    try store.record([.added(setStatus(3, id: 101))])
    let picture = try store.picture()
    store.close()
    let index = ground.folder + "/index.sqlite"
    switch damage {
    case "weg": try ground.files.remove(index)
    case "rommel": try ground.files.write(Array(repeating: 0x42, count: 9000), to: index, durably: true)
    case "leeg": try ground.files.write([], to: index, durably: true)
    default: try runSQL(index, "UPDATE meta SET waarde = '0' WHERE naam = 'versie'")
    }
    let again = try ground.open()
    #expect(try again.picture() == picture)
    #expect(try again.rows(RowQuery(text: "dakkapel")).count == 30)
    #expect(try again.check(repair: false).isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: index)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    again.close()
  }

  @Test("Invariant 5: no operation disappears", arguments: Place.allCases)
  func noOperationDisappears(_ place: Place) throws {
    let ground = try place.make()
    var store = try ground.open(compaction: 3)
    try store.put([dossier(1), dossier(2)])
    let conflict = OperationState.conflict([FieldConflict(field: "omschrijving", base: "a", theirs: "b", mine: "c")])
    let no = OperationState.rejected(Rejection(status: nil, code: "x", detail: "y"))
    try store.record((101...105).map { .added(setStatus($0 % 2 + 1, id: $0)) })
    try store.record([
      .attempt(id: uuid(101), at: moment), .moved(id: uuid(102), to: conflict, at: moment),
      .moved(id: uuid(103), to: no, at: moment),
    ])
    try store.record([.confirmed(id: uuid(104), at: moment)])
    // The zaak leaves the werkset: its offline copy goes, the work on it stays.
    try store.remove(uuid(1))
    try store.remove(uuid(2))
    for number in 201...220 {
      try store.record([.added(setStatus(1, id: number))])
      try store.record([.attempt(id: uuid(number), at: moment), .confirmed(id: uuid(number), at: moment)])
    }
    let queue = store.queue
    #expect(queue.pending.map(\.id) == [101, 102, 103, 105].map { uuid($0) })
    #expect(queue[uuid(102)]?.state == conflict)
    for _ in 1...3 {
      store.close()
      store = try ground.open(compaction: 3)
      #expect(store.queue == queue)
    }
    // Their zaken come back with their marks.
    try store.put([dossier(1), dossier(2)])
    #expect(try store.rows(RowQuery(scope: .conflicts)).count == 1)
    #expect(try store.rows(RowQuery(scope: .pending)).count == 2)
    store.close()
  }

  @Test("Invariant 6: a torn tail of the journal is cut off and kept aside, at every byte")
  func tornTail() throws {
    let whole = Ground()
    let writer = try whole.open()
    try writer.record([.added(setStatus(1, id: 101)), .attempt(id: uuid(101), at: moment)])
    try writer.record([.added(describe(2, id: 102, as: "Ünïcode 🏛 en \"aanhaling\""))])
    let bytes = try whole.files.read(whole.folder + "/journal.jsonl")
    let lines = bytes.indices.filter { bytes[$0] == 0x0A }
    #expect(lines.count == 3)
    for cut in 0...bytes.count {
      let ground = Ground()
      try ground.files.makeFolder(ground.folder)
      try ground.files.append(Array(bytes.prefix(cut)), to: ground.folder + "/journal.jsonl")
      let store = try ground.open()
      // A line that lacks nothing but its newline is a whole line.
      let kept = lines.count { $0 <= cut }
      #expect(store.queue.pending.count == [0, 1, 1, 2][kept])
      #expect(store.queue[uuid(101)]?.attempts == (kept == 0 ? nil : kept > 1 ? 1 : 0))
      let isTorn = cut > 0 && !lines.contains(cut) && !lines.contains(cut - 1)
      #expect(store.findings.map(\.kind) == (isTorn ? [.tornJournal] : []), "cut at \(cut)")
      let aside = try ground.files.list(ground.folder).filter { $0.hasSuffix(".torn") }
      #expect(aside.count == (isTorn ? 1 : 0))
      if let name = aside.first {
        let start = lines.last { $0 < cut }.map { $0 + 1 } ?? 0
        #expect(try ground.files.read("\(ground.folder)/\(name)") == Array(bytes[start..<cut]))
      }
      try store.record([.added(setStatus(1, id: 103))])
      let queue = store.queue
      store.close()
      let again = try ground.open()
      #expect(again.queue == queue)
      #expect(again.findings.isEmpty)
    }
  }
}
