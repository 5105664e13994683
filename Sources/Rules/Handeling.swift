import Model

extension Dossier {
  /// The intent to set a status, seen from the dossier as it is shown.
  ///
  /// The moment is in whole seconds, for not every server keeps more, and later than that of every status that the
  /// zaak has: an earlier one would not become the current status.
  public func zetStatus(_ statustype: Ref, toelichting: String = "", now: Moment) -> Change {
    .zetStatus(newStatus(statustype, toelichting: toelichting, now: now))
  }

  func newStatus(_ statustype: Ref, toelichting: String = "", now: Moment) -> ZetStatus {
    let latest = statussen.map(\.value.datumStatusGezet.secondsSince1970).max() ?? 0
    let moment = Moment(secondsSince1970: max(now.secondsSince1970, latest + 1), offset: now.offset)
    return ZetStatus(
      statustype: statustype, datumStatusGezet: moment, toelichting: toelichting, previous: status?.statustype)
  }

  /// The intent to give fields of the zaak other values; nil where all have them already.
  public func wijzig(_ fields: [(name: String, value: JSON)]) -> Change? {
    let changes = fields.compactMap { field -> FieldChange? in
      let old = zaak.value.body[field.name] ?? .null
      return old == field.value ? nil : FieldChange(field: field.name, old: old, new: field.value)
    }
    return changes.isEmpty ? nil : .wijzigZaak(changes)
  }
}
