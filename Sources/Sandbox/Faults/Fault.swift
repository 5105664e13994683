/// Something that goes wrong on purpose.
public struct Fault: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Answers after so many milliseconds.
    case delay(Int)
    /// Drops the connection before anything was done.
    case dropBefore
    /// Does what was asked and drops the connection instead of answering.
    case dropAfterCommit
    /// Answers with this status and does nothing.
    case status(Int)
    /// Does what was asked and answers with this status.
    case statusAfterCommit(Int)
    /// Does what was asked, sends half of the answer and drops the connection.
    case truncatedBody
    /// Refuses the token with this code (403) and does nothing: `jwt-expired`, `invalid-client-identifier`, ….
    case refusesToken(String)
    /// Does nothing and keeps the connection open without an answer.
    case hang
  }

  public var kind: Kind
  /// Which of the requests that match, counted from 1 and from the moment of injecting.
  public var onRequest: Int
  /// For how many matching requests in a row from there on.
  public var times: Int
  /// nil for any method.
  public var method: String?
  /// What the path after `/api/v1` begins with (`/zaken`), or the whole path where this contains `/api/`.
  public var path: String?

  public init(_ kind: Kind, onRequest: Int = 1, times: Int = 1, method: String? = nil, path: String? = nil) {
    self.kind = kind
    self.onRequest = onRequest
    self.times = times
    self.method = method
    self.path = path
  }

  func matches(method: String, path: String) -> Bool {
    guard self.method == nil || self.method == method else { return false }
    guard let prefix = self.path, !prefix.isEmpty else { return true }
    if prefix.contains("/api/") { return path.hasPrefix(prefix) }
    guard let api = path.range(of: "/api/v1") else { return path.hasPrefix(prefix) }
    return path[api.upperBound...].hasPrefix(prefix)
  }
}

/// The faults that are still to come, each with how many requests it has seen.
struct FaultPlan: Sendable {
  private var waiting: [(fault: Fault, seen: Int)] = []

  mutating func add(_ fault: Fault) { waiting.append((fault, 0)) }
  mutating func clear() { waiting = [] }

  /// The fault that this request meets; the earliest injected one where there are more.
  mutating func next(method: String, path: String) -> Fault? {
    var met: Fault?
    for index in waiting.indices where waiting[index].fault.matches(method: method, path: path) {
      waiting[index].seen += 1
      let (fault, seen) = waiting[index]
      if met == nil, seen >= fault.onRequest, seen < fault.onRequest + fault.times { met = fault }
    }
    waiting.removeAll { $0.seen >= $0.fault.onRequest + $0.fault.times - 1 }
    return met
  }
}
