import Model
import Rules
import Screen

/// Everything that can happen to the client.
///
/// The only way in.
public enum Event: Sendable, Hashable {
  case key(Key)
  case resized(Size)
  /// The clock moved on to another minute, so that "nog 2 d" and "vandaag" stay true.
  case minute
  /// Answer to `Effect.loadRows`; `ticket` is that of the effect, so that an answer to an older question is dropped.
  case rows(RowPage, query: RowQuery, ticket: Int)
  /// Answer to `Effect.loadZaak`; nil where the zaak is not (or no longer) on this machine.
  case zaak(uuid: String, ShownDossier?)
  /// Operations or dossiers in the store changed: what is on the screen may be old.
  ///
  /// Comes once at the start too, so that the sync line has its numbers.
  case storeChanged(StoreSummary)
  /// What the applicatie may do, as the store has it; comes at the start and where a sync may have heard otherwise.
  case rights(Rights)
  /// An operation is in the journal and on disk.
  case recorded(Operation)
  /// The operation could not be kept; the text says what to do. What was typed must stay in the form.
  case recordFailed(Operation, String)
  case withdrawn(id: String)
  case sync(SyncEvent)
  /// Something that was asked for failed; the text says what the user can do.
  case failed(String)
  /// A signal asks the client to leave.
  case terminate
}

/// What is in the store, in numbers.
public struct StoreSummary: Sendable, Hashable {
  public var zaken: Int
  /// Operations that wait to be sent or whose outcome is unknown.
  public var waiting: Int
  public var rejected: Int
  public var conflicts: Int
  /// When the last sync that reached the server ended; nil where there was none yet.
  public var lastSync: Moment?

  public init(zaken: Int = 0, waiting: Int = 0, rejected: Int = 0, conflicts: Int = 0, lastSync: Moment? = nil) {
    self.zaken = zaken
    self.waiting = waiting
    self.rejected = rejected
    self.conflicts = conflicts
    self.lastSync = lastSync
  }
}

/// How a sync goes on.
public enum SyncEvent: Sendable, Hashable {
  case started
  /// `total` is nil as long as the server did not say how many there are.
  case progress(SyncPhase, done: Int, total: Int?)
  case finished(SyncResult)
  /// The server could not be reached, or refused us; the text says what the user can do.
  case failed(SyncFailure, String)
  case stopped
}

public enum SyncPhase: Sendable, Hashable, CaseIterable { case sending, catalogues, list, dossiers }

public enum SyncFailure: Sendable, Hashable, CaseIterable { case unreachable, notSignedIn, other }

public struct SyncResult: Sendable, Hashable {
  public var fetched, sent, rejected, conflicts, unknown: Int

  public init(fetched: Int = 0, sent: Int = 0, rejected: Int = 0, conflicts: Int = 0, unknown: Int = 0) {
    self.fetched = fetched
    self.sent = sent
    self.rejected = rejected
    self.conflicts = conflicts
    self.unknown = unknown
  }
}
