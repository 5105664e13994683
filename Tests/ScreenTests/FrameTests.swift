import Screen
import TestSupport
import Testing

@Suite("Frame")
struct FrameTests {
  private let size = Size(columns: 20, rows: 4)

  @Test("Text that fits is put as it is")
  func puts() {
    var frame = Frame(size: size)
    #expect(frame.put("Kappen", row: 1, column: 2, role: .danger) == 6)
    #expect(frame.text(row: 1) == "  Kappen")
    #expect(frame[1, 2].role == .danger && frame[1, 8].role == .text)
  }

  @Test("Text that does not fit ends in …")
  func cuts() {
    var frame = Frame(size: size)
    #expect(frame.put("Plaatsen dakkapel", row: 0, column: 0, width: 9) == 9)
    #expect(frame.text(row: 0) == "Plaatsen…")
    #expect(frame.put("tot het einde van de rij", row: 1, column: 10) == 10)
    #expect(frame.text(row: 1) == "          tot het e…")
    // Of a wide character no half is shown, so a column may stay empty.
    #expect(frame.put("名前名", row: 2, column: 0, width: 4) == 3)
    #expect(frame.text(row: 2) == "名…")
  }

  @Test("Trailing text ends at the end of its width")
  func aligns() {
    var frame = Frame(size: size)
    frame.put("3 te laat", row: 0, column: 2, width: 12, align: .trailing)
    #expect(frame.text(row: 0) == "     3 te laat")
    #expect(frame[0, 13].text == "t")
  }

  @Test("Outside the frame nothing is drawn")
  func clips() {
    var frame = Frame(size: size)
    for (row, column) in [(-1, 0), (4, 0), (0, 20), (0, -1)] {
      #expect(frame.put("weg", row: row, column: column) == 0)
    }
    frame.fill(Area(row: -5, column: -5, rows: 3, columns: 3), role: .bar)
    frame.select(row: 9, columns: 0..<4)
    frame.rule(row: 7)
    frame.verticalRule(column: 30)
    #expect(frame == Frame(size: size))
    frame.put("geen breedte", row: 0, column: 0, width: 0)
    frame.put("geen breedte", row: 0, column: 0, width: -3)
    #expect(frame == Frame(size: size))
  }

  @Test("Overwriting half of a wide character blanks the other half")
  func overwrites() {
    var frame = Frame(size: size)
    frame.put("名前", row: 0, column: 0)
    frame.put("x", row: 0, column: 1)
    #expect(frame.text(row: 0) == " x前")
    frame.put("y", row: 0, column: 2)
    #expect(frame.text(row: 0) == " xy")
    frame.put("名前", row: 1, column: 0)
    frame.put("字", row: 1, column: 1)
    #expect(frame.text(row: 1) == " 字")
    frame.put("名前", row: 2, column: 0)
    frame.fill(Area(row: 2, column: 1, rows: 1, columns: 2), role: .bar)
    #expect(frame.text(row: 2) == "")
  }

  @Test("Nothing dangerous gets into a cell")
  func sanitizes() {
    var frame = Frame(size: Size(columns: 40, rows: 1))
    frame.put("a\u{1B}[2Jb\u{07}c\u{202E}d\ne\tf\u{9B}g\u{200B}h\u{7F}\u{FEFF}", row: 0, column: 0)
    #expect(frame.text(row: 0) == "a·[2Jb·c·d e f·g·h··")
  }

  @Test("Emoji are broken down into what all terminals show alike")
  func emoji() {
    var frame = Frame(size: Size(columns: 40, rows: 1))
    #expect(frame.put("👩‍💻🇳🇱👍🏽❤️", row: 0, column: 0) == 9)
    #expect(frame.text(row: 0) == "👩💻NL👍❤")
  }

