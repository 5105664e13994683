import Model

/// One HTTP request, as far as the rules look at it.
public struct SandboxRequest: Sendable {
  public var method: String
  /// Without query.
  public var path: String
  /// The query parameters in the order in which they came, percent-decoded.
  public var query: [(name: String, value: String)]
  /// Names in lower case.
  public var headers: [String: String]
  public var body: [UInt8]

  public init(
    method: String, path: String, query: [(name: String, value: String)] = [], headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }
}

public struct SandboxResponse: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
}

/// What a handler has to say, before headers are made of it.
struct Reply {
  enum Body {
    case none
    case json(JSON)
    case bytes([UInt8], name: String)
    /// Text under octet-stream, the way in which a missing download is told.
    case refusedBytes(String)
  }

  var status = 200
  var body: Body
  var location: String?
  var object: JSONObject? { if case .json(let json) = body { json.object } else { nil } }

  /// The body that the ETag is taken of; nil for an answer without ETag.
  var tagged: JSON?
  var headers: [(name: String, value: String)] = []

  static func one(_ row: JSONObject) -> Reply { Reply(body: .json(.object(row)), tagged: .object(row)) }
  static func saved(_ row: JSONObject) -> Reply { Reply(body: .json(.object(row))) }
  static func created(_ row: JSONObject) -> Reply {
    Reply(status: 201, body: .json(.object(row)), location: row["url"]?.string)
  }
  static let deleted = Reply(status: 204, body: .none)
}

/// One request on its way through a handler.
struct Call {
  let request: SandboxRequest
  let caller: Caller
  let now: Moment
  /// The path parameters, in order.
  let ids: [String]
  /// The body, where it did not come as bytes.
  var given: JSONObject?

  var id: String { ids.last ?? "" }
  var first: String { ids.first ?? "" }

  func query(_ name: String) -> String? { request.query.last { $0.name == name }?.value }
  func queries(_ name: String) -> [String] { request.query.filter { $0.name == name }.map(\.value) }

  /// The request body as a JSON object; an empty body counts as `{}`.
  func body() throws(Problem) -> JSONObject {
    if let given { return given }
    if request.body.isEmpty { return [:] }
    let type = request.headers["content-type"] ?? "application/json"
    guard type.lowercased().hasPrefix("application/json") else { throw .mediaType(type) }
    let json: JSON
    do throws(JSONError) {
      json = try JSON(parsing: request.body)
    } catch {
      throw .parse("Geen geldige JSON: \(error.description)")
    }
    guard let object = json.object else { throw .invalid(.object("invalid", "Hier hoort een object te staan.")) }
    return object
  }
}
