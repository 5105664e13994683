import ArgumentParser
import Runtime
import Store
import Sync

struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Verstuurt wat wacht, en haalt op wat op de server veranderd is.")

  @Flag(name: .customLong("volledig"), help: "Leest elke zaak opnieuw, ook waar de server geen verandering meldt.")
  var complete = false
  @Flag(name: .customLong("alleen-ophalen"), help: "Verstuurt niets.") var fetchOnly = false
  @Flag(name: .customLong("alleen-versturen"), help: "Haalt niets op.") var sendOnly = false
  @Flag(
    name: .customLong("geloof-leeg"),
    help: "Gelooft een server die geen enkele zaak meer geeft, en ruimt de zaken hier op.")
  var believesEmpty = false
  @Flag(help: "Als JSON.") var json = false
  @OptionGroup var common: Common

  func validate() throws {
    guard !(fetchOnly && sendOnly) else {
      throw ValidationError("Geef --alleen-ophalen of --alleen-versturen, niet beide.")
    }
    guard !(sendOnly && (complete || believesEmpty)) else {
      throw ValidationError("--volledig en --geloof-leeg gaan over ophalen; geef ze zonder --alleen-versturen.")
    }
  }

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let options = SyncOptions(
      direction: fetchOnly ? .fetchOnly : sendOnly ? .sendOnly : .both, complete: complete,
      believesEmpty: believesEmpty)
    let report = await session.sync.run(options: options) { _ in }
    if json {
      printJSON(SyncOutput.json(report))
    } else {
      print(SyncOutput.text(report, language: session.language), terminator: "")
    }
    if let trouble = report.trouble { throw Failure(ExitCode(trouble), common.sentences.of(trouble)) }
  }
}

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Controleert wat er op deze machine staat; met --herstel maakt het de index opnieuw.")

  @Flag(name: .customLong("herstel"), help: "Herstelt wat te herstellen is.") var repair = false
  @Flag(help: "Als JSON.") var json = false
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let found = try session.stored { try session.store.check(repair: repair) }
    let findings = session.store.findings + found.filter { !session.store.findings.contains($0) }
    if json { return printJSON(DoctorOutput.json(findings)) }
    print(DoctorOutput.text(findings, language: session.language), terminator: "")
  }
}
