import Model

/// How the sync goes, and how the last one ended.
struct SyncState: Sendable, Hashable {
  struct Progress: Sendable, Hashable {
    var done: Int
    var total: Int?
  }

  struct Run: Sendable, Hashable {
    var phase: SyncPhase?
    var progress: [SyncPhase: Progress] = [:]
    var isStopping = false
  }

  enum Outcome: Sendable, Hashable {
    case finished(SyncResult)
    case failed(SyncFailure, String)
    case stopped
  }

  /// Nil while no sync goes on.
  var run: Run?
  var outcome: Outcome?
  /// When the outcome came.
  var ended: Moment?

  var isRunning: Bool { run != nil }
}
