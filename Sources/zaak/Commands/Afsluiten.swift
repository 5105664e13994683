import App
import ArgumentParser
import Model
import Rules
import Runtime

struct Resultaat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Zet of wijzigt het resultaat van een zaak.", aliases: ["result"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "Omschrijving van het resultaattype, of een deel dat maar bij een past.") var resultaattype: String
  @Option(help: "Toelichting bij het resultaat, ten hoogste 1000 tekens.") var toelichting: String?
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, _ in
      try werk.zetResultaat(werk.zaaktype.resultaattype(resultaattype), toelichting: toelichting)
    }
  }
}

struct Sluit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Sluit een zaak: het resultaat en de eindstatus in een keer.",
    discussion: "Zonder --reden staat het resultaat als reden in het logboek van de server.", aliases: ["close"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "Omschrijving van het resultaattype, of een deel dat maar bij een past.") var resultaattype: String
  @Option(help: "Toelichting bij het resultaat, ten hoogste 1000 tekens.") var toelichting: String?
  @Option(name: .customLong("statustoelichting"), help: "Toelichting bij de eindstatus, ten hoogste 1000 tekens.")
  var statustoelichting = ""
  @Flag(name: .customLong("toch"), help: "Ook als hier iets in de weg staat; de server beslist.") var anyway = false
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let werk = try session.behandeling(zaak)
    let type = try session.ruled { () throws(RuleError) in try werk.zaaktype.resultaattype(resultaattype) }
    let change = try session.ruled { () throws(RuleError) in
      try werk.sluit(
        type, resultaattoelichting: toelichting, statustoelichting: statustoelichting, anyway: anyway)
    }
    try session.record(
      change, on: werk.dossier, reden: why.reden ?? "Afgesloten: \(type.omschrijving)", anyway: anyway)
  }
}

struct Heropen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Heropent een afgesloten zaak met een status die niet de eindstatus is.", aliases: ["reopen"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "Omschrijving of volgnummer van het statustype, of een deel dat maar bij een past.")
  var statustype: String
  @Option(help: "Toelichting bij de status, ten hoogste 1000 tekens.") var toelichting = ""
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, _ in
      try werk.heropen(werk.zaaktype.statustype(statustype), toelichting: toelichting)
    }
  }
}
