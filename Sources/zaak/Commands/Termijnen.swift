import App
import ArgumentParser
import Model
import Rules
import Runtime

struct Opschort: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Schort een zaak op: de termijn staat stil.", aliases: ["suspend"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Option(name: .customLong("sinds"), help: "De dag van het verzoek of de mededeling; anders vandaag.")
  var since: Day?
  @Option(name: .customLong("reden"), help: "Waarom, ten hoogste 200 tekens.") var reden: String
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: reden) { werk, session in
      try werk.schortOp(reden: reden, since: since, notities: session.hasNotities)
    }
  }
}

struct Hervat: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hervat een opgeschorte zaak; de termijn schuift op met de dagen dat hij stilstond.",
    aliases: ["resume"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Option(
    name: .customLong("regel"),
    help: "awb (4:15, tot de dag van aanvulling) of woo (4.4, tot en met de dag van de zienswijze).")
  var regel = Opschortingsregel.awb
  @Option(name: .customLong("sinds"), help: "Sinds wanneer de zaak is opgeschort, als dat nergens staat.")
  var since: Day?
  @Option(name: .customLong("op"), help: "De dag van aanvulling of zienswijze; anders vandaag.") var end: Day?
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, _ in try werk.hervat(regel, since: since, end: end) }
  }
}

extension Opschortingsregel: ExpressibleByArgument {}

struct Verleng: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Verlengt de termijn van een zaak, binnen wat het zaaktype toelaat.", aliases: ["extend"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "Hoe lang: een aantal dagen, of een duur als P6W.") var duur: ISODuration
  @Option(name: .customLong("reden"), help: "Waarom, ten hoogste 200 tekens.") var reden: String
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: reden) { werk, _ in try werk.verleng(duur, reden: reden) }
  }
}
