import ArgumentParser
import Foundation
import Logging
import Store

/// Measures Zaaklijn with many zaken: the store in this process, and the real client on a pseudo-terminal.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zaaklijn-bench", abstract: "Measures the store and the client with many zaken; prints medians.")

  @Option(help: "How many zaken.") var zaken = 200_000
  @Option(help: "The zaak binary to measure.") var client: String
  @Option(help: "A folder to keep the zaken in for the next time; a temporary one otherwise.") var folder: String?

  func run() throws {
    let temporary = NSTemporaryDirectory() + "zaaklijn-bench-\(ProcessInfo.processInfo.processIdentifier)"
    let place = folder ?? temporary
    defer { if folder == nil { try? FileManager.default.removeItem(atPath: temporary) } }
    let home = BenchHome(place)
    try home.prepare()
    let figures = Figures()
    try StoreFigures(home: home, zaken: zaken).measure(figures)
    try ClientFigures(home: home, client: client).measure(figures)
    print(figures.table(zaken: zaken), terminator: "")
  }
}

/// A home folder with one profile, whose server does not answer.
struct BenchHome {
  static let profile = "bench"
  let root: String

  init(_ root: String) { self.root = URL(fileURLWithPath: root).standardizedFileURL.path }

  var store: String { root + "/data/zaaklijn/" + BenchHome.profile }

  var environment: [String: String] {
    [
      "HOME": root, "XDG_CONFIG_HOME": root + "/config", "XDG_DATA_HOME": root + "/data",
      "XDG_STATE_HOME": root + "/state", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
      "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  func prepare() throws {
    let config = root + "/config/zaaklijn"
    for folder in [config, root + "/data/zaaklijn", root + "/state"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let profile = """
      [profielen.\(BenchHome.profile)]
      server = "http://127.0.0.1:9/"
      client-id = "bench"
      geheim-bestand = "\(root)/geheim"
      gebruiker = "mw001"

      """
    try profile.write(toFile: config + "/config.toml", atomically: true, encoding: .utf8)
  }
}
