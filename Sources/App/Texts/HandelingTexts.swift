import Model
import Rules

/// An intent in a few words: what it is about, with what.
extension Texts {
  /// `resultaat Toegekend`, `rol toegevoegd: J. de Wit`, `notitie ‘gebeld’`.
  func handeling(_ handeling: Handeling, _ zaaktype: ZaaktypeVersie?) -> String {
    let head = head(handeling.soort)
    let what = what(handeling.soort, HandelingSteps(handeling, zaaktype))
    guard what.isEmpty else { return head + " " + what }
    return head.hasSuffix(":") ? String(head.dropLast()) : head
  }

  private func head(_ soort: Handeling.Soort) -> String {
    switch soort {
    case .nieuweZaak: say("nieuwe zaak:", "new case:")
    case .resultaat: "resultaat"
    case .sluiten: say("afgesloten:", "closed:")
    case .heropenen: say("heropend:", "reopened:")
    case .opschorten: say("opgeschort:", "suspended:")
    case .hervatten: say("hervat", "resumed")
    case .verlengen: say("verlengd:", "extended:")
    case .toewijzen: say("toegewezen:", "assigned:")
    case .vrijgeven: say("vrijgegeven", "released")
    case .relatie: say("relatie gewijzigd", "relation changed")
    case .eigenschap: "eigenschap"
    case .eigenschapVerwijderen: say("eigenschap verwijderd:", "eigenschap removed:")
    case .rolToevoegen: say("rol toegevoegd:", "rol added:")
    case .rolVervangen: say("rol vervangen:", "rol replaced:")
    case .rolVerwijderen: say("rol verwijderd:", "rol removed:")
    case .objectToevoegen: say("zaakobject toegevoegd:", "zaakobject added:")
    case .objectVerwijderen: say("zaakobject verwijderd:", "zaakobject removed:")
    case .notitie: say("notitie", "note")
    case .notitieWijzigen: say("notitie gewijzigd", "note changed")
    case .notitieVerwijderen: say("notitie verwijderd:", "note removed:")
    case .document: "document"
    case .documentVersie: say("nieuwe versie:", "new version:")
    case .documentWijzigen: say("document gewijzigd", "document changed")
    case .documentOntkoppelen: say("document ontkoppeld:", "document unlinked:")
    case .documentVerwijderen: say("document verwijderd:", "document removed:")
    case .gebruiksrecht: say("gebruiksrecht vastgelegd", "gebruiksrecht recorded")
    case .besluit: "besluit"
    case .besluitWijzigen: say("besluit gewijzigd", "besluit changed")
    case .besluitIntrekken: say("besluit ingetrokken", "besluit withdrawn")
    }
  }

  private func what(_ soort: Handeling.Soort, _ steps: HandelingSteps) -> String {
    switch soort {
    case .nieuweZaak: steps.omschrijving
    case .resultaat, .sluiten: steps.resultaat
    case .heropenen: steps.status
    case .opschorten: steps.reden("opschorting")
    case .verlengen: steps.reden("verlenging")
    case .toewijzen, .rolToevoegen, .rolVervangen, .rolVerwijderen: steps.persoon
    case .eigenschap, .eigenschapVerwijderen: steps.eigenschap
    case .objectToevoegen, .objectVerwijderen: steps.object
    case .notitie, .notitieWijzigen, .notitieVerwijderen: named(steps.onderwerp)
    case .document, .documentOntkoppelen, .documentVerwijderen: named(steps.titel)
    case .documentVersie: named(steps.bestandsnaam)
    case .besluit: steps.besluit
    case .hervatten, .vrijgeven, .relatie, .documentWijzigen, .gebruiksrecht, .besluitWijzigen, .besluitIntrekken: ""
    }
  }

  private func named(_ text: String) -> String { text.isEmpty ? "" : quoted(text) }

  /// What each step sets, a line for each value.
  func values(of handeling: Handeling) -> [(label: String, text: String)] {
    handeling.steps.flatMap { step -> [(label: String, text: String)] in
      switch step {
      case .status(let status): [(toelichting, status.toelichting)]
      case .create: []
      case .change(let alteration): alteration.fields.map { (becomes, change($0)) }
      case .remove: []
      }
    }
  }
}

/// What is worth naming in the steps of an intent.
struct HandelingSteps {
  private let steps: [Step]
  private let zaaktype: ZaaktypeVersie?

  init(_ handeling: Handeling, _ zaaktype: ZaaktypeVersie?) {
    steps = handeling.steps
    self.zaaktype = zaaktype
  }

  /// The body that the last step of the kind makes, else the one that it takes away.
  private func body(_ kind: ResourceKind) -> JSONObject? {
    var removed: JSONObject?
    for step in steps.reversed() {
      switch step {
      case .create(let creation): if creation.kind == kind { return creation.body }
      case .remove(let removal): if removal.kind == kind, removed == nil { removed = removal.was }
      case .status, .change: break
      }
    }
    return removed
  }

  private func new(_ kind: ResourceKind, _ field: String) -> JSON? {
    for case .change(let alteration) in steps where alteration.kind == kind {
      if let change = alteration.fields.first(where: { $0.field == field }) { return change.new }
    }
    return nil
  }

  var omschrijving: String { body(.zaken).map { Zaak($0).omschrijving } ?? "" }

  var resultaat: String {
    guard let resultaat = body(.resultaten).map({ Resultaat($0) }) else { return "" }
    return zaaktype?.resultaattypen.first { $0.ref == resultaat.resultaattype }?.value.omschrijving ?? ""
  }

  var status: String {
    for case .status(let set) in steps { return zaaktype?.statustype(set.statustype)?.omschrijving ?? "" }
    return ""
  }

  func reden(_ group: String) -> String { new(.zaken, group)?["reden"]?.string ?? "" }

  /// By name, and never by a number: that may be a BSN.
  var persoon: String {
    guard let rol = body(.rollen).map({ Rol($0) }) else { return "" }
    if !rol.afwijkendeNaamBetrokkene.isEmpty { return rol.afwijkendeNaamBetrokkene }
    return rol.identificatie?.naam ?? ""
  }

  var eigenschap: String {
    guard let value = body(.zaakeigenschappen).map({ ZaakEigenschap($0) }) else {
      return new(.zaakeigenschappen, "waarde")?.string ?? ""
    }
    let name = zaaktype?.eigenschappen.first { $0.ref == value.eigenschap }?.value.naam ?? value.naam
    return name + " " + value.waarde
  }

  var object: String { body(.zaakobjecten).map { ZaakObject($0).naam } ?? "" }
  var onderwerp: String {
    body(.zaaknotities).map { ZaakNotitie($0).onderwerp } ?? new(.zaaknotities, "onderwerp")?.string ?? ""
  }
  var titel: String {
    let document = body(.enkelvoudiginformatieobjecten).map { EnkelvoudigInformatieObject($0).titel }
    return document ?? body(.zaakinformatieobjecten).map { ZaakInformatieObject($0).titel } ?? ""
  }
  var bestandsnaam: String { new(.enkelvoudiginformatieobjecten, "bestandsnaam")?.string ?? "" }

  var besluit: String {
    guard let besluit = body(.besluiten).map({ Besluit($0) }) else { return "" }
    return zaaktype?.besluittypen.first { $0.ref == besluit.besluittype }?.value.omschrijving ?? besluit.identificatie
  }
}
