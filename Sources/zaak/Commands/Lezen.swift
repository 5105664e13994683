import ArgumentParser
import Model
import Runtime
import Store

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
  @Flag(help: "Als JSON.") var json = false
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let shown = try session.find(zaak)
    if json { return printJSON(DossierOutput.json(shown)) }
    print(DossierOutput.text(shown, local: SystemClock.local), terminator: "")
  }
}
