import Model
import Store
import Sync
import TestSupport

/// One caseworker: a disk that survives, and what the user knows to have been kept.
final class Caseworker {
  let name: String
  private(set) var files = MemoryFileSystem()
  /// All operations of which the user saw that they were kept, as they were last tried.
  private(set) var kept: [String: Model.Operation] = [:]
  private(set) var withdrawn: Set<String> = []
  /// How often the user decided about an operation: so often more it may be sent.
  private(set) var decisions: [String: Int] = [:]
  /// Documents that were locked by nobody knows whom when the user gave up: perhaps by a request of which no reply came.
  private(set) var abandoned: Set<String> = []
  private var opened: Store?

  init(_ name: String) { self.name = name }

  func store() throws -> Store {
    if let opened { return opened }
    let store = try Store.opened(on: files)
    opened = store
    return store
  }

  /// The client is closed, or dies.
  func close() {
    opened?.close()
    opened = nil
  }

  func record(_ operation: Model.Operation) throws {
    try store().record([.added(operation)])
    kept[operation.id] = operation
  }

  /// The user decides about an operation; what goes with it goes too.
  func decide(_ id: String, _ decision: (Store) throws -> Bool) throws {
    let store = try store()
    let before = Set(store.queue.pending.map(\.id))
    let locked = store.queue[id]?.documentsInTheWay ?? []
    guard try decision(store) else { return }
    decisions[id, default: 0] += 1
    let gone = before.subtracting(store.queue.pending.map(\.id))
    withdrawn.formUnion(gone)
    if gone.contains(id) { abandoned.formUnion(locked) }
    for pending in store.queue.pending where kept[pending.id] != nil { kept[pending.id] = pending.operation }
  }

  /// A sync in which something goes wrong, perhaps; a crash when it is over.
  func sync(_ server: MemoryServer, _ steps: StepCounter, powerCut: Bool) async {
    close()
    if let store = try? Store.opened(on: FaultyFileSystem(wrapping: files, steps: steps)) {
      _ = await Caseworker.sync(store, FaultyRemote(wrapping: MemoryRemote(server), steps: steps))
    }
    files.crash(powerCut: powerCut)
  }

  /// A sync in which nothing goes wrong.
  func sync(_ server: MemoryServer) async throws -> SyncReport {
    await Caseworker.sync(try store(), MemoryRemote(server))
  }

  static func sync(_ store: Store, _ remote: any Remote) async -> SyncReport {
    await Syncer(store: store, remote: remote, werkset: Werkset(), now: { Gemeente.now }, log: .silent).run()
  }
}

extension PendingOperation {
  /// The documents whose lock is what the operation is in conflict with.
  fileprivate var documentsInTheWay: [String] {
    guard case .conflict(let fields) = state else { return [] }
    return fields.filter { $0.field == "locked" }.compactMap { $0.ref?.url }
  }
}
