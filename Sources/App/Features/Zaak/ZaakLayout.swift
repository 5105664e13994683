import Screen

/// Where the parts of the zaak screen stand.
struct ZaakLayout: Sendable {
  private static let detailRows = 7
  private static let readableColumns = 120
  /// What remains of the list while the selected item is large.
  private static let smallList = 4

  let tabs: Area
  /// Below the tabs: the overview, or list and detail.
  let body: Area
  /// The body, no wider than one reads with ease.
  let overview: Area
  let header: Area
  let rows: Area
  /// The selected item, below a rule of its own.
  let detail: Area

  init(_ state: AppState) {
    let content = Shell.content(state.size)
    tabs = content.top(1)
    body = content.droppingTop(2)
    overview = body.left(Self.readableColumns)
    header = body.top(1)
    let below = body.droppingTop(1)
    let isLarge = state.zaak?.isDetailLarge == true
    let height = isLarge ? below.rows - Self.smallList : Self.detailRows + max(0, (below.rows - 16) / 3)
    detail = below.bottom(min(height, below.rows - Self.smallList))
    rows = below.droppingBottom(detail.rows)
  }
}

/// The tabs in one line, each with its count.
struct TabBar: Sendable {
  private struct Item: Sendable {
    let tab: ZaakTab
    let columns: Range<Int>
    let label: String
    let count: String
  }

  private let items: [Item]
  private let area: Area
  private let selected: ZaakTab

  init(_ zaak: ZaakState, texts: Texts, area: Area) {
    self.area = area
    selected = zaak.tab
    var at = area.column + 1
    items = ZaakTab.allCases.map { tab in
      let label = texts.tab(tab)
      let count = tab == .overzicht || zaak.shown == nil ? "" : texts.number(zaak.lists[tab]?.count ?? 0)
      let width = TextWidth.of(label) + (count.isEmpty ? 0 : 1 + count.count)
      defer { at += width + 2 }
      return Item(tab: tab, columns: at..<at + width, label: label, count: count)
    }
  }

  func draw(into frame: inout Frame) {
    for item in items {
      let isSelected = item.tab == selected
      let column = item.columns.lowerBound
      if isSelected { frame.put("▌", row: area.row, column: column - 1, role: .accent) }
      let used = frame.put(item.label, row: area.row, column: column, role: isSelected ? .accent : .text)
      frame.put(item.count, row: area.row, column: column + used + 1, role: .quiet)
    }
  }

  func tab(at position: Position) -> ZaakTab? {
    guard position.row == area.row else { return nil }
    return items.first { $0.columns.contains(position.column) }?.tab
  }
}
