import Screen

enum HelpAction: Sendable, Hashable { case move(Motion) }

enum HelpKeys {
  static let bindings: [KeyBinding<HelpAction>] = Motion.bindings { .move($0) }
}
