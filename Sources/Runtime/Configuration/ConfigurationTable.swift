import Model
import TOMLKit

/// A table of `config.toml`, read with errors that name the key and the place.
struct ConfigurationTable {
  let table: TOMLTable
  let place: String

  init(_ table: TOMLTable, _ place: String) {
    self.table = table
    self.place = place
  }

  var names: [String] { table.keys }

  func check(_ allowed: [String]) throws(ConfigurationError) {
    if let unknown = names.first(where: { !allowed.contains($0) }) {
      throw .unknownKey(unknown, in: place, allowed: allowed)
    }
  }

  func text(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw .wrongType(key, in: place, expected: "tekst tussen aanhalingstekens") }
    return text
  }

  func needed(_ key: String) throws(ConfigurationError) -> String {
    guard let text = try text(key), !text.isEmpty else { throw .missing(key, in: place) }
    return text
  }

  /// A date as the standard writes it, in quotes.
  func day(_ key: String) throws(ConfigurationError) -> Day? {
    guard let text = try text(key) else { return nil }
    guard let day = Day(text) else { throw .wrongType(key, in: place, expected: "een datum als \"2026-01-31\"") }
    return day
  }

  func bool(_ key: String) throws(ConfigurationError) -> Bool {
    guard let value = table[key] else { return false }
    guard let bool = value.bool else { throw .wrongType(key, in: place, expected: "true of false") }
    return bool
  }

  func texts(_ key: String) throws(ConfigurationError) -> [String] {
    guard let value = table[key] else { return [] }
    let texts = value.array?.compactMap(\.string)
    guard let texts, texts.count == value.array?.count else {
      throw .wrongType(key, in: place, expected: "een lijst van teksten")
    }
    return texts
  }

  func table(_ key: String) throws(ConfigurationError) -> ConfigurationTable? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw .wrongType(key, in: place, expected: "een tabel") }
    return ConfigurationTable(inner, place == "config.toml" ? "[\(key)]" : "[profielen.\(key)]")
  }
}

extension ZGWAPI {
  /// The key for the root of this API alone.
  var key: String { rawValue + "-url" }
}

extension Profile {
  static let keys =
    ["server"] + ZGWAPI.allCases.map(\.key) + [
      "client-id", "geheim-bestand", "geheim-commando", "gebruiker", "gebruikersnaam", "ca", "certificaat", "sleutel",
    ] + Werkset.keys

  init(_ name: String, _ table: ConfigurationTable) throws(ConfigurationError) {
    guard Profile.isName(name) else { throw .badName(name) }
    try table.check(Profile.keys)
    var roots: [ZGWAPI: String] = [:]
    for api in ZGWAPI.allCases { roots[api] = try table.text(api.key) }
    let server: Server
    if let root = try table.text("server") {
      server = .root(root)
    } else if roots[.zaken] != nil, roots[.catalogi] != nil {
      server = .roots(roots)
    } else {
      throw .missing("server", in: table.place)
    }
    let secret: SecretSource
    if let command = try table.text("geheim-commando") {
      secret = .command(command)
    } else {
      secret = .file(try table.needed("geheim-bestand"))
    }
    let userId = try table.needed("gebruiker")
    self.init(
      name: name, server: server, clientId: try table.needed("client-id"), secret: secret, userId: userId,
      userName: try table.text("gebruikersnaam") ?? userId, caFile: try table.text("ca"),
      clientCertificate: try table.text("certificaat"), clientKey: try table.text("sleutel"),
      werkset: try Werkset(table))
  }

  /// The section of `config.toml` for this profile.
  var toml: String {
    var lines = ["[profielen.\(quoted(name))]"]
    func put(_ key: String, _ value: String?) {
      if let value { lines.append("\(key) = \(quoted(value))") }
    }
    switch server {
    case .root(let root): put("server", root)
    case .roots(let roots): for api in ZGWAPI.allCases { put(api.key, roots[api]) }
    }
    put("client-id", clientId)
    switch secret {
    case .file(let path): put("geheim-bestand", path)
    case .command(let command): put("geheim-commando", command)
    }
    put("gebruiker", userId)
    if userName != userId { put("gebruikersnaam", userName) }
    put("ca", caFile)
    put("certificaat", clientCertificate)
    put("sleutel", clientKey)
    lines += werkset.toml
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Werkset {
  static let keys = ["zaaktypen", "trefwoorden", "behandelaar", "teams", "open", "gestart-vanaf", "afgesloten-vanaf"]

  init(_ table: ConfigurationTable) throws(ConfigurationError) {
    self.init(
      zaaktypen: try table.texts("zaaktypen"), trefwoorden: try table.texts("trefwoorden"),
      behandelaar: try table.text("behandelaar"), teams: try table.texts("teams"), openOnly: try table.bool("open"),
      startedFrom: try table.day("gestart-vanaf"), closedFrom: try table.day("afgesloten-vanaf"))
  }

  /// The lines of `config.toml` for what is in it; none for all zaken.
  var toml: [String] {
    var lines: [String] = []
    func put(_ key: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(key) = [\(values.map(quoted).joined(separator: ", "))]") }
    }
    func put(_ key: String, _ value: String?) {
      if let value { lines.append("\(key) = \(quoted(value))") }
    }
    put("zaaktypen", zaaktypen)
    put("trefwoorden", trefwoorden)
    put("behandelaar", behandelaar)
    put("teams", teams)
    if openOnly { lines.append("open = true") }
    put("gestart-vanaf", startedFrom?.text)
    put("afgesloten-vanaf", closedFrom?.text)
    return lines
  }
}

/// A TOML basic string.
func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _ where scalar.value < 0x20 || scalar.value == 0x7F:
      let hex = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
