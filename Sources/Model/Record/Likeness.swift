/// Whether a server keeps what it was sent, in its own spelling.
extension JSON {
  /// Whether this, as a server shows it, is what it makes of `sent`.
  ///
  /// Servers strip white space around a text, write an empty one as null or as `""`, a moment in another time zone and
  /// a period in other units, add members of their own to a group, and write a group that is not there as one whose
  /// members are empty. Rows of objects and of texts come back in any order.
  public func keeps(_ sent: JSON) -> Bool {
    if self == sent { return true }
    if isBlank || sent.isBlank { return isBlank && sent.isBlank }
    return switch (self, sent) {
    case (.string(let kept), .string(let sent)): kept.means(sent)
    case (.number, .number): double != nil && double == sent.double
    case (.object(let kept), .object(let sent)): kept.keeps(sent)
    case (.array(let kept), .array(let sent)): JSON.keeps(kept, sent)
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }

  private static func keeps(_ kept: [JSON], _ sent: [JSON]) -> Bool {
    guard kept.count == sent.count else { return false }
    if zip(kept, sent).allSatisfy({ $0.keeps($1) }) { return true }
    guard sent.allSatisfy({ $0.object != nil || $0.string != nil }) else { return false }
    var left = kept
    return sent.allSatisfy { item in
      guard let index = left.firstIndex(where: { $0.keeps(item) }) else { return false }
      left.remove(at: index)
      return true
    }
  }

  /// Whether there is nothing in it.
  private var isBlank: Bool {
    switch self {
    case .null: true
    case .string(let text): text.allSatisfy(\.isWhitespace)
    case .array(let items): items.isEmpty
    case .object(let object): object.members.allSatisfy { $0.value == false || $0.value.isBlank }
    case .bool, .number: false
    }
  }
}

extension JSONObject {
  /// Whether a resource is what its server made of `sent`; what was not sent does not count.
  public func keeps(_ sent: JSONObject) -> Bool {
    sent.members.allSatisfy { (self[$0.name] ?? .null).keeps($0.value) }
  }
}

extension String {
  fileprivate func means(_ sent: String) -> Bool {
    if isExactly(stripped, sent.stripped) { return true }
    if utf8.contains(UInt8(ascii: "T")), let kept = Moment(self), let sent = Moment(sent) {
      return kept.keeps(sent)
    }
    if hasPrefix("P"), let kept = ISODuration(self), let sent = ISODuration(sent) { return kept.isAsLong(as: sent) }
    return false
  }

  private var stripped: String {
    let kept = drop(while: \.isWhitespace)
    return kept.lastIndex { !$0.isWhitespace }.map { String(kept[...$0]) } ?? ""
  }
}

extension Moment {
  /// Whether this is what a server makes of the moment: the same, or cut off at milliseconds or seconds.
  public func keeps(_ sent: Moment) -> Bool {
    let (kept, sent) = (microsecondsSince1970, sent.microsecondsSince1970)
    return kept == sent || kept == sent - sent % 1000 || kept == sent - sent % 1_000_000
  }
}
