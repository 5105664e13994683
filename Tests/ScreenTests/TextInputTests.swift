import Screen
import TestSupport
import Testing

@Suite("TextInput")
struct TextInputTests {
  private func typed(_ input: TextInput, _ keys: Key...) -> TextInput {
    var input = input
    for key in keys {
      let isTaken = input.handle(key)
      #expect(isTaken, "\(key)")
    }
    return input
  }

  @Test("Typing, moving and deleting by graphemes")
  func edits() {
    let input = typed(TextInput("zak"), .left, .character("a"), .end, .character("👩‍💻"), .character("!"))
    #expect(input.text == "zaak👩‍💻!" && input.cursor == 6)
    #expect(typed(input, .backspace, .backspace).text == "zaak")
    #expect(typed(input, .home, .delete).text == "aak👩‍💻!")
    #expect(typed(input, .home, .backspace).text == input.text)
    #expect(typed(input, .delete).text == input.text)
  }

  @Test("Words and the parts of a line")
  func words() {
    let input = TextInput("Woo-verzoek over windmolens")
    #expect(typed(input, .control("w")).text == "Woo-verzoek over ")
    #expect(typed(input, .alt("b"), .alt("b"), .control("w")).text == "Woo-over windmolens")
    #expect(typed(input, .alt("b"), .control("u")).text == "windmolens")
    #expect(typed(input, .home, .alt("f"), .control("k")).text == "Woo")
    #expect(typed(input, .home, .alt("d")).text == "-verzoek over windmolens")
    #expect(typed(input, .control("a"), .control("f"), .control("d")).text == "Wo-verzoek over windmolens")
    #expect(typed(input, .control("e"), .control("b"), .control("h")).text == "Woo-verzoek over windmoles")
  }

  @Test("One line leaves enter, up and down to the view; several lines take them")
  func lines() {
    var line = TextInput("een")
    for key in [Key.enter, .up, .down, .escape, .tab, .pageDown, .control("s"), .function(1)] {
      let isTaken = line.handle(key)
      #expect(!isTaken, "\(key)")
    }
    #expect(line == TextInput("een"))
    let lines = typed(TextInput("een", isMultiline: true), .enter, .character("t"))
    #expect(lines.text == "een\nt")
    #expect(typed(lines, .up).cursor == 1)
    #expect(typed(lines, .up, .down).cursor == 5)
    #expect(typed(lines, .up, .up).cursor == 0)
    #expect(typed(lines, .up, .end, .control("k")).text == "eent")
  }

  @Test("A paste becomes text, without control characters")
  func pastes() {
    let pasted = Key.paste("a\tb\r\nc\u{1B}[2Jd")
    #expect(typed(TextInput(), pasted).text == "a b c[2Jd")
    #expect(typed(TextInput(isMultiline: true), pasted).text == "a b\nc[2Jd")
  }

  @Test("The maximum counts Unicode scalars, and says when it is reached")
  func maximum() {
    let full = typed(TextInput("abc", maximumLength: 5), .paste("de\u{301}f"))
    #expect(full.text == "abcd" && full.hitMaximum)
    let exact = typed(full, .character("e"))
    #expect(exact.text == "abcde" && !exact.hitMaximum)
    let over = typed(exact, .character("f"))
    #expect(over.text == "abcde" && over.hitMaximum)
    #expect(!typed(over, .left).hitMaximum)
  }

  @Test("A mark joins the letter before it")
  func marks() {
    let input = typed(TextInput("ex"), .left, .character("\u{301}"))
    #expect(input.text == "e\u{301}x" && input.cursor == 1)
  }

  @Test("One line scrolls so that the cursor is in sight")
  func drawsLine() {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    let input = TextInput("Woo-verzoek windmolens")
    input.draw(into: &frame, area: Area(row: 0, column: 2, rows: 1, columns: 6), isActive: true)
    #expect(frame.text(row: 0) == "  olens")
    #expect(frame.cursor == Position(row: 0, column: 7))
    #expect(frame[0, 7].role == .fieldActive && frame[0, 8].role == .text)
    input.draw(into: &frame, area: Area(row: 0, column: 2, rows: 1, columns: 6), isActive: false)
    #expect(frame.text(row: 0) == "  Woo-v…")
  }

  @Test("A secret shows no character of itself, and an empty field its placeholder")
  func drawsSecret() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    TextInput("geheim").draw(into: &frame, area: frame.area.top(1), isActive: true, isSecret: true)
    #expect(frame.text(row: 0) == "••••••")
    TextInput().draw(into: &frame, area: frame.area.bottom(1), isActive: true, placeholder: "zoeken")
    #expect(frame.text(row: 1) == "zoeken" && frame[1, 0].role == .placeholder)
    #expect(frame.cursor == Position(row: 1, column: 0))
  }

  @Test("Several lines wrap, and scroll to the cursor")
  func drawsLines() {
    var frame = Frame(size: Size(columns: 10, rows: 3))
    let input = TextInput("Offerte volgt, gebeld op 21 nov.", isMultiline: true)
    input.draw(into: &frame, area: frame.area, isActive: true)
    #expect((0..<3).map { frame.text(row: $0) } == ["volgt,", "gebeld op", "21 nov."])
    #expect(frame.cursor == Position(row: 2, column: 7))
    input.draw(into: &frame, area: frame.area, isActive: false)
    #expect((0..<3).map { frame.text(row: $0) } == ["Offerte", "volgt,", "gebeld op…"])
  }

  @Test("Whatever is typed, cursor and drawing stay within bounds", arguments: 1...40 as ClosedRange<UInt64>)
  func staysWithin(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let keys: [Key] = [
      .left, .right, .up, .down, .home, .end, .backspace, .delete, .enter, .alt("b"), .alt("f"), .alt("d"),
      .control("w"), .control("k"), .control("u"),
    ]
    var input = TextInput(Samples.text(&random), isMultiline: seed % 2 == 0, maximumLength: 60)
    let area = Area(row: 1, column: 3, rows: 3, columns: Int.random(in: 1...12, using: &random))
    for _ in 0..<200 {
      let isText = Int.random(in: 0..<3, using: &random) == 0
      let key = isText ? Key.paste(Samples.text(&random, parts: 4)) : keys.randomElement(using: &random) ?? .left
      _ = input.handle(key)
      #expect((0...input.text.count).contains(input.cursor), "seed \(seed)")
      var frame = Frame(size: Size(columns: 20, rows: 5))
      input.draw(into: &frame, area: area, isActive: true)
      #expect(frame.cursor.map(area.contains) == true, "seed \(seed): \(input)")
      var outside = frame
      outside.fill(area, role: .text)
      outside.cursor = nil
      #expect(outside == Frame(size: frame.size), "seed \(seed)")
    }
  }
}
