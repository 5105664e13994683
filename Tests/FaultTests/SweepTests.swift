import Store
import TestSupport
import Testing

/// Every fault at every step of the scenario, in memory.
struct SweepTests {
  static let remote: [Fault] =
    Fault.When.allCases.map { .timeOut($0) } + [401, 403, 404, 429, 500, 503].map { .status($0) }

  /// S9: see docs/sync.md.
  ///
  /// Side by side, each a part of the steps.
  @Test(arguments: 0..<4)
  func everyFaultAtEveryStep(_ part: Int) async throws {
    let names = try await steps()
    let sent = names.filter(Self.isRequest)
    // Floors: as many as there were when this was written, less a few.
    #expect(names.count >= 60)
    #expect(sent.count >= 28)
    #expect(sent.filter { $0.hasPrefix("create") || $0.hasPrefix("change") }.count == 3)
    var runs = 0
    for number in names.indices where number % 4 == part {
      let faults = Self.isRequest(names[number]) ? Fault.files + Self.remote : Fault.files
      for fault in faults {
        await check(number + 1, fault, names[number])
        runs += 1
      }
    }
    print("fault sweep, part \(part): \(names.count) steps, of which \(sent.count) requests; \(runs) runs here")
    #expect(runs >= 150)
  }

  private func check(_ number: Int, _ fault: Fault, _ name: String) async {
    let scenario = Scenario(MemoryScenario())
    var powerCut = false
    if case .crash = fault { powerCut = true }
    do {
      try await scenario.prepare()
      await scenario.work(StepCounter(failing: number, with: fault), powerCut: powerCut)
      try await scenario.recover()
      try await scenario.expectAllWell()
    } catch {
      Issue.record("\(error) after \(fault) at step \(number), \(name)")
    }
  }

  /// The steps of a run without a fault.
  private func steps() async throws -> [String] {
    let scenario = Scenario(MemoryScenario())
    let steps = StepCounter()
    try await scenario.prepare()
    await scenario.work(steps, powerCut: false)
    try await scenario.expectAllWell()
    return steps.names
  }

  private static func isRequest(_ name: String) -> Bool {
    ["list ", "read ", "create ", "change "].contains { name.hasPrefix($0) }
  }
}
