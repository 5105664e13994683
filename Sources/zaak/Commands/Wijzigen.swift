import App
import ArgumentParser
import Model
import Rules
import Runtime
import Store

struct Status: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Zet een status; verstuurd bij de volgende sync.")

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Argument(help: "Omschrijving of volgnummer van het statustype, of een deel dat maar bij een past.")
  var statustype: String
  @Option(help: "Toelichting bij de status, ten hoogste 1000 tekens.") var toelichting = ""
  @Flag(name: .customLong("toch"), help: "Ook als hier iets in de weg staat; de server beslist.") var anyway = false
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let shown = try session.find(zaak)
    let zaaktype = try session.zaaktype(shown)
    let chosen = try session.ruled { () throws(RuleError) in try zaaktype.statustype(statustype) }
    let choice = shown.dossier.statusChoices(zaaktype, rights: session.rights).first { $0.statustype.ref == chosen.ref }
    if !anyway, let obstacles = choice?.obstacles, let first = obstacles.first {
      let right = obstacles.first { if case .noRight = $0 { true } else { false } }
      throw Failure(
        right == nil ? .badData : .noRights, common.sentences.of(right ?? first, statustype: chosen.omschrijving))
    }
    let text = try session.ruled { () throws(RuleError) in
      try Model.Status.value(toelichting, for: "statustoelichting").string ?? ""
    }
    let change = shown.dossier.zetStatus(chosen.ref, toelichting: text, now: SystemClock.now())
    let closes = zaaktype.isEndStatus(chosen.ref) && shown.dossier.zaak.value.isOpen
    try session.record(
      change, on: shown.dossier, reden: why.reden ?? (closes ? "Afgesloten: \(chosen.omschrijving)" : nil),
      anyway: anyway)
  }
}

struct Wijzig: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wijzigt velden van de zaak; verstuurd bij de volgende sync.",
    discussion: "Elk veld heeft de naam die de standaard het geeft. Een lege waarde maakt het veld leeg.",
    aliases: ["change"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @OptionGroup(title: "Velden") var velden: ZaakVelden
  @Option(name: .customLong("zonder-kenmerk"), help: "Neemt dit kenmerk weg; mag vaker.")
  var minusKenmerken: [Toekenning] = []
  @Option(name: .customLong("zonder-product"), help: "Neemt dit product of deze dienst weg; mag vaker.")
  var minusProducten: [String] = []
  @OptionGroup var why: Reden
  @OptionGroup var common: Common

  private var hasLists: Bool {
    !(velden.kenmerken + minusKenmerken).isEmpty || !(velden.producten + minusProducten).isEmpty
  }

  func validate() throws {
    guard !velden.isEmpty || hasLists else {
      throw ValidationError("Geef ten minste een veld, zoals --omschrijving of --toelichting.")
    }
  }

  func run() async throws {
    try common.act(on: zaak, reden: why.reden) { werk, _ in
      var fields = try velden.values()
      if !(velden.kenmerken + minusKenmerken).isEmpty {
        let plus = velden.kenmerken.map(Kenmerk.init(_:))
        fields.append(("kenmerken", try werk.kenmerken(plus: plus, minus: minusKenmerken.map(Kenmerk.init(_:)))))
      }
      if !(velden.producten + minusProducten).isEmpty {
        let plus = velden.producten.map { Ref($0) }
        fields.append(("productenOfDiensten", try werk.producten(plus: plus, minus: minusProducten.map { Ref($0) })))
      }
      return try werk.wijzig(fields)
    }
  }
}
