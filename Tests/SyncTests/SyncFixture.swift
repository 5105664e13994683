import Logging
import Model
import Store
import Synchronization
import TestSupport

@testable import Sync

/// A store in memory beside a sample server, and syncs between them.
struct SyncFixture {
  let sample: SampleServer
  let files = MemoryFileSystem()
  let steps = StepCounter()
  let store: Store

  init(_ sample: SampleServer = SampleServer()) throws {
    self.sample = sample
    store = try Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps))
  }

  var server: MemoryServer { sample.server }

  /// Without reading unchanged dossiers again, unless the options ask for it.
  @discardableResult
  func sync(
    _ remote: (any Remote)? = nil, werkset: Werkset = Werkset(), me: String? = nil, believesEmpty: Bool = false,
    options: SyncOptions = SyncOptions(rechecks: 0), checks: (any CheckKeeper)? = nil,
    now: @escaping @Sendable () -> Moment = { SampleServer.moment(1000) },
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }
  ) async -> SyncReport {
    var options = options
    options.believesEmpty = options.believesEmpty || believesEmpty
    let syncer = Syncer(
      store: store, remote: remote ?? MemoryRemote(server), werkset: werkset, me: me, options: options, checks: checks,
      now: now, log: .silent)
    return await syncer.run(progress: progress)
  }

  /// The remote with this trouble at the calls that `when` points out, each time or only the first time.
  func remote(
    _ trouble: MemoryRemote.Trouble, once: Bool = false, when: @escaping @Sendable (RemoteCall) -> Bool
  ) -> MemoryRemote {
    let hits = Counter()
    return MemoryRemote(server) { call in
      guard when(call) else { return nil }
      return hits.next() > 1 && once ? nil : trouble
    }
  }

  func state(_ id: String) -> OperationState? { store.queue[id]?.state }
}

/// Counts from several tasks.
final class Counter: Sendable {
  private let count = Mutex(0)
  var value: Int { count.withLock { $0 } }

  @discardableResult func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

/// Where tasks wait until the test lets them go on.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var arrived = 0
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }
  private let state = Mutex(State())

  func wait() async {
    await withCheckedContinuation { continuation in
      let ready: [CheckedContinuation<Void, Never>] = state.withLock { state in
        state.arrived += 1
        let arrived = state.watchers.filter { $0.count <= state.arrived }.map(\.continuation)
        state.watchers.removeAll { $0.count <= state.arrived }
        if state.isOpen { return arrived + [continuation] }
        state.waiting.append(continuation)
        return arrived
      }
      for one in ready { one.resume() }
    }
  }

  /// Comes back when so many have arrived.
  func arrival(of count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.arrived >= count { return true }
        state.watchers.append((count, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for one in waiting { one.resume() }
  }
}
