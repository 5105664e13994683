import Model
import TOMLKit

/// The user's settings, as `config.toml` has them.
public struct Configuration: Sendable, Hashable {
  public var profiles: [Profile] = []
  /// The name of the profile to use when none is named.
  public var defaultProfile: String?
  public var theme: String?
  /// `nl` or `en`.
  public var language: String?

  public init() {}

  /// Reads the text of `config.toml`; an empty text has no profiles.
  public init(toml text: String) throws(ConfigurationError) {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw .syntax(line: Int(error.source.begin.line), error.description)
    } catch {
      throw .syntax(line: 0, "\(error)")
    }
    let known = ["standaard", "thema", "taal", "profielen"]
    try ConfigurationTable(table, "config.toml").check(known)
    let top = ConfigurationTable(table, "config.toml")
    defaultProfile = try top.text("standaard")
    theme = try top.text("thema")
    language = try top.text("taal")
    guard let profiles = try top.table("profielen") else { return }
    for name in profiles.names {
      guard let entry = try profiles.table(name) else { continue }
      self.profiles.append(try Profile(name, entry))
    }
    self.profiles.sort { $0.name < $1.name }
  }

  /// The profile to use: the one that is named, else the default, else the only one.
  public func profile(_ name: String?) throws(ConfigurationError) -> Profile {
    if let name = name ?? defaultProfile {
      guard let profile = profiles.first(where: { $0.name == name }) else {
        throw .unknownProfile(name, profiles.map(\.name))
      }
      return profile
    }
    guard let only = profiles.first else { throw .noProfile }
    guard profiles.count == 1 else { throw .ambiguous(profiles.map(\.name)) }
    return only
  }
}

/// What is wrong with the configuration, in whole sentences.
public enum ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  case syntax(line: Int, String)
  case unknownKey(String, in: String, allowed: [String])
  case missing(String, in: String)
  case wrongType(String, in: String, expected: String)
  case noProfile
  case ambiguous([String])
  case unknownProfile(String, [String])
  case badName(String)
  case exists(String)
  case unreadable(String, String)

  public var description: String {
    switch self {
    case .syntax(let line, let words): "config.toml is geen geldige TOML (regel \(line)): \(words)"
    case .unknownKey(let key, let place, let allowed):
      "'\(key)' in \(place) is onbekend; bekend zijn: \(allowed.joined(separator: ", "))."
    case .missing(let key, let place): "'\(key)' ontbreekt in \(place)."
    case .wrongType(let key, let place, let expected): "'\(key)' in \(place) moet \(expected) zijn."
    case .noProfile: "Er is nog geen profiel. Maak er een met `zaak profiel nieuw NAAM --url URL …`."
    case .ambiguous(let names):
      "Er zijn meer profielen (\(names.joined(separator: ", "))). Kies er een met --profiel NAAM of `zaak profiel kies`."
    case .unknownProfile(let name, let names):
      names.isEmpty
        ? "Er is geen profiel '\(name)'. Maak het met `zaak profiel nieuw \(name) --url URL …`."
        : "Er is geen profiel '\(name)'; er zijn: \(names.joined(separator: ", "))."
    case .badName(let name):
      "'\(name)' kan geen naam van een profiel zijn: gebruik letters, cijfers, - _ en ., ten hoogste 64 tekens."
    case .exists(let name): "Er is al een profiel '\(name)'. Kies een andere naam of verwijder het eerst."
    case .unreadable(let path, let words): "\(path) is niet te lezen of te schrijven: \(words)"
    }
  }
}
