import Model
import Store

/// What a sync did, and what stopped it if something did.
public struct SyncReport: Sendable {
  /// Dossiers that came or changed.
  public var fetched = 0
  /// Offline copies that went, because the zaak is gone, not ours to see, or out of the werkset.
  public var removed = 0
  /// Dossiers that the server failed to give; what was here of them stays, and the next sync asks again.
  public var skipped = 0
  /// Dossiers that were read again though the list showed no change.
  public var rechecked = 0
  /// Operations that the server has now.
  public var sent = 0
  public var rejected = 0
  public var conflicts = 0
  /// Operations whose outcome is still unknown.
  public var unknown = 0
  /// Operations that still wait, through trouble with their own zaak; the next sync tries them again.
  public var postponed = 0
  public var requests = 0
  public var seconds = 0.0
  /// Nil where the sync came to its end.
  public var trouble: SyncError?

  public init() {}
}

public enum SyncError: Error, Sendable {
  case remote(RemoteError)
  case store(StoreError)
  /// The server listed nothing at all, though this many zaken are stored; nothing was removed.
  case emptied(stored: Int)
}

/// How far a sync is.
public struct SyncProgress: Sendable, Hashable {
  public enum Phase: Sendable, Hashable, CaseIterable { case sending, catalogues, list, dossiers }

  public let phase: Phase
  public let done: Int
  /// Nil as long as it is not known.
  public let total: Int?
}
