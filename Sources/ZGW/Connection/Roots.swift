import Model
import Sync

/// The root URL of each API: the only addresses that requests, and with them tokens, go to.
public struct Roots: Sendable, Hashable {
  private let roots: [ZGWAPI: ServerURL]

  /// All APIs on one server, on the paths of the standard: `https://host/` gives `https://host/zaken/api/v1`, ….
  ///
  /// - Parameter allowPlainHTTP: also http to another machine, over which anyone on the way can read the token
  public init(server: String, allowPlainHTTP: Bool = false) throws(RemoteError) {
    let base = server.hasSuffix("/") ? String(server.dropLast()) : server
    var each: [ZGWAPI: String] = [:]
    for api in ZGWAPI.allCases { each[api] = "\(base)/\(api.rawValue)/api/v1" }
    try self.init(each, allowPlainHTTP: allowPlainHTTP)
  }

  /// Each API by its own URL; an API that is left out cannot be used.
  public init(_ roots: [ZGWAPI: String], allowPlainHTTP: Bool = false) throws(RemoteError) {
    var found: [ZGWAPI: ServerURL] = [:]
    for (api, text) in roots {
      let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
      guard let url = ServerURL(trimmed), url.query == nil else {
        throw .configuration(
          "De URL van de \(api.title) (\(text.quotable())) klopt niet. Geef in het profiel een volledige URL, "
            + "zoals https://zaken.voorbeeld.nl/zaken/api/v1.")
      }
      guard url.origin.scheme == "https" || url.origin.isLoopback || allowPlainHTTP else {
        throw .configuration(
          "De URL van de \(api.title) (\(text.quotable())) begint met http: onderweg is alles te lezen. "
            + "Geef in het profiel de https-URL.")
      }
      found[api] = url
    }
    guard !found.isEmpty else { throw .configuration("Het profiel noemt geen server. Geef in het profiel de URL.") }
    self.roots = found
  }

  var apis: [ZGWAPI] { ZGWAPI.allCases.filter { roots[$0] != nil } }
  var origins: Set<Origin> { Set(roots.values.map(\.origin)) }

  /// The address of an API itself, or of one of its collections.
  func target(_ api: ZGWAPI, path: String) throws(RemoteError) -> Target {
    guard let root = roots[api] else {
      throw .configuration("Het profiel noemt geen URL van de \(api.title). Vul die aan in het profiel.")
    }
    return Target(api: api, origin: root.origin, path: root.path + path)
  }

  /// The address of a resource, which has to lie below the root of its API.
  ///
  /// What comes back is built from the root, not from the text: only the path below the root is taken over.
  func target(_ api: ZGWAPI, url text: String) throws(RemoteError) -> Target {
    let root = try target(api, path: "/")
    guard let url = ServerURL(text), url.origin == root.origin, url.path.hasPrefix(root.path),
      url.path.count > root.path.count
    else { throw .foreignOrigin(text.quotable()) }
    var target = root
    target.path += url.path.dropFirst(root.path.count)
    target.query = url.query.map { "?" + $0 } ?? ""
    return target
  }

  /// Whether a URL, such as the one of a redirect, is of one of the APIs of the profile.
  func contain(_ text: String) -> Bool {
    apis.contains { (try? target($0, url: text)) != nil }
  }
}

/// Where one request goes.
struct Target: Sendable, Hashable {
  let api: ZGWAPI
  let origin: Origin
  var path: String
  /// Empty, or with its question mark.
  var query = ""

  var url: String { origin.description + path + query }

  /// Path and names of the query, for the log: values may be personal data.
  var logged: String {
    let names = query.dropFirst().split(separator: "&").map { $0.prefix { $0 != "=" } + "=…" }
    return path + (names.isEmpty ? "" : "?" + names.joined(separator: "&"))
  }

  /// A path of the resource itself, without the query of its URL.
  func below(_ path: String) -> Target { Target(api: api, origin: origin, path: self.path + path) }

  mutating func add(_ name: String, _ value: String) {
    query += (query.isEmpty ? "?" : "&") + name.percentEncoded + "=" + value.percentEncoded
  }
}

extension ZGWAPI {
  /// As it is called in a sentence.
  var title: String {
    switch self {
    case .zaken: "Zaken API"
    case .documenten: "Documenten API"
    case .catalogi: "Catalogi API"
    case .besluiten: "Besluiten API"
    case .autorisaties: "Autorisaties API"
    }
  }
}
