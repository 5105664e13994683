import Model

/// What a server turned out to be able to do; what nobody has seen yet is nil.
public struct Capabilities: Sendable, Hashable {
  /// The `API-version` of the answers.
  public internal(set) var versions: [ZGWAPI: String] = [:]
  /// The names in the root document of an API, such as `zaakobjecten`.
  public internal(set) var offered: [ZGWAPI: Set<String>] = [:]
  /// Whether a collection takes `pageSize`; found out by asking.
  public internal(set) var pageSize: [ResourceKind: Bool] = [:]
  /// Paths below an API that were asked for, by their name: whether they are there.
  public internal(set) var answered: [String: Bool] = [:]
  /// Whether a rol can be replaced (`PUT`), by the `Allow` header of a rol that was read; the standard has no such thing.
  public internal(set) var rolPut: Bool?

  public init() {}

  /// `expand` on zaken came with Zaken API 1.5.
  public var expand: Bool? { versions[.zaken].flatMap { Capabilities.atLeast($0, 1, 5) } }
  /// Numbers handed out beforehand (ZGW 1.7 and Open Zaak).
  public var zaaknummerReserveren: Bool? {
    answered[Path.zaaknummers] ?? offers(.zaken, "zaaknummerReserveren", "reserveerZaaknummer")
  }
  public var documentnummerReserveren: Bool? { offers(.documenten, "documentnummerReserveren") }
  public var notities: Bool? { answered[Path.notities] ?? offers(.zaken, "zaaknotities") }
  public var zaakRegistreren: Bool? { offers(.zaken, "zaakRegistreren") }

  enum Path {
    static let zaaknummers = "zaaknummer_reserveren"
    static let notities = "zaaknotities"
  }

  /// What an answer says of the server, whatever it says of the resource.
  mutating func learn(_ request: Request, _ reply: Reply) {
    if let version = reply["API-version"] { versions[request.target.api] = version.quotable(20) }
    guard request.target.api == .zaken else { return }
    let names = request.target.path.split(separator: "/")
    if let last = names.last.map(String.init), [Path.zaaknummers, Path.notities].contains(last) {
      if reply.status == 404 { answered[last] = false }
      if (200..<300).contains(reply.status) { answered[last] = true }
    }
    if names.dropLast().last == "rollen", let allowed = reply["Allow"] {
      rolPut = allowed.split(separator: ",").contains { $0.trimmed.uppercased() == "PUT" }
    }
  }

  private func offers(_ api: ZGWAPI, _ names: String...) -> Bool? {
    offered[api].map { offered in names.contains { offered.contains($0) } }
  }

  private static func atLeast(_ version: String, _ major: Int, _ minor: Int) -> Bool? {
    let parts = version.split(separator: ".").map { Int($0) }
    guard parts.count >= 2, let first = parts[0], let second = parts[1] else { return nil }
    return (first, second) >= (major, minor)
  }
}

extension Substring {
  fileprivate var trimmed: Substring { drop { $0 == " " }.prefix { $0 != " " } }
}
