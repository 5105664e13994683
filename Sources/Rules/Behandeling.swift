import Model

/// Who acts: the caseworker of the profile.
public struct Gebruiker: Sendable, Hashable {
  /// The identificatie of the medewerker.
  public let id: String
  public let naam: String

  public init(id: String, naam: String) {
    self.id = id
    self.naam = naam
  }
}

/// A zaak as the caseworker sees it, and what it takes to act on it: its types, who acts and when.
///
/// Its methods make of an intent a `Change`, or say in a `RuleError` why it cannot be; they change nothing themselves.
public struct Behandeling: Sendable {
  public let dossier: Dossier
  public let zaaktype: ZaaktypeVersie
  public let gebruiker: Gebruiker
  /// In the offset of the user, whose calendar tells what day it is.
  public let now: Moment
  public let newID: @Sendable () -> String

  /// - Parameter newID: gives a UUID in lower case that was never used
  public init(
    _ dossier: Dossier, _ zaaktype: ZaaktypeVersie, gebruiker: Gebruiker, now: Moment,
    newID: @escaping @Sendable () -> String
  ) {
    self.dossier = dossier
    self.zaaktype = zaaktype
    self.gebruiker = gebruiker
    self.now = now
    self.newID = newID
  }

  var zaak: Zaak { dossier.zaak.value }
  var today: Day { now.day }

  /// The step that makes a resource; what the zaak has of the same content already is not taken for it later.
  func creation<Fields: ResourceFields>(_ new: Record<Fields>, content: DocumentContent? = nil) throws(RuleError)
    -> Creation
  {
    try new.check()
    let kind = Fields.kind
    let known = dossier.bodies(kind).filter { $0.keeps(new.body) }.compactMap { $0["url"]?.string.map { Ref($0) } }
    return Creation(kind, .local(kind, newID()), new.body, known: known, content: content)
  }

  /// The step that gives fields other values; nil where they have them already.
  func alteration<Fields: ResourceFields>(
    _ record: Record<Fields>, _ values: [(name: String, value: JSON)], content: DocumentContent? = nil
  ) throws(RuleError) -> Alteration? {
    var changed = record
    var fields: [FieldChange] = []
    for (name, value) in values {
      let old = record.body[name] ?? .null
      guard !old.keeps(value) else { continue }
      changed.body[name] = value
      fields.append(FieldChange(field: name, old: old, new: value))
    }
    try changed.check(Set(fields.map(\.field)))
    guard !fields.isEmpty || content != nil else { return nil }
    return Alteration(Fields.kind, record.ref, fields, content: content)
  }

  /// The intent to give fields other values; nil where they have them already.
  func change<Fields: ResourceFields>(
    _ soort: Handeling.Soort, _ record: Record<Fields>, _ values: [(name: String, value: JSON)]
  ) throws(RuleError) -> Change? {
    try alteration(record, values).map { .handeling(Handeling(soort, [.change($0)])) }
  }

  func removal<Fields: ResourceFields>(_ record: Record<Fields>) -> Step {
    .remove(Removal(Fields.kind, record.ref, was: record.body))
  }

  func mustBeOpen() throws(RuleError) {
    guard zaak.isOpen else { throw .closed }
  }
}

extension Dossier {
  /// Whether the user has to say why: closing, reopening, suspending, extending, removing, and all that changes a closed zaak.
  ///
  /// The reason goes into the server's audittrail.
  public func asksReason(_ change: Change) -> Bool {
    if !zaak.value.isOpen { return true }
    guard case .handeling(let handeling) = change else { return false }
    return switch handeling.soort {
    case .sluiten, .heropenen, .opschorten, .hervatten, .verlengen, .eigenschapVerwijderen, .rolVerwijderen,
      .objectVerwijderen, .notitieVerwijderen, .documentOntkoppelen, .documentVerwijderen, .besluitIntrekken:
      true
    case .nieuweZaak, .resultaat, .toewijzen, .vrijgeven, .relatie, .eigenschap, .rolToevoegen, .rolVervangen,
      .objectToevoegen, .notitie, .notitieWijzigen, .document, .documentVersie, .documentWijzigen, .gebruiksrecht,
      .besluit, .besluitWijzigen:
      false
    }
  }

  public func check(_ change: Change, reden: String?) throws(RuleError) {
    guard asksReason(change), reden?.allSatisfy(\.isWhitespace) ?? true else { return }
    throw .reasonMissing
  }
}
