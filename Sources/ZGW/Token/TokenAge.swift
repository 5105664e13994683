import Model

/// Decides when a token is made anew, and by whose clock.
///
/// A server refuses a token an hour after its `iat` (measured on Open Zaak, 3,600 s) by its own clock. So a token is
/// renewed at 45 minutes, and the difference between the clocks is taken from the server's `Date` header when, and
/// only when, the server refuses a token for its time.
struct TokenAge: Sendable {
  static let lifetime = 3600
  static let renewal = 45 * 60
  /// A smaller difference makes no token too old: `Date` has whole seconds, and the answer was under way.
  static let tolerance = 30

  /// Seconds that the server's clock is ahead of ours.
  private(set) var skew = 0
  private(set) var issued: Moment?

  /// When the token was issued by our clock, and what its `iat` is by the server's.
  func isFresh(at now: Moment) -> Bool {
    guard let issued else { return false }
    let age = now.secondsSince1970 - issued.secondsSince1970
    return age >= 0 && age < TokenAge.renewal
  }

  /// The `iat` of a token made now.
  mutating func issue(at now: Moment) -> Int {
    issued = now
    return now.secondsSince1970 + skew
  }

  /// Takes over the server's clock; the new skew where it differs enough from the one in use.
  ///
  /// - Parameter isEarly: whether the server found the token to be of the future, which one second is enough for
  mutating func correct(by server: Moment, at now: Moment, isEarly: Bool = false) -> Int? {
    let seen = server.secondsSince1970 - now.secondsSince1970
    guard abs(seen - skew) > (isEarly ? 0 : TokenAge.tolerance) else { return nil }
    skew = seen
    return seen
  }

  mutating func drop() { issued = nil }
}
