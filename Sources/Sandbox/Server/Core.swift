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

  init(now: @escaping @Sendable () -> Date) { self.now = now }

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

  func handle(_ request: SandboxRequest) -> SandboxResponse {
    let now = moment
    return content.withLock { content in
      content.state?.handle(request, now: now) ?? SandboxResponse(status: 503, headers: [], body: [])
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
  func refusal(_ status: Int) -> SandboxResponse {
    let problem: Problem =
      switch status {
      case 401, 403: .forbidden()
      case 404: .notFound
      default: .serverError(status: status)
      }
    let base = content.withLock { $0.state?.base ?? "" }
    var shown = problem.body(base: base, instance: "00000000-0000-4000-8000-000000000000").object ?? [:]
    shown["status"] = .number(status)
    var headers = [(name: "Content-Type", value: "application/json")]
    if status == 429 || status == 503 { headers.append(("Retry-After", "1")) }
    return SandboxResponse(status: status, headers: headers, body: JSON.object(shown).bytes())
  }
}
