import Model
import Rules
import Screen

enum WijzigenAction: Sendable, Hashable {
  case save, next, previous, startOver, leave
}

enum WijzigenKeys {
  static let bindings: [KeyBinding<WijzigenAction>] = [
    KeyBinding(
      [.control("s")], short: Words("bewaren", "keep"),
      help: Words("bewaren; de sync verstuurt het", "keep; the sync sends it"), .save,
      obstacle: cannotSave),
    KeyBinding(
      [.tab], short: Words("volgend veld", "next field"), help: Words("naar het volgende veld", "to the next field"),
      .next),
    KeyBinding([.backTab], help: Words("naar het vorige veld", "to the previous field"), .previous),
    KeyBinding(
      [.control("r")], short: Words("opnieuw", "start over"),
      help: Words("terug naar wat op de zaak staat", "back to what is on the case"), .startOver,
      obstacle: { $0.wijzigForm?.isChanged == true ? nil : $0.texts.nothingChanged }),
    KeyBinding(
      [.escape], short: Words("terug", "back"),
      help: Words("terug naar de zaak; wat u typte blijft staan", "back to the case; what you typed stays"), .leave),
  ]

  @Sendable private static func cannotSave(_ state: AppState) -> String? {
    if state.wijzigForm?.saving != nil { return state.texts.stillKeeping }
    if state.zaak?.shown == nil { return state.texts.zaakIsGone }
    return state.missingToEdit.map(state.texts.cannotWithoutShort)
  }
}

extension AppState {
  /// The scope without which the server surely refuses any change of the zaak in sight.
  var missingToEdit: Scope? {
    guard let shown = zaak?.shown else { return nil }
    let step = Step.change(Alteration(.zaken, shown.dossier.ref, []))
    return rights.missing(for: [step], on: shown.dossier, shown.zaaktype)
  }
}
