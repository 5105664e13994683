import Screen
import TestSupport
import Testing

@Suite("Text width")
struct TextWidthTests {
  @Test(
    "Known widths",
    arguments: [
      ("zaak", 4), ("", 0), ("é", 1), ("e\u{301}", 1), ("名前", 4), ("…", 1), ("👩‍💻", 4), ("🇳🇱", 2), ("\u{1B}", 1),
      ("\u{200B}", 1), ("한글", 4), ("\r\n", 1), ("\u{AD}", 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test("Padding gives exactly the width asked for")
  func pads() {
    #expect(TextWidth.pad("zaak", to: 6) == "zaak  ")
    #expect(TextWidth.pad("3", to: 4, align: .trailing) == "   3")
    #expect(TextWidth.pad("名前名", to: 4) == "名… ")
    #expect(TextWidth.pad("zaak", to: 0) == "")
  }

  @Test("Wrapping breaks at spaces, at line feeds, and within words that are too long")
  func wraps() {
    #expect(TextWidth.wrap("Offerte volgt, gebeld 21 nov.", to: 14) == ["Offerte volgt,", "gebeld 21 nov."])
    #expect(TextWidth.wrap("een\n\ntwee\r\ndrie", to: 10) == ["een", "", "twee", "drie"])
    #expect(TextWidth.wrap("Meerjareninvesteringsplan", to: 10) == ["Meerjareni", "nvestering", "splan"])
    #expect(TextWidth.wrap("名前", to: 1) == ["…", "…"])
    #expect(TextWidth.wrap("", to: 5).isEmpty)
    #expect(TextWidth.wrap("zaak", to: 0).isEmpty)
  }

  @Test("Of more lines than asked for the last one says so")
  func wrapsAtMost() {
    #expect(TextWidth.wrap("een twee drie vier", to: 5, maximum: 2) == ["een", "twee…"])
    #expect(TextWidth.wrap("een twee", to: 5, maximum: 2) == ["een", "twee"])
    let long = String(repeating: "woord ", count: 1_000_000)
    #expect(TextWidth.wrap(long, to: 20, maximum: 3).count == 3)
  }

  @Test(
    "Nothing is ever wider than asked for, and what is cut off was too wide", arguments: 1...60 as ClosedRange<UInt64>)
  func neverWider(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      let text = Samples.text(&random)
      let columns = Int.random(in: 0...25, using: &random)
      let cut = TextWidth.cut(text, to: columns)
      #expect(TextWidth.of(cut) <= columns, "seed \(seed)")
      #expect(Samples.isSafe(cut), "seed \(seed)")
      #expect(cut.hasSuffix("…") == (TextWidth.of(text) > columns && columns > 0), "seed \(seed)")
      #expect(TextWidth.of(TextWidth.pad(text, to: columns)) == columns, "seed \(seed)")
      for line in TextWidth.wrap(text, to: columns) {
        #expect(TextWidth.of(line) <= columns && Samples.isSafe(line), "seed \(seed): \(line) in \(columns)")
      }
    }
  }

  @Test("Wrapping loses nothing but blanks", arguments: 1...40 as ClosedRange<UInt64>)
  func wrapsAll(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Samples.text(&random)
    let columns = Int.random(in: 2...25, using: &random)
    let shown = TextWidth.cut(text, to: 10_000).filter { $0 != " " }
    #expect(TextWidth.wrap(text, to: columns).joined().filter { $0 != " " } == shown, "seed \(seed)")
  }
}
