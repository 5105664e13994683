import Model
import Store
import TestSupport
import Testing

@testable import Sync

/// The operations of one case on one server: as they were made, and the files on which they were not made yet.
struct PreparedCase: Sendable {
  let operations: [Model.Operation]
  let files: MemoryFileSystem
  /// Of the server, before anything was sent.
  let before: [ResourceKind: [JSONObject]]

  /// - Parameter synced: a store that is as the server says
  init(
    _ one: OperationCase, on server: any SweepServer, _ synced: MemoryFileSystem, _ gemeente: Gemeente
  ) async throws {
    let scratch = MemoryFileSystem(copying: synced)
    let desk = try Desk(scratch, gemeente, server.abilities, base: server.base)
    try one.act(desk)
    operations = desk.operations
    desk.store.close()
    // The contents and the numbers that were taken stay; the operations are made anew in each run.
    files = MemoryFileSystem(copying: scratch)
    try files.remove(Store.testFolder + "/journal.jsonl")
    await server.begin()
    before = await ServedRows(server).rows
  }
}

/// One run of a case, with one fault somewhere in it.
final class OperationRun {
  private let prepared: PreparedCase
  private let server: any SweepServer
  private let files: MemoryFileSystem
  private var acknowledged: Set<String> = []

  init(_ prepared: PreparedCase, _ server: any SweepServer) async {
    self.prepared = prepared
    self.server = server
    files = MemoryFileSystem(copying: prepared.files)
    await server.begin()
  }

  /// The user's work is kept and sent, as far as the fault lets it come; then all memory is gone.
  func work(_ steps: StepCounter, powerCut: Bool = false) async {
    if let store = try? Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps)) {
      for operation in prepared.operations {
        // Nobody goes on with what the screen says was not kept.
        guard (try? store.record([.added(operation)])) != nil else { break }
        acknowledged.insert(operation.id)
      }
      let engine = PushEngine(
        store: store, remote: FaultyRemote(wrapping: server.remote, steps: steps), now: { Gemeente.now }, log: .silent)
      _ = await engine.run { _ in }
    }
    files.crash(powerCut: powerCut)
  }

  /// Opens again, does again what was not kept, and syncs without faults until it is quiet.
  ///
  /// What was refused, or stands in conflict with what the fault left behind, the user sends again.
  func recover() async throws {
    let store = try Store.opened(on: files)
    defer { store.close() }
    for operation in prepared.operations
    where !acknowledged.contains(operation.id) && store.queue[operation.id] == nil {
      try store.record([.added(operation)])
    }
    for round in 1... {
      let report = await sync(store)
      if store.queue.pending.isEmpty && report.trouble == nil { break }
      try #require(round < 6, "does not get quiet: \(report) \(store.queue.pending)")
      for pending in store.queue.pending {
        _ = try store.resolve(pending.id, [:], at: Gemeente.now.adding(seconds: round - 500))
      }
    }
  }

  /// local = remote = expected, journal empty, nothing twice, nothing left locked; another sync writes and sends nothing.
  func expectAllWell() async throws {
    let steps = StepCounter()
    let store = try Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps))
    defer { store.close() }
    #expect(store.queue.pending.isEmpty)
    let after = await ServedRows(server)
    try Expectation(prepared, after.rows).check()
    try after.expectSame(in: store)
    let (count, sent) = (steps.count, await server.writes)
    let report = await sync(store)
    #expect(Array(steps.names.dropFirst(count)) == [])
    #expect(report.trouble == nil)
    let sentAfter = await server.writes
    #expect(sentAfter == sent)
  }

  private func sync(_ store: Store) async -> SyncReport {
    await Syncer(store: store, remote: server.remote, werkset: Werkset(), now: { Gemeente.now }, log: .silent).run()
  }
}
