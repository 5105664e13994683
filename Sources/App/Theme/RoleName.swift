import Screen

extension Role {
  /// What a theme calls it.
  var themeName: String {
    switch self {
    case .text: "tekst"
    case .quiet: "stil"
    case .strong: "sterk"
    case .title: "titel"
    case .accent: "accent"
    case .bar: "balk"
    case .key: "toets"
    case .rule: "lijn"
    case .field: "veld"
    case .fieldActive: "veld-actief"
    case .placeholder: "invulhulp"
    case .pending: "wachtend"
    case .conflict: "conflict"
    case .warning: "bijna-te-laat"
    case .danger: "te-laat"
    case .success: "gelukt"
    case .notice: "melding"
    case .error: "fout"
    case .match: "treffer"
    }
  }

  static func named(_ name: String) -> Role? {
    allCases.first { $0.themeName == name }
  }
}
