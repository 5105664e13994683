import Screen

/// One line of a page of text: pieces with a place and a role.
struct Line: Sendable, Hashable {
  struct Piece: Sendable, Hashable {
    let column: Int
    let text: String
    let role: Role
  }

  var pieces: [Piece] = []
  /// A hint at the right edge.
  var hint: Piece?

  func draw(into frame: inout Frame, row: Int, area: Area) {
    for piece in pieces {
      frame.put(
        piece.text, row: row, column: area.column + piece.column, width: area.columns - piece.column - 1,
        role: piece.role)
    }
    guard let hint else { return }
    let width = TextWidth.of(hint.text)
    frame.put(hint.text, row: row, column: max(0, area.endColumn - width - 1), width: width, role: hint.role)
  }
}

/// Writes a page line by line: headings, fields with a label, wrapped text.
struct Page: Sendable {
  /// Where the value of a field stands.
  static let valueColumn = 15

  let width: Int
  private(set) var lines: [Line] = []

  init(width: Int) { self.width = width }

  mutating func blank() {
    if let last = lines.last, !last.pieces.isEmpty { lines.append(Line()) }
  }

  mutating func heading(_ text: String, hint: String = "") {
    blank()
    add(Line(pieces: [Line.Piece(column: 1, text: text, role: .title)], hint: Page.hint(hint)))
  }

  /// A label and its value, wrapped; nothing where the value is empty.
  mutating func field(
    _ label: String, _ value: String, role: Role = .text, hint: String = "", column: Int = valueColumn
  ) {
    let texts = TextWidth.wrap(value, to: max(1, width - column - 2))
    for (index, text) in texts.enumerated() {
      var line = Line(pieces: [Line.Piece(column: column, text: text, role: role)])
      if index == 0 {
        line.pieces.insert(Line.Piece(column: 1, text: TextWidth.cut(label, to: column - 2), role: .quiet), at: 0)
        line.hint = Page.hint(hint)
      }
      add(line)
    }
  }

  /// Text in the column of the values, below a field.
  mutating func below(_ text: String, role: Role = .quiet) { field("", text, role: role) }

  /// A marker and wrapped text beside it.
  mutating func item(_ marker: String, _ markerRole: Role, _ text: String, role: Role = .text, hint: String = "") {
    let texts = TextWidth.wrap(text, to: max(1, width - 7))
    for (index, text) in texts.enumerated() {
      var line = Line(pieces: [Line.Piece(column: 5, text: text, role: role)])
      if index == 0 {
        line.pieces.insert(Line.Piece(column: 3, text: marker, role: markerRole), at: 0)
        line.hint = Page.hint(hint)
      }
      add(line)
    }
  }

  /// Wrapped text at the left edge.
  mutating func text(_ text: String, role: Role = .text) {
    for line in TextWidth.wrap(text, to: max(1, width - 2)) {
      add(Line(pieces: [Line.Piece(column: 1, text: line, role: role)]))
    }
  }

  mutating func add(_ line: Line) { lines.append(line) }

  private static func hint(_ text: String) -> Line.Piece? {
    text.isEmpty ? nil : Line.Piece(column: 0, text: text, role: .quiet)
  }
}

extension Frame {
  mutating func draw(_ lines: some Sequence<Line>, in area: Area) {
    for (row, line) in zip(area.rowRange, lines) { line.draw(into: &self, row: row, area: area) }
  }
}
