import Model
import Rules
import Screen

extension App {
  func drawWerkvoorraad(into frame: inout Frame) -> Shell {
    let layout = WerkvoorraadLayout(state)
    let list = state.werkvoorraad
    var shell = Shell(title: werkvoorraadTitle)
    if layout.hasMessage { shell.message = "" }
    if let filter = layout.filter { drawFilter(into: &frame, area: filter) }
    guard list.list.count > 0 else {
      drawEmptyWerkvoorraad(into: &frame, area: layout.rows)
      return shell
    }
    let table = werkvoorraadTable(width: frame.size.columns)
    table.drawHeader(into: &frame, row: layout.header.row)
    for (row, index) in zip(layout.rows.rowRange, list.list.visible) {
      let cells = list.row(at: index).map(cells) ?? [TableCell("·", .quiet), TableCell("…", .quiet)]
      table.draw(cells, into: &frame, row: row, isSelected: index == list.list.selection)
    }
    if let preview = layout.preview { drawPreview(into: &frame, area: preview) }
    if list.list.visible.count < list.list.count {
      shell.position = state.texts.range(list.list.visible, of: list.list.count)
    }
    if layout.hasMessage, let row = list.selectedRow, table.hidesText(of: cells(row)) {
      shell.message = [row.omschrijving, row.zaaktype, row.status, row.behandelaar].filter { !$0.isEmpty }
        .joined(separator: " · ")
    }
    return shell
  }

  private var werkvoorraadTitle: [(text: String, role: Role)] {
    let texts = state.texts
    var title: [(text: String, role: Role)] = [(texts.werkvoorraad, .strong)]
    if let summary = state.summary {
      let isFiltered = state.werkvoorraad.loadedText?.isEmpty == false
      let found = isFiltered ? texts.progress(state.werkvoorraad.list.count, of: summary.zaken) : nil
      title.append((found ?? texts.number(summary.zaken), .bar))
    }
    return title
  }

  /// Widths that do not depend on the rows in sight, so that nothing shifts while one scrolls.
  private func werkvoorraadTable(width: Int) -> Table {
    let texts = state.texts
    let isWide = width >= 150
    let rows = state.werkvoorraad.rows
    return Table(
      [
        .fitting(texts.columnZaak, rows.lazy.map(\.identificatie), limit: 20),
        Column(title: texts.columnOmschrijving, width: .rest),
        Column(title: texts.columnZaaktype, width: .fixed(isWide ? 24 : 14), from: 104),
        Column(title: texts.columnStatus, width: .fixed(isWide ? 20 : 14)),
        Column(title: texts.columnBehandelaar, width: .fixed(isWide ? 20 : 12), from: 118),
        Column(title: texts.columnTermijn, width: .fixed(12), align: .trailing),
        Column(title: "", width: .fixed(1)),
      ], width: width)
  }

  private func cells(_ row: ZaakRow) -> [TableCell] {
    let days = row.deadline.map { $0 - today }
    return [
      TableCell(row.identificatie, .quiet),
      TableCell(row.omschrijving, row.isOpen ? .text : .quiet),
      TableCell(row.zaaktype, .quiet),
      TableCell(row.status),
      TableCell(row.behandelaar, .quiet),
      TableCell(
        days.map(state.texts.daysLeft) ?? (row.isOpen ? "–" : state.texts.closedShort), days.role),
      TableCell(row.mark.symbol, row.mark.role),
    ]
  }

  private func drawFilter(into frame: inout Frame, area: Area) {
    let used = frame.put(state.texts.filter, row: area.row, column: area.column + 1, role: .title) + 3
    let field = area.droppingLeft(used).droppingRight(1)
    state.werkvoorraad.filter.draw(
      into: &frame, area: field, isActive: state.place == .filter, placeholder: state.texts.filterPlaceholder)
  }

  /// What to do where there is nothing to do.
  private func drawEmptyWerkvoorraad(into frame: inout Frame, area: Area) {
    let texts = state.texts
    var page = Page(width: min(area.columns, 90))
    if state.werkvoorraad.loadedText == nil {
      page.add(Line(pieces: [Line.Piece(column: 1, text: texts.loading, role: .quiet)]))
    } else if !state.werkvoorraad.filter.isEmpty {
      page.text(texts.nothingFound(state.werkvoorraad.filterText), role: .strong)
      page.text(texts.nothingFoundHelp)
    } else if state.sync.isRunning {
      page.text(texts.firstSyncRuns, role: .strong)
      page.blank()
      for line in syncPhaseLines(width: area.columns) { page.add(line) }
    } else {
      page.text(texts.firstRun, role: .strong)
      page.blank()
      page.text(texts.firstRunSync)
      page.text(texts.firstRunHelp)
    }
    frame.draw(page.lines, in: area)
  }
}

extension Optional where Wrapped == Int {
  /// How pressing so many days left look.
  var role: Role {
    guard let days = self else { return .quiet }
    return switch Urgency(daysLeft: days) {
    case .late: .danger
    case .soon: .warning
    case .calm: .text
    }
  }
}

extension SyncMark {
  var symbol: String {
    switch self {
    case .none: ""
    case .waiting: "↑"
    case .rejected, .conflict: "!"
    }
  }

  var role: Role {
    switch self {
    case .none: .text
    case .waiting: .pending
    case .rejected: .error
    case .conflict: .conflict
    }
  }
}
