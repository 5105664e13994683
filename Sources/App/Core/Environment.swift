import Model

/// What `update` and `view` need to know from outside.
public struct Environment: Sendable {
  /// Now, in the offset of the user's clock.
  public var now: @Sendable () -> Moment
  /// A moment in the offset that the user's clock has then (summer and winter time).
  public var local: @Sendable (Moment) -> Moment
  /// A fresh UUID in lower case.
  public var newID: @Sendable () -> String

  public init(
    now: @escaping @Sendable () -> Moment, local: @escaping @Sendable (Moment) -> Moment,
    newID: @escaping @Sendable () -> String
  ) {
    self.now = now
    self.local = local
    self.newID = newID
  }
}
