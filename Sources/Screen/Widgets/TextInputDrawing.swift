extension TextInput {
  /// Draws the field, and places the frame's cursor in it if it is active.
  ///
  /// One line scrolls sideways, several wrap at the width and scroll down, in both cases just as far as the cursor
  /// needs. A secret shows one • a character. The placeholder shows while the text is empty.
  public func draw(
    into frame: inout Frame, area: Area, isActive: Bool, placeholder: String = "", isSecret: Bool = false
  ) {
    guard !area.isEmpty else { return }
    frame.fill(area, role: isActive ? .fieldActive : .field)
    if isEmpty {
      frame.put(placeholder, row: area.row, column: area.column, width: area.columns, role: .placeholder)
      if isActive { frame.cursor = Position(row: area.row, column: area.column) }
    } else if isMultiline {
      drawLines(into: &frame, area: area, isActive: isActive)
    } else {
      drawLine(into: &frame, area: area, isActive: isActive, isSecret: isSecret)
    }
  }

  private func drawLine(into frame: inout Frame, area: Area, isActive: Bool, isSecret: Bool) {
    let shown = isSecret ? String(repeating: "•", count: text.count) : text
    guard isActive else {
      frame.put(shown, row: area.row, column: area.column, width: area.columns, role: .field)
      return
    }
    // The text before the cursor, from the character on that leaves a column for the cursor.
    var before: [Character] = []
    var columns = 0
    for character in shown.prefix(cursor).reversed() {
      let width = TextWidth.of(character)
      if columns + width >= area.columns { break }
      columns += width
      before.append(character)
    }
    let visible = String(before.reversed()) + shown.dropFirst(cursor)
    frame.put(visible, row: area.row, column: area.column, width: area.columns, role: .fieldActive)
    frame.cursor = Position(row: area.row, column: area.column + columns)
  }

  private func drawLines(into frame: inout Frame, area: Area, isActive: Bool) {
    let characters = Array(text)
    let lines = LineBreaks.ranges(of: characters.map(Self.piece), columns: area.columns)
    // The cursor stands in the last line that starts at or before it.
    let cursorLine = isActive ? (lines.lastIndex { $0.lowerBound <= cursor } ?? 0) : 0
    let first = max(0, cursorLine - area.rows + 1)
    let role: Role = isActive ? .fieldActive : .field
    for (offset, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
      let isLastRow = offset == area.rows - 1 && first + offset < lines.count - 1
      let text = Self.shown(characters[line])
      frame.put(
        isLastRow && !isActive ? TextWidth.cut(text, to: area.columns - 1) + "…" : text, row: area.row + offset,
        column: area.column, width: area.columns, role: role)
    }
    guard isActive else { return }
    let column = TextWidth.of(String(characters[lines[cursorLine].lowerBound..<cursor]))
    frame.cursor = Position(
      row: area.row + cursorLine - first, column: area.column + min(column, area.columns - 1))
  }

  private static func piece(_ character: Character) -> LineBreaks.Piece {
    switch character {
    case "\n", "\r\n", "\r": .newline
    case " ": .space
    default: .word(columns: TextWidth.of(character))
    }
  }

  /// A line without what may hang over its edge.
  private static func shown(_ line: ArraySlice<Character>) -> String {
    var line = line
    while let last = line.last, last == " " || last.isNewline { line.removeLast() }
    return String(line)
  }
}
