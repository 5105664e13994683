import Model
import Screen

extension App {
  /// Opens the form that was left, else a new one with what is on the zaak.
  mutating func openWijzigForm() {
    guard let zaak = state.zaak?.shown?.dossier.zaak.value else { return }
    if state.wijzigForm?.isChanged == true {
      state.wijzigForm?.see(zaak)
      state.say(state.texts.yourTextIsBackToEdit)
    } else {
      state.wijzigForm = WijzigForm(zaak)
    }
    state.path.append(.wijzigen)
  }

  mutating func perform(_ action: WijzigenAction) -> [Effect] {
    switch action {
    case .save: return saveWijziging()
    case .next, .previous:
      let active = state.wijzigForm?.active
      state.wijzigForm?.active = active == .omschrijving ? .toelichting : .omschrijving
    case .startOver:
      guard let zaak = state.zaak?.shown?.dossier.zaak.value else { return [] }
      state.wijzigForm = WijzigForm(zaak)
    case .leave: leaveWijzigForm()
    }
    return []
  }

  /// What the field does not know goes to the field above or below.
  mutating func typeWijziging(_ key: Key) -> [Effect] {
    guard let form = state.wijzigForm else { return [] }
    if form.saving != nil {
      state.say(state.texts.stillKeeping)
      return []
    }
    guard state.wijzigForm?[form.active].handle(key) == false else { return [] }
    switch key {
    case .enter, .down: if form.active == .omschrijving { state.wijzigForm?.active = .toelichting }
    case .character, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .left, .right, .home, .end, .pageUp,
      .pageDown, .function, .control, .alt, .paste, .mouse:
      break
    }
    return []
  }

  private mutating func leaveWijzigForm() {
    if state.wijzigForm?.isChanged == true {
      state.say(state.texts.draftIsHere)
    } else {
      state.wijzigForm = nil
    }
    state.back()
  }

  private mutating func saveWijziging() -> [Effect] {
    guard let shown = state.zaak?.shown, let form = state.wijzigForm else { return [] }
    guard form.isChanged else {
      state.say(state.texts.nothingChanged)
      return []
    }
    if let tooLong = form.tooLong {
      state.wijzigForm?.active = tooLong.field
      state.say(state.texts.tooLong(used: tooLong.used, maximum: tooLong.maximum))
      return []
    }
    let operation = Operation(
      id: environment.newID(), zaak: shown.dossier.ref, made: environment.now(), change: .wijzigZaak(form.changes))
    state.wijzigForm?.saving = operation.id
    state.say(state.texts.stillKeeping)
    return [.record(operation)]
  }

  mutating func clickWijzigen(_ position: Position) {
    let layout = WijzigenLayout(state.size)
    if layout.omschrijving.contains(position) { state.wijzigForm?.active = .omschrijving }
    if layout.toelichting.contains(position) { state.wijzigForm?.active = .toelichting }
  }
}
