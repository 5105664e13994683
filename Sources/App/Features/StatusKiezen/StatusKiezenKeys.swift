import Rules
import Screen

enum StatusKiezenAction: Sendable, Hashable {
  case save, toField, toList, leave
  case move(Motion)
}

enum StatusKiezenKeys {
  static let list: [KeyBinding<StatusKiezenAction>] =
    [
      KeyBinding(
        [.enter, .control("s")], short: Words("zetten", "set"),
        help: Words("de gekozen status zetten", "set the selected status"), .save, obstacle: cannotSave),
      KeyBinding(
        [.tab, .character("t"), .backTab], short: Words("toelichting", "explanation"),
        help: Words("een toelichting erbij schrijven", "add an explanation"), .toField),
    ] + Motion.bindings { .move($0) }

  static let field: [KeyBinding<StatusKiezenAction>] = [
    KeyBinding(
      [.control("s")], short: Words("zetten", "set"),
      help: Words("de gekozen status zetten", "set the selected status"), .save, obstacle: cannotSave),
    KeyBinding(
      [.tab, .backTab], short: Words("naar de lijst", "to the list"),
      help: Words("terug naar de lijst van statussen", "back to the list of statuses"), .toList),
    KeyBinding(
      [.escape], short: Words("terug", "back"),
      help: Words("terug naar de zaak; wat u typte blijft staan", "back to the case; what you typed stays"), .leave),
  ]

  @Sendable private static func cannotSave(_ state: AppState) -> String? {
    guard let form = state.statusForm else { return state.texts.nothingSelected }
    if form.saving != nil { return state.texts.stillKeeping }
    guard let choice = state.chosenStatus else { return state.texts.nothingSelected }
    return choice.isPossible ? nil : state.texts.cannotYetShort(choice.obstacles)
  }
}

extension AppState {
  /// The statustypen that can be chosen from for the zaak in sight.
  var statusChoices: [StatusChoice] {
    guard let shown = zaak?.shown, let zaaktype = shown.zaaktype else { return [] }
    return shown.dossier.statusChoices(zaaktype, rights: rights)
  }

  var chosenStatus: StatusChoice? {
    guard let index = statusForm?.list.selection else { return nil }
    let choices = statusChoices
    return choices.indices.contains(index) ? choices[index] : nil
  }
}
