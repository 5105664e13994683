import Synchronization

/// What goes wrong at a step of a scenario.
public enum Fault: Sendable, Hashable, CustomStringConvertible {
  /// When in a step it goes wrong: nothing done yet, half done, or done but the reply is lost.
  public enum When: String, Sendable, CaseIterable {
    case before, torn, after
  }
  /// The step fails and the program goes on.
  case error(When)
  /// There is no room: what is written is cut off half-way.
  case diskFull
  /// The process dies: this step ends here, and each later one fails.
  case crash(When)
  /// The server answers this HTTP status; files know no such fault.
  case status(Int)
  /// The server takes the request and no answer comes; files know no such fault.
  case timeOut(When)

  public static let files: [Fault] =
    When.allCases.map { .error($0) } + [.diskFull] + When.allCases.map { .crash($0) }

  public var description: String {
    switch self {
    case .error(let when): "error \(when.rawValue)"
    case .diskFull: "disk full"
    case .crash(let when): "crash \(when.rawValue)"
    case .status(let status): "HTTP \(status)"
    case .timeOut(let when): "time-out \(when.rawValue)"
    }
  }
}

/// Counts the steps of a scenario, and says at which of them something goes wrong.
///
/// Shared by all that can fail in one scenario: the file system, and a server. Run the scenario once without a fault
/// to count its N steps, then once for each n ≤ N.
public final class StepCounter: Sendable {
  private struct State {
    var names: [String] = []
    var isDead = false
  }
  private let state = Mutex(State())
  /// From 1; nil for never.
  public let failing: Int?
  public let fault: Fault

  public init(failing: Int? = nil, with fault: Fault = .error(.before)) {
    self.failing = failing
    self.fault = fault
  }

  /// Counts one step; what it gives has to happen to that step.
  public func step(_ name: String) -> Fault? {
    state.withLock { state in
      if state.isDead { return .crash(.before) }
      state.names.append(name)
      guard state.names.count == failing else { return nil }
      if case .crash = fault { state.isDead = true }
      return fault
    }
  }

  /// The steps so far, by name: `append journal.jsonl`.
  public var names: [String] { state.withLock { $0.names } }
  public var count: Int { state.withLock { $0.names.count } }
  /// Whether the fault was a crash and has happened.
  public var hasCrashed: Bool { state.withLock { $0.isDead } }
}
