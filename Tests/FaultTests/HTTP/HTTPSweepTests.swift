import Foundation
import Sandbox
import TestSupport
import Testing

import struct Sandbox.Fault
import class Store.StepCounter

/// Real faults of a real server at every request of the scenario.
struct HTTPSweepTests {
  static let kinds: [Fault.Kind] = [
    .dropBefore, .dropAfterCommit, .statusAfterCommit(500), .truncatedBody, .status(403),
  ]

  @Test(arguments: kinds)
  func everyRequest(_ kind: Fault.Kind) async throws {
    try await withTemporaryFolder { folder in
      let sample = SampleServer(zaken: 2)
      try HTTPScenario.write(sample, to: folder)
      let requests = try await run(nil, sample, folder)
      #expect(requests >= 25)
      for number in 1...requests {
        _ = try await run(Fault(kind, onRequest: number), sample, folder)
      }
      print("fault sweep over HTTP: \(kind) at each of \(requests) requests")
    }
  }

  /// How many requests the part between preparing and recovering took.
  private func run(_ fault: Fault?, _ sample: SampleServer, _ folder: URL) async throws -> Int {
    let server = try await HTTPScenario(sample, folder: folder)
    let sandbox = server.served.sandbox
    return try await server.served.whileRunning {
      let scenario = Scenario(server)
      try await scenario.prepare()
      if let fault { await sandbox.inject(fault) }
      let before = sandbox.requestCount
      await scenario.work(StepCounter(), powerCut: true)
      let requests = sandbox.requestCount - before
      await sandbox.clearFaults()
      do {
        try await scenario.recover()
        try await scenario.expectAllWell()
      } catch {
        Issue.record("\(error) after \(String(describing: fault))")
      }
      return requests
    }
  }
}
