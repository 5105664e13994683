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
  /// Lets time pass; comes back at once when the task is cancelled.
  var pause: @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }
  let log: Logger

  /// Rounds in which operations may wait for what others make on the server.
  static let mostRounds = 5

  func run(_ progress: @escaping @Sendable (SyncProgress) -> Void) async -> Outcome {
    let total = store.queue.pending.count
    let tally = Tally()
    if total > 0 { progress(SyncProgress(phase: .sending, done: 0, total: total)) }
    do throws(SyncError) {
      try await letGo()
      for _ in 0..<PushEngine.mostRounds {
        let before = tally.done.withLock { $0.count }
        try await round(tally) { count in
          progress(SyncProgress(phase: .sending, done: min(count, total), total: total))
        }
        // What waited for a zaak that was made in this round can go in the next.
        let queue = store.queue
        let freed = queue.pending.contains { pending in
          pending.operation.awaited.isEmpty && !tally.isDone(pending.id) && queue.isFirst(pending)
        }
        guard freed, tally.done.withLock({ $0.count }) > before else { break }
      }
    } catch {
      tally.outcome.withLock { $0.trouble = error }
    }
    return tally.outcome.withLock { $0 }
  }

  /// Lets go of the locks of operations that the user took back.
  private func letGo() async throws(SyncError) {
    for orphan in store.queue.orphans {
      do throws(RemoteError) {
        try await remote.unlock(orphan.document, lock: orphan.lock)
      } catch {
        switch error {
        // Not locked any more, or by somebody else: it is not ours.
        case .rejected, .forbidden, .notFound: break
        // Found out by the next sync, which asks again.
        case .lost, .malformed, .foreignOrigin: continue
        case .unreachable, .busy, .notSignedIn, .configuration, .cancelled: throw .remote(error)
        }
      }
      try record(.locked(id: orphan.operation, document: orphan.document, lock: "", at: now()))
    }
  }

  private func round(
    _ tally: Tally, _ progress: @escaping @Sendable (Int) -> Void
  ) async throws(SyncError) {
    let queue = store.queue
    try await forEach(queue.dossiers, atOnce: Syncer.connections) { (uuid) async throws(SyncError) in
      for pending in queue.of(dossier: uuid) {
        // Looked up anew: what was sent before it may have given the zaak its address.
        guard let pending = store.queue[pending.id] else { continue }
        guard pending.operation.awaited.isEmpty, !tally.isDone(pending.id) else { return }
        let goesOn = try await push(pending, tally)
        progress(tally.add(pending.id))
        guard goesOn else { return }
      }
    }
  }

  /// Whether the next operation of the same zaak may follow.
  private func push(_ pending: PendingOperation, _ tally: Tally) async throws(SyncError) -> Bool {
    let isInDoubt: Bool
    switch pending.state {
    case .waiting: isInDoubt = false
    case .unknown: isInDoubt = true
    case .rejected, .conflict: return false
    }
    return try finish(pending, try await steps(of: pending.id, isInDoubt), tally)
  }

  /// The steps one after another, up to the first that does not come to its end.
  private func steps(of id: String, _ isInDoubt: Bool) async throws(SyncError) -> PushMachine.End {
    var number = 0
    var isRedated = false
    // Looked up anew for each: a step that went before may have made what this one names.
    while let operation = store.queue[id]?.operation, operation.steps.indices.contains(number) {
      let step = operation.steps[number]
      if case .create(let creation) = step, !creation.ref.isPending, creation.content == nil {
        number += 1
        continue
      }
      switch try await drive(step, of: operation, isInDoubt) {
      case .confirmed: number += 1
      case .rejected(var rejection):
        if !isRedated, case .status(let set) = step, rejection.code.contains("date-in-future") {
          isRedated = true
          try await redate(set, of: operation)
          continue
        }
        rejection.step = number
        return .rejected(rejection)
      case let end: return end
      }
    }
    return store.queue[id] == nil ? .withdrawn : .confirmed
  }

  /// A status that the server takes for the future waits a moment, or gets an earlier one where its moment is far off.
  ///
  /// Never earlier than the statussen that the zaak has: then it would not become the current one.
  private func redate(_ set: ZetStatus, of operation: Operation) async throws(SyncError) {
    var dossier: Dossier?
    do throws(StoreError) { dossier = try store.dossier(operation.dossier) } catch { throw .store(error) }
    let there = now().adding(seconds: await remote.clockSkew)
    let moment = set.moment(there: there, latest: dossier?.status?.datumStatusGezet)
    if moment != set.datumStatusGezet {
      try record(.rebased(operation.redated(from: set.datumStatusGezet, to: moment), at: now()))
    }
    let wait = moment.secondsSince1970 - there.secondsSince1970
    // The clocks are known to the second, so one more. Cancelled, the next request says so.
    if wait >= 0, wait <= ZetStatus.patience { await pause(.seconds(wait + 1)) }
  }

  /// Carries out what the machine decides.
  private func drive(
    _ step: Step, of operation: Operation, _ isInDoubt: Bool
  ) async throws(SyncError) -> PushMachine.End {
    let server = PushServer(operation, remote: remote, store: store, now: now)
    let work = step.work
    var machine = PushMachine(isInDoubt: isInDoubt)
    var next = machine.first
    while true {
      let reply: PushReply
      switch next {
      case .end(let end):
        guard let trouble = server.trouble else { return end }
        // Of this operation only: no other has anything to do with its content.
        guard case .damaged = trouble else { throw .store(trouble) }
        return .rejected(Rejection(status: nil, code: "inhoud-beschadigd", detail: trouble.description))
      case .read:
        do throws(RemoteError) {
          reply = try await work.read(server)
        } catch {
          next = machine.didFailToRead(error)
          continue
        }
        next = machine.didRead(reply.standing)
      case .write(let body):
        guard try begin(operation) else { return .withdrawn }
        do throws(RemoteError) {
          reply = try await work.write(body, server)
        } catch {
          next = machine.didFailToWrite(error)
          continue
        }
        next = machine.didWrite(reply.standing)
      }
      if next == .end(.confirmed) { try keep(reply, step, of: operation) }
    }
  }

  /// Puts what the server answered over what was stored, before the operation ends: so nothing flickers back on the
  /// screen, and a crash in between is healed by reading.
  private func keep(_ reply: PushReply, _ step: Step, of operation: Operation) throws(SyncError) {
    do throws(StoreError) {
      if let dossier = reply.over(try store.dossier(operation.dossier)) { _ = try store.put([dossier]) }
    } catch {
      throw .store(error)
    }
    if let placed = reply.placed, let local = step.ref, local.isPending {
      try record(.placed(id: operation.id, local: local, url: placed, at: now()))
    }
  }

  private func finish(
    _ pending: PendingOperation, _ end: PushMachine.End, _ tally: Tally
  ) throws(SyncError) -> Bool {
    let id = pending.id
    log.info("operatie", metadata: ["id": "\(id)", "soort": "\(pending.operation.change.kind)", "eind": "\(end.word)"])
    switch end {
    case .confirmed:
      try record(.confirmed(id: id, at: now()))
      tally.outcome.withLock { $0.sent += 1 }
      return true
    case .conflict(let fields):
      try record(.moved(id: id, to: .conflict(fields), at: now()))
      tally.outcome.withLock { $0.conflicts += 1 }
    case .rejected(let rejection):
      try record(.moved(id: id, to: .rejected(rejection), at: now()))
      tally.outcome.withLock { $0.rejected += 1 }
    case .unknown:
      if store.queue[id]?.state != .unknown { try record(.moved(id: id, to: .unknown, at: now())) }
      tally.outcome.withLock { $0.unknown += 1 }
    case .withdrawn: return true
    case .later:
      try backToWaiting(id)
      tally.outcome.withLock { $0.postponed += 1 }
    case .halt(let error, inDoubt: false):
      try backToWaiting(id)
      throw .remote(error)
    case .halt(let error, inDoubt: true):
      tally.outcome.withLock { $0.unknown += 1 }
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

/// What became of the operations so far, from several tasks.
private final class Tally: Sendable {
  let outcome = Mutex(PushEngine.Outcome())
  /// Those that were tried.
  let done = Mutex(Set<String>())

  func isDone(_ id: String) -> Bool { done.withLock { $0.contains(id) } }

  /// - Returns: how many there are by now
  func add(_ id: String) -> Int {
    done.withLock { done in
      done.insert(id)
      return done.count
    }
  }
}

extension OperationQueue {
  /// Whether nothing of the same zaak goes before it.
  fileprivate func isFirst(_ pending: PendingOperation) -> Bool {
    of(dossier: pending.operation.dossier).first?.id == pending.id
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
