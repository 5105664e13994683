import Model
import Rules
import Screen

extension App {
  /// Opens the form that was left, else a new one on the status that comes next.
  mutating func openStatusForm() {
    let choices = state.statusChoices
    if state.statusForm?.isChanged != true, state.statusForm?.saving == nil {
      let current = choices.firstIndex { $0.obstacles.contains(.isCurrent) } ?? -1
      let next = choices.indices.first { $0 > current && choices[$0].isPossible } ?? max(0, current)
      state.statusForm = StatusForm(choices.indices.contains(next) ? choices[next].statustype.ref : nil)
    } else {
      state.say(state.texts.yourTextIsBack)
    }
    state.statusForm?.isInField = false
    state.path.append(.statusKiezen)
  }

  mutating func perform(_ action: StatusKiezenAction) -> [Effect] {
    switch action {
    case .save: return saveStatus()
    case .toField: state.statusForm?.isInField = true
    case .toList: state.statusForm?.isInField = false
    case .leave: state.back()
    case .move(let motion):
      state.statusForm?.list.move(motion)
      rememberChoice()
    }
    return []
  }

  mutating func typeStatusToelichting(_ key: Key) -> [Effect] {
    if state.statusForm?.saving != nil {
      state.say(state.texts.stillKeeping)
    } else {
      _ = state.statusForm?.toelichting.handle(key)
    }
    return []
  }

  private mutating func rememberChoice() {
    let chosen = state.chosenStatus?.statustype.ref
    state.statusForm?.chosen = chosen
  }

  private mutating func saveStatus() -> [Effect] {
    guard let shown = state.zaak?.shown, let form = state.statusForm, let choice = state.chosenStatus else { return [] }
    let used = form.toelichting.text.trimmed.unicodeScalars.count
    guard used <= StatusForm.maximumLength else {
      state.statusForm?.isInField = true
      state.say(state.texts.tooLong(used: used, maximum: StatusForm.maximumLength))
      return []
    }
    let now = environment.now()
    let change = shown.dossier.zetStatus(
      choice.statustype.ref, toelichting: form.toelichting.text.trimmed, now: now)
    let operation = Operation(id: environment.newID(), zaak: shown.dossier.ref, made: now, change: change)
    state.statusForm?.saving = operation.id
    state.say(state.texts.stillKeeping)
    return [.record(operation)]
  }

  /// Keeps the list in step with the statustypen and the selection on its statustype.
  mutating func settleStatusForm() {
    guard state.path.contains(.statusKiezen), state.statusForm != nil else { return }
    let choices = state.statusChoices
    let layout = StatusKiezenLayout(state.size, choices: choices.count)
    state.statusForm?.list.resize(count: choices.count, height: layout.rows.rows)
    if let chosen = state.statusForm?.chosen, let index = choices.firstIndex(where: { $0.statustype.ref == chosen }) {
      state.statusForm?.list.select(index)
    }
  }

  mutating func wheelStatusKiezen(by rows: Int) {
    state.statusForm?.list.wheel(by: rows)
    rememberChoice()
  }

  mutating func clickStatusKiezen(_ position: Position) {
    let layout = StatusKiezenLayout(state.size, choices: state.statusChoices.count)
    if layout.field.contains(position) { state.statusForm?.isInField = true }
    guard layout.rows.contains(position),
      state.statusForm?.list.click(row: position.row - layout.rows.row) == true
    else { return }
    state.statusForm?.isInField = false
    rememberChoice()
  }
}
