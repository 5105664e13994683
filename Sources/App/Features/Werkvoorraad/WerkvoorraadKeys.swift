import Screen

enum WerkvoorraadAction: Sendable, Hashable {
  case open, filter, clearFilter, acceptFilter
  case move(Motion)
}

enum WerkvoorraadKeys {
  static let bindings: [KeyBinding<WerkvoorraadAction>] =
    [
      KeyBinding(
        [.enter, .right, .character("l")], short: Words("open", "open"),
        help: Words("de zaak openen", "open the case"), .open, obstacle: nothingSelected),
      KeyBinding(
        [.character("/")], short: Words("filter", "filter"),
        help: Words("filteren op nummer, omschrijving, zaaktype, …", "filter by number, description, type, …"),
        .filter),
      KeyBinding([.escape], help: Words("het filter wissen", "clear the filter"), .clearFilter),
    ] + Motion.bindings { .move($0) }

  static let filter: [KeyBinding<WerkvoorraadAction>] = [
    KeyBinding(
      [.enter, .tab], short: Words("naar de lijst", "to the list"),
      help: Words("het filter houden en naar de lijst gaan", "keep the filter and go to the list"), .acceptFilter),
    KeyBinding(
      [.escape], short: Words("wissen", "clear"), help: Words("het filter wissen", "clear the filter"), .clearFilter),
    KeyBinding([.down], help: Words("een regel omlaag", "one line down"), .move(.down)),
    KeyBinding([.up], help: Words("een regel omhoog", "one line up"), .move(.up)),
    KeyBinding([.pageDown], help: Words("een bladzijde verder", "one page on"), .move(.pageDown)),
    KeyBinding([.pageUp], help: Words("een bladzijde terug", "one page back"), .move(.pageUp)),
  ]

  @Sendable private static func nothingSelected(_ state: AppState) -> String? {
    if state.werkvoorraad.selectedRow != nil { return nil }
    return state.werkvoorraad.list.count == 0 ? state.texts.noZaakToOpen : state.texts.loading
  }
}
