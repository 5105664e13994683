import ArgumentParser
import Model
import Runtime

struct WerksetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "werkset", abstract: "De werkset: welke zaken op deze machine staan, ook zonder netwerk.",
    subcommands: [Toon.self, Zet.self])

  struct Toon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Toont de werkset van het profiel.", aliases: ["show"])

    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var common: Common

    func run() async throws {
      let werkset = try common.chosenProfile().werkset
      if json { return printJSON(WerksetOutput.json(werkset)) }
      print(WerksetOutput.text(werkset, language: common.spoken), terminator: "")
    }
  }

  struct Zet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Kiest welke zaken op deze machine staan; de volgende sync haalt en ruimt op.",
      discussion: """
        De werkset wordt wat u hier opgeeft, in de plaats van wat zij was. Alles moet gelden; van --behandelaar en --team
        is een genoeg, en van elke optie die vaker mag ook. Wijzigingen aan zaken die uit de werkset gaan blijven in de
        wachtrij staan.
        """, aliases: ["set"])

    @OptionGroup var choice: WerksetOptions
    @Flag(name: .customLong("alles"), help: "Alle zaken die de server geeft.") var all = false
    @OptionGroup var common: Common

    func validate() throws {
      guard all == (choice.werkset == Werkset()) else {
        throw ValidationError(
          all
            ? "Geef --alles zonder andere keuzes."
            : "Geef ten minste een keuze, zoals --open of --behandelaar ID, of --alles voor alle zaken.")
      }
    }

    func run() async throws {
      let profile = try common.chosenProfile()
      let werkset = choice.werkset
      try common.orExit { () throws(ConfigurationError) in
        try common.configurationFile.setWerkset(werkset, of: profile.name)
      }
      print(WerksetOutput.text(werkset, language: common.spoken), terminator: "")
    }
  }
}

/// Which zaken are kept on this machine, as options.
struct WerksetOptions: ParsableArguments {
  @Option(
    name: .customLong("zaaktype"), help: "Alleen zaken van dit zaaktype, op identificatie of omschrijving; mag vaker.")
  var zaaktypen: [String] = []
  @Option(
    name: .customLong("trefwoord"),
    help: "Alleen zaken van zaaktypen met dit trefwoord, of met dit woord in hun omschrijving; mag vaker.")
  var trefwoorden: [String] = []
  @Option(name: .customLong("behandelaar"), help: "Alleen zaken van deze medewerker.") var behandelaar: String?
  @Option(name: .customLong("team"), help: "Alleen zaken van deze organisatorische eenheid; mag vaker.")
  var teams: [String] = []
  @Flag(name: .customLong("open"), help: "Alleen zaken die nog open zijn.") var openOnly = false
  @Option(name: .customLong("gestart-vanaf"), help: "Alleen zaken met deze startdatum (JJJJ-MM-DD) of later.")
  var startedFrom: Day?
  @Option(
    name: .customLong("afgesloten-vanaf"),
    help: "Van de afgesloten zaken alleen die met deze einddatum (JJJJ-MM-DD) of later.")
  var closedFrom: Day?

  var werkset: Werkset {
    Werkset(
      zaaktypen: zaaktypen, trefwoorden: trefwoorden, behandelaar: behandelaar, teams: teams, openOnly: openOnly,
      startedFrom: startedFrom, closedFrom: closedFrom)
  }
}
