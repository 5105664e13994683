import App
import ArgumentParser
import Model
import Rules
import Runtime

struct NotitieOpdracht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notitie", abstract: "Notities bij een zaak.",
    subcommands: [VoegToe.self, Wijzig.self, Verwijder.self], defaultSubcommand: VoegToe.self, aliases: ["note"])

  struct VoegToe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voeg-toe", abstract: "Voegt een notitie toe; drukt de UUID ervan af.", aliases: ["add"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Option(help: "Het onderwerp, ten hoogste 255 tekens.") var onderwerp: String
    @Option(help: "De tekst.") var tekst: String
    @Flag(name: .customLong("extern"), help: "Ook voor anderen dan de organisatie.") var external = false
    @Flag(name: .customLong("definitief"), help: "Geen concept meer.") var final = false
    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      try session.mustHaveNotities()
      let werk = try session.behandeling(zaak)
      let change = try session.ruled { () throws(RuleError) in
        try werk.voegNotitieToe(
          onderwerp: onderwerp, tekst: tekst, type: external ? .extern : .intern,
          status: final ? .definitief : .concept)
      }
      try session.record(change, on: werk.dossier, reden: why.reden)
      let uuid = change.steps(on: werk.dossier.ref).compactMap { $0.ref?.uuid }.first ?? ""
      if json { printJSON(["uuid": .string(uuid)]) } else { print(uuid) }
    }
  }

  struct Wijzig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Wijzigt een notitie.", aliases: ["change"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Onderwerp of UUID van de notitie, of een deel dat maar bij een past.") var notitie: String
    @Option(help: "Het nieuwe onderwerp, ten hoogste 255 tekens.") var onderwerp: String?
    @Option(help: "De nieuwe tekst.") var tekst: String?
    @Option(name: .customLong("type"), help: "intern of extern.") var type: String?
    @Option(name: .customLong("status"), help: "concept of definitief.") var status: String?
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    private var given: [(name: String, text: String?)] {
      [("onderwerp", onderwerp), ("tekst", tekst), ("notitieType", type), ("status", status)]
    }

    func validate() throws {
      guard given.contains(where: { $0.1 != nil }) else {
        throw ValidationError("Geef --onderwerp, --tekst, --type of --status.")
      }
    }

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        try werk.wijzigNotitie(werk.dossier.notitie(notitie), ZaakNotitie.values(given))
      }
    }
  }

  struct Verwijder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Verwijdert een notitie.", aliases: ["remove"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Onderwerp of UUID van de notitie, of een deel dat maar bij een past.") var notitie: String
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        werk.verwijderNotitie(try werk.dossier.notitie(notitie))
      }
    }
  }
}
