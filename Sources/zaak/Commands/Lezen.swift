import ArgumentParser
import Model
import Runtime
import Store
import Sync

struct Lijst: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Toont de werkvoorraad, op termijn; met zoektermen alleen wat ze alle bevat.", aliases: ["list"])

  @Argument(help: "Woorden of het begin ervan.") var words: [String] = []
  @Flag(help: "Als JSON.") var json = false
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let page = try session.stored {
      try session.store.rows(RowQuery(text: words.joined(separator: " "), limit: .max))
    }
    if json { return printJSON(Listing.json(page.rows)) }
    print(Listing.text(page.rows, today: SystemClock.now().day, language: session.language), terminator: "")
  }
}

struct Toon: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Toont een zaak.", aliases: ["show"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Flag(name: .customLong("ververs"), help: "Leest de zaak eerst opnieuw van de server.") var refresh = false
  @Flag(help: "Als JSON.") var json = false
  @OptionGroup var common: Common

  /// Shows what is here also where the server could not be asked; stderr and the exit code say that it was not.
  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    var shown = try session.find(zaak)
    var trouble: SyncError?
    if refresh {
      var outcome = ZaakRefresh.Outcome.unchanged
      do throws(SyncError) {
        outcome = try await session.sync.refresh(shown.dossier.uuid)
      } catch {
        trouble = error
      }
      guard outcome != .removed else {
        throw Failure(.badData, "De server kent deze zaak niet (meer), of geeft haar u niet; hier is zij opgeruimd.")
      }
      if outcome == .changed { shown = try session.find(shown.dossier.uuid) }
    }
    if json {
      printJSON(DossierOutput.json(shown))
    } else {
      print(DossierOutput.text(shown, local: SystemClock.local), terminator: "")
    }
    if let trouble { throw Failure(ExitCode(trouble), common.sentences.of(trouble)) }
  }
}
