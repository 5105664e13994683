import Foundation
import Model
import Sandbox

/// The real `zaak` in processes of its own, with a home folder of its own and a server in this process.
final class CommandLineDesk: Sendable {
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String

    /// What was printed, as JSON; null where it is none.
    var json: JSON { (try? JSON(parsing: output)) ?? .null }
  }

  let sandbox: Sandbox
  let home: String

  /// - Parameters:
  ///   - profile: makes the profile `proef` at once
  ///   - client: the client-id; nil for that of the caseworkers
  ///   - zaaktypen: of which the profile keeps the zaken; none for all
  init(
    _ configuration: SandboxConfiguration = SandboxConfiguration(), profile: Bool = true, zaaktypen: [String] = [],
    client: String? = nil
  ) async throws {
    sandbox = try await Sandbox.start(configuration)
    home = NSTemporaryDirectory() + "zaaklijn-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    try sandbox.secret.write(toFile: home + "/geheim", atomically: true, encoding: .utf8)
    guard profile else { return }
    let made = [
      "profiel", "nieuw", "proef", "--url", sandbox.url, "--client-id", client ?? sandbox.clientId,
      "--geheim-bestand", home + "/geheim", "--gebruiker", "mw028", "--gebruikersnaam", "C. Breugel",
    ]
    _ = try await run(made + zaaktypen.flatMap { ["--zaaktype", $0] })
  }

  var store: String { home + "/data/zaaklijn/proef" }

  func end() async {
    await sandbox.stop()
    try? FileManager.default.removeItem(atPath: home)
  }

  /// The binary stands beside the tests.
  static var program: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("zaak")
  }

  func start(_ arguments: [String], output: Pipe, errors: Pipe) throws -> Process {
    let process = Process()
    process.executableURL = CommandLineDesk.program
    process.arguments = arguments
    process.environment = [
      "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_DATA_HOME": home + "/data",
      "XDG_STATE_HOME": home + "/state", "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PATH": "/usr/bin:/bin",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  func run(_ arguments: String...) async throws -> Outcome { try await run(arguments) }

  func run(_ arguments: [String]) async throws -> Outcome {
    let (output, errors) = (Pipe(), Pipe())
    let process = try start(arguments, output: output, errors: errors)
    // On threads of their own: the few threads that run tasks have the server to run.
    async let printed = CommandLineDesk.text(of: output)
    async let complained = CommandLineDesk.text(of: errors)
    let texts = await (printed, complained)
    await CommandLineDesk.wait(for: process)
    return Outcome(code: process.terminationStatus, output: texts.0, errors: texts.1)
  }

  static func wait(for process: Process) async {
    await withCheckedContinuation { done in
      Thread {
        process.waitUntilExit()
        done.resume()
      }.start()
    }
  }

  private static func text(of pipe: Pipe) async -> String {
    let file = pipe.fileHandleForReading
    return await withCheckedContinuation { done in
      Thread { done.resume(returning: String(decoding: file.readDataToEndOfFile(), as: UTF8.self)) }.start()
    }
  }
}
