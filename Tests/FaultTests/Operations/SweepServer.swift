import Foundation
import Model
import Sandbox
import Sync
import Synchronization
import TestSupport

/// A server for many runs, each of which begins with the same data.
protocol SweepServer: Sendable {
  /// Of all URLs, with a slash at the end.
  var base: String { get }
  var abilities: MemoryServer.Abilities { get }
  /// Goes back to the beginning.
  func begin() async
  var remote: any Remote { get }
  func all(_ kind: ResourceKind) async -> [JSONObject]
  /// Changes that were carried out or refused since the beginning.
  var writes: Int { get async }
}

final class MemorySweepServer: SweepServer {
  let base = Gemeente.base
  let abilities: MemoryServer.Abilities
  private let gemeente: Gemeente
  private let server: Mutex<MemoryServer>

  init(_ gemeente: Gemeente, _ abilities: MemoryServer.Abilities) {
    self.gemeente = gemeente
    self.abilities = abilities
    server = Mutex(gemeente.server(abilities))
  }

  func begin() async {
    let fresh = gemeente.server(abilities)
    server.withLock { $0 = fresh }
  }

  private var current: MemoryServer { server.withLock { $0 } }
  var remote: any Remote { MemoryRemote(current) }
  func all(_ kind: ResourceKind) async -> [JSONObject] { current.all(kind) }
  var writes: Int { current.written.count }
}

/// A sandbox of one personality, over HTTP.
final class SandboxSweepServer: SweepServer {
  let base: String
  let abilities: MemoryServer.Abilities
  private let served: Served
  private let start: SavedState

  struct NotThere: Error {}

  init(_ served: Served, _ personality: Personality) throws {
    guard let start = served.sandbox.saved() else { throw NotThere() }
    self.served = served
    self.start = start
    base = served.sandbox.url
    let has = personality.extraPaths
    abilities = MemoryServer.Abilities(
      notities: has.contains("zaaknotities"), reserveren: has.contains("zaaknummer_reserveren"))
  }

  func begin() async {
    served.sandbox.restore(start)
    await served.sandbox.forgetRequests()
  }

  var remote: any Remote { served.client }
  func all(_ kind: ResourceKind) async -> [JSONObject] { await served.sandbox.all(kind.rawValue) }
  var writes: Int {
    get async { await served.sandbox.requests().count { ["POST", "PATCH", "PUT", "DELETE"].contains($0.method) } }
  }
}
