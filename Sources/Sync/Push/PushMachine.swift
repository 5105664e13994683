import Model

/// Decides how one step of an operation gets to the server; somebody else does the reading and writing.
///
/// It reads before every write, so that a conflict is seen and a repeat is recognised; a write whose outcome is unknown
/// is followed by reading, never by sending blindly.
struct PushMachine: Sendable {
  enum Step: Sendable, Hashable {
    case read
    case write(JSONObject)
    case end(End)
  }

  enum End: Sendable, Hashable {
    case confirmed
    case conflict([FieldConflict])
    case rejected(Rejection)
    /// A write went out and could not be found back; the next sync reads again.
    case unknown
    /// Nothing was done, through trouble with this zaak only; the next sync tries again.
    case later
    /// The user took it back before anything was sent.
    case withdrawn
    /// No other operation will fare better now.
    ///
    /// `inDoubt`: an earlier write may have been done all the same.
    case halt(RemoteError, inDoubt: Bool)
  }

  /// Writes for one operation in one sync, at most.
  static let mostWrites = 2

  private var writes = 0
  /// Whether a write may have been done without our knowing.
  private var isInDoubt: Bool
  /// What the server said when it refused a write that it may have refused because ours was there already.
  private var refusal: Rejection?

  /// - Parameter isInDoubt: an earlier sync sent a write and did not learn its outcome
  init(isInDoubt: Bool) { self.isInDoubt = isInDoubt }

  var first: Step { .read }

  mutating func didRead(_ standing: Standing) -> Step {
    switch standing {
    case .already: return .end(.confirmed)
    case .conflict(let fields): return .end(.conflict(fields))
    case .open(let body):
      if let refusal { return .end(.rejected(refusal)) }
      guard writes < PushMachine.mostWrites else { return .end(.unknown) }
      writes += 1
      return .write(body)
    }
  }

  mutating func didFailToRead(_ error: RemoteError) -> Step {
    switch error {
    case .notFound:
      return .end(.rejected(.notThere))
    case .forbidden(let problem): return .end(.rejected(Rejection(problem)))
    case .rejected(let problem): return .end(isInDoubt ? .unknown : .rejected(Rejection(problem)))
    case .unreachable, .busy, .notSignedIn, .configuration, .cancelled:
      return .end(.halt(error, inDoubt: isInDoubt))
    case .lost, .malformed, .foreignOrigin: return .end(isInDoubt ? .unknown : .later)
    }
  }

  /// - Parameter standing: how the operation stands against the reply of the server
  mutating func didWrite(_ standing: Standing) -> Step {
    guard standing == .already else {
      let detail = "De server antwoordde dat het gelukt is, maar nam de wijziging niet over."
      return .end(.rejected(Rejection(status: nil, code: "niet-overgenomen", detail: detail)))
    }
    return .end(.confirmed)
  }

  mutating func didFailToWrite(_ error: RemoteError) -> Step {
    switch error {
    case .lost, .malformed:
      isInDoubt = true
      return .read
    case .rejected(let problem), .forbidden(let problem):
      // The end status of a write that was lost closed the zaak, and then the second one is refused for that.
      guard isInDoubt || PushMachine.meansDouble(problem) else { return .end(.rejected(Rejection(problem))) }
      refusal = Rejection(problem)
      return .read
    case .notFound:
      return .end(.rejected(.notThere))
    case .cancelled:
      isInDoubt = true
      return .end(.unknown)
    case .foreignOrigin: return .end(isInDoubt ? .unknown : .later)
    case .unreachable, .busy, .notSignedIn, .configuration: return .end(.halt(error, inDoubt: isInDoubt))
    }
  }

  /// Whether the server refuses because it has such a resource already: perhaps ours.
  private static func meansDouble(_ problem: Problem) -> Bool {
    problem.parameters.contains { $0.code == "unique" || $0.code.hasSuffix("niet-uniek") }
  }
}

extension Rejection {
  /// What is to be changed, or what it hangs on.
  static let notThere = Rejection(
    status: 404, code: "not_found", detail: "Dit is niet (meer) op de server, of de server kent het niet.")

  init(_ problem: Problem) {
    self.init(status: problem.status, code: problem.mainCode, detail: problem.words)
  }
}
