import Screen

extension App {
  /// One key: to the feature in sight, to its field, or to what every screen can do.
  mutating func press(_ key: Key) -> [Effect] {
    if case .mouse(let mouse) = key { return take(mouse) }
    guard Shell.fits(state.size) else { return pressTooSmall(key) }
    state.notice = nil
    let wasWarned = state.wasWarned
    defer { if wasWarned { state.wasWarned = false } }
    let place = state.place
    let common = run(ShellKeys.bindings(place), key) { $0.perform($1) }
    if let common { return common }
    switch place {
    case .werkvoorraad: return run(WerkvoorraadKeys.bindings, key) { $0.perform($1) } ?? []
    case .filter: return run(WerkvoorraadKeys.filter, key) { $0.perform($1) } ?? typeFilter(key)
    case .zaak: return run(ZaakKeys.bindings, key) { $0.perform($1) } ?? []
    case .statusKiezen: return run(StatusKiezenKeys.list, key) { $0.perform($1) } ?? []
    case .statusToelichting: return run(StatusKiezenKeys.field, key) { $0.perform($1) } ?? typeStatusToelichting(key)
    case .wijzigen: return run(WijzigenKeys.bindings, key) { $0.perform($1) } ?? typeWijziging(key)
    case .sync: return run(SyncKeys.bindings, key) { $0.perform($1) } ?? []
    case .help: return run(HelpKeys.bindings, key) { $0.perform($1) } ?? []
    }
  }

  /// Nil where none of the rows has the key; says why where it has, but cannot be used now.
  private mutating func run<Action>(
    _ bindings: [KeyBinding<Action>], _ key: Key, _ perform: (inout App, Action) -> [Effect]
  ) -> [Effect]? {
    guard let binding = bindings.first(where: { $0.keys.contains(key) }) else { return nil }
    if let reason = binding.row.obstacle(state) {
      state.notice = Notice(kind: .warning, text: reason)
      return []
    }
    return perform(&self, binding.action(key))
  }

  /// Without a screen to look at, leaving is all that can be done.
  private mutating func pressTooSmall(_ key: Key) -> [Effect] {
    guard key == .control("c") || key == .character("q") && !state.place.takesText else { return [] }
    let wasWarned = state.wasWarned
    defer { if wasWarned { state.wasWarned = false } }
    return perform(ShellAction.leave)
  }

  private mutating func take(_ mouse: Mouse) -> [Effect] {
    guard Shell.fits(state.size) else { return [] }
    switch mouse.kind {
    case .wheelUp: return wheel(-wheelRows)
    case .wheelDown: return wheel(wheelRows)
    case .release: return []
    case .press, .doublePress:
      guard mouse.button == 1 else { return [] }
      if mouse.position.row == Shell.keyBarRow(state.size) {
        guard mouse.kind == .press, let key = KeyBar(state).key(at: mouse.position.column) else { return [] }
        return press(key)
      }
      state.notice = nil
      return click(mouse.position, isDouble: mouse.kind == .doublePress)
    }
  }

  private mutating func wheel(_ rows: Int) -> [Effect] {
    switch state.place {
    case .werkvoorraad, .filter: state.werkvoorraad.wheel(by: rows)
    case .zaak: wheelZaak(by: rows)
    case .statusKiezen, .statusToelichting: wheelStatusKiezen(by: rows)
    case .help: state.help.scroll.move(by: rows)
    case .wijzigen, .sync: break
    }
    return []
  }

  private mutating func click(_ position: Position, isDouble: Bool) -> [Effect] {
    switch state.place {
    case .werkvoorraad, .filter: return clickWerkvoorraad(position, isDouble: isDouble)
    case .zaak: clickZaak(position, isDouble: isDouble)
    case .statusKiezen, .statusToelichting: clickStatusKiezen(position)
    case .wijzigen: clickWijzigen(position)
    case .sync, .help: break
    }
    return []
  }
}
