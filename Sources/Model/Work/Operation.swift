/// One change by the caseworker: the intent, with the old and the new value.
///
/// Nothing else changes a zaak.
public struct Operation: Sendable, Hashable, Identifiable {
  /// A UUID in lower case, chosen when the user acts.
  public let id: String
  public let zaak: Ref
  /// When the user acted.
  public let made: Moment
  public let change: Change
  /// Why, for the server's audittrail (`X-Audit-Toelichting`).
  public let reason: String?

  public init(id: String, zaak: Ref, made: Moment, change: Change, reason: String? = nil) {
    self.id = id
    self.zaak = zaak
    self.made = made
    self.change = change
    self.reason = reason
  }

  /// The UUID of the zaak; of a zaak that the server does not have yet, that of its address on this machine.
  public var dossier: String { zaak.uuid ?? "" }

  public var steps: [Step] { change.steps(on: zaak) }

  /// The step that makes the zaak itself.
  public var creation: Creation? {
    for case .create(let creation) in steps where creation.kind == .zaken { return creation }
    return nil
  }
}

/// What the user meant: to set a status, to change fields of the zaak, or anything else as a row of steps.
public enum Change: Sendable, Hashable {
  case zetStatus(ZetStatus)
  case wijzigZaak([FieldChange])
  case handeling(Handeling)

  /// The word for it in journal, queue and `--json`.
  public var kind: String {
    switch self {
    case .zetStatus: "status"
    case .wijzigZaak: "wijziging"
    case .handeling(let handeling): handeling.soort.rawValue
    }
  }

  /// What has to be done on the server, in this order.
  ///
  /// - Parameter zaak: the zaak of the operation
  public func steps(on zaak: Ref) -> [Step] {
    switch self {
    case .zetStatus(let set): [.status(set)]
    case .wijzigZaak(let fields): [.change(Alteration(.zaken, zaak, fields))]
    case .handeling(let handeling): handeling.steps
    }
  }
}

/// One intent of the caseworker, with all that it takes on the server.
public struct Handeling: Sendable, Hashable {
  /// The word for it in journal, queue and `--json`.
  public enum Soort: String, Sendable, CaseIterable {
    case nieuweZaak = "nieuwe-zaak"
    case resultaat, sluiten, heropenen, opschorten, hervatten, verlengen, toewijzen, vrijgeven, relatie, eigenschap
    case eigenschapVerwijderen = "eigenschap-verwijderen"
    case rolToevoegen = "rol-toevoegen"
    case rolVervangen = "rol-vervangen"
    case rolVerwijderen = "rol-verwijderen"
    case objectToevoegen = "object-toevoegen"
    case objectVerwijderen = "object-verwijderen"
    case notitie
    case notitieWijzigen = "notitie-wijzigen"
    case notitieVerwijderen = "notitie-verwijderen"
    case document
    case documentVersie = "document-versie"
    case documentWijzigen = "document-wijzigen"
    case documentOntkoppelen = "document-ontkoppelen"
    case documentVerwijderen = "document-verwijderen"
    case gebruiksrecht, besluit
    case besluitWijzigen = "besluit-wijzigen"
    case besluitIntrekken = "besluit-intrekken"
  }

  public let soort: Soort
  public let steps: [Step]

  public init(_ soort: Soort, _ steps: [Step]) {
    self.soort = soort
    self.steps = steps
  }
}

public struct ZetStatus: Sendable, Hashable {
  public let statustype: Ref
  /// Fixed when the user acts, so that a repeat is recognised: unique within a zaak.
  public let datumStatusGezet: Moment
  /// At most 1000 characters.
  public let toelichting: String
  /// The statustype that the user saw when acting; nil where the zaak had no status yet.
  public let previous: Ref?

  public init(statustype: Ref, datumStatusGezet: Moment, toelichting: String = "", previous: Ref?) {
    self.statustype = statustype
    self.datumStatusGezet = datumStatusGezet
    self.toelichting = toelichting
    self.previous = previous
  }
}

/// The new value of one field of the zaak, and the value that the user saw before.
public struct FieldChange: Sendable, Hashable {
  public let field: String
  public let old: JSON
  public let new: JSON

  public init(field: String, old: JSON, new: JSON) {
    self.field = field
    self.old = old
    self.new = new
  }
}

extension Operation {
  /// A line of the journal, without the `regel` that says what line it is.
  public var json: JSONObject {
    var object: JSONObject = [
      "id": .string(id), "zaak": .string(zaak.url), "gemaakt": .string(made.text), "soort": .string(change.kind),
    ]
    switch change {
    case .zetStatus(let status): object = object.merging(status.json)
    case .wijzigZaak(let fields): object["velden"] = .array(fields.map(\.json))
    case .handeling(let handeling): object["stappen"] = .array(handeling.steps.map(\.json))
    }
    if let reason { object["reden"] = .string(reason) }
    return object
  }

  /// Nil where the object is no operation that this version knows.
  public init?(json: JSONObject) {
    guard let id = json["id"]?.string, let zaak = json["zaak"]?.string,
      let made = json["gemaakt"]?.string.flatMap({ Moment($0) }), let kind = json["soort"]?.string,
      let change = Change(kind: kind, json: json)
    else { return nil }
    self.init(id: id, zaak: Ref(zaak), made: made, change: change, reason: json["reden"]?.string)
  }
}

extension Change {
  fileprivate init?(kind: String, json: JSONObject) {
    switch kind {
    case "status":
      guard let set = ZetStatus(json: json) else { return nil }
      self = .zetStatus(set)
    case "wijziging":
      guard let changes = [FieldChange](rows: json["velden"]) else { return nil }
      self = .wijzigZaak(changes)
    default:
      guard let soort = Handeling.Soort(rawValue: kind), let rows = json["stappen"]?.array else { return nil }
      let steps = rows.compactMap { Step(json: $0) }
      guard steps.count == rows.count else { return nil }
      self = .handeling(Handeling(soort, steps))
    }
  }
}
