import Model

/// Decides what of the server's zaken has to be fetched, and in which order.
///
/// Pure.
enum PullPlan {
  /// What to do with a zaak that the server listed.
  enum Need: Sendable, Hashable {
    /// The body is as stored, and its parts are here.
    case nothing
    /// The body is as stored, but the parts were never read, or not since it last changed.
    case parts
    /// The body is new or differs: it goes into the store at once, and its parts have to be read.
    case row
  }

  static func need(listed: Zaak, stored: Dossier?) -> Need {
    guard let stored, saysTheSame(stored.zaak.value, listed) else { return .row }
    return stored.isComplete && !stored.needsReading ? .nothing : .parts
  }

  /// Whether two answers about a zaak say the same, one of which may come from a list and one not.
  ///
  /// What was expanded is no part of the zaak itself; servers mention it even where nothing was.
  static func saysTheSame(_ one: Zaak, _ other: Zaak) -> Bool {
    if one.body == other.body { return true }
    var bodies = (one.body, other.body)
    bodies.0["_expand"] = nil
    bodies.1["_expand"] = nil
    return bodies.0 == bodies.1
  }

  /// A dossier that has to be read, with no more than its place in the order needs: there may be 200,000 of them.
  struct Wanted: Sendable, Hashable {
    let uuid: String
    let isOpen: Bool
    let deadline: Day?

    init(_ uuid: String, _ zaak: Zaak) {
      self.uuid = uuid
      isOpen = zaak.isOpen
      deadline = zaak.deadline
    }
  }

  /// The order in which dossiers are read: mine first, open before closed, then the nearest deadline.
  ///
  /// - Parameter mine: the UUIDs of the user's own zaken
  static func byUrgency(_ wanted: [Wanted], mine: Set<String>) -> [Wanted] {
    func isBefore(_ one: Wanted, _ other: Wanted) -> Bool {
      let isMine = (mine.contains(one.uuid), mine.contains(other.uuid))
      if isMine.0 != isMine.1 { return isMine.0 }
      if one.isOpen != other.isOpen { return one.isOpen }
      let days = (one.deadline?.daysSince1970 ?? .max, other.deadline?.daysSince1970 ?? .max)
      return days.0 == days.1 ? one.uuid < other.uuid : days.0 < days.1
    }
    return wanted.sorted(by: isBefore)
  }
}
