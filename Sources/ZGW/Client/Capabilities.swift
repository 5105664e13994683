import Model

/// What a server turned out to be able to do; what nobody has seen yet is nil.
public struct Capabilities: Sendable, Hashable {
  /// The `API-version` of the answers.
  public internal(set) var versions: [ZGWAPI: String] = [:]
  /// The names in the root document of an API, such as `zaakobjecten`.
  public internal(set) var offered: [ZGWAPI: Set<String>] = [:]
  /// Whether a collection takes `pageSize`; found out by asking.
  public internal(set) var pageSize: [ResourceKind: Bool] = [:]

  public init() {}

  /// `expand` on zaken came with Zaken API 1.5.
  public var expand: Bool? { versions[.zaken].flatMap { Capabilities.atLeast($0, 1, 5) } }
  /// Numbers handed out beforehand (ZGW 1.7 and Open Zaak).
  public var zaaknummerReserveren: Bool? { offers(.zaken, "zaaknummerReserveren", "reserveerZaaknummer") }
  public var documentnummerReserveren: Bool? { offers(.documenten, "documentnummerReserveren") }
  public var notities: Bool? { offers(.zaken, "zaaknotities") }
  public var zaakRegistreren: Bool? { offers(.zaken, "zaakRegistreren") }

  private func offers(_ api: ZGWAPI, _ names: String...) -> Bool? {
    offered[api].map { offered in names.contains { offered.contains($0) } }
  }

  private static func atLeast(_ version: String, _ major: Int, _ minor: Int) -> Bool? {
    let parts = version.split(separator: ".").map { Int($0) }
    guard parts.count >= 2, let first = parts[0], let second = parts[1] else { return nil }
    return (first, second) >= (major, minor)
  }
}
