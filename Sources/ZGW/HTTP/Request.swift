import Model

/// One request, before it is signed and sent.
struct Request: Sendable {
  enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  let method: Method
  let target: Target
  var body: JSON?
  /// Instead of `body`: a content that is sent piece after piece.
  var form: ContentForm?
  /// For the server's audittrail.
  var reason: String?
  var accept = "application/json"

  /// A read may be sent again; a write never is, once it may have been done.
  var isRead: Bool { method == .get }

  /// All headers but the token.
  var headers: [(String, String)] {
    var headers = [("Accept", accept), ("User-Agent", "Zaaklijn")]
    // The standard wants the coordinate system on /zaken; on the other paths of the Zaken API it is allowed.
    if target.api == .zaken { headers.append(("Accept-Crs", "EPSG:4326")) }
    if let reason, let safe = AuditReason.header(reason) { headers.append(("X-Audit-Toelichting", safe)) }
    if let form { headers.append(("Content-Type", form.type)) }
    guard body != nil else { return headers }
    if target.api == .zaken { headers.append(("Content-Crs", "EPSG:4326")) }
    headers.append(("Content-Type", "application/json"))
    return headers
  }
}
