import App
import ArgumentParser
import Model
import Rules
import Runtime

/// The fields of a besluit that can be given or changed, by the names that the standard has for them.
struct BesluitVelden: ParsableArguments {
  @Option(name: .customLong("datum"), help: "De dag van het besluit.") var datum: String?
  @Option(name: .customLong("ingangsdatum"), help: "De dag waarop het ingaat.") var ingangsdatum: String?
  @Option(name: .customLong("vervaldatum"), help: "De dag waarop het vervalt.") var vervaldatum: String?
  @Option(name: .customLong("vervalreden"), help: "tijdelijk, ingetrokken_overheid of ingetrokken_belanghebbende.")
  var vervalreden: String?
  @Option(name: .customLong("toelichting"), help: "Toelichting.") var toelichting: String?
  @Option(name: .customLong("bestuursorgaan"), help: "Wie besloot, ten hoogste 50 tekens.") var bestuursorgaan: String?
  @Option(name: .customLong("publicatiedatum"), help: "De dag van publicatie.") var publicatiedatum: String?
  @Option(name: .customLong("verzenddatum"), help: "De dag van verzending.") var verzenddatum: String?
  @Option(name: .customLong("uiterlijkeReactiedatum"), help: "De laatste dag om te reageren.")
  var uiterlijkeReactiedatum: String?

  private var given: [(name: String, text: String?)] {
    [
      ("datum", datum), ("ingangsdatum", ingangsdatum), ("vervaldatum", vervaldatum), ("vervalreden", vervalreden),
      ("toelichting", toelichting), ("bestuursorgaan", bestuursorgaan), ("publicatiedatum", publicatiedatum),
      ("verzenddatum", verzenddatum), ("uiterlijkeReactiedatum", uiterlijkeReactiedatum),
    ]
  }

  var isEmpty: Bool { given.allSatisfy { $0.text == nil } }

  func values() throws(RuleError) -> [(name: String, value: JSON)] { try Besluit.values(given) }
}

struct BesluitOpdracht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "besluit", abstract: "Besluiten bij een zaak.",
    subcommands: [VoegToe.self, Wijzig.self, TrekIn.self], aliases: ["decision"])

  struct VoegToe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voeg-toe", abstract: "Legt een besluit vast; drukt het nummer af.", aliases: ["add"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Omschrijving van het besluittype, of een deel dat maar bij een past.") var besluittype: String
    @OptionGroup(title: "Velden") var velden: BesluitVelden
    @Option(name: .customLong("document"), help: "Een document van de zaak waar het besluit in staat; mag vaker.")
    var documenten: [String] = []
    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let werk = try session.behandeling(zaak)
      let made = try session.ruled { () throws(RuleError) in
        var nieuw = NieuwBesluit(try werk.zaaktype.besluittype(besluittype))
        let values = try velden.values()
        func day(_ name: String) -> Day? { values.first { $0.name == name }?.value.string.flatMap { Day($0) } }
        nieuw.datum = day("datum")
        nieuw.ingangsdatum = day("ingangsdatum")
        nieuw.velden = values
        for text in documenten { nieuw.documenten.append(try werk.dossier.document(text)) }
        return try werk.voegBesluitToe(nieuw)
      }
      try session.record(made.change, on: werk.dossier, reden: why.reden)
      printMade(made, json: json)
    }
  }

  struct Wijzig: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Wijzigt een besluit.", aliases: ["change"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Identificatie of UUID van het besluit, of een deel dat maar bij een past.") var besluit: String
    @OptionGroup(title: "Velden") var velden: BesluitVelden
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func validate() throws {
      guard !velden.isEmpty else { throw ValidationError("Geef ten minste een veld, zoals --toelichting.") }
    }

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        try werk.wijzigBesluit(werk.dossier.besluit(besluit), velden.values())
      }
    }
  }

  struct TrekIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trek-in", abstract: "Trekt een besluit in: het vervalt, en blijft te zien.", aliases: ["withdraw"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Identificatie of UUID van het besluit, of een deel dat maar bij een past.") var besluit: String
    @Option(help: "ingetrokken_overheid, ingetrokken_belanghebbende of tijdelijk.")
    var vervalreden = Vervalreden.ingetrokkenOverheid
    @Option(help: "De dag waarop het vervalt; anders vandaag.") var vervaldatum: Day?
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        try werk.trekBesluitIn(werk.dossier.besluit(besluit), vervalreden, vervaldatum: vervaldatum)
      }
    }
  }
}

extension Vervalreden: ExpressibleByArgument {}
