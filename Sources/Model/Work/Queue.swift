/// How far an operation is on its way to the server.
public enum OperationState: Sendable, Hashable {
  /// Not sent yet.
  case waiting
  /// A request went out, and whether the server did it is not known yet; found out by reading.
  case unknown
  /// The server refused it, in its own words.
  case rejected(Rejection)
  /// The server meanwhile has other values than the user saw.
  case conflict([FieldConflict])

  /// The word for it in journal, queue and `--json`.
  public var word: String {
    switch self {
    case .waiting: "wachtend"
    case .unknown: "onbekend"
    case .rejected: "afgewezen"
    case .conflict: "conflict"
    }
  }
}

/// Why the server refused an operation.
public struct Rejection: Sendable, Hashable {
  /// The HTTP status; nil where the refusal came before a request was sent.
  public let status: Int?
  /// The server's code, such as `resultaat-does-not-exist`; may be empty.
  public let code: String
  /// The server's own words.
  public let detail: String
  /// Which step of the operation was refused, from 0.
  public var step: Int

  public init(status: Int?, code: String, detail: String, step: Int = 0) {
    self.status = status
    self.code = code
    self.detail = detail
    self.step = step
  }
}

/// A field that both the user and someone else changed, to different values.
public struct FieldConflict: Sendable, Hashable {
  public let field: String
  public let base, theirs, mine: JSON
  /// The resource that has the other value; nil for the zaak and its status.
  public let ref: Ref?

  public init(field: String, base: JSON, theirs: JSON, mine: JSON, ref: Ref? = nil) {
    self.field = field
    self.base = base
    self.theirs = theirs
    self.mine = mine
    self.ref = ref
  }
}

/// An operation that has not ended, and how it stands.
public struct PendingOperation: Sendable, Hashable, Identifiable {
  public var operation: Operation
  public var state: OperationState
  /// Requests sent for it so far.
  public var attempts: Int
  /// The locks that were taken for it, by the URL of their document.
  public var locks: [String: String]

  public init(
    _ operation: Operation, state: OperationState = .waiting, attempts: Int = 0, locks: [String: String] = [:]
  ) {
    self.operation = operation
    self.state = state
    self.attempts = attempts
    self.locks = locks
  }

  public var id: String { operation.id }

  /// Whether it counts in what is shown: all but what the server refused.
  public var isShown: Bool {
    switch state {
    case .waiting, .unknown, .conflict: true
    case .rejected: false
    }
  }
}

/// One line of the journal.
public enum JournalEntry: Sendable, Hashable {
  case added(Operation)
  /// A request for the operation is about to be sent.
  case attempt(id: String, at: Moment)
  case moved(id: String, to: OperationState, at: Moment)
  /// The operation now starts from these values (the user chose, after a conflict or a refusal).
  case rebased(Operation, at: Moment)
  /// The server gave a new resource its address; whatever names it by `local` means this one from now on.
  case placed(id: String, local: Ref, url: Ref, at: Moment)
  /// The server locked a document for the operation; an empty lock means that it was let go.
  case locked(id: String, document: Ref, lock: String, at: Moment)
  /// The server has it.
  case confirmed(id: String, at: Moment)
  /// The user took it back.
  case withdrawn(id: String, at: Moment)
}

/// A lock that was taken for an operation that is no more.
public struct OrphanLock: Sendable, Hashable {
  public let operation: String
  public let document: Ref
  public let lock: String
}

/// The operations that have not ended, in the order in which they were made.
///
/// A function of the journal's lines.
public struct OperationQueue: Sendable, Hashable {
  public private(set) var pending: [PendingOperation] = []
  /// Locks of operations that the user took back; the next sync lets go of them.
  public private(set) var orphans: [OrphanLock] = []
  /// The addresses that the server gave, by the one on this machine.
  private var placed: [String: String] = [:]

  public init() {}

  public init(_ entries: some Sequence<JournalEntry>) {
    for entry in entries { take(entry) }
  }

  /// Lines about operations that are not there (any more) change nothing.
  public mutating func take(_ entry: JournalEntry) {
    switch entry {
    case .added(let operation):
      if index(operation.id) == nil { pending.append(PendingOperation(operation.placing(placed))) }
    case .attempt(let id, _):
      guard let index = index(id) else { return }
      pending[index].attempts += 1
      pending[index].state = .unknown
    case .moved(let id, let state, _):
      guard let index = index(id) else { return }
      pending[index].state = state
    case .rebased(let operation, _):
      guard let index = index(operation.id) else { return }
      pending[index] = PendingOperation(
        operation.placing(placed), attempts: pending[index].attempts, locks: pending[index].locks)
    case .placed(_, let local, let url, _):
      placed[local.url] = url.url
      for index in pending.indices { pending[index].operation = pending[index].operation.placing(placed) }
    case .locked(let id, let document, let lock, _):
      if lock.isEmpty { orphans.removeAll { $0.operation == id && $0.document == document } }
      guard let index = index(id) else { return }
      pending[index].locks[document.url] = lock.isEmpty ? nil : lock
    case .confirmed(let id, _): pending.removeAll { $0.id == id }
    case .withdrawn(let id, _):
      let locks = self[id]?.locks.sorted { $0.key < $1.key } ?? []
      orphans += locks.map { OrphanLock(operation: id, document: Ref($0.key), lock: $0.value) }
      pending.removeAll { $0.id == id }
    }
  }

  private func index(_ id: String) -> Int? { pending.firstIndex { $0.id == id } }

  public subscript(id: String) -> PendingOperation? { pending.first { $0.id == id } }

  /// Those of one zaak, by its UUID.
  public func of(dossier uuid: String) -> [PendingOperation] { pending.filter { $0.operation.dossier == uuid } }

  /// Whether some operation that has not ended names this address.
  public func names(_ ref: Ref) -> Bool { pending.contains { $0.operation.names(ref) } }

  /// The address that the server gave to what this machine called `local`; `local` itself as long as there is none.
  public func place(of local: Ref) -> Ref { placed[local.url].map { Ref($0) } ?? local }

  /// The UUIDs of the zaken that have some, in the order of their oldest operation.
  public var dossiers: [String] {
    var seen: Set<String> = []
    return pending.map(\.operation.dossier).filter { seen.insert($0).inserted }
  }
}
