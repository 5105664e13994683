import Model
import Sync

extension Reply {
  /// What a good answer carries.
  enum Success: Sendable {
    case body(Reply)
    /// 204
    case nothing
    /// 304
    case unchanged
  }

  /// Throws what every status outside 2xx and 304 means.
  ///
  /// - Parameters:
  ///   - roots: to tell a redirect within the profile from one to elsewhere
  ///   - now: to turn the date of a `Retry-After` into seconds
  func success(_ roots: Roots, now: Moment) throws(RemoteError) -> Success {
    switch status {
    case 204, 205: return .nothing
    case 200..<300: return .body(self)
    case 304: return .unchanged
    case 300..<400: throw redirect(roots)
    case 401: throw .notSignedIn(problem)
    case 403: throw Reply.isAboutToken(problem.code) ? .notSignedIn(problem) : .forbidden(problem)
    case 404, 410: throw .notFound
    case 429: throw .busy(seconds: retryAfter(now))
    case 408, 500...: throw .lost(status: status, problem.words)
    case 400..<500: throw .rejected(problem)
    default: throw .malformed("De server antwoordde met status \(status), die HTTP niet kent.")
    }
  }

  private func redirect(_ roots: Roots) -> RemoteError {
    guard let location = self["Location"] else {
      return .malformed("De server verwijst door (status \(status)) zonder te zeggen waarheen.")
    }
    if location.contains("://") || location.hasPrefix("//"), !roots.contain(location) {
      return .foreignOrigin(location.quotable())
    }
    return .malformed(
      "De server verwijst door naar \(location.quotable()). Zet de juiste URL in het profiel; doorverwijzingen "
        + "volgt Zaaklijn niet.")
  }

  private func retryAfter(_ now: Moment) -> Int? {
    guard let text = self["Retry-After"] else { return nil }
    if let seconds = Int(text) { return max(0, seconds) }
    guard let moment = HTTPDate.moment(text) else { return nil }
    return max(0, moment.secondsSince1970 - (date ?? now).secondsSince1970)
  }

  /// Codes of a 403 that are about who we are, and not about what we may do (measured: a server sends no 401).
  static func isAboutToken(_ code: String) -> Bool {
    code.hasPrefix("jwt-") || code.hasPrefix("invalid-jwt") || code == "invalid-client-identifier"
      || code == "missing-client-identifier" || code == "not_authenticated" || code == "authentication_failed"
  }

  /// The error body of the standard (`Fout`, `ValidatieFout`); a sentence of ours where there is none.
  var problem: Problem {
    guard let body = try? JSON(parsing: body).object, body["code"]?.string != nil || body["title"]?.string != nil
    else {
      return Problem(
        status: status, code: "", title: "De server antwoordde met status \(status), zonder uitleg.", detail: "")
    }
    let parameters = (body["invalidParams"]?.array ?? []).map { item in
      Problem.Parameter(
        name: item.words("name", 200), code: item.words("code", 200), reason: item.words("reason", 1000))
    }
    let whole = JSON.object(body)
    return Problem(
      status: status, code: whole.words("code", 200), title: whole.words("title", 1000),
      detail: whole.words("detail", 1000), parameters: parameters)
  }
}

extension JSON {
  fileprivate func words(_ name: String, _ limit: Int) -> String { self[name]?.string?.quotable(limit) ?? "" }
}
