extension App {
  mutating func openHelp() {
    guard state.path.last != .help else { return }
    state.help = HelpState(about: state.place)
    state.path.append(.help)
  }

  mutating func perform(_ action: HelpAction) -> [Effect] {
    switch action {
    case .move(let motion): state.help.scroll.move(motion)
    }
    return []
  }

  mutating func settleHelp() {
    guard state.path.last == .help else { return }
    let content = Shell.content(state.size)
    state.help.scroll.resize(count: helpLines(width: content.columns).count, height: content.rows)
  }
}
