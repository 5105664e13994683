/// How many columns text takes on the screen, and how to make it fit.
///
/// Agrees with glibc's `wcwidth`, which ncurses uses, and counts what a frame would show: a control character is one
/// column (its replacement), a flag is two letters.
public enum TextWidth {
  /// The release of glibc that the widths were taken from; another one may know other characters.
  public static var tableSource: String { WidthTable.glibc }

  /// The columns of one scalar as `wcwidth` has it: 0, 1, 2, or -1 if it cannot be printed.
  public static func of(_ scalar: UnicodeScalar) -> Int {
    let value = scalar.value
    if value >= 0x20, value < 0x7F { return 1 }
    let runs = WidthTable.runs
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] >> 2 <= value { low = middle } else { high = middle }
    }
    let code = Int(runs[low] & 3)
    return code == 3 ? -1 : code
  }

  public static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    return of(String(character))
  }

  public static func of(_ text: String) -> Int {
    var glyphs = Glyphs(text)
    var columns = 0
    while let glyph = glyphs.next() { columns += glyph.width }
    return columns
  }

  /// The text as a frame shows it, at most so many columns wide, ending in … if something was left out.
  public static func cut(_ text: String, to columns: Int) -> String {
    FittedText(text, to: columns).glyphs.reduce(into: "") { $0 += $1.text }
  }

  /// The text cut or filled with spaces to exactly so many columns.
  public static func pad(_ text: String, to columns: Int, align: Frame.Alignment = .leading) -> String {
    let fitted = FittedText(text, to: columns)
    let shown = fitted.glyphs.reduce(into: "") { $0 += $1.text }
    let blanks = String(repeating: " ", count: max(0, columns - fitted.columns))
    return align == .leading ? shown + blanks : blanks + shown
  }

  /// The text in lines of at most so many columns, broken at spaces where there are any.
  ///
  /// A line feed ends a line; a word that is wider than the line is broken. Of more lines than `maximum` the last one
  /// ends in …, and the rest of the text is not even looked at.
  public static func wrap(_ text: String, to columns: Int, maximum: Int = 10_000) -> [String] {
    guard columns > 0, maximum > 0, !text.isEmpty else { return [] }
    // The text that can possibly be shown, and a little more to know that there is more.
    let (glyphs, isWhole) = wrappable(text, columns: columns, limit: (columns + 1) * (maximum + 1))
    let ranges = LineBreaks.ranges(of: glyphs.map(\.piece), columns: columns)
    var lines = ranges.prefix(maximum).map { range in
      glyphs[range].reduce(into: "") { $0 += $1.piece == .newline ? "" : $1.glyph.text }
    }
    for index in lines.indices {
      while lines[index].last == " " { lines[index].removeLast() }
    }
    if ranges.count > maximum || !isWhole, let last = lines.popLast() {
      lines.append(cut(last, to: columns - 1) + (last.hasSuffix("…") ? "" : "…"))
    }
    return lines
  }

  private typealias Placed = (glyph: Glyph, piece: LineBreaks.Piece)

  private static func wrappable(
    _ text: String, columns: Int, limit: Int
  ) -> (glyphs: [Placed], isWhole: Bool) {
    var placed: [Placed] = []
    var rest = Glyphs(text)
    while let glyph = rest.next() {
      if placed.count >= limit { return (placed, false) }
      if rest.endedLine {
        placed.append((.space, .newline))
      } else if glyph == .space {
        placed.append((glyph, .space))
      } else {
        let fitting = glyph.width <= columns ? glyph : .ellipsis
        placed.append((fitting, .word(columns: fitting.width)))
      }
    }
    return (placed, true)
  }
}
