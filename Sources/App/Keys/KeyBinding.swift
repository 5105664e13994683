import Screen

/// A key as data: what it does, when it cannot, and how it is explained.
///
/// The key bar, the help screen and the key table of the README come from these rows.
struct KeyBinding<Action: Sendable>: Sendable {
  let keys: [Key]
  let action: @Sendable (Key) -> Action
  let row: KeyRow

  /// - Parameters:
  ///   - label: how the keys are named together; without it their own names are put after each other
  ///   - short: the word in the key bar; nil keeps the key out of it
  ///   - obstacle: why the key cannot be used now; nil where it can
  init(
    _ keys: [Key], label: String? = nil, short: Words? = nil, help: Words,
    obstacle: @escaping @Sendable (AppState) -> String? = { _ in nil }, action: @escaping @Sendable (Key) -> Action
  ) {
    self.keys = keys
    self.action = action
    row = KeyRow(keys: keys, ownLabel: label, short: short, help: help, obstacle: obstacle)
  }

  init(
    _ keys: [Key], label: String? = nil, short: Words? = nil, help: Words, _ action: Action,
    obstacle: @escaping @Sendable (AppState) -> String? = { _ in nil }
  ) {
    self.init(keys, label: label, short: short, help: help, obstacle: obstacle) { _ in action }
  }
}

/// What there is to say about a key, whatever it does.
struct KeyRow: Sendable {
  let keys: [Key]
  let ownLabel: String?
  let short: Words?
  let help: Words
  let obstacle: @Sendable (AppState) -> String?

  /// All keys, for the help screen.
  var label: String { ownLabel ?? keys.map(\.label).joined(separator: " ") }

  /// The first key, for the key bar.
  var shortLabel: String { ownLabel ?? keys.first?.label ?? "" }
}

extension Key {
  /// The name of the key on the screen.
  var label: String {
    switch self {
    case .character(let character): String(character)
    case .enter: "⏎"
    case .tab: "⇥"
    case .backTab: "⇧⇥"
    case .escape: "Esc"
    case .backspace: "⌫"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F" + String(number)
    case .control(let character): "Ctrl-" + character.uppercased()
    case .alt(let character): "Alt-" + character.uppercased()
    case .paste, .mouse: ""
    }
  }
}
