import App
import ArgumentParser
import Foundation
import Model
import Rules
import Runtime

struct EigenschapOpdracht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eigenschap", abstract: "Geeft een eigenschap van de zaak een waarde, of neemt hem weg.",
    aliases: ["property"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "Naam van de eigenschap, of een deel dat maar bij een past.") var naam: String
  @Argument(help: "De waarde; een datum als 20261122.") var waarde: String?
  @Flag(name: .customLong("verwijder"), help: "Neemt de eigenschap weg.") var removes = false
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func validate() throws {
    guard (waarde == nil) == removes else { throw ValidationError("Geef een waarde of --verwijder, een van beide.") }
  }

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, _ in
      let eigenschap = try werk.zaaktype.eigenschap(naam)
      guard let waarde else { return try werk.verwijderEigenschap(eigenschap) }
      return try werk.zetEigenschap(eigenschap, waarde)
    }
  }
}

struct ObjectOpdracht: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "object", abstract: "Waar de zaak over gaat: een adres, een pand, iets in een register.",
    subcommands: [VoegToe.self, Verwijder.self])

  struct VoegToe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "voeg-toe", abstract: "Voegt een zaakobject toe.", aliases: ["add"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Option(name: .customLong("soort"), help: "adres, pand, overige of een andere soort van de standaard.")
    var soort: String
    @Option(help: "De identificatie in de BAG.") var identificatie = ""
    @Option(help: "Bij adres: de woonplaats.") var woonplaats = ""
    @Option(help: "Bij adres: de straat.") var straat = ""
    @Option(help: "Bij adres: het huisnummer.") var huisnummer: Int?
    @Option(help: "Bij adres: de huisletter.") var huisletter = ""
    @Option(help: "Bij adres: de toevoeging bij het huisnummer.") var toevoeging = ""
    @Option(help: "Bij adres: de postcode.") var postcode = ""
    @Option(name: .customLong("overig"), help: "Bij overige: wat voor object het is.") var overig = ""
    @Option(name: .customLong("gegeven"), help: "NAAM=WAARDE: wat het object aanwijst; mag vaker.")
    var data: [Toekenning] = []
    @Option(help: "Webadres van het object, in plaats van wat het aanwijst.") var url: String?
    @Option(help: "Wat de zaak ermee te maken heeft, ten hoogste 80 tekens.") var relatie = ""
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        try werk.voegObjectToe(gegevens(), relatie: relatie)
      }
    }

    private func gegevens() throws(RuleError) -> ObjectGegevens {
      guard let type = ObjectType(rawValue: soort) else {
        throw .wrongForm(field: "objectType", .code(ObjectType.allCases.map(\.rawValue)))
      }
      if let url { return .url(type, Ref(url)) }
      if type == .adres {
        guard let huisnummer else { throw .missing(field: "huisnummer") }
        return .adres(
          ObjectGegevens.Adres(
            identificatie: identificatie, woonplaats: woonplaats, straat: straat, huisnummer: huisnummer,
            huisletter: huisletter, toevoeging: toevoeging, postcode: postcode))
      }
      if type == .pand { return .pand(identificatie) }
      var body = JSONObject(data.map { ($0.naam, JSON.string($0.waarde)) })
      if type == .overige { return .overige(soort: overig, data: body) }
      if !identificatie.isEmpty { body["identificatie"] = .string(identificatie) }
      return .ander(type, body)
    }
  }

  struct Verwijder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Verwijdert een zaakobject.", aliases: ["remove"])

    @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
    @Argument(help: "Naam of UUID van het object, of een deel dat maar bij een past.") var object: String
    @OptionGroup var why: Reden
    @OptionGroup var common: Common

    func run() async throws {
      try common.act(on: zaak, reden: why.reden) { werk, _ in
        werk.verwijderObject(try werk.dossier.zaakobject(object))
      }
    }
  }
}

struct Relatie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Legt vast welke zaak met deze samenhangt, of waar deze een deel van is.", aliases: ["relation"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "De andere zaak: zoals hierboven, of een webadres.") var andere: String?
  @Option(help: "vervolg, onderwerp of bijdrage.") var aard: String?
  @Option(help: "Toelichting bij de relatie, ten hoogste 255 tekens.") var toelichting = ""
  @Flag(name: .customLong("hoofdzaak"), help: "De andere zaak wordt de hoofdzaak van deze.") var isMain = false
  @Flag(name: .customLong("geen-hoofdzaak"), help: "Deze zaak is geen deelzaak meer.") var withoutMain = false
  @Flag(name: .customLong("verwijder"), help: "De zaken hangen niet meer samen.") var removes = false
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func validate() throws {
    guard (andere == nil) == withoutMain else { throw ValidationError("Geef een andere zaak of --geen-hoofdzaak.") }
    let ways = [isMain, withoutMain, removes, aard != nil].filter { $0 }.count
    guard ways == 1 else { throw ValidationError("Geef --aard, --hoofdzaak, --geen-hoofdzaak of --verwijder.") }
  }

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, session in
      guard let andere else { return try werk.zetHoofdzaak(nil) }
      if isMain {
        let main = try session.find(andere)
        return try werk.zetHoofdzaak(Hoofdzaak(main.dossier.zaak.value, zaaktype: main.zaaktype))
      }
      let other = andere.contains("://") ? Ref(andere) : try session.find(andere).dossier.ref
      if removes { return try werk.verwijderRelatie(other) }
      guard let kind = AardRelatie(rawValue: aard ?? "") else {
        throw RuleError.wrongForm(field: "aardRelatie", .code(AardRelatie.allCases.map(\.rawValue)))
      }
      return try werk.voegRelatieToe(other, kind, toelichting: toelichting)
    }
  }
}
