/// A whole screen as a grid of cells: what a view makes and a terminal shows.
///
/// Whatever text is put in comes out safe: control and format characters are replaced by something visible, and no
/// text leaves the width it was given. A wide character is never cut in half. Drawing outside the frame is no error;
/// what falls outside is not drawn.
public struct Frame: Sendable, Hashable {
  /// On which side text stands that is narrower than its field.
  public enum Alignment: Sendable, Hashable { case leading, trailing }

  public let size: Size
  /// Where the terminal's cursor stands; hidden if nil.
  public var cursor: Position?
  /// The title of the terminal's window; empty leaves it alone.
  public var title: String = ""
  private var cells: [Cell]

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The whole frame.
  public var area: Area { Area(size) }

  /// The cell at a place within the frame.
  public subscript(row: Int, column: Int) -> Cell { cells[row * size.columns + column] }

  /// The cells of one row, for comparing and drawing.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The characters of one row, without the blanks at its end.
  public func text(row: Int) -> String {
    var text = self.row(row).reduce(into: "") { $0 += $1.text }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Puts text cut to `width` columns, ending in … when cut; returns the number of columns used.
  ///
  /// Without a width it may run to the end of the row. Trailing text ends at the last column of the width; the
  /// columns before it are left as they are. Takes time by the width, not by the length of the text.
  @discardableResult
  public mutating func put(
    _ text: String, row: Int, column: Int, width: Int? = nil, role: Role = .text, align: Alignment = .leading
  ) -> Int {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return 0 }
    let room = min(width ?? size.columns, size.columns - column)
    guard room > 0 else { return 0 }
    let fitted = FittedText(text, to: room)
    var at = column + (align == .trailing ? room - fitted.columns : 0)
    for glyph in fitted.glyphs {
      set(glyph, row: row, column: at, role: role)
      at += glyph.width
    }
    return fitted.columns
  }

  /// Makes an area blank, with this role.
  public mutating func fill(_ area: Area, role: Role) {
    for (row, columns) in clipped(area) {
      separate(row: row, before: columns.lowerBound)
      separate(row: row, before: columns.upperBound)
      for column in columns {
        cells[row * size.columns + column] = Cell(text: " ", width: 1, role: role)
      }
    }
  }

  /// Gives the cells of an area another role, and leaves their text.
  public mutating func paint(_ area: Area, role: Role) {
    for (row, columns) in clipped(area) {
      for column in columns where cells[row * size.columns + column].width > 0 {
        change(row: row, column: column) { $0.role = role }
      }
    }
  }

  /// Marks part of a line as the selected one.
  public mutating func select(row: Int, columns: Range<Int>) {
    let area = Area(row: row, column: columns.lowerBound, rows: 1, columns: columns.count)
    for (row, columns) in clipped(area) {
      for column in columns where cells[row * size.columns + column].width > 0 {
        change(row: row, column: column) { $0.isSelected = true }
      }
    }
  }

  /// Draws a horizontal line over the columns `from` up to, not including, `to`.
  public mutating func rule(row: Int, from: Int = 0, to: Int? = nil, role: Role = .rule) {
    let end = to ?? size.columns
    for (row, columns) in clipped(Area(row: row, column: from, rows: 1, columns: end - from)) {
      for column in columns { set(.horizontal, row: row, column: column, role: role) }
    }
  }

  /// Draws a vertical line over the rows `from` up to, not including, `to`.
  public mutating func verticalRule(column: Int, from: Int = 0, to: Int? = nil, role: Role = .rule) {
    let end = to ?? size.rows
    for (row, columns) in clipped(Area(row: from, column: column, rows: end - from, columns: 1)) {
      for column in columns { set(.vertical, row: row, column: column, role: role) }
    }
  }

  /// The part of an area that lies within the frame, row by row.
  private func clipped(_ area: Area) -> [(row: Int, columns: Range<Int>)] {
    let columns = area.columnRange.clamped(to: 0..<size.columns)
    guard !columns.isEmpty else { return [] }
    return area.rowRange.clamped(to: 0..<size.rows).map { ($0, columns) }
  }

  /// Puts one glyph that is known to fit.
  private mutating func set(_ glyph: Glyph, row: Int, column: Int, role: Role) {
    let index = row * size.columns + column
    if cells[index].width != 1 { separate(row: row, before: column) }
    separate(row: row, before: column + glyph.width)
    cells[index] = Cell(text: glyph.text, width: glyph.width, role: role, isSelected: cells[index].isSelected)
    if glyph.width == 2 {
      cells[index + 1] = Cell(text: "", width: 0, role: role, isSelected: cells[index].isSelected)
    }
  }

  /// Changes the look of a character, which has but one: the right half of a wide one goes with the left.
  private mutating func change(row: Int, column: Int, _ change: (inout Cell) -> Void) {
    let index = row * size.columns + column
    change(&cells[index])
    if cells[index].width == 2 { change(&cells[index + 1]) }
  }

  /// Blanks a wide character that straddles the edge before `column`, as one of its halves will be overwritten.
  private mutating func separate(row: Int, before column: Int) {
    guard column > 0, column < size.columns else { return }
    let index = row * size.columns + column
    guard cells[index].width == 0 else { return }
    for half in [index - 1, index] {
      cells[half] = Cell(text: " ", width: 1, role: cells[half].role, isSelected: cells[half].isSelected)
    }
  }
}
