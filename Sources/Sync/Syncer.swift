import Logging
import Model
import Store

/// One sync of a profile: first what the user did goes out, then what the server has comes in.
public struct Syncer: Sendable {
  /// Requests to a server at once; more buys nothing (measured on Open Zaak 1.30).
  public static let connections = 4

  let store: Store
  let remote: any Remote
  let werkset: Werkset
  let believesEmpty: Bool
  let now: @Sendable () -> Moment
  let log: Logger

  /// - Parameter believesEmpty: the user was asked, and knows that the server has none of the stored zaken any more
  public init(
    store: Store, remote: any Remote, werkset: Werkset, believesEmpty: Bool = false,
    now: @escaping @Sendable () -> Moment, log: Logger
  ) {
    self.store = store
    self.remote = remote
    self.werkset = werkset
    self.believesEmpty = believesEmpty
    self.now = now
    self.log = log
  }

  /// Runs to the end, to the first trouble that stops all, or until the task is cancelled; what was done by then stays.
  ///
  /// - Parameter progress: called from any thread
  public func run(progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }) async -> SyncReport {
    let began = now()
    let before = await remote.requestCount
    var report = SyncReport()
    let push = PushEngine(store: store, remote: remote, now: now, log: log)
    let pushed = await push.run(progress)
    report.sent = pushed.sent
    report.rejected = pushed.rejected
    report.conflicts = pushed.conflicts
    report.unknown = pushed.unknown
    report.postponed = pushed.postponed
    report.trouble = pushed.trouble
    if report.trouble == nil {
      let pull = PullEngine(
        store: store, remote: remote, werkset: werkset, believesEmpty: believesEmpty, log: log)
      let pulled = await pull.run(progress)
      report.fetched = pulled.fetched
      report.removed = pulled.removed
      report.skipped = pulled.skipped
      report.trouble = pulled.trouble
    }
    report.requests = await remote.requestCount - before
    report.seconds = Double(now().microsecondsSince1970 - began.microsecondsSince1970) / 1_000_000
    return report
  }
}
