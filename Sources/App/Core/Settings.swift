import Screen

/// In which language the client speaks; ZGW's own nouns stay Dutch in both.
public enum Language: String, Sendable, Hashable, CaseIterable {
  case nl, en
}

/// What is fixed as long as the client runs.
public struct Settings: Sendable, Hashable {
  public var language: Language
  /// The name of the profile, at the top left of every screen.
  public var profile: String
  /// The size of the terminal at the start; `Event.resized` tells the later ones.
  public var size: Size

  public init(language: Language = .nl, profile: String, size: Size = Size(columns: 80, rows: 24)) {
    self.language = language
    self.profile = profile
    self.size = size
  }
}
