/// The text of a field while it is being edited: one line, or several that wrap softly.
public struct TextInput: Sendable, Hashable {
  public private(set) var text: String
  /// Where the next character goes, counted in graphemes.
  public private(set) var cursor: Int
  public let isMultiline: Bool
  /// The most that a field takes, in Unicode scalars, as the standard counts `maxLength`.
  public let maximumLength: Int?
  /// Whether the last key would have made the text too long.
  public private(set) var hitMaximum = false

  public init(_ text: String = "", isMultiline: Bool = false, maximumLength: Int? = nil) {
    self.isMultiline = isMultiline
    self.maximumLength = maximumLength
    self.text = ""
    cursor = 0
    setText(text)
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Replaces the text, and puts the cursor at its end; a text that is already too long is kept as it is.
  public mutating func setText(_ text: String) {
    self.text = text
    cursor = text.count
    hitMaximum = false
  }

  /// Edits; false for a key that means nothing to a field, so that the view can give it a meaning.
  ///
  /// Up, down, page keys and enter are the view's in a field of one line.
  public mutating func handle(_ key: Key) -> Bool {
    hitMaximum = false
    switch key {
    case .character(let character): insert(String(character))
    case .paste(let pasted): insert(pasted)
    case .enter where isMultiline: insert("\n")
    case .left, .control("b"): move(to: cursor - 1)
    case .right, .control("f"): move(to: cursor + 1)
    case .alt("b"): move(to: wordStart)
    case .alt("f"): move(to: wordEnd)
    case .home, .control("a"): move(to: lineStart)
    case .end, .control("e"): move(to: lineEnd)
    case .backspace, .control("h"): delete(cursor - 1..<cursor)
    case .delete, .control("d"): delete(cursor..<cursor + 1)
    case .control("w"): delete(wordStart..<cursor)
    case .alt("d"): delete(cursor..<wordEnd)
    case .control("u"): delete(lineStart..<cursor)
    case .control("k"): delete(cursor..<max(lineEnd, isMultiline && atLineEnd ? cursor + 1 : 0))
    case .up where isMultiline: moveLine(by: -1)
    case .down where isMultiline: moveLine(by: 1)
    case .enter, .tab, .backTab, .escape, .insert, .up, .down, .pageUp, .pageDown, .function, .control, .alt, .mouse:
      return false
    }
    return true
  }

  /// Puts text at the cursor, as much of it as there is room for.
  private mutating func insert(_ added: String) {
    var accepted = Self.clean(added, isMultiline: isMultiline)
    if let maximumLength {
      let room = max(0, maximumLength - text.unicodeScalars.count)
      if accepted.unicodeScalars.count > room {
        hitMaximum = true
        accepted = Self.prefix(accepted, scalars: room)
      }
    }
    let place = index(cursor)
    let rest = text.distance(from: place, to: text.endIndex)
    text.insert(contentsOf: accepted, at: place)
    // A mark that was typed joins the character before it, so count from the end.
    cursor = max(0, text.count - rest)
  }

  /// Whole graphemes of at most so many scalars.
  private static func prefix(_ text: String, scalars: Int) -> String {
    var left = scalars
    return String(
      text.prefix { character in
        left -= character.unicodeScalars.count
        return left >= 0
      })
  }

  /// Text without control characters; line feeds stay where there are lines, and are spaces elsewhere.
  private static func clean(_ text: String, isMultiline: Bool) -> String {
    var cleaned = String.UnicodeScalarView()
    var previous: UnicodeScalar?
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar {
      case "\n" where previous == "\r": continue
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": cleaned.append(isMultiline ? "\n" : " ")
      case "\t": cleaned.append(" ")
      default:
        if scalar.properties.generalCategory != .control { cleaned.append(scalar) }
      }
    }
    return String(cleaned)
  }

  private mutating func delete(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<text.count)
    guard !range.isEmpty else { return }
    text.removeSubrange(index(range.lowerBound)..<index(range.upperBound))
    cursor = min(range.lowerBound, text.count)
  }

  private mutating func move(to place: Int) {
    cursor = max(0, min(place, text.count))
  }

  /// To the same column of the line before or after, as the text has them; wrapping is the view's.
  private mutating func moveLine(by lines: Int) {
    let column = cursor - lineStart
    if lines < 0 {
      guard lineStart > 0 else { return move(to: 0) }
      let end = lineStart - 1
      let start = Self.lineStart(in: Array(text), before: end)
      move(to: min(end, start + column))
    } else {
      let characters = Array(text)
      guard lineEnd < characters.count else { return move(to: characters.count) }
      let start = lineEnd + 1
      let end = characters[start...].firstIndex(of: "\n") ?? characters.count
      move(to: min(end, start + column))
    }
  }

  private func index(_ offset: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
  }

  private var lineStart: Int { Self.lineStart(in: Array(text), before: cursor) }

  private static func lineStart(in characters: [Character], before place: Int) -> Int {
    (characters[..<place].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    let characters = Array(text)
    return characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private var atLineEnd: Bool { lineEnd == cursor }

  private var wordStart: Int {
    let characters = Array(text)
    var place = cursor
    while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
    while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
    return place
  }

  private var wordEnd: Int {
    let characters = Array(text)
    var place = cursor
    while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
    while place < characters.count, Self.isWord(characters[place]) { place += 1 }
    return place
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
