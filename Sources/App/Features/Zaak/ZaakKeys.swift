import Screen

enum ZaakAction: Sendable, Hashable {
  case showTab(ZaakTab)
  case moveTab(Int)
  case setStatus, edit, withdraw, enlargeDetail
  case move(Motion)
}

enum ZaakKeys {
  static let bindings: [KeyBinding<ZaakAction>] =
    [
      KeyBinding(
        [.character("s")], short: Words("status", "status"), help: Words("een status zetten", "set a status"),
        .setStatus, obstacle: noStatus),
      KeyBinding(
        [.character("e")], short: Words("wijzigen", "edit"),
        help: Words("omschrijving en toelichting wijzigen", "edit omschrijving and toelichting"), .edit,
        obstacle: notRead),
      KeyBinding(
        [.character("u")], short: Words("intrekken", "withdraw"),
        help: Words(
          "de laatste wijziging intrekken die nog niet verstuurd is",
          "withdraw the last change that was not sent yet"), .withdraw, obstacle: nothingToWithdraw),
      KeyBinding(
        [.tab, .right, .character("l")], short: Words("tab", "tab"),
        help: Words("naar het volgende tabblad", "to the next tab"), .moveTab(1)),
      KeyBinding(
        [.backTab, .left, .character("h")], help: Words("naar het vorige tabblad", "to the previous tab"),
        .moveTab(-1)),
      KeyBinding(
        numbers, label: "1–6", help: Words("naar dat tabblad", "to that tab"), action: { .showTab(tab(of: $0)) }),
      KeyBinding(
        [.enter],
        help: Words("het gekozen onderdeel groot of klein", "the selected part large or small"), .enlargeDetail,
        obstacle: noDetail),
    ] + Motion.bindings { .move($0) }

  private static let numbers: [Key] = ZaakTab.allCases.indices.map { .character(Character(String($0 + 1))) }

  private static func tab(of key: Key) -> ZaakTab {
    numbers.firstIndex(of: key).map { ZaakTab.allCases[$0] } ?? .overzicht
  }

  @Sendable private static func notRead(_ state: AppState) -> String? {
    guard let zaak = state.zaak, zaak.shown == nil else { return nil }
    return zaak.isMissing ? state.texts.zaakIsGone : state.texts.loading
  }

  @Sendable private static func noStatus(_ state: AppState) -> String? {
    if let reason = notRead(state) { return reason }
    guard let shown = state.zaak?.shown else { return nil }
    if !shown.dossier.zaak.value.isOpen { return state.texts.cannotYet([.closed]) }
    return shown.zaaktype == nil ? state.texts.noCatalogue : nil
  }

  @Sendable private static func nothingToWithdraw(_ state: AppState) -> String? {
    guard let zaak = state.zaak, zaak.withdrawable == nil else { return nil }
    return zaak.shown?.pending.isEmpty == false ? state.texts.maybeSentAlready : state.texts.nothingToWithdraw
  }

  @Sendable private static func noDetail(_ state: AppState) -> String? {
    guard let zaak = state.zaak, zaak.tab != .overzicht, zaak.lists[zaak.tab]?.selection != nil else {
      return state.texts.nothingSelected
    }
    return nil
  }
}
