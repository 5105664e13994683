/// Where text goes on in the next line; for showing it and for editing it.
enum LineBreaks {
  enum Piece: Hashable {
    case word(columns: Int)
    case space
    case newline
  }

  /// The lines as ranges of pieces, together all of them.
  ///
  /// A line keeps its line feed and the spaces it was broken at; the latter may hang over the edge, where nothing
  /// shows them. After a line feed at the end comes an empty line.
  static func ranges(of pieces: [Piece], columns: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var afterSpace: Int?
    var usedSinceSpace = 0
    func begin(_ next: Int, _ width: Int) {
      lines.append(start..<next)
      start = next
      used = width
      afterSpace = nil
      usedSinceSpace = 0
    }
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .newline:
        begin(index + 1, 0)
      case .space:
        used = min(columns, used + 1)
        afterSpace = index + 1
        usedSinceSpace = 0
      case .word(let width):
        // Twice if the word alone is too wide for what is to come.
        while used + width > columns, index > start {
          if let afterSpace { begin(afterSpace, usedSinceSpace) } else { begin(index, 0) }
        }
        used += width
        usedSinceSpace += width
      }
    }
    lines.append(start..<pieces.count)
    return lines
  }
}
