import Sync

/// Decides whether a request is sent again, and after how long.
enum Retry {
  /// Attempts after the first.
  static let limit = 2
  /// A server that asks for a longer wait than this is left alone; the user sees it.
  static let patience = 60

  /// The pause before attempt `attempt` (from 1); nil for no further attempt.
  ///
  /// A write is sent again only where the server was too busy to do it (429): everything else may have been done.
  ///
  /// The pauses are 0.5 s and 2 s, of which half is left to `chance` (0 to 1), so that many clients do not come back
  /// at once.
  static func pause(after error: RemoteError, attempt: Int, isRead: Bool = true, chance: Double) -> Duration? {
    guard attempt <= limit else { return nil }
    let backOff = Duration.milliseconds(attempt == 1 ? 500 : 2000) * (0.5 + min(max(chance, 0), 1) / 2)
    switch error {
    case .lost: return isRead ? backOff : nil
    case .busy(let seconds):
      guard let seconds else { return backOff }
      return seconds <= patience ? .seconds(seconds) + backOff : nil
    case .unreachable, .notSignedIn, .forbidden, .notFound, .rejected, .malformed, .foreignOrigin, .configuration,
      .cancelled:
      return nil
    }
  }
}
