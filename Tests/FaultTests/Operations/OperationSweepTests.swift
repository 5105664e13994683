import Foundation
import Model
import Sandbox
import Store
import Sync
import TestSupport
import Testing

import enum Store.Fault

/// Every operation, with every fault at every step of keeping and sending it.
struct OperationSweepTests {
  static let files: [Fault] = Fault.files
  static let requests: [Fault] =
    Fault.When.allCases.flatMap { [.timeOut($0), .crash($0)] } + [401, 403, 429, 500, 503].map { .status($0) }

  /// S9: see docs/sync.md.
  @Test(arguments: OperationCase.all)
  func inMemory(_ one: OperationCase) async throws {
    let abilities = MemoryServer.Abilities(forcedUnlock: true, partSize: 500_000)
    let server = MemorySweepServer(try await Gemeente.made.value, abilities)
    try await sweep(one, server, "memory", files: Self.files, requests: Self.requests)
  }

  /// S9: see docs/sync.md.
  @Test(arguments: Personality.all, 0..<2)
  func overHTTP(_ personality: Personality, _ part: Int) async throws {
    let gemeente = try await Gemeente.made.value
    try await withTemporaryFolder { folder in
      try gemeente.write(to: folder)
      let served = try await Served(
        folder: folder, clock: Gemeente.now.secondsSince1970, personality: personality, client: "superuser")
      try await served.whileRunning {
        let server = try SandboxSweepServer(served, personality)
        for (number, one) in OperationCase.all.enumerated() where number % 2 == part {
          guard server.abilities.notities || !one.needsNotities else { continue }
          // What goes wrong between requests is no matter of the server.
          try await sweep(one, server, personality.name, files: [], requests: Self.requests)
        }
      }
    }
  }

  private func sweep(
    _ one: OperationCase, _ server: any SweepServer, _ name: String, files: [Fault], requests: [Fault]
  ) async throws {
    let synced = try await Synced.files(server)
    let prepared = try await PreparedCase(one, on: server, synced, try await Gemeente.made.value)
    #expect(!prepared.operations.isEmpty)
    let whole = StepCounter()
    await check(prepared, server, whole, "\(name), \(one.name), without a fault")
    // Kept, attempted, sent, put over the dossier, confirmed: less is not an operation.
    #expect(whole.count >= 5 * prepared.operations.count, "\(whole.names)")
    var runs = 0
    for (number, step) in whole.names.enumerated() {
      let isRequest = Synced.isRequest(step)
      for fault in isRequest ? requests : files {
        await check(
          prepared, server, StepCounter(failing: number + 1, with: fault),
          "\(name), \(one.name): \(fault) at step \(number + 1), \(step)")
        runs += 1
      }
    }
    let sent = whole.names.count(where: Synced.isRequest)
    print("operation sweep, \(name), \(one.name): \(whole.count) steps, of which \(sent) requests; \(runs) runs")
    #expect(sent >= 2 * prepared.operations.count, "each is read and written")
    #expect(runs >= requests.count * sent)
  }

  private func check(
    _ prepared: PreparedCase, _ server: any SweepServer, _ steps: StepCounter, _ what: String
  ) async {
    let run = await OperationRun(prepared, server)
    var powerCut = false
    if case .crash = steps.fault, steps.failing != nil { powerCut = true }
    do {
      await run.work(steps, powerCut: powerCut)
      try await run.recover()
      try await run.expectAllWell()
    } catch {
      Issue.record("\(what): \(error)")
    }
  }
}

/// What sweeps have in common.
enum Synced {
  /// The files of a client that was synced with the server.
  static func files(_ server: any SweepServer) async throws -> MemoryFileSystem {
    await server.begin()
    let files = MemoryFileSystem()
    let store = try Store.opened(on: files)
    let report = await Syncer(
      store: store, remote: server.remote, werkset: Werkset(), now: { Gemeente.now }, log: .silent
    ).run()
    try #require(report.trouble == nil && report.fetched == Gemeente.Which.allCases.count, "\(report)")
    store.close()
    return files
  }

  static func isRequest(_ step: String) -> Bool {
    ["list ", "read ", "create ", "change ", "remove ", "lock enkelv", "unlock ", "upload "]
      .contains { step.hasPrefix($0) }
  }
}
