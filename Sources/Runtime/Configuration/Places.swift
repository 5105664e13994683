/// The folders of a user, by the XDG Base Directory rules.
public struct Places: Sendable, Hashable {
  public let config: String
  public let data: String
  public let state: String

  /// A variable that is empty or no absolute path counts as not set, as the rules say.
  public init(environment: [String: String]) {
    let home = environment["HOME"] ?? "/"
    func place(_ variable: String, _ fallback: String) -> String {
      guard let path = environment[variable], path.hasPrefix("/") else { return home + "/" + fallback + "/zaaklijn" }
      return path + "/zaaklijn"
    }
    config = place("XDG_CONFIG_HOME", ".config")
    data = place("XDG_DATA_HOME", ".local/share")
    state = place("XDG_STATE_HOME", ".local/state")
  }

  public var configurationFile: String { config + "/config.toml" }
  public func theme(_ name: String) -> String { "\(config)/themes/\(name).toml" }
  public func store(_ profile: String) -> String { "\(data)/\(profile)" }
  public func stateFolder(_ profile: String) -> String { "\(state)/\(profile)" }
}
