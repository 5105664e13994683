/// What goes into one cell: a spacing character with its marks, safe to send to a terminal.
struct Glyph: Sendable, Hashable {
  let text: String
  /// 1 or 2.
  let width: Int

  static let space = Glyph(text: " ", width: 1)
  static let ellipsis = Glyph(text: "…", width: 1)
  static let horizontal = Glyph(text: "─", width: 1)
  static let vertical = Glyph(text: "│", width: 1)
  /// Stands for a control or format character.
  static let hidden = Glyph(text: "·", width: 1)
  /// Stands for what the terminal has no picture of.
  static let unknown = Glyph(text: "\u{FFFD}", width: 1)

  /// Glyphs of the printable ASCII characters, made once as most text is made of them.
  static let ascii: [Glyph] = (0..<0x80).map { code in
    Glyph(text: code < 0x20 || code == 0x7F ? "·" : String(UnicodeScalar(UInt8(code))), width: 1)
  }
}

/// Breaks text down into glyphs, one by one, so that nobody pays for text that does not fit.
///
/// A grapheme of several spacing scalars is broken down into its parts (👩‍💻 becomes 👩💻, a flag becomes its two
/// letters), because terminals do not agree on the width of the whole, while they do on that of the parts. Skin tones,
/// joiners and variation selectors are left out for the same reason.
struct Glyphs: IteratorProtocol {
  /// ncurses keeps one spacing character and four marks in a cell (CCHARW_MAX).
  private static let maximumMarks = 4
  /// So many marks and joiners in a row is no writing any more; the rest gets a place of its own.
  private static let maximumRun = 64

  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: UnicodeScalar?
  /// Whether the glyph that came last stands for the end of a line.
  private(set) var endedLine = false

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    pending = scalars.next()
  }

  mutating func next() -> Glyph? {
    guard var scalar = pending else { return nil }
    pending = scalars.next()
    if scalar == "\r", pending == "\n" {
      scalar = "\n"
      pending = scalars.next()
    }
    endedLine = scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
    let base: Glyph
    if scalar.value < 0x80 {
      base = scalar == "\n" || scalar == "\t" || scalar == "\r" ? .space : Glyph.ascii[Int(scalar.value)]
    } else {
      base = Self.base(scalar)
    }
    // What stands for something else takes no marks; they get a place of their own.
    guard let follower = pending, follower.value >= 0x300, base.text.unicodeScalars.first == scalar else { return base }
    return withMarks(base, of: scalar)
  }

  /// The glyph for a scalar that starts one.
  private static func base(_ scalar: UnicodeScalar) -> Glyph {
    switch scalar.value {
    case 0x85, 0xA0, 0x2028, 0x2029, 0x202F: return .space
    case 0x1F1E6...0x1F1FF: return Glyph.ascii[Int(scalar.value - 0x1F1E6 + 0x41)]
    default: break
    }
    if scalar.properties.generalCategory == .format || scalar.value < 0xA0 { return .hidden }
    return switch TextWidth.of(scalar) {
    case 1, 2: Glyph(text: String(scalar), width: TextWidth.of(scalar))
    case 0: Glyph(text: "◌" + String(scalar), width: 1)
    default: .unknown
    }
  }

  /// Adds the marks that follow, and passes over what cannot be shown with the base.
  private mutating func withMarks(_ base: Glyph, of scalar: UnicodeScalar) -> Glyph {
    var marks = 0
    var text = base.text
    for _ in 0..<Self.maximumRun {
      guard let follower = pending, follower.value >= 0x300 else { break }
      switch Self.kind(follower, after: scalar) {
      case .mark:
        if marks < Self.maximumMarks { text.unicodeScalars.append(follower) }
        marks += 1
      case .leftOut: break
      case .start: return Glyph(text: text, width: base.width)
      }
      pending = scalars.next()
    }
    return Glyph(text: text, width: base.width)
  }

  private enum Follower { case mark, leftOut, start }

  private static func kind(_ scalar: UnicodeScalar, after base: UnicodeScalar) -> Follower {
    switch scalar.value {
    case 0xFE00...0xFE0F: return .leftOut
    // Within Latin text a joiner has no business: there it is shown.
    case 0x200C, 0x200D: return base.value >= 0x600 ? .leftOut : .start
    case 0x1F3FB...0x1F3FF: return base.value >= 0x2600 ? .leftOut : .start
    default: break
    }
    guard TextWidth.of(scalar) == 0 else { return .start }
    return scalar.properties.generalCategory == .format ? .start : .mark
  }
}

/// As much of a text as fits in a number of columns, ending in … if that is not all.
struct FittedText {
  private(set) var glyphs: [Glyph] = []
  private(set) var columns = 0
  private(set) var isCut = false

  init(_ text: String, to room: Int) {
    guard room > 0 else {
      isCut = !text.isEmpty
      return
    }
    glyphs.reserveCapacity(min(room, text.utf8.count))
    var rest = Glyphs(text)
    while let glyph = rest.next() {
      if columns + glyph.width > room {
        cut(to: room)
        return
      }
      glyphs.append(glyph)
      columns += glyph.width
    }
  }

  private mutating func cut(to room: Int) {
    isCut = true
    while columns >= room, let last = glyphs.popLast() { columns -= last.width }
    glyphs.append(.ellipsis)
    columns += 1
  }
}
