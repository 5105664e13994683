/// What a sync does beyond the usual, or does not.
public struct SyncOptions: Sendable, Hashable {
  public enum Direction: Sendable, Hashable, CaseIterable { case both, fetchOnly, sendOnly }

  public var direction: Direction
  /// Reads every dossier again, also where the list shows no change.
  public var complete: Bool
  /// The user was asked, and knows that the server has none of the stored zaken any more.
  public var believesEmpty: Bool
  /// So many unchanged dossiers are read again at most, the longest unchecked first.
  public var rechecks: Int

  public init(
    direction: Direction = .both, complete: Bool = false, believesEmpty: Bool = false, rechecks: Int = 25
  ) {
    self.direction = direction
    self.complete = complete
    self.believesEmpty = believesEmpty
    self.rechecks = rechecks
  }
}
