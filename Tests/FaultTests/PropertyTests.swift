import Foundation
import Model
import Store
import Sync
import TestSupport
import Testing

/// Two caseworkers on one server, with faults and crashes at random; afterwards all is where it belongs.
struct PropertyTests {
  /// `SEED=17 swift test --filter PropertyTests` replays one.
  static let seeds: [UInt64] =
    ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) }.map { [$0] } ?? Array(1...60)

  @Test(arguments: seeds)
  func twoClientsAndManyFaults(_ seed: UInt64) async throws {
    var world = try await World(seed: seed)
    do {
      for _ in 0..<24 { try await world.step() }
      try await world.drain()
      try await world.expectAllAccountedFor()
      print(world.summary)
    } catch {
      Issue.record("SEED=\(seed): \(error)")
    }
  }
}

/// One caseworker: a disk that survives, and what the user knows to have been kept.
struct Caseworker {
  let name: String
  var files = MemoryFileSystem()
  /// All operations of which the user saw that they were kept, as they were last tried.
  var kept: [String: Model.Operation] = [:]
  var withdrawn: Set<String> = []
}

struct World {
  let seed: UInt64
  var random: SeededGenerator
  let sample = SampleServer(zaken: 3)
  var workers = [Caseworker(name: "a"), Caseworker(name: "b")]
  var made = 0
  /// For each sync, whether it came as far as its fault.
  var met: [Int: Bool] = [:]

  init(seed: UInt64) async throws {
    self.seed = seed
    random = SeededGenerator(seed: seed)
    for worker in workers {
      let store = try Store.opened(on: worker.files)
      let report = await sync(store, MemoryRemote(sample.server))
      try #require(report.trouble == nil)
      store.close()
    }
  }

  mutating func step() async throws {
    let who = Int.random(in: 0..<2, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: try act(who)
    case 4: try decide(who)
    case 5: colleague()
    default: try await syncWithFault(who)
    }
  }

  /// Opens the worker's store, with a fault perhaps; a crash when it is over.
  private func with<Value>(
    _ who: Int, _ steps: StepCounter = StepCounter(), _ body: (Store) throws -> Value
  ) throws -> Value {
    let store = try Store.opened(on: FaultyFileSystem(wrapping: workers[who].files, steps: steps))
    defer { store.close() }
    return try body(store)
  }

  /// The user changes something, having seen what the screen shows.
  private mutating func act(_ who: Int) throws {
    made += 1
    let id = "\(workers[who].name)\(made)"
    let zaak = sample.zaken[Int.random(in: 0..<3, using: &random)]
    let moment = SampleServer.moment(made * 10)
    let kind = Int.random(in: 0..<3, using: &random)
    let type = sample.statustypen[Int.random(in: 0..<3, using: &random)]
    let operation: Model.Operation? = try with(who) { store in
      guard let shown = try store.shown(zaak.uuid ?? "")?.dossier else { return nil }
      let change: Change
      if kind == 0 {
        change = .zetStatus(
          ZetStatus(
            statustype: type, datumStatusGezet: moment, toelichting: "status \(id)",
            previous: shown.status?.statustype))
      } else {
        let field = kind == 1 ? "omschrijving" : "toelichting"
        let old = shown.zaak.value.body[field] ?? .null
        change = .wijzigZaak([FieldChange(field: field, old: old, new: .string("waarde \(id)"))])
      }
      let operation = Model.Operation(id: id, zaak: zaak, made: moment, change: change)
      try store.record([.added(operation)])
      return operation
    }
    if let operation { workers[who].kept[id] = operation }
  }

  /// The user decides about something that waits, was refused or is in conflict.
  private mutating func decide(_ who: Int) throws {
    made += 1
    let now = SampleServer.moment(made * 10)
    let choice = Int.random(in: 0..<100, using: &random)
    let decided: (id: String, retried: Model.Operation?)? = try with(who) { store in
      guard let pending = store.queue.pending.first(where: { $0.state != .unknown }) else { return nil }
      if choice < 70, let retried = pending.retried(at: now) {
        try store.record([.rebased(retried, at: now)])
        return (pending.id, retried)
      }
      guard choice > 50 else { return nil }
      try #require(try store.withdraw(pending.id, at: now))
      return (pending.id, nil)
    }
    guard let decided else { return }
    if let retried = decided.retried {
      workers[who].kept[decided.id] = retried
    } else {
      workers[who].withdrawn.insert(decided.id)
    }
  }

  private mutating func colleague() {
    made += 1
    let zaak = sample.zaken[Int.random(in: 0..<3, using: &random)]
    sample.server.overwrite(zaak, ["toelichting": .string("collega \(made)")])
  }

