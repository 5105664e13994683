import Screen

extension App {
  mutating func perform(_ action: WerkvoorraadAction) -> [Effect] {
    switch action {
    case .open: return openSelected()
    case .filter: state.werkvoorraad.isFiltering = true
    case .clearFilter:
      state.werkvoorraad.isFiltering = false
      state.werkvoorraad.filter.setText("")
    case .acceptFilter: state.werkvoorraad.isFiltering = false
    case .move(let motion): state.werkvoorraad.move(motion)
    }
    return []
  }

  /// The rows are asked for with the other needs of the state, right after the letter.
  mutating func typeFilter(_ key: Key) -> [Effect] {
    _ = state.werkvoorraad.filter.handle(key)
    return []
  }

  mutating func clickWerkvoorraad(_ position: Position, isDouble: Bool) -> [Effect] {
    let rows = WerkvoorraadLayout(state).rows
    guard rows.contains(position), state.werkvoorraad.click(row: position.row - rows.row) else { return [] }
    state.werkvoorraad.isFiltering = false
    return isDouble ? openSelected() : []
  }

  private mutating func openSelected() -> [Effect] {
    guard let row = state.werkvoorraad.selectedRow else { return [] }
    var zaak = ZaakState(row)
    if let preview = state.werkvoorraad.preview, preview.uuid == row.uuid { zaak.shown = preview.shown }
    state.zaak = zaak
    state.path = [.zaak]
    state.werkvoorraad.isFiltering = false
    return [.loadZaak(uuid: row.uuid), .refresh(uuid: row.uuid)]
  }
}
