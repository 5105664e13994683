import Screen

/// What can be done on every screen.
enum ShellAction: Sendable, Hashable {
  case sync, help, back, leave
}

enum ShellKeys {
  static func bindings(_ place: Place) -> [KeyBinding<ShellAction>] {
    switch place {
    case .werkvoorraad: [sync, leave, help]
    case .zaak, .statusKiezen: [sync, back, help]
    case .sync: [sync, back, help]
    case .help: [closeHelp]
    case .filter, .statusToelichting, .wijzigen: [helpWhileTyping]
    }
  }

  private static let sync = KeyBinding(
    [.character("S")], short: Words("sync", "sync"),
    help: Words(
      "werk versturen en zaken ophalen; nogmaals: de voortgang", "send work and fetch cases; again: progress"),
    ShellAction.sync)

  private static let leave = KeyBinding(
    [.character("q"), .control("c")], short: Words("stoppen", "quit"),
    help: Words("Zaaklijn verlaten", "leave Zaaklijn"), ShellAction.leave)

  private static let back = KeyBinding(
    [.character("q"), .escape], short: Words("terug", "back"),
    help: Words("terug naar het vorige scherm", "back to the screen before"), ShellAction.back)

  private static let help = KeyBinding(
    [.character("?"), .function(1)], short: Words("hulp", "help"),
    help: Words("uitleg van de toetsen", "the keys explained"), ShellAction.help)

  private static let helpWhileTyping = KeyBinding(
    [.function(1)], short: Words("hulp", "help"), help: Words("uitleg van de toetsen", "the keys explained"),
    ShellAction.help)

  private static let closeHelp = KeyBinding(
    [.character("q"), .escape, .character("?"), .function(1)], short: Words("terug", "back"),
    help: Words("terug naar het vorige scherm", "back to the screen before"), ShellAction.back)
}

extension Place {
  /// The keys that work here.
  func rows(_ state: AppState) -> [KeyRow] { ownRows }
}

extension App {
  mutating func perform(_ action: ShellAction) -> [Effect] {
    switch action {
    case .sync: return startSync()
    case .help:
      openHelp()
      return []
    case .back:
      state.back()
      return []
    case .leave: return leave()
    }
  }

  /// Asks once more where typed text would be lost.
  private mutating func leave() -> [Effect] {
    if state.hasUnsavedText, !state.wasWarned {
      state.wasWarned = true
      state.notice = Notice(kind: .warning, text: state.texts.leavingLosesText)
      return []
    }
    return state.sync.isRunning ? [.stopSync, .quit] : [.quit]
  }
}
