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

  /// The UUID of the zaak.
  public var dossier: String { zaak.uuid ?? "" }
}

public enum Change: Sendable, Hashable {
  case zetStatus(ZetStatus)
  case wijzigZaak([FieldChange])

  /// The word for it in journal, queue and `--json`.
  public var kind: String {
    switch self {
    case .zetStatus: "status"
    case .wijzigZaak: "wijziging"
    }
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
    case .zetStatus(let status):
      object["statustype"] = .string(status.statustype.url)
      object["datumStatusGezet"] = .string(status.datumStatusGezet.text)
      object["toelichting"] = .string(status.toelichting)
      object["vorige"] = status.previous.map { .string($0.url) } ?? .null
    case .wijzigZaak(let fields):
      object["velden"] = .array(fields.map { ["veld": .string($0.field), "oud": $0.old, "nieuw": $0.new] })
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
      guard let statustype = json["statustype"]?.string,
        let moment = json["datumStatusGezet"]?.string.flatMap({ Moment($0) })
      else { return nil }
      self = .zetStatus(
        ZetStatus(
          statustype: Ref(statustype), datumStatusGezet: moment, toelichting: json["toelichting"]?.string ?? "",
          previous: json["vorige"]?.string.map { Ref($0) }))
    case "wijziging":
      guard let fields = json["velden"]?.array else { return nil }
      let changes = fields.compactMap { field -> FieldChange? in
        guard let name = field["veld"]?.string, let old = field["oud"], let new = field["nieuw"] else { return nil }
        return FieldChange(field: name, old: old, new: new)
      }
      guard changes.count == fields.count else { return nil }
      self = .wijzigZaak(changes)
    default: return nil
    }
  }
}
