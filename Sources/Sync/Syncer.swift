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
  let me: String?
  let options: SyncOptions
  let checks: (any CheckKeeper)?
  let now: @Sendable () -> Moment
  let log: Logger

  /// - Parameters:
  ///   - me: the user's own identificatie as a medewerker, whose zaken come first
  ///   - checks: remembers when unchanged dossiers were read again; without it only the dossiers themselves tell
  public init(
    store: Store, remote: any Remote, werkset: Werkset, me: String? = nil, options: SyncOptions = SyncOptions(),
    checks: (any CheckKeeper)? = nil, now: @escaping @Sendable () -> Moment, log: Logger
  ) {
    self.store = store
    self.remote = remote
    self.werkset = werkset
    self.me = me
    self.options = options
    self.checks = checks
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
    switch options.direction {
    case .both:
      await push(&report, progress)
      if report.trouble == nil { await pull(&report, progress) }
    case .sendOnly: await push(&report, progress)
    case .fetchOnly: await pull(&report, progress)
    }
    if report.trouble == nil, options.direction != .fetchOnly {
      await NumberStock(store: store, remote: remote, log: log).refill(asksAgain: options.complete)
    }
    report.requests = await remote.requestCount - before
    report.seconds = Double(now().microsecondsSince1970 - began.microsecondsSince1970) / 1_000_000
    return report
  }

  private func push(_ report: inout SyncReport, _ progress: @escaping @Sendable (SyncProgress) -> Void) async {
    let pushed = await PushEngine(store: store, remote: remote, now: now, log: log).run(progress)
    report.sent = pushed.sent
    report.rejected = pushed.rejected
    report.conflicts = pushed.conflicts
    report.unknown = pushed.unknown
    report.postponed = pushed.postponed
    report.trouble = pushed.trouble
  }

  private func pull(_ report: inout SyncReport, _ progress: @escaping @Sendable (SyncProgress) -> Void) async {
    let pull = PullEngine(
      store: store, remote: remote, werkset: werkset, me: me, options: options, checks: checks, now: now, log: log)
    let pulled = await pull.run(progress)
    report.fetched = pulled.fetched
    report.removed = pulled.removed
    report.skipped = pulled.skipped
    report.rechecked = pulled.rechecked
    report.trouble = pulled.trouble
  }
}
