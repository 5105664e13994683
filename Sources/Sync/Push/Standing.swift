import Model

/// How an operation stands against what the server has: the three-way comparison, and the recognition of a repeat.
///
/// Pure: a function of the operation and of what was just read.
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

  /// Field by field: only what the user changed is sent, and not what the server has already.
  static func of(_ changes: [FieldChange], on zaak: Zaak) -> Standing {
    var body = JSONObject()
    var conflicts: [FieldConflict] = []
    for change in changes {
      let theirs = zaak.body[change.field] ?? .null
      if same(theirs, change.new) { continue }
      if same(theirs, change.old) {
        body[change.field] = change.new
      } else {
        conflicts.append(FieldConflict(field: change.field, base: change.old, theirs: theirs, mine: change.new))
      }
    }
    if !conflicts.isEmpty { return .conflict(conflicts) }
    return body.isEmpty ? .already : .open(body)
  }

  /// Servers strip white space around a text, and write an empty one as null or as `""`.
  private static func same(_ left: JSON, _ right: JSON) -> Bool {
    left == right || stripped(left) == stripped(right)
  }

  private static func stripped(_ value: JSON) -> JSON {
    switch value {
    case .string(let text):
      let kept = text.drop(while: \.isWhitespace)
      let end = kept.lastIndex { !$0.isWhitespace }
      return end.map { .string(String(kept[...$0])) } ?? .null
    case .null, .bool, .number, .array, .object: return value
    }
  }
}

extension Moment {
  /// Whether this is what a server makes of the moment: the same, or cut off at milliseconds or seconds.
  fileprivate func keeps(_ sent: Moment) -> Bool {
    let (kept, sent) = (microsecondsSince1970, sent.microsecondsSince1970)
    return kept == sent || kept == sent - sent % 1000 || kept == sent - sent % 1_000_000
  }
}
