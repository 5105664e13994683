import App
import ArgumentParser
import Model
import Rules
import Runtime
import Store

struct Nieuw: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Maakt een zaak met alles wat erbij hoort; drukt het nummer af.", aliases: ["new"])

  @Option(help: "Identificatie of omschrijving van het zaaktype, of een deel dat maar bij een past.")
  var zaaktype: String
  @Option(help: "Naam, domein of RSIN van de catalogus, als meer organisaties het zaaktype hebben.")
  var catalogus: String?
  @OptionGroup(title: "Velden") var velden: ZaakVelden
  @Option(
    help: """
      Wie de zaak aanvraagt: bsn:…, kvk:…, rsin:…, vestiging:…, eenheid:… of naam:…; \
      vaker, voor een nummer met een naam.
      """)
  var initiator: [String] = []
  @Option(help: "De medewerker die de zaak behandelt; `ik` voor uzelf.") var behandelaar: String?
  @Option(name: .customLong("eigenschap"), help: "NAAM=WAARDE; mag vaker.") var eigenschappen: [Toekenning] = []
  @Option(help: "De zaak waar deze een deel van is.") var hoofdzaak: String?
  @Flag(help: "Als JSON.") var json = false
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func validate() throws {
    guard velden.omschrijving != nil else { throw ValidationError("Geef --omschrijving.") }
  }

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let environment = SystemClock.environment
    let now = environment.now()
    let versie = try session.ruled { () throws(RuleError) in
      try session.store.zaaktypen().zaaktype(zaaktype, catalogus: catalogus, on: now.day)
    }
    var nieuw = try asked(session)
    let made = { (nieuw: NieuweZaak) in
      try session.ruled { () throws(RuleError) in
        try nieuw.maak(versie, gebruiker: session.gebruiker, now: now, newID: environment.newID)
      }
    }
    // Before a number is taken out of the stock, all has to be in order.
    let draft = try made(nieuw)
    try session.mustHaveRight(draft.change, on: draft.ref, nil, versie)
    nieuw.identificatie = try session.stored { try session.store.takeNumber(for: versie.rsin) }
    let zaak = try made(nieuw)
    try session.put(zaak.change, on: zaak.ref, reden: why.reden)
    guard json else { return print(zaak.identificatie) }
    printJSON([
      "uuid": .string(zaak.ref.uuid ?? ""), "identificatie": .string(zaak.identificatie),
      "definitief": .bool(nieuw.identificatie != nil),
    ])
  }

  private func asked(_ session: Session) throws -> NieuweZaak {
    let main = try hoofdzaak.map { try session.find($0) }
    let worker = try behandelaar.map { try session.medewerker($0, naam: nil) }
    return try session.ruled { () throws(RuleError) in
      var nieuw = NieuweZaak()
      nieuw.omschrijving = velden.omschrijving ?? ""
      nieuw.toelichting = velden.toelichting ?? ""
      let values = try velden.values()
      nieuw.startdatum = values.first { $0.name == "startdatum" }?.value.string.flatMap { Day($0) }
      nieuw.velden = values.filter { !["omschrijving", "toelichting", "startdatum"].contains($0.name) }
      if !velden.producten.isEmpty { nieuw.velden.append(("productenOfDiensten", velden.producten.json)) }
      nieuw.kenmerken = velden.kenmerken.map(Kenmerk.init(_:))
      if !initiator.isEmpty { nieuw.initiator = try Betrokkene(delen: initiator) }
      nieuw.behandelaar = worker
      nieuw.eigenschappen = eigenschappen.map { ($0.naam, $0.waarde) }
      if let main { nieuw.hoofdzaak = Hoofdzaak(main.dossier.zaak.value, zaaktype: main.zaaktype) }
      return nieuw
    }
  }
}
