import Foundation
import Testing

/// Some caseworkers on one server that is edited from the side too, with faults and crashes at random; afterwards all is
/// where it belongs.
struct PropertyTests {
  /// Steps of one seed.
  static let steps = 200

  /// `SEED=17 swift test --filter PropertyTests` replays one, `SEEDS=201-400` does these (`make soak`).
  static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let one = environment["SEED"].flatMap({ UInt64($0) }) { return [one] }
    let ends = (environment["SEEDS"] ?? "").split(separator: "-").compactMap { UInt64($0) }
    guard ends.count == 2, ends[0] <= ends[1] else { return Array(1...200) }
    return Array(ends[0]...ends[1])
  }()

  /// S8, S9: see docs/sync.md.
  @Test(arguments: seeds)
  func convergesForEverySeed(_ seed: UInt64) async throws {
    let world = try await World(seed: seed, try await Gemeente.made.value)
    do {
      for _ in 0..<PropertyTests.steps { try await world.step() }
      try await world.drain()
      try await world.expectAllAccountedFor()
      print(world.summary)
    } catch {
      Issue.record("SEED=\(seed): \(error)")
    }
  }
}
