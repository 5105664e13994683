import Foundation
import Model
import Synchronization

/// What the server shares between connections: the state, the faults and the record, under one lock.
final class Core: Sendable {
  struct Content {
    var state: State?
    var faults = FaultPlan()
    var requests: [RecordedRequest] = []
    var count = 0
  }

  let content = Mutex(Content())
  let now: @Sendable () -> Date
  private let gate: Gate?

  init(now: @escaping @Sendable () -> Date, leak: Leak? = nil) {
    self.now = now
    gate = leak.map { Gate($0) }
  }

  var moment: Moment { Moment(microseconds: Int((now().timeIntervalSince1970 * 1_000_000).rounded())) }

  func fill(_ configuration: SandboxConfiguration, _ state: State) {
    content.withLock { content in
      content.state = state
      for fault in configuration.faults { content.faults.add(fault) }
    }
  }

  /// The fault that a request meets.
  func meet(method: String, path: String) -> Fault? {
    content.withLock { content in
      content.count += 1
      return content.faults.next(method: method, path: path)
    }
  }

  /// Where guards leak, a write comes to wait here; gives what its guards will see.
  func arrive(_ request: SandboxRequest) async -> Int? {
    guard let gate, request.method == "POST" else { return nil }
    let seen = content.withLock { $0.state?.births }
    await gate.pass(request.path)
    return seen
  }

  /// - Parameter seen: what the guards against duplicates see; nil for all that is there
  func handle(_ request: SandboxRequest, seen: Int? = nil) -> SandboxResponse {
    let now = moment
    return content.withLock { content in
      content.state?.seen = seen
      defer { content.state?.seen = nil }
      return content.state?.handle(request, now: now) ?? SandboxResponse(status: 503, headers: [], body: [])
    }
  }

  func record(_ request: SandboxRequest, target: String, status: Int?) {
    var headers = request.headers
    headers["authorization"] = nil
    let line = RecordedRequest(
      method: request.method, target: target, headers: headers, body: request.body, status: status)
    content.withLock { $0.requests.append(line) }
  }

  /// An answer that only says that something is wrong.
  ///
  /// - Parameter code: of the error body; nil for what goes with the status
  func refusal(_ status: Int, code: String? = nil) -> SandboxResponse {
    let problem: Problem =
      switch status {
      case 401, 403: .forbidden()
      case 404: .notFound
      default: .serverError(status: status)
      }
    let base = content.withLock { $0.state?.base ?? "" }
    var shown = problem.body(base: base, instance: "00000000-0000-4000-8000-000000000000").object ?? [:]
    shown["status"] = .number(status)
    if let code { shown["code"] = .string(code) }
    var headers = [(name: "Content-Type", value: "application/json")]
    if status == 429 || status == 503 { headers.append(("Retry-After", "1")) }
    return SandboxResponse(status: status, headers: headers, body: JSON.object(shown).bytes())
  }
}
