import Screen

/// As much of xterm as ncurses uses of it: shows what the bytes of a session amount to.
struct MiniTerminal {
  struct Cell: Equatable {
    var text = " "
    /// 0 in the right half of a wide character.
    var width = 1
    var hasBackground = false
  }

  private(set) var cells: [[Cell]]
  private(set) var row = 0
  private(set) var column = 0
  private(set) var isCursorShown = true
  /// Sequences that it does not know; a test that meets one cannot be trusted.
  private(set) var unknown: [String] = []
  private var hasBackground = false
  private var wrapsNext = false
  private var last = " "
  private let columns: Int
  private let rows: Int

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  func text(row: Int) -> String { cells[row].reduce(into: "") { $0 += $1.text } }

  func backgrounds(row: Int) -> String { cells[row].reduce(into: "") { $0 += $1.hasBackground ? "S" : "." } }

  mutating func feed(_ bytes: [UInt8]) {
    var scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\u{1B}": escape(&scalars)
      case "\r": move(row, 0)
      case "\n": lineFeed()
      case "\u{08}": move(row, column - 1)
      case "\t": move(row, (column / 8 + 1) * 8)
      case "\u{07}", "\u{0E}", "\u{0F}": break
      default: write(scalar)
      }
    }
  }

  private mutating func lineFeed() {
    if row == rows - 1 {
      cells.removeFirst()
      cells.append(blankRow)
    } else {
      move(row + 1, column)
    }
  }

  private var blank: Cell { Cell(hasBackground: hasBackground) }
  private var blankRow: [Cell] { Array(repeating: blank, count: columns) }

  private mutating func move(_ toRow: Int, _ toColumn: Int) {
    row = max(0, min(toRow, rows - 1))
    column = max(0, min(toColumn, columns - 1))
    wrapsNext = false
  }

  // MARK: Writing

  private mutating func write(_ scalar: UnicodeScalar) {
    let width = TextWidth.of(scalar)
    guard width > 0 else {
      // A mark joins what was written last.
      var target = wrapsNext ? column : column - 1
      if target > 0, cells[row][target].width == 0 { target -= 1 }
      if target >= 0 { cells[row][target].text.unicodeScalars.append(scalar) }
      return
    }
    if wrapsNext || column + width > columns {
      move(row, 0)
      lineFeed()
    }
    put(String(scalar), width)
  }

  private mutating func put(_ text: String, _ width: Int) {
    for at in column..<min(column + width, columns) { split(at) }
    cells[row][column] = Cell(text: text, width: width, hasBackground: hasBackground)
    if width == 2 { cells[row][column + 1] = Cell(text: "", width: 0, hasBackground: hasBackground) }
    last = text
    if column + width == columns {
      column = columns - 1
      wrapsNext = true
    } else {
      column += width
    }
  }

  /// Blanks a wide character of which one half is about to be overwritten.
  private mutating func split(_ at: Int) {
    guard cells[row].indices.contains(at) else { return }
    if cells[row][at].width == 0 {
      for half in [at - 1, at] { cells[row][half] = Cell(hasBackground: cells[row][half].hasBackground) }
    } else if cells[row][at].width == 2 {
      for half in [at, at + 1] { cells[row][half] = Cell(hasBackground: cells[row][half].hasBackground) }
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for at in range.clamped(to: 0..<columns) {
      split(at)
      cells[row][at] = blank
    }
  }

  // MARK: Sequences

  private mutating func escape(_ scalars: inout String.UnicodeScalarView.Iterator) {
    switch scalars.next() {
    case "[": control(&scalars)
    case "]": while let scalar = scalars.next(), scalar != "\u{07}" {}
    case "(", ")": _ = scalars.next()
    case "=", ">", "7", "8", nil: break
    case "M": move(row - 1, column)
    case let other?: unknown.append("ESC \(other)")
    }
  }

  private mutating func control(_ scalars: inout String.UnicodeScalarView.Iterator) {
    var parameters = ""
    while let scalar = scalars.next() {
      if (0x40...0x7E).contains(scalar.value) { return obey(parameters, scalar) }
      parameters.unicodeScalars.append(scalar)
    }
  }

  private mutating func obey(_ parameters: String, _ final: UnicodeScalar) {
    if parameters.hasPrefix("?") || parameters.hasPrefix(">") {
      if parameters == "?25" { isCursorShown = final == "h" }
      if parameters == "?1049", final == "h" { cells = Array(repeating: blankRow, count: rows) }
      return
    }
    let values = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let first = values.first ?? 0
    let count = max(1, first)
    switch final {
    case "H": move(count - 1, max(1, values.count > 1 ? values[1] : 1) - 1)
    case "A": move(row - count, column)
    case "B": move(row + count, column)
    case "C": move(row, column + count)
    case "D": move(row, column - count)
    case "G": move(row, count - 1)
    case "d": move(count - 1, column)
    case "X": erase(column..<column + count)
    case "b": for _ in 0..<count { write(last.unicodeScalars.first ?? " ") }
    case "K": erase(first == 0 ? column..<columns : first == 1 ? 0..<column + 1 : 0..<columns)
    case "J": eraseScreen(first)
    case "P", "@": shift(count, inserts: final == "@")
    case "L", "M": scroll(count, inserts: final == "L")
    case "m": attributes(values)
    case "h", "l", "r", "t": break
    default: unknown.append("CSI \(parameters)\(final)")
    }
  }

  private mutating func eraseScreen(_ part: Int) {
    if part == 2 {
      cells = Array(repeating: blankRow, count: rows)
    } else if part == 0 {
      erase(column..<columns)
      for below in row + 1..<max(row + 1, rows) { cells[below] = blankRow }
    } else {
      unknown.append("CSI 1J")
    }
  }

  private mutating func shift(_ count: Int, inserts: Bool) {
    split(column)
    let blanks = Array(repeating: blank, count: min(count, columns - column))
    if inserts {
      cells[row].insert(contentsOf: blanks, at: column)
      cells[row].removeLast(blanks.count)
    } else {
      split(column + blanks.count)
      cells[row].removeSubrange(column..<column + blanks.count)
      cells[row] += blanks
    }
  }

  private mutating func scroll(_ count: Int, inserts: Bool) {
    for _ in 0..<min(count, rows - row) {
      if inserts {
        cells.insert(blankRow, at: row)
        cells.removeLast()
      } else {
        cells.remove(at: row)
        cells.append(blankRow)
      }
    }
  }

  private mutating func attributes(_ values: [Int]) {
    var rest = (values.isEmpty ? [0] : values)[...]
    while let value = rest.popFirst() {
      switch value {
      case 0, 49: hasBackground = false
      case 40...47, 100...107: hasBackground = true
      case 48:
        hasBackground = true
        rest = rest.dropFirst(rest.first == 5 ? 2 : 4)
      case 38: rest = rest.dropFirst(rest.first == 5 ? 2 : 4)
      default: break
      }
    }
  }
}
