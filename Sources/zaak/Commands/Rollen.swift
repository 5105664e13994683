import App
import ArgumentParser
import Model
import Rules
import Runtime

/// Who someone is, and what part they have.
struct RolOpties: ParsableArguments {
  @Option(name: .customLong("betrokkene"), help: ArgumentHelp(RolOpties.parts, valueName: "soort:waarde"))
  var delen: [String] = []
  @Option(name: .customLong("url"), help: "Webadres van iemand die een ander register bijhoudt.") var url: String?
  @Option(name: .customLong("soort"), help: "Bij --url: natuurlijk_persoon, vestiging, medewerker, …")
  var soort: String?
  @Option(help: "Toelichting bij de rol, ten hoogste 1000 tekens.") var toelichting = ""
  @Option(name: .customLong("afwijkende-naam"), help: "Onder welke naam, als dat een andere is.")
  var afwijkend = ""
  @Option(help: "gemachtigde of machtiginggever.") var machtiging: String?
  @Option(name: .customLong("contactpersoon"), help: "De naam van de contactpersoon.") var contact: String?
  @Option(help: "Het e-mailadres van de contactpersoon.") var email: String?
  @Option(help: "Het telefoonnummer van de contactpersoon.") var telefoon: String?
  @Option(help: "De functie van de contactpersoon.") var functie: String?

  static let parts = """
    Wie het is: bsn:, anummer:, naam:, voornamen:, geboortedatum:, rsin:, kvk:, organisatie:, vestiging:, \
    handelsnaam:, eenheid: of medewerker:; mag vaker.
    """

  func validate() throws {
    guard delen.isEmpty != (url == nil) else { throw ValidationError("Geef --betrokkene of --url, een van beide.") }
    guard (url == nil) == (soort == nil) else { throw ValidationError("Geef --soort bij --url.") }
    if contact == nil, email ?? telefoon ?? functie != nil { throw ValidationError("Geef --contactpersoon.") }
  }

  func gegevens(_ roltype: Roltype) throws(RuleError) -> RolGegevens {
    var rol: RolGegevens
    if let url {
      guard let type = BetrokkeneType(rawValue: soort ?? "") else {
        throw .wrongForm(field: "betrokkeneType", .code(BetrokkeneType.allCases.map(\.rawValue)))
      }
      rol = RolGegevens(roltype, type, url: Ref(url))
    } else {
      rol = RolGegevens(roltype, try Betrokkene(delen: delen))
    }
    rol.toelichting = toelichting
    rol.afwijkendeNaam = afwijkend
    if let machtiging {
      guard let indicatie = IndicatieMachtiging(rawValue: machtiging) else {
        throw .wrongForm(field: "indicatieMachtiging", .code(IndicatieMachtiging.allCases.map(\.rawValue)))
      }
      rol.machtiging = indicatie
    }
    if let contact {
      var person = ContactpersoonRol()
      person.naam = contact
      person.emailadres = email ?? ""
      person.telefoonnummer = telefoon ?? ""
      person.functie = functie ?? ""
      rol.contactpersoon = person
    }
    return rol
  }
}

struct RolOpdracht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rol", abstract: "Wie bij de zaak betrokken is.",
    subcommands: [VoegToe.self, Vervang.self, Verwijder.self], aliases: ["role"])

  struct VoegToe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voeg-toe", abstract: "Voegt een rol toe.", aliases: ["add"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Omschrijving van het roltype, of een deel dat maar bij een past.") var roltype: String
    @OptionGroup var rol: RolOpties
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        try werk.voegRolToe(rol.gegevens(werk.zaaktype.roltype(roltype)))
      }
    }
  }

  struct Vervang: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Zet iemand anders, of dezelfde met andere gegevens, in de plaats van een rol.", aliases: ["replace"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Naam of UUID van de rol, of een deel dat maar bij een past.") var oude: String
    @Option(help: "Een ander roltype; anders blijft het hetzelfde.") var roltype: String?
    @OptionGroup var rol: RolOpties
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        let old = try werk.dossier.rol(oude)
        return try werk.vervangRol(old, door: rol.gegevens(werk.zaaktype.roltype(roltype ?? old.roltype.url)))
      }
    }
  }

  struct Verwijder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Verwijdert een rol.", aliases: ["remove"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Naam of UUID van de rol, of een deel dat maar bij een past.") var rol: String
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in werk.verwijderRol(try werk.dossier.rol(rol)) }
    }
  }
}

struct WijsToe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wijs-toe", abstract: "Maakt een medewerker de behandelaar.", aliases: ["assign"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "De identificatie van de medewerker; `ik` voor uzelf.") var medewerker: String
  @Option(help: "De naam van de medewerker, als geen zaak hier die kent.") var naam: String?
  @Flag(name: .customLong("naast"), help: "Naast wie het al is, in plaats van daarvoor in de plaats.")
  var besides = false
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, session in
      let who = try session.medewerker(medewerker, naam: naam)
      return try werk.wijsToe(who, besides: besides)
    }
  }
}

struct GeefVrij: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geef-vrij", abstract: "Neemt de behandelaar van de zaak.", aliases: ["release"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, _ in try werk.geefVrij() }
  }
}
