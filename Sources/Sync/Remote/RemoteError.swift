/// Why a request to the server did not give what it should, by what the user can do about it.
public enum RemoteError: Error, Sendable, Hashable {
  /// No connection: nothing was sent. Wait, and try again.
  case unreachable(String)
  /// A request was sent, and no usable reply came: time-out, dropped connection, 5xx. A write may have been done.
  case lost(status: Int?, String)
  /// The server asks to wait (429).
  case busy(seconds: Int?)
  /// The server does not accept the token: client id, secret or clock. The administrator has to look.
  case notSignedIn(Problem)
  /// The server knows us, and we may not do this.
  case forbidden(Problem)
  /// There is no such resource (404, 410).
  case notFound
  /// The server refuses what was asked, and says why (400, 405, 409, 412, …).
  case rejected(Problem)
  /// The answer is no answer of a ZGW server.
  case malformed(String)
  /// A URL points outside the servers of the profile; it was not followed, for the token would leak.
  case foreignOrigin(String)
  /// The profile is not right: a root that is missing, a certificate file that cannot be read.
  case configuration(String)
  /// The user stopped the work.
  case cancelled
}

/// An error body of the standard (`Fout`, `ValidatieFout`).
public struct Problem: Sendable, Hashable {
  /// The HTTP status.
  public let status: Int
  /// Such as `permission_denied`; empty where the body was no error body of the standard.
  public let code: String
  public let title: String
  public let detail: String
  public let parameters: [Parameter]

  /// What is wrong with one field; `name` is `nonFieldErrors` for the resource as a whole.
  public struct Parameter: Sendable, Hashable {
    public let name, code, reason: String

    public init(name: String, code: String, reason: String) {
      self.name = name
      self.code = code
      self.reason = reason
    }
  }

  public init(status: Int, code: String, title: String, detail: String, parameters: [Parameter] = []) {
    self.status = status
    self.code = code
    self.title = title
    self.detail = detail
    self.parameters = parameters
  }

  /// The most telling words: those of the fields, else the detail, else the title.
  public var words: String {
    if !parameters.isEmpty {
      return parameters.map { $0.name == "nonFieldErrors" ? $0.reason : "\($0.name): \($0.reason)" }
        .joined(separator: " ")
    }
    return detail.isEmpty ? title : detail
  }

  /// The most telling code: that of the first field, else that of the body.
  public var mainCode: String { parameters.first?.code ?? code }
}

extension RemoteError {
  /// A word for the log: what happened, without anything from the answer.
  public var word: String {
    switch self {
    case .unreachable: "onbereikbaar"
    case .lost(let status, _): "verloren" + (status.map { " (\($0))" } ?? "")
    case .busy: "bezet"
    case .notSignedIn: "niet aangemeld"
    case .forbidden: "geen recht"
    case .notFound: "niet gevonden"
    case .rejected(let problem): "geweigerd (\(problem.status) \(problem.mainCode))"
    case .malformed: "onleesbaar"
    case .foreignOrigin: "vreemde herkomst"
    case .configuration: "instelling"
    case .cancelled: "gestopt"
    }
  }
}
