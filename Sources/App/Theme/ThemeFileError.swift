/// What is wrong with a theme, said so that the user can mend it.
public struct ThemeFileError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Problem: Sendable, Hashable {
    /// It is no TOML; the parser's own words.
    case syntax(String)
    /// A name that means nothing here, and those that do.
    case unknownName(String, allowed: [String])
    /// A value of the wrong kind, and what it should be.
    case wrongValue(name: String, expected: String)
    /// A text that is no colour.
    case unknownColor(name: String, text: String)
  }

  /// The name of the theme, as the user gave it.
  public let theme: String
  /// Counted from 1; nil if it cannot be told.
  public let line: Int?
  public let problem: Problem

  public var description: String {
    let place = line.map { ", regel \($0)" } ?? ""
    return "Thema ‘\(theme)’\(place): \(explanation)"
  }

  private var explanation: String {
    switch problem {
    case .syntax(let words):
      "het bestand is geen geldig TOML (\(words))."
    case .unknownName(let name, let allowed):
      "‘\(name)’ is onbekend. Mogelijk zijn: \(allowed.joined(separator: ", "))."
    case .wrongValue(let name, let expected):
      "‘\(name)’ moet \(expected) zijn."
    case .unknownColor(let name, let text):
      "‘\(text)’ bij ‘\(name)’ is geen kleur. Mogelijk zijn: \"#rrggbb\", \"kleur 0\" tot en met \"kleur 255\", "
        + "\"standaard\", \(ThemeColor.names.joined(separator: ", ")), en die kleuren met \"helder \" ervoor."
    }
  }
}
