import App
import Dispatch
import Logging
import Model
import Rules
import Store
import Sync
import Synchronization

/// Carries out effects beside the main loop: reading and writing in the store, and sync.
///
/// Writing goes one after another, in the order asked; reading goes beside it, and a question for rows that is no
/// longer the newest is not answered.
public final class EffectRunner: Sendable {
  private struct State {
    var newestTicket = 0
    var sync: Task<Void, Never>?
    var refreshes = Refreshes()
    var busy = 0
  }

  private let store: Store
  private let session: SyncSession
  private let language: Language
  private let events: EventQueue
  private let now: @Sendable () -> Moment
  private let reading = DispatchQueue(label: "zaaklijn.lezen")
  private let writing = DispatchQueue(label: "zaaklijn.schrijven")
  private let state = Mutex(State())

  public init(
    store: Store, session: SyncSession, language: Language, events: EventQueue, now: @escaping @Sendable () -> Moment
  ) {
    self.store = store
    self.session = session
    self.language = language
    self.events = events
    self.now = now
  }

  /// Whether any effect is still being carried out; for tests that wait until all is quiet.
  public var isBusy: Bool { state.withLock { $0.busy > 0 } }

  public func run(_ effect: Effect) {
    switch effect {
    case .loadRows(let query, let ticket): loadRows(query, ticket)
    case .loadZaak(let uuid): on(reading) { (runner) throws(StoreError) in try runner.loadZaak(uuid) }
    case .refresh(let uuid): refresh(uuid)
    case .record(let operation): on(writing) { $0.record(operation) }
    case .withdraw(let id): on(writing) { (runner) throws(StoreError) in try runner.withdraw(id) }
    case .startSync: startSync()
    case .stopSync: state.withLock { $0.sync }?.cancel()
    case .quit: break
    }
  }

  /// Waits until everything that was to be kept is kept: keys typed ahead may leave before it is.
  public func finish() { writing.sync {} }

  /// Tells the client how the store stands, as at the start.
  public func tellSummary() { on(reading) { (runner) throws(StoreError) in try runner.postSummary() } }

  private func on(_ queue: DispatchQueue, _ work: @escaping @Sendable (EffectRunner) throws(StoreError) -> Void) {
    state.withLock { $0.busy += 1 }
    queue.async { [self] in
      do throws(StoreError) {
        try work(self)
      } catch {
        events.post(.failed(error.description))
      }
      state.withLock { $0.busy -= 1 }
    }
  }

  private func loadRows(_ query: RowQuery, _ ticket: Int) {
    state.withLock { $0.newestTicket = max($0.newestTicket, ticket) }
    on(reading) { (runner) throws(StoreError) in
      guard runner.state.withLock({ $0.newestTicket }) == ticket else { return }
      runner.events.post(.rows(try runner.store.rows(query), query: query, ticket: ticket))
    }
  }

  private func loadZaak(_ uuid: String) throws(StoreError) {
    events.post(.zaak(uuid: uuid, try store.shown(uuid)))
  }

  private func record(_ operation: Operation) {
    do throws(StoreError) {
      try store.record([.added(operation)])
      events.post(.recorded(operation))
      try postSummary()
    } catch {
      events.post(.recordFailed(operation, error.description))
    }
  }

  private func withdraw(_ id: String) throws(StoreError) {
    if try store.withdraw(id, at: now()) {
      events.post(.withdrawn(id: id))
    } else {
      events.post(.failed(Sentences(language).cannotWithdraw))
    }
    try postSummary()
  }

  private func postSummary() throws(StoreError) {
    events.post(.rights(Rights(json: store.meta(ServerMeta.applicatie))))
    events.post(.storeChanged(StoreSummary(try store.summary(), lastSync: session.lastSync)))
  }

  private func startSync() {
    state.withLock { state in
      guard state.sync == nil else { return }
      state.busy += 1
      events.post(.sync(.started))
      let refresh = state.refreshes.task
      state.sync = Task { [self] in
        // What a refresh read before must not overwrite what the sync sends.
        refresh?.cancel()
        await refresh?.value
        await sync()
        self.state.withLock { state in
          state.sync = nil
          state.busy -= 1
          beginRefresh(&state)
        }
      }
    }
  }

  private func refresh(_ uuid: String) {
    state.withLock { state in
      guard state.refreshes.want(uuid, at: now()) else { return }
      beginRefresh(&state)
    }
  }

  /// Begins the refresh that is wanted, where neither a sync nor another refresh goes on.
  private func beginRefresh(_ state: inout State) {
    guard state.sync == nil, state.refreshes.task == nil, let uuid = state.refreshes.take() else { return }
    state.busy += 1
    state.refreshes.task = Task { [self] in
      do throws(SyncError) {
        switch try await session.refresh(uuid) {
        case .unchanged: break
        case .changed, .removed: on(reading) { (runner) throws(StoreError) in try runner.postSummary() }
        }
      } catch {
        // What is here stays on the screen; the sync line tells how the server is.
      }
      self.state.withLock { state in
        state.refreshes.task = nil
        if Task.isCancelled { state.refreshes.putBack(uuid) }
        state.busy -= 1
        beginRefresh(&state)
      }
    }
  }

  private func sync() async {
    let progress = ProgressTeller(events: events) { [self] in
      on(reading) { (runner) throws(StoreError) in try runner.postSummary() }
    }
    let report = await session.run(progress.tell)
    if Task.isCancelled {
      events.post(.sync(.stopped))
    } else if let trouble = report.trouble {
      events.post(.sync(.failed(trouble.kind, Sentences(language).of(trouble))))
    } else {
      events.post(.sync(.finished(SyncResult(report))))
    }
    on(reading) { (runner) throws(StoreError) in try runner.postSummary() }
  }
}

/// Passes the progress of a sync on, and every so often asks to look at the store anew.
private final class ProgressTeller: Sendable {
  /// Steps after which the rows on the screen are worth reading again.
  static let stepsBetweenLooks = 25

  private let events: EventQueue
  private let look: @Sendable () -> Void
  private let steps = Mutex(0)

  init(events: EventQueue, look: @escaping @Sendable () -> Void) {
    self.events = events
    self.look = look
  }

  func tell(_ progress: SyncProgress) {
    events.post(.sync(.progress(SyncPhase(progress.phase), done: progress.done, total: progress.total)))
    let count = steps.withLock { steps in
      steps += 1
      return steps
    }
    if count % ProgressTeller.stepsBetweenLooks == 0 { look() }
  }
}

extension StoreSummary {
  init(_ counts: StoreCounts, lastSync: Moment?) {
    self.init(
      zaken: counts.zaken, waiting: counts.waiting + counts.unknown, rejected: counts.rejected,
      conflicts: counts.conflict, lastSync: lastSync)
  }
}

extension SyncPhase {
  init(_ phase: SyncProgress.Phase) {
    switch phase {
    case .sending: self = .sending
    case .catalogues: self = .catalogues
    case .list: self = .list
    case .dossiers: self = .dossiers
    }
  }
}

extension SyncResult {
  init(_ report: SyncReport) {
    self.init(
      fetched: report.fetched, sent: report.sent, rejected: report.rejected, conflicts: report.conflicts,
      unknown: report.unknown)
  }
}

extension SyncError {
  /// What the client tells apart on its sync line.
  var kind: SyncFailure {
    switch self {
    case .remote(.unreachable), .remote(.lost), .remote(.busy): .unreachable
    case .remote(.notSignedIn): .notSignedIn
    case .remote, .store, .emptied: .other
    }
  }
}
