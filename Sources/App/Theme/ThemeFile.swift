import Screen
import TOMLKit

/// Reads a theme from the text of a TOML file; `Themes/donker.toml` says at its head what may stand in it.
public enum ThemeFile {
  /// The themes that come with the program.
  public static var embeddedNames: [String] { EmbeddedThemes.files.map(\.name) }

  /// A theme that comes with the program; nil if there is none of that name.
  public static func embedded(_ name: String) throws(ThemeFileError) -> Theme? {
    guard let file = EmbeddedThemes.files.first(where: { $0.name == name }) else { return nil }
    return try parse(file.text, name: name)
  }

  /// The theme that a file describes.
  ///
  /// Everything in it must be known: a misspelt role would otherwise just not work.
  public static func parse(_ text: String, name: String) throws(ThemeFileError) -> Theme {
    var reader = ThemeReader(name: name, text: text)
    return try reader.read()
  }
}

/// Goes through the tables of one file.
private struct ThemeReader {
  let name: String
  let text: String

  private static let styleNames = ["voorgrond", "achtergrond", "vet", "dof", "onderstreept", "omgekeerd"]

  init(name: String, text: String) {
    self.name = name
    self.text = text
  }

  mutating func read() throws(ThemeFileError) -> Theme {
    let root = try parsed()
    try check(root.keys, allowed: ["rollen", "selectie"])
    let roles = try table(root, "rollen")
    try check(roles.keys, allowed: Role.allCases.map(\.themeName))
    let base = try style(roles, .text, base: Style())
    var styles: [Role: Style] = [:]
    for role in Role.allCases {
      // Colours are taken over from plain text, attributes are not.
      let inherited = Style(foreground: base.foreground, background: base.background)
      styles[role] = role == .text ? base : try style(roles, role, base: inherited)
    }
    let selected = try table(root, "selectie")
    try check(selected.keys, allowed: Self.styleNames + ["rollen"])
    let selection = try style(selected, base: Style(foreground: base.foreground, background: base.background))
    let foregrounds = try selectedForegrounds(table(selected, "rollen"))
    return Theme(name: name, styles: styles, selection: selection, selectedForegrounds: foregrounds)
  }

  private func parsed() throws(ThemeFileError) -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw ThemeFileError(theme: name, line: error.source.begin.line, problem: .syntax(error.description))
    } catch {
      throw ThemeFileError(theme: name, line: nil, problem: .syntax("\(error)"))
    }
  }

  /// A table within another; an empty one if it is not there.
  private func table(_ parent: TOMLTable, _ key: String) throws(ThemeFileError) -> TOMLTable {
    guard let value = parent[key] else { return TOMLTable() }
    guard let table = value.table else { throw wrong(key, "een tabel") }
    return table
  }

  private func check(_ keys: [String], allowed: [String]) throws(ThemeFileError) {
    // The file's first mistake first; the parser gives the names in an order of its own.
    let unknown = keys.filter { !allowed.contains($0) }.map { (name: $0, line: line(of: $0)) }
    guard let first = unknown.min(by: { ($0.line ?? .max, $0.name) < ($1.line ?? .max, $1.name) }) else { return }
    throw ThemeFileError(theme: name, line: first.line, problem: .unknownName(first.name, allowed: allowed))
  }

  private func style(_ roles: TOMLTable, _ role: Role, base: Style) throws(ThemeFileError) -> Style {
    guard let value = roles[role.themeName] else { return base }
    guard let table = value.table else { throw wrong(role.themeName, "een tabel") }
    try check(table.keys, allowed: Self.styleNames)
    return try style(table, base: base, line: line(of: role.themeName))
  }

  private func style(_ table: TOMLTable, base: Style, line: Int? = nil) throws(ThemeFileError) -> Style {
    Style(
      foreground: try color(table, "voorgrond", line: line) ?? base.foreground,
      background: try color(table, "achtergrond", line: line) ?? base.background,
      isBold: try flag(table, "vet", line: line),
      isDim: try flag(table, "dof", line: line),
      isUnderlined: try flag(table, "onderstreept", line: line),
      isReversed: try flag(table, "omgekeerd", line: line)
    )
  }

  private func selectedForegrounds(_ table: TOMLTable) throws(ThemeFileError) -> [Role: Color] {
    try check(table.keys, allowed: Role.allCases.map(\.themeName))
    var colors: [Role: Color] = [:]
    for role in Role.allCases {
      colors[role] = try color(table, role.themeName, line: nil)
    }
    return colors
  }

  private func color(_ table: TOMLTable, _ key: String, line: Int?) throws(ThemeFileError) -> Color? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrong(key, "een kleur tussen aanhalingstekens", line: line) }
    guard let color = ThemeColor.parse(text) else {
      let place = line ?? self.line(containing: text)
      throw ThemeFileError(theme: name, line: place, problem: .unknownColor(name: key, text: text))
    }
    return color
  }

  private func flag(_ table: TOMLTable, _ key: String, line: Int?) throws(ThemeFileError) -> Bool {
    guard let value = table[key] else { return false }
    guard let flag = value.bool else { throw wrong(key, "true of false", line: line) }
    return flag
  }

  private func wrong(_ key: String, _ expected: String, line: Int? = nil) -> ThemeFileError {
    ThemeFileError(
      theme: name, line: line ?? self.line(of: key), problem: .wrongValue(name: key, expected: expected))
  }

  // MARK: Lines, which the parser keeps to itself once a file is well-formed

  private var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The first line that gives a name a value, or opens the table of that name.
  private func line(of name: String) -> Int? {
    lines.firstIndex { line in
      guard let range = line.firstRange(of: name), !line.hasPrefix("#") else { return false }
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].drop { $0 == " " || $0 == "\"" }.first
      let begins = before.map { " [{,.\"'".contains($0) } ?? true
      return begins && after.map { "=].".contains($0) } ?? false
    }.map { $0 + 1 }
  }

  private func line(containing value: String) -> Int? {
    lines.firstIndex { $0.contains("\"\(value)\"") && !$0.hasPrefix("#") }.map { $0 + 1 }
  }
}
