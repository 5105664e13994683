import Screen

/// A column of a table: its heading and how much room it wants.
struct Column: Sendable {
  enum Width: Sendable {
    case fixed(Int)
    /// Takes what the others leave.
    case rest
  }

  let title: String
  let width: Width
  var align: Frame.Alignment = .leading
  /// The table's width from which on the column is shown.
  var from = 0
}

struct TableCell: Sendable, Hashable {
  let text: String
  var role: Role = .text

  init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}

/// Columns laid out in a width: the marker of the selection, then the columns with two blanks between.
struct Table: Sendable {
  static let indent = 3
  private static let gap = 2

  private struct Placed {
    let index: Int
    let column: Int
    let width: Int
  }

  private let columns: [Column]
  private let placed: [Placed]

  init(_ columns: [Column], width: Int) {
    self.columns = columns
    let shown = columns.indices.filter { columns[$0].from <= width }
    let gaps = max(0, shown.count - 1) * Table.gap
    let fixed = shown.reduce(0) { $0 + Table.fixedWidth(columns[$1]) }
    let rests = shown.count { Table.isRest(columns[$0]) }
    let room = max(0, width - Table.indent - 1 - gaps - fixed)
    var at = Table.indent
    var placed: [Placed] = []
    for index in shown {
      let width = Table.isRest(columns[index]) ? room / max(1, rests) : Table.fixedWidth(columns[index])
      placed.append(Placed(index: index, column: at, width: width))
      at += width + Table.gap
    }
    self.placed = placed
  }

  private static func fixedWidth(_ column: Column) -> Int {
    switch column.width {
    case .fixed(let width): width
    case .rest: 0
    }
  }

  private static func isRest(_ column: Column) -> Bool {
    switch column.width {
    case .fixed: false
    case .rest: true
    }
  }

  func drawHeader(into frame: inout Frame, row: Int) {
    for place in placed {
      let column = columns[place.index]
      frame.put(
        column.title, row: row, column: place.column, width: place.width, role: .title, align: column.align)
    }
  }

  func draw(_ cells: [TableCell], into frame: inout Frame, row: Int, isSelected: Bool) {
    for place in placed where cells.indices.contains(place.index) {
      let cell = cells[place.index]
      frame.put(
        cell.text, row: row, column: place.column, width: place.width, role: cell.role,
        align: columns[place.index].align)
    }
    guard isSelected else { return }
    frame.put("▌", row: row, column: 1, role: .accent)
    frame.select(row: row, columns: 1..<frame.size.columns)
  }

  /// The texts that are cut or left out in this width.
  func hidesText(of cells: [TableCell]) -> Bool {
    cells.indices.contains { index in
      guard let place = placed.first(where: { $0.index == index }) else { return !cells[index].text.isEmpty }
      return TextWidth.of(cells[index].text) > place.width
    }
  }
}

extension Column {
  /// A column as wide as its widest text, within a limit.
  static func fitting(
    _ title: String, _ texts: some Sequence<String>, limit: Int, align: Frame.Alignment = .leading, from: Int = 0
  ) -> Column {
    let widest = texts.reduce(TextWidth.of(title)) { max($0, TextWidth.of($1)) }
    return Column(title: title, width: .fixed(min(limit, widest)), align: align, from: from)
  }
}
