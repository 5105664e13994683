import Foundation
import Model

/// Why a change from the side was refused: the answer that a client would have got.
public struct EditRefused: Error, CustomStringConvertible {
  public let status: Int
  public let body: JSON?

  public var description: String { "\(status): \(body?.text() ?? "")" }
}

/// What a sandbox held at some moment.
public struct SavedState: Sendable {
  let state: State
}

extension Sandbox {
  public enum Method: String, Sendable { case post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE" }

  /// A change by a colleague: the same rules, all rights, no HTTP, no fault, not counted.
  ///
  /// `target` is a URL of this server or a path (`/zaken/api/v1/statussen`). Gives the body of the answer.
  @discardableResult
  public func edit(
    _ method: Method, _ target: String, _ body: JSONObject = [:], by user: String = "collega"
  ) async throws(EditRefused) -> JSON? {
    let path = target.hasPrefix(url) ? "/" + target.dropFirst(url.count) : target
    switch perform(SandboxRequest(method: method.rawValue, path: path), body, user: user) {
    case .success(let answer)?: return answer
    case .failure(let problem)?: throw EditRefused(status: problem.status, body: problem.body(base: url, instance: ""))
    case nil: throw EditRefused(status: 503, body: nil)
    }
  }

  /// Puts fields into a resource past all rules; what shows this resource elsewhere is not changed with it.
  public func overwrite(_ url: String, _ fields: JSONObject) async throws(EditRefused) {
    let done = withState { state -> Bool in
      for collection in Collection.allCases {
        guard let found = state.find(collection, url) else { continue }
        state.put(collection, found.id, found.row.merging(fields))
        return true
      }
      return false
    }
    guard done == true else { throw EditRefused(status: 404, body: nil) }
  }

  /// All that the server holds, to go back to; nil as long as it holds nothing yet.
  public func saved() -> SavedState? { withState { SavedState(state: $0) } }

  public func restore(_ saved: SavedState) { _ = withState { $0 = saved.state } }

  /// Takes zaaktypen away from a client, so that it may no longer see or change their zaken.
  public func revoke(_ zaaktypen: [String], from client: String) async {
    _ = withState { state in
      guard var changed = state.clients[client] else { return }
      changed.grants.removeAll { grant in grant.type.map(zaaktypen.contains) ?? false }
      state.admit(changed)
    }
  }

  /// Whether a stale ETag of a zaak is answered with 304.
  public func setFalse304(_ on: Bool) async {
    _ = withState { $0.false304 = on }
  }
}
