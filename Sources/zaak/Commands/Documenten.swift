import App
import ArgumentParser
import Model
import Rules
import Runtime
import Store

struct DocumentOpdracht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "document", abstract: "Documenten bij een zaak.",
    subcommands: [
      VoegToe.self, Versie.self, Haal.self, Wijzig.self, Ontkoppel.self, Verwijder.self, GebruiksrechtOpdracht.self,
    ])

  struct VoegToe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voeg-toe", abstract: "Voegt een bestand als document toe; drukt het nummer af.", aliases: ["add"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Het bestand.", completion: .file()) var bestand: String
    @Option(name: .customLong("type"), help: "Omschrijving van het informatieobjecttype, of een deel daarvan.")
    var type: String
    @OptionGroup(title: "Velden") var velden: DocumentVelden
    @Flag(
      name: .customLong("zonder-gebruiksrecht"),
      help: "Er gelden geen voorwaarden voor het gebruik; dat moet bekend zijn voor de zaak kan sluiten.")
    var withoutRechten = false
    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let werk = try session.behandeling(zaak)
      // First what can be known without the content: a large file takes its time.
      let nieuw = try session.ruled { () throws(RuleError) in
        var nieuw = NieuwDocument(try werk.zaaktype.informatieobjecttype(type))
        nieuw.velden = try velden.values()
        if withoutRechten { nieuw.velden.append(("indicatieGebruiksrecht", false)) }
        return nieuw
      }
      let bestand = try session.keep(bestand, naam: velden.bestandsnaam, formaat: velden.formaat)
      let made = try session.ruled { () throws(RuleError) in try werk.voegDocumentToe(nieuw, bestand) }
      try session.record(made.change, on: werk.dossier, reden: why.reden)
      printMade(made, json: json)
    }
  }

  struct Versie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Geeft een document een nieuwe inhoud: de volgende versie.", aliases: ["version"])

    @OptionGroup var document: DocumentKeuze
    @Argument(help: "Het bestand.", completion: .file()) var bestand: String
    @Option(name: .customLong("formaat"), help: "De soort inhoud, zoals application/pdf.") var formaat: String?
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try document.act(common, reden: why.reden) { werk, found, session in
        let bestand = try session.keep(bestand, naam: nil, formaat: formaat)
        return try werk.nieuweVersie(found, bestand)
      }
    }
  }

  struct Wijzig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Wijzigt wat er van een document is vastgelegd.", aliases: ["change"])

    @OptionGroup var document: DocumentKeuze
    @OptionGroup(title: "Velden") var velden: DocumentVelden
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func validate() throws {
      guard !velden.isEmpty else { throw ValidationError("Geef ten minste een veld, zoals --titel.") }
    }

    func run() async throws {
      try document.act(common, reden: why.reden) { werk, found, _ in try werk.wijzigDocument(found, velden.values()) }
    }
  }

  struct Ontkoppel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Maakt een document los van de zaak; het document blijft.", aliases: ["unlink"])

    @OptionGroup var document: DocumentKeuze
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try document.act(common, reden: why.reden) { werk, found, _ in try werk.ontkoppel(found) }
    }
  }

  struct Verwijder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verwijdert een document, met zijn koppeling aan de zaak.", aliases: ["remove"])

    @OptionGroup var document: DocumentKeuze
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try document.act(common, reden: why.reden) { werk, found, _ in try werk.verwijderDocument(found) }
    }
  }

  struct GebruiksrechtOpdracht: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gebruiksrecht", abstract: "Legt vast onder welke voorwaarden een document gebruikt mag worden.",
      aliases: ["rights"])

    @OptionGroup var document: DocumentKeuze
    @Option(help: "De voorwaarden.") var voorwaarden: String?
    @Option(help: "De dag vanaf wanneer ze gelden; anders vandaag.") var startdatum: Day?
    @Flag(name: .customLong("geen"), help: "Er gelden geen voorwaarden.") var none = false
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func validate() throws {
      guard (voorwaarden == nil) == none else { throw ValidationError("Geef --voorwaarden of --geen.") }
    }

    func run() async throws {
      try document.act(common, reden: why.reden) { werk, found, _ in
        try werk.gebruiksrecht(found, voorwaarden: voorwaarden, start: startdatum)
      }
    }
  }
}

func printMade(_ made: Gemaakt, json: Bool) {
  guard json else { return print(made.identificatie) }
  printJSON(["uuid": .string(made.ref.uuid ?? ""), "identificatie": .string(made.identificatie)])
}