  @Test("A letter keeps at most four marks")
  func marks() {
    var frame = Frame(size: size)
    let marks = String(repeating: "\u{301}", count: 20)
    #expect(frame.put("e" + marks + "n", row: 0, column: 0) == 2)
    #expect(frame[0, 0].text.unicodeScalars.count == 5)
    #expect(frame[0, 1].text == "n")
    #expect(frame.put("\u{301}", row: 1, column: 0) == 1)
    #expect(frame[1, 0].text == "◌\u{301}")
  }

  @Test("A selected row keeps the roles of its cells")
  func selects() {
    var frame = Frame(size: size)
    frame.put("te laat", row: 1, column: 0, role: .danger)
    frame.select(row: 1, columns: 0..<20)
    frame.put("zaak", row: 1, column: 10)
    #expect(frame[1, 0].role == .danger)
    #expect(frame.row(1).allSatisfy { $0.isSelected })
    #expect(!frame[0, 0].isSelected)
  }

  @Test("Lines that meet are joined")
  func joins() {
    var frame = Frame(size: Size(columns: 5, rows: 5))
    for row in [0, 2, 4] { frame.rule(row: row) }
    for column in [0, 2, 4] { frame.verticalRule(column: column) }
    frame.rule(row: 2, from: 0, to: 2)
    frame.rule(row: 0)
    frame.joinRules()
    #expect((0..<5).map { frame.text(row: $0) } == ["┌─┬─┐", "│ │ │", "├─┼─┤", "│ │ │", "└─┴─┘"])
  }

  @Test(
    "Whatever is put, every row keeps its width and wide characters stay whole",
    arguments: 1...40 as ClosedRange<UInt64>)
  func keepsWidth(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var frame = Frame(size: Size(columns: Int.random(in: 1...30, using: &random), rows: 3))
    for _ in 0..<60 {
      let text = Samples.text(&random)
      let row = Int.random(in: -1...3, using: &random)
      let column = Int.random(in: -1...30, using: &random)
      let width = Bool.random(using: &random) ? nil : Int.random(in: 0...12, using: &random)
      let align: Frame.Alignment = Bool.random(using: &random) ? .leading : .trailing
      let used = frame.put(text, row: row, column: column, width: width, align: align)
      #expect(used <= max(0, min(width ?? 99, frame.size.columns - column)), "seed \(seed)")
      if Int.random(in: 0..<10, using: &random) == 0 {
        frame.fill(Area(row: row, column: column, rows: 2, columns: 3), role: .bar)
        frame.paint(Area(row: row + 1, column: column, rows: 2, columns: 5), role: .danger)
        frame.select(row: row, columns: column..<column + 4)
      }
      expectWhole(frame, seed)
    }
  }

  private func expectWhole(_ frame: Frame, _ seed: UInt64) {
    for row in 0..<frame.size.rows {
      var column = 0
      while column < frame.size.columns {
        let cell = frame[row, column]
        #expect(cell.width > 0 && Samples.isSafe(cell.text), "seed \(seed) at \(row):\(column)")
        #expect(TextWidth.of(cell.text) == cell.width, "seed \(seed) at \(row):\(column): \(cell)")
        if cell.width == 2, column + 1 < frame.size.columns {
          let half = frame[row, column + 1]
          #expect(half.width == 0 && half.role == cell.role, "seed \(seed)")
          #expect(half.isSelected == cell.isSelected, "seed \(seed)")
        }
        column += max(1, cell.width)
      }
      #expect(column == frame.size.columns, "seed \(seed): row \(row) ends at \(column)")
    }
  }

  @Test("Of ten megabytes a narrow field shows what fits")
  func longText() {
    let words = String(repeating: "Bezwaar WOZ ", count: 900_000)
    let marks = "e" + String(repeating: "\u{301}", count: 5_000_000)
    for text in [words, marks] {
      var frame = Frame(size: Size(columns: 40, rows: 1))
      frame.put(text, row: 0, column: 0)
      #expect(frame[0, 39].text == "…")
    }
  }
}
