import App
import ArgumentParser
import Foundation
import Model
import Runtime
import Screen
import Store
import Sync
import Terminal

/// The client itself; what `zaak` without a command does.
struct Open: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Opent de werkvoorraad.")

  @Option(name: .customLong("thema"), help: "donker, licht of een thema uit de map themes van uw instellingen.")
  var theme: String?
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return try printRows(session) }
    let code = try await show(session)
    session.store.close()
    if code != 0 { throw ArgumentParser.ExitCode(code) }
  }

  private func printRows(_ session: Session) throws {
    let page = try session.stored { try session.store.rows(RowQuery(limit: .max)) }
    print(Listing.text(page.rows, today: SystemClock.now().day, language: session.language), terminator: "")
  }

  /// The theme that was asked for, else the configured one: the user's own file of that name, else an embedded one.
  private func chosenTheme() throws -> Theme {
    let configured = try common.orExit { () throws(ConfigurationError) in try common.configurationFile.read().theme }
    let name = theme ?? configured ?? "donker"
    guard Profile.isName(name) else { throw Failure(.configuration, "'\(name)' kan geen naam van een thema zijn.") }
    do {
      let path = common.places.theme(name)
      if try common.files.stamp(path) != nil {
        return try ThemeFile.parse(String(decoding: try common.files.read(path), as: UTF8.self), name: name)
      }
      if let embedded = try ThemeFile.embedded(name) { return embedded }
    } catch {
      throw Failure(.configuration, "\(error)")
    }
    let known = ThemeFile.embeddedNames.joined(separator: ", ")
    throw Failure(
      .configuration, "Er is geen thema '\(name)'. Kies uit \(known), of zet het in \(common.places.theme(name)).")
  }

  @MainActor private func show(_ session: Session) throws -> Int32 {
    let chosen = try chosenTheme()
    let terminal: Terminal
    do throws(TerminalError) {
      terminal = try Terminal(theme: chosen)
    } catch {
      throw Failure(.usage, error.description)
    }
    defer { terminal.close() }
    let events = EventQueue()
    let runner = EffectRunner(
      store: session.store, session: session.sync, language: session.language, events: events, now: SystemClock.now)
    let settings = Settings(language: session.language, profile: session.profile.name, size: terminal.size)
    let client = Client(
      app: App(settings: settings, environment: SystemClock.environment), terminal: terminal, events: events,
      now: SystemClock.now, run: runner.run)
    runner.tellSummary()
    let code = client.loop()
    runner.finish()
    return code
  }
}
