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

  public init(status: Int?, code: String, detail: String) {
    self.status = status
    self.code = code
    self.detail = detail
  }
}

/// A field that both the user and someone else changed, to different values.
public struct FieldConflict: Sendable, Hashable {
  public let field: String
  public let base, theirs, mine: JSON

  public init(field: String, base: JSON, theirs: JSON, mine: JSON) {
    self.field = field
    self.base = base
    self.theirs = theirs
    self.mine = mine
  }
}

/// An operation that has not ended, and how it stands.
public struct PendingOperation: Sendable, Hashable, Identifiable {
  public var operation: Operation
  public var state: OperationState
  /// Requests sent for it so far.
  public var attempts: Int

  public init(_ operation: Operation, state: OperationState = .waiting, attempts: Int = 0) {
    self.operation = operation
    self.state = state
    self.attempts = attempts
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
  /// The server has it.
  case confirmed(id: String, at: Moment)
  /// The user took it back.
  case withdrawn(id: String, at: Moment)
}

/// The operations that have not ended, in the order in which they were made.
///
/// A function of the journal's lines.
public struct OperationQueue: Sendable, Hashable {
  public private(set) var pending: [PendingOperation] = []

  public init() {}

  public init(_ entries: some Sequence<JournalEntry>) {
    for entry in entries { take(entry) }
  }

  /// Lines about operations that are not there (any more) change nothing.
  public mutating func take(_ entry: JournalEntry) {
    switch entry {
    case .added(let operation):
      if index(operation.id) == nil { pending.append(PendingOperation(operation)) }
    case .attempt(let id, _):
      guard let index = index(id) else { return }
      pending[index].attempts += 1
      pending[index].state = .unknown
    case .moved(let id, let state, _):
      guard let index = index(id) else { return }
      pending[index].state = state
    case .rebased(let operation, _):
      guard let index = index(operation.id) else { return }
      pending[index] = PendingOperation(operation, attempts: pending[index].attempts)
    case .confirmed(let id, _), .withdrawn(let id, _):
      pending.removeAll { $0.id == id }
    }
  }

  private func index(_ id: String) -> Int? { pending.firstIndex { $0.id == id } }

  public subscript(id: String) -> PendingOperation? { pending.first { $0.id == id } }

  /// Those of one zaak, by its UUID.
  public func of(dossier uuid: String) -> [PendingOperation] { pending.filter { $0.operation.dossier == uuid } }

  /// The UUIDs of the zaken that have some, in the order of their oldest operation.
  public var dossiers: [String] {
    var seen: Set<String> = []
    return pending.map(\.operation.dossier).filter { seen.insert($0).inserted }
  }
}