  private mutating func syncWithFault(_ who: Int) async throws {
    let faults =
      Fault.files + Fault.When.allCases.map { .timeOut($0) } + [401, 403, 404, 429, 500, 503].map { .status($0) }
    let fault = faults[Int.random(in: 0..<faults.count, using: &random)]
    let steps = StepCounter(failing: Int.random(in: 1...70, using: &random), with: fault)
    let files = workers[who].files
    if let store = try? Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps)) {
      _ = await sync(store, FaultyRemote(wrapping: MemoryRemote(sample.server), steps: steps))
    }
    met[met.count] = steps.count >= steps.failing ?? .max
    if case .crash = fault { files.crash(powerCut: true) } else { files.crash(powerCut: false) }
  }

  private func sync(_ store: Store, _ remote: any Remote) async -> SyncReport {
    await Syncer(store: store, remote: remote, werkset: Werkset(), now: { SampleServer.moment(0) }, log: .silent).run()
  }

  /// Without faults, until neither has anything more to send.
  func drain() async throws {
    for _ in 0..<3 {
      for who in 0..<2 {
        let store = try Store.opened(on: workers[who].files)
        let report = await sync(store, MemoryRemote(sample.server))
        try #require(report.trouble == nil, "\(report)")
        try #require(report.unknown == 0 && report.postponed == 0 && report.skipped == 0)
        store.close()
      }
    }
  }

  func expectAllAccountedFor() async throws {
    let written = sample.server.written
    for (who, worker) in workers.enumerated() {
      let steps = StepCounter()
      let store = try Store.opened(on: FaultyFileSystem(wrapping: worker.files, steps: steps))
      defer { store.close() }
      for (id, operation) in worker.kept { try account(for: id, operation, worker, store, written) }
      for pending in store.queue.pending {
        let isVisible = worker.kept[pending.id] != nil
        #expect(isVisible, "SEED=\(seed) \(pending.id) came from nowhere")
      }
      try expectEqual(store, who)
      let before = steps.count
      let remote = MemoryRemote(sample.server)
      _ = await sync(store, remote)
      let wrote = Array(steps.names.dropFirst(before))
      // An operation in conflict is compared anew only when the user decides.
      #expect(wrote == [], "SEED=\(seed)")
      #expect(remote.writes.isEmpty, "SEED=\(seed)")
    }
  }

  var summary: String {
    let kept = workers.reduce(0) { $0 + $1.kept.count }
    let withdrawn = workers.reduce(0) { $0 + $1.withdrawn.count }
    let faults = met.filter(\.value).count
    return "SEED=\(seed): \(kept) operations, \(withdrawn) withdrawn, \(sample.server.written.count) writes, "
      + "\(faults) of \(met.count) syncs met their fault"
  }

  /// Confirmed, withdrawn, or still there to be seen; and never done twice.
  private func account(
    for id: String, _ operation: Model.Operation, _ worker: Caseworker, _ store: Store,
    _ written: [MemoryServer.Written]
  ) throws {
    let times = written.count { $0.body.members.contains { $0.value == mark(operation) } }
    #expect(times <= 1, "SEED=\(seed) \(id) was done \(times) times")
    if let pending = store.queue[id] {
      switch pending.state {
      case .unknown: Issue.record("SEED=\(seed) \(id) is still in doubt")
      case .waiting:
        let first = store.queue.of(dossier: operation.dossier).first
        #expect(first?.id != id, "SEED=\(seed) \(id) waits behind nothing")
      case .rejected, .conflict: break
      }
      #expect(!worker.withdrawn.contains(id), "SEED=\(seed) \(id) was withdrawn")
    } else if !worker.withdrawn.contains(id) {
      #expect(times == 1, "SEED=\(seed) \(id) vanished: \(operation)")
    }
  }

  /// A text that only this operation puts on the server.
  private func mark(_ operation: Model.Operation) -> JSON {
    switch operation.change {
    case .zetStatus(let set): .string(set.toelichting)
    case .wijzigZaak(let changes): changes.first?.new ?? .null
    }
  }

  private func expectEqual(_ store: Store, _ who: Int) throws {
    for zaak in sample.zaken {
      let dossier = try #require(try store.dossier(zaak.uuid ?? ""))
      #expect(dossier.zaak.value.body == sample.server.one(zaak), "SEED=\(seed) \(who)")
      let statussen = sample.server.all(.statussen).filter { $0["zaak"]?.string == zaak.url }
      #expect(Set(dossier.statussen.map(\.value.body)) == Set(statussen), "SEED=\(seed) \(who)")
      #expect(dossier.isComplete)
    }
  }
}
