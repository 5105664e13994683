import Screen

/// The title of the terminal's window, set with OSC 2 where that is known to work.
struct WindowTitle {
  private static let terminals = [
    "xterm", "screen", "tmux", "rxvt", "alacritty", "foot", "kitty", "wezterm", "konsole", "st-", "vte", "gnome",
    "ghostty", "contour", "putty",
  ]
  private static let maximumColumns = 120

  private let isSupported: Bool
  private let isUTF8: Bool
  private var shown = ""

  init(terminal: String, isUTF8: Bool) {
    isSupported = Self.terminals.contains { terminal.hasPrefix($0) }
    self.isUTF8 = isUTF8
  }

  /// The bytes that show a title, or nil if it is there already.
  mutating func change(to title: String) -> String? {
    guard isSupported, title != shown, !title.isEmpty else { return nil }
    shown = title
    // The same breaking down as on the screen leaves no control character to end the sequence early.
    let safe = TextWidth.cut(title, to: Self.maximumColumns)
    let written = isUTF8 ? safe : String(safe.unicodeScalars.map { $0.isASCII ? Character($0) : "?" })
    return "\u{1B}]2;\(written)\u{07}"
  }

  /// Something else has had the terminal.
  mutating func forget() {
    shown = ""
  }
}
