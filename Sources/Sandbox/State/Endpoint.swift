import Model

/// Throws a `Problem`; closures do not infer a typed throw, so the type is found again where it is called.
typealias Handler = @Sendable (inout State, Call) throws -> Reply

/// One path of one API: a row that says which methods it takes and who answers them.
struct Endpoint: Sendable {
  let component: Component
  /// `{}` stands for one path parameter.
  let pattern: [String]
  let handlers: [String: Handler]
  /// Whether the path is about zaken themselves, where the CRS headers are asked for.
  let geographic: Bool
  /// Methods that `Allow` names although nobody here answers them (catalogi are read-only in the sandbox).
  let refused: Set<String>

  init(
    _ component: Component, _ pattern: String, geographic: Bool = false, refused: Set<String> = [],
    _ handlers: [String: Handler]
  ) {
    self.component = component
    self.pattern = pattern.split(separator: "/").map(String.init)
    self.handlers = handlers
    self.geographic = geographic
    self.refused = refused
  }

  /// The first part of the path, by which a personality leaves out what it does not have.
  var name: String { pattern.first ?? "" }

  func allow(_ personality: Personality) -> String {
    var methods = Set(handlers.keys).union(refused).union(["OPTIONS"])
    if methods.contains("GET") { methods.insert("HEAD") }
    if pattern == ["rollen", "{}"], !personality.rolPut { methods.remove("PUT") }
    return ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"].filter(methods.contains)
      .joined(separator: ", ")
  }

  /// The path parameters, nil where the path is another one.
  func match(_ path: [String]) -> [String]? {
    guard path.count == pattern.count else { return nil }
    var ids: [String] = []
    for (part, expected) in zip(path, pattern) {
      if expected == "{}" {
        // `_zoek` and `consumer` have rows of their own and are no ids.
        guard part != "_zoek", part != "consumer" else { return nil }
        ids.append(part)
      } else if part != expected {
        return nil
      }
    }
    return ids
  }

  static let all: [Endpoint] =
    rootEndpoints + zaakEndpoints + zaakPartEndpoints + shortcutEndpoints + documentEndpoints + besluitEndpoints
    + catalogusEndpoints + applicatieEndpoints

  static let byComponent = Dictionary(grouping: all, by: \.component)

  static func find(_ path: String, _ personality: Personality) -> (endpoint: Endpoint, ids: [String])? {
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count >= 3, parts[1] == "api", parts[2] == "v1",
      let component = Component.allCases.first(where: { $0.path.hasPrefix(parts[0] + "/") })
    else { return nil }
    let rest = Array(parts.dropFirst(3))
    for endpoint in byComponent[component] ?? [] {
      guard let ids = endpoint.match(rest) else { continue }
      let later = Personality.sinceStandard17.union(Personality.ofOpenZaak)
      guard !later.contains(endpoint.name) || personality.extraPaths.contains(endpoint.name) else { return nil }
      return (endpoint, ids)
    }
    return nil
  }

  static let rootEndpoints: [Endpoint] = Component.allCases.map { component in
    Endpoint(component, "", ["GET": { state, _ in state.root(component) }])
  }
}

extension State {
  /// The list of collections that an API shows at its root.
  func root(_ component: Component) -> Reply {
    var links = JSONObject()
    for name in State.roots[component] ?? [] {
      let later = Personality.sinceStandard17.union(Personality.ofOpenZaak)
      guard !later.contains(name) || personality.extraPaths.contains(name) else { continue }
      let words = name.split(separator: "_")
      let key = String(words[0]) + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      links[key] = .string("\(base)\(component.path)/\(name)")
    }
    return Reply(body: .json(.object(links)))
  }

  private static let roots: [Component: [String]] = [
    .zrc: [
      "zaken", "statussen", "substatussen", "zaakobjecten", "rollen", "resultaten", "zaakinformatieobjecten",
      "zaaknummer_reserveren", "zaaknotities", "zaak_registreren",
    ],
    .drc: [
      "enkelvoudiginformatieobjecten", "gebruiksrechten", "objectinformatieobjecten", "documentnummer_reserveren",
      "document_registreren",
    ],
    .brc: ["besluiten", "besluitinformatieobjecten", "besluit_verwerken"],
    .ztc: [
      "catalogussen", "zaaktypen", "statustypen", "eigenschappen", "roltypen", "informatieobjecttypen", "besluittypen",
      "resultaattypen", "zaaktype-informatieobjecttypen", "zaakobjecttypen",
    ],
    .ac: ["applicaties"],
  ]
}
