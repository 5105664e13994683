import Model

/// Which zaak is to be read anew: one at a time, the one that was opened last, and none twice within a minute.
struct Refreshes {
  static let seconds = 60

  /// The one that is going on.
  var task: Task<Void, Never>?
  private var wanted: String?
  private var asked: [String: Moment] = [:]

  /// False where the zaak was asked for less than a minute ago.
  mutating func want(_ uuid: String, at now: Moment) -> Bool {
    asked = asked.filter { now < $0.value.adding(seconds: Refreshes.seconds) && $0.value <= now }
    guard asked[uuid] == nil else { return false }
    asked[uuid] = now
    // One that was put aside is no longer in sight, and may be asked for anew.
    if let wanted { asked[wanted] = nil }
    wanted = uuid
    return true
  }

  /// One that was broken off for a sync is read after it, unless another zaak was opened meanwhile.
  mutating func putBack(_ uuid: String) {
    if wanted == nil { wanted = uuid } else { asked[uuid] = nil }
  }

  mutating func take() -> String? {
    defer { wanted = nil }
    return wanted
  }
}
