import Foundation
import Logging
import Model
import Sandbox
import Sync
import ZGW

/// A sandbox that listens, and a client that talks to it over HTTP without ever pausing.
struct Served {
  let sandbox: Sandbox
  let client: ZGWClient

  /// - Parameters:
  ///   - clock: of both, in seconds since 1970; nil for the one of this machine
  ///   - client: nil for that of the caseworkers; `superuser` may do all
  init(
    folder: URL, clock: Int? = nil, personality: Personality = .openZaak130, client clientId: String? = nil
  ) async throws {
    let now: @Sendable () -> Date = { clock.map { Date(timeIntervalSince1970: Double($0)) } ?? Date() }
    sandbox = try await Sandbox.start(SandboxConfiguration(data: .folder(folder), personality: personality, now: now))
    client = try ZGWClient(
      Connection(
        roots: Roots(server: sandbox.url), clientId: clientId ?? sandbox.clientId, secret: Secret(sandbox.secret),
        userId: "mw001",
        userName: "F. Breugel",
        // However busy the machine is: a time-out here would be one more fault.
        timeouts: Timeouts(connect: .seconds(600), idle: .seconds(600), total: .seconds(600)),
        pause: Pause(sleep: { _ in }, chance: { 0 }),
        clock: { Moment(secondsSince1970: Int(now().timeIntervalSince1970)) }),
      log: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
  }

  /// Stops both when `body` is done, also when it throws.
  func whileRunning<Value>(_ body: () async throws -> Value) async throws -> Value {
    do {
      let value = try await body()
      await stop()
      return value
    } catch {
      await stop()
      throw error
    }
  }

  private func stop() async {
    await client.close()
    await sandbox.stop()
  }
}

/// A folder that is gone afterwards.
func withTemporaryFolder<Value>(_ body: (URL) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zaaklijn-" + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder)
}
