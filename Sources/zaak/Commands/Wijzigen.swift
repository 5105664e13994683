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
  @OptionGroup var common: Common

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let shown = try session.find(zaak)
    guard let zaaktype = shown.zaaktype else {
      throw Failure(.badData, "Het zaaktype van deze zaak is nog niet opgehaald. Draai eerst `zaak sync`.")
    }
    let choice = try choose(shown.dossier.statusChoices(zaaktype))
    if !anyway, let obstacle = choice.obstacles.first {
      throw Failure(.badData, common.sentences.of(obstacle, statustype: choice.statustype.omschrijving))
    }
    try Wijzig.checkLength("toelichting", toelichting, StatusFields.fields.statustoelichting.limits)
    let change = shown.dossier.zetStatus(choice.statustype.ref, toelichting: toelichting, now: SystemClock.now())
    try session.record(change, on: shown.dossier.ref)
  }

  private func choose(_ choices: [StatusChoice]) throws -> StatusChoice {
    let wanted = statustype.lowercased()
    let exact = choices.filter {
      $0.statustype.omschrijving.lowercased() == wanted || String($0.statustype.volgnummer) == wanted
        || $0.statustype.ref.url == statustype || $0.statustype.uuid == wanted
    }
    let found = exact.isEmpty ? choices.filter { $0.statustype.omschrijving.lowercased().contains(wanted) } : exact
    if found.count == 1, let only = found.first { return only }
    let names = choices.map { "\($0.statustype.volgnummer) \($0.statustype.omschrijving)" }.joined(separator: ", ")
    throw Failure(.badData, "'\(statustype)' wijst niet precies een statustype aan. Kies uit: \(names).")
  }
}

struct Wijzig: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wijzigt omschrijving of toelichting; verstuurd bij de volgende sync.", aliases: ["change"])

  @Argument(help: "Identificatie, UUID of een deel dat maar bij een zaak past.") var zaak: String
  @Option(help: "De nieuwe omschrijving, ten hoogste 80 tekens.") var omschrijving: String?
  @Option(help: "De nieuwe toelichting, ten hoogste 1000 tekens.") var toelichting: String?
  @OptionGroup var common: Common

  func validate() throws {
    guard omschrijving != nil || toelichting != nil else {
      throw ValidationError("Geef --omschrijving of --toelichting.")
    }
  }

  func run() async throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let shown = try session.find(zaak)
    var fields: [(name: String, value: JSON)] = []
    if let omschrijving {
      try Wijzig.checkLength("omschrijving", omschrijving, ZaakFields.fields.omschrijving.limits)
      fields.append(("omschrijving", .string(omschrijving)))
    }
    if let toelichting {
      try Wijzig.checkLength("toelichting", toelichting, ZaakFields.fields.toelichting.limits)
      fields.append(("toelichting", .string(toelichting)))
    }
    guard let change = shown.dossier.wijzig(fields) else { return }
    try session.record(change, on: shown.dossier.ref)
  }

  static func checkLength(_ name: String, _ text: String, _ limits: FieldLimits) throws {
    guard let max = limits.max, text.unicodeScalars.count > max else { return }
    throw Failure(
      .badData, "De \(name) heeft \(text.unicodeScalars.count) tekens; ten hoogste \(max) mag. Kort hem in.")
  }
}
