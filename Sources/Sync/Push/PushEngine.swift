import Logging
import Model
import Store
import Synchronization

/// Sends what waits: first in, first out for each zaak, several zaken at once; one zaak's trouble blocks no other.
struct PushEngine: Sendable {
  struct Outcome: Sendable {
    var sent = 0
    var rejected = 0
    var conflicts = 0
    var unknown = 0
    /// Still waiting, through trouble with their own zaak.
    var postponed = 0
    var trouble: SyncError?
  }

  let store: Store
  let remote: any Remote
  let now: @Sendable () -> Moment
  let log: Logger

  func run(_ progress: @escaping @Sendable (SyncProgress) -> Void) async -> Outcome {
    let queue = store.queue
    let total = queue.pending.count
    guard total > 0 else { return Outcome() }
    let outcome = Mutex(Outcome())
    let done = Mutex(0)
    progress(SyncProgress(phase: .sending, done: 0, total: total))
    do throws(SyncError) {
      try await forEach(queue.dossiers, atOnce: Syncer.connections) { (uuid) async throws(SyncError) in
        for pending in queue.of(dossier: uuid) {
          let goesOn = try await push(pending, outcome)
          let count = done.withLock { count in
            count += 1
            return count
          }
          progress(SyncProgress(phase: .sending, done: count, total: total))
          guard goesOn else { return }
        }
      }
    } catch {
      outcome.withLock { $0.trouble = error }
    }
    return outcome.withLock { $0 }
  }

  /// Whether the next operation of the same zaak may follow.
  private func push(_ pending: PendingOperation, _ outcome: borrowing Mutex<Outcome>) async throws(SyncError) -> Bool {
    let isInDoubt: Bool
    switch pending.state {
    case .waiting: isInDoubt = false
    case .unknown: isInDoubt = true
    case .rejected, .conflict: return false
    }
    let end: PushMachine.End
    switch pending.operation.change {
    case .zetStatus(let set):
      end = try await drive(StatusPush(set: set, of: pending.operation), isInDoubt)
    case .wijzigZaak(let changes):
      end = try await drive(FieldsPush(changes: changes, of: pending.operation), isInDoubt)
    }
    return try finish(pending, end, outcome)
  }

  /// Carries out what the machine decides.
  private func drive(_ work: some PushWork, _ isInDoubt: Bool) async throws(SyncError) -> PushMachine.End {
    var machine = PushMachine(isInDoubt: isInDoubt)
    var step = machine.first
    while true {
      let reply: PushReply
      switch step {
      case .end(let end): return end
      case .read:
        do throws(RemoteError) {
          reply = try await work.read(remote)
        } catch {
          step = machine.didFailToRead(error)
          continue
        }
        step = machine.didRead(reply.standing)
      case .write(let body):
        guard try begin(work.operation) else { return .withdrawn }
        do throws(RemoteError) {
          reply = try await work.write(body, remote)
        } catch {
          step = machine.didFailToWrite(error)
          continue
        }
        step = machine.didWrite(reply.standing)
      }
      if step == .end(.confirmed) { try keep(reply, of: work.operation) }
    }
  }

  /// Puts what the server answered over what was stored, before the operation ends: so nothing flickers back on the
  /// screen, and a crash in between is healed by reading.
  private func keep(_ reply: PushReply, of operation: Operation) throws(SyncError) {
    do throws(StoreError) {
      guard let dossier = try store.dossier(operation.dossier) else { return }
      _ = try store.put([reply.over(dossier)])
    } catch {
      throw .store(error)
    }
  }

  private func finish(
    _ pending: PendingOperation, _ end: PushMachine.End, _ outcome: borrowing Mutex<Outcome>
  ) throws(SyncError) -> Bool {
    let id = pending.id
    log.info("operatie", metadata: ["id": "\(id)", "soort": "\(pending.operation.change.kind)", "eind": "\(end.word)"])
    switch end {
    case .confirmed:
      try record(.confirmed(id: id, at: now()))
      outcome.withLock { $0.sent += 1 }
      return true
    case .conflict(let fields):
      try record(.moved(id: id, to: .conflict(fields), at: now()))
      outcome.withLock { $0.conflicts += 1 }
    case .rejected(let rejection):
      try record(.moved(id: id, to: .rejected(rejection), at: now()))
      outcome.withLock { $0.rejected += 1 }
    case .unknown:
      if store.queue[id]?.state != .unknown { try record(.moved(id: id, to: .unknown, at: now())) }
      outcome.withLock { $0.unknown += 1 }
    case .withdrawn: return true
    case .later:
      try backToWaiting(id)
      outcome.withLock { $0.postponed += 1 }
    case .halt(let error, inDoubt: false):
      try backToWaiting(id)
      throw .remote(error)
    case .halt(let error, inDoubt: true):
      outcome.withLock { $0.unknown += 1 }
      throw .remote(error)
    }
    return false
  }

  /// For an operation of which nothing can have reached the server: the user may take it back.
  private func backToWaiting(_ id: String) throws(SyncError) {
    if store.queue[id]?.state == .unknown { try record(.moved(id: id, to: .waiting, at: now())) }
  }

  /// Records that a request is about to go out; false where the user took the operation back meanwhile.
  private func begin(_ operation: Operation) throws(SyncError) -> Bool {
    do throws(StoreError) {
      let recorded = try store.record { queue in
        queue[operation.id] == nil ? [] : [.attempt(id: operation.id, at: now())]
      }
      return !recorded.isEmpty
    } catch {
      throw .store(error)
    }
  }

  private func record(_ entry: JournalEntry) throws(SyncError) {
    do throws(StoreError) {
      try store.record([entry])
    } catch {
      throw .store(error)
    }
  }
}

extension PushMachine.End {
  var word: String {
    switch self {
    case .confirmed: "bevestigd"
    case .conflict: "conflict"
    case .rejected: "afgewezen"
    case .unknown: "onbekend"
    case .later: "later"
    case .withdrawn: "ingetrokken"
    case .halt: "gestopt"
    }
  }
}
