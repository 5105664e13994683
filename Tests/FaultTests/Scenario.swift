import Logging
import Model
import Store
import Sync
import TestSupport
import Testing

/// "Set a status offline, change omschrijving and toelichting offline, then sync", with one fault somewhere in it.
final class Scenario {
  let server: any ScenarioServer
  let files = MemoryFileSystem()
  /// Operations of which the user saw that they were kept.
  private(set) var acknowledged: Set<String> = []

  init(_ server: any ScenarioServer) { self.server = server }

  /// The zaken are on this machine already; meanwhile a colleague changes the other zaak.
  func prepare() async throws {
    let store = try Store.opened(on: files)
    let report = await sync(store, server.remote)
    try #require(report.trouble == nil && report.fetched == 2, "\(report)")
    store.close()
    try await server.colleagueChangesTheOther()
  }

  /// What the user does, as far as the fault lets it come; then all memory is gone.
  func work(_ steps: StepCounter, powerCut: Bool) async {
    if let store = try? Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps)) {
      for operation in server.operations where (try? store.record([.added(operation)])) != nil {
        acknowledged.insert(operation.id)
      }
      _ = await sync(store, FaultyRemote(wrapping: server.remote, steps: steps))
    }
    files.crash(powerCut: powerCut)
  }

  /// Opens again, does again what was not kept, and syncs without faults until it is quiet.
  ///
  /// What was rejected the user tries again.
  func recover() async throws {
    let store = try Store.opened(on: files)
    defer { store.close() }
    try await expectNothingVanished(store)
    for operation in server.operations
    where !acknowledged.contains(operation.id) && store.queue[operation.id] == nil {
      try store.record([.added(operation)])
    }
    for round in 1... {
      let report = await sync(store, server.remote)
      if store.queue.pending.isEmpty && report.trouble == nil { break }
      try #require(round < 5, "does not get quiet: \(report) \(store.queue.pending)")
      for pending in store.queue.pending {
        guard case .rejected = pending.state else { continue }
        let now = SampleServer.moment(200 + round)
        let retried = try #require(pending.retried(at: now))
        try store.record([.rebased(retried, at: now)])
      }
    }
  }

  private func expectNothingVanished(_ store: Store) async throws {
    for operation in server.operations where acknowledged.contains(operation.id) && store.queue[operation.id] == nil {
      let isThere = await server.has(operation)
      #expect(isThere, "\(operation.id) is neither in the journal nor on the server")
    }
  }

  /// local = remote = expected, journal empty, no duplicates; and another sync writes and sends nothing.
  func expectAllWell() async throws {
    let steps = StepCounter()
    let store = try Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps))
    defer { store.close() }
    #expect(store.queue.pending.isEmpty)
    try await server.expectOutcome(in: store)
    let before = steps.count
    let sent = await server.writes
    let report = await sync(store, server.remote)
    let written = Array(steps.names.dropFirst(before))
    #expect(written == [])
    #expect(report.trouble == nil)
    #expect(report.fetched == 0)
    let sentAfter = await server.writes
    #expect(sentAfter == sent)
  }

  private func sync(_ store: Store, _ remote: any Remote) async -> SyncReport {
    await Syncer(store: store, remote: remote, werkset: Werkset(), now: { SampleServer.moment(100) }, log: .silent)
      .run()
  }
}

/// The server of a scenario, in memory or over HTTP.
protocol ScenarioServer: Sendable {
  var remote: any Remote { get }
  var operations: [Operation] { get }
  /// How many changes the server carried out for us.
  var writes: Int { get async }
  func colleagueChangesTheOther() async throws
  /// Whether the server has what the operation asks for.
  func has(_ operation: Operation) async -> Bool
  func expectOutcome(in store: Store) async throws
}

/// What the scenario leaves: the three changes, each once.
func expectOnce(_ zaak: JSONObject?, statussen: [JSONObject], statustype: Ref) {
  #expect(zaak?["omschrijving"] == "Nieuwe omschrijving")
  #expect(zaak?["toelichting"] == "Nieuwe toelichting")
  #expect(statussen.count == 2)
  #expect(statussen.count { $0["statustype"]?.string == statustype.url } == 1)
}
