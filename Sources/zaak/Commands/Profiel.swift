import ArgumentParser
import Model
import Runtime
import Store

struct Profiel: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Profielen: een gemeente of een rol, met de server en wat er op deze machine staat.",
    subcommands: [Nieuw.self, Lijst.self, Kies.self, Toon.self, Verwijder.self], aliases: ["profile"])

  struct Nieuw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Maakt een profiel.", aliases: ["new"])

    @Argument(help: "De naam van het profiel.") var name: String
    @Option(name: .customLong("url"), help: "Het adres van de server; de API's staan op de standaardpaden.")
    var url: String?
    @Option(name: .customLong("zaken-url"), help: "Het adres van de Zaken API alleen.") var zaken: String?
    @Option(name: .customLong("documenten-url"), help: "Het adres van de Documenten API.") var documenten: String?
    @Option(name: .customLong("catalogi-url"), help: "Het adres van de Catalogi API.") var catalogi: String?
    @Option(name: .customLong("besluiten-url"), help: "Het adres van de Besluiten API.") var besluiten: String?
    @Option(name: .customLong("autorisaties-url"), help: "Het adres van de Autorisaties API.")
    var autorisaties: String?
    @Option(name: .customLong("client-id"), help: "De client-id van de applicatie op de server.") var clientId: String
    @Option(name: .customLong("geheim-bestand"), help: "Het bestand waarin het geheim staat.") var secretFile: String?
    @Option(name: .customLong("geheim-commando"), help: "De opdracht die het geheim afdrukt.") var secretCommand:
      String?
    @Option(name: .customLong("gebruiker"), help: "Uw medewerker-id, voor het logboek van de server.")
    var user: String
    @Option(name: .customLong("gebruikersnaam"), help: "Uw naam, voor het logboek van de server.") var userName: String?
    @Option(name: .customLong("ca"), help: "PEM-bestand met de CA van de server.") var ca: String?
    @Option(name: .customLong("certificaat"), help: "PEM-bestand met het clientcertificaat.") var certificate: String?
    @Option(name: .customLong("sleutel"), help: "PEM-bestand met de sleutel van het clientcertificaat.") var key:
      String?
    @OptionGroup var choice: WerksetOptions
    @OptionGroup var common: Common

    func validate() throws {
      guard (secretFile == nil) != (secretCommand == nil) else {
        throw ValidationError("Geef --geheim-bestand of --geheim-commando, een van beide.")
      }
      guard url != nil || (zaken != nil && catalogi != nil) else {
        throw ValidationError("Geef --url, of ten minste --zaken-url en --catalogi-url.")
      }
    }

    func run() async throws {
      let profile = Profile(
        name: name, server: server, clientId: clientId, secret: try secret, userId: user, userName: userName ?? user,
        caFile: absolute(ca), clientCertificate: absolute(certificate), clientKey: absolute(key),
        werkset: choice.werkset)
      try Session.check(profile)
      try common.orExit { () throws(ConfigurationError) in try common.configurationFile.add(profile) }
      print("Profiel '\(name)' is gemaakt. Haal de zaken op met `zaak sync`.")
    }

    private var server: Profile.Server {
      if let url { return .root(url) }
      let given: [ZGWAPI: String?] = [
        .zaken: zaken, .documenten: documenten, .catalogi: catalogi, .besluiten: besluiten,
        .autorisaties: autorisaties,
      ]
      return .roots(given.compactMapValues { $0 })
    }

    private var secret: Profile.SecretSource {
      get throws {
        if let secretCommand { return .command(secretCommand) }
        guard let path = absolute(secretFile) else { throw ValidationError("Geef --geheim-bestand.") }
        return .file(path)
      }
    }
  }

  struct Lijst: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Noemt de profielen.", aliases: ["list"])

    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var common: Common

    func run() async throws {
      let configuration = try common.orExit { () throws(ConfigurationError) in try common.configurationFile.read() }
      if json { return printJSON(ProfileOutput.json(configuration)) }
      print(ProfileOutput.text(configuration), terminator: "")
    }
  }

  struct Kies: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Maakt dit het profiel dat wordt gebruikt als er geen is genoemd.", aliases: ["choose"])

    @Argument(help: "De naam van het profiel.") var name: String
    @OptionGroup var common: Common

    func run() async throws {
      try common.orExit { () throws(ConfigurationError) in try common.configurationFile.choose(name) }
    }
  }

  struct Toon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Toont een profiel.", aliases: ["show"])

    @Argument(help: "De naam van het profiel; anders het gekozen profiel.") var name: String?
    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var common: Common

    func run() async throws {
      let profile = try common.orExit { () throws(ConfigurationError) in
        try name.map { name throws(ConfigurationError) in try common.configurationFile.read().profile(name) }
      }
      let shown = try profile ?? common.chosenProfile()
      if json { return printJSON(ProfileOutput.json(shown)) }
      print(ProfileOutput.text(shown), terminator: "")
    }
  }

  struct Verwijder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Verwijdert een profiel en zijn zaken van deze machine; op de server blijft alles.",
      aliases: ["remove"])

    @Argument(help: "De naam van het profiel.") var name: String
    @Flag(
      name: .customLong("ook-wachtend"), help: "Ook als er nog wijzigingen op verzending wachten; die gaan verloren.")
    var alsoWaiting = false
    @OptionGroup var common: Common

    func run() async throws {
      let profile = try common.orExit { () throws(ConfigurationError) in
        try common.configurationFile.read().profile(name)
      }
      let session = try Session(common, profile)
      let waiting = session.store.queue.pending.count
      guard waiting == 0 || alsoWaiting else {
        throw Failure(
          .badData,
          "In profiel '\(name)' wachten nog \(waiting) wijzigingen op verzending. Draai eerst `zaak sync`, "
            + "of geef --ook-wachtend om ze te laten vervallen.")
      }
      session.store.close()
      try common.orExit { () throws(ConfigurationError) in try common.configurationFile.remove(name) }
      for folder in [common.places.store(name), common.places.stateFolder(name)] {
        try session.stored { try common.files.removeAll(folder) }
      }
    }
  }
}
