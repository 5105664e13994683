import Model

/// How a step stands against what the server has: the three-way comparison, and the recognition of a repeat.
///
/// Pure: a function of the step and of what was just read.
enum Standing: Sendable, Hashable {
  /// The server has it: an earlier attempt succeeded, or somebody else did the same.
  case already
  /// Not there yet, and nobody changed what it builds on; this is the body to send.
  case open(JSONObject)
  /// Somebody else changed what the user changed too.
  case conflict([FieldConflict])
}

extension Standing {
  /// A status is recognised by (zaak, statustype, datumStatusGezet): the moment was fixed when the user acted.
  ///
  /// Somebody who meanwhile set another status gives a conflict over the field `status`, and so does one that is later
  /// than the user's, for then the user's would not become the current one. Somebody who set the same one did what the
  /// user meant, unless the user also wrote a toelichting. Statussen of other zaken do not count, also where a server
  /// ignores the filter.
  static func of(_ set: ZetStatus, zaak: Ref, among statussen: [Status]) -> Standing {
    let statussen = statussen.filter { $0.zaak.uuid == zaak.uuid }
    if statussen.contains(where: { $0.statustype == set.statustype && $0.datumStatusGezet.keeps(set.datumStatusGezet) })
    {
      return .already
    }
    let latest = statussen.max { $0.datumStatusGezet < $1.datumStatusGezet }
    let current = latest?.statustype
    let movedOn = latest.map { $0.datumStatusGezet >= set.datumStatusGezet } ?? false
    let body: JSONObject = [
      "zaak": .string(zaak.url), "statustype": .string(set.statustype.url),
      "datumStatusGezet": .string(set.datumStatusGezet.text), "statustoelichting": .string(set.toelichting),
    ]
    if current == set.previous && !movedOn { return .open(body) }
    if current == set.statustype { return set.toelichting.isEmpty ? .already : .open(body) }
    return .conflict([
      FieldConflict(
        field: "status", base: set.previous.json, theirs: current.json, mine: .string(set.statustype.url))
    ])
  }

  /// Field by field: only what the user changed is sent, and not what the server has already; a list row by row, so that
  /// what both added is kept.
  ///
  /// - Parameter ref: goes into the conflicts; nil where the resource is the zaak itself
  static func of(_ changes: [FieldChange], on resource: JSONObject, ref: Ref? = nil) -> Standing {
    var body = JSONObject()
    var conflicts: [FieldConflict] = []
    for change in changes {
      let theirs = resource[change.field] ?? .null
      let wanted = change.over(theirs)
      if theirs.keeps(wanted) { continue }
      if theirs.keeps(change.old) || change.isList(beside: theirs) {
        body[change.field] = wanted
      } else {
        conflicts.append(
          FieldConflict(field: change.field, base: change.old, theirs: theirs, mine: change.new, ref: ref))
      }
    }
    if !conflicts.isEmpty { return .conflict(conflicts) }
    return body.isEmpty ? .already : .open(body)
  }

  /// A resource is taken away only as the user saw it; what the server fills in itself does not count.
  static func of(_ removal: Removal, on resource: JSONObject) -> Standing {
    let changed = removal.was.members.filter { member in
      !ownFields.contains(member.name) && !(resource[member.name] ?? .null).keeps(member.value)
    }
    guard !changed.isEmpty, removal.kind != .enkelvoudiginformatieobjecten else { return .open([:]) }
    return .conflict(
      changed.map { member in
        FieldConflict(
          field: member.name, base: member.value, theirs: resource[member.name] ?? .null, mine: .null,
          ref: removal.ref)
      })
  }

  /// What servers change by themselves.
  private static let ownFields: Set<String> = [
    "statussen", "wijzigingsdatum", "registratiedatum", "omschrijving", "omschrijvingGeneriek",
  ]
}
