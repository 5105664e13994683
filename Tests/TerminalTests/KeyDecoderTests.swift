import Screen
import Testing

@testable import Terminal

@Suite("Key decoder")
struct KeyDecoderTests {
  /// The keys of a burst of bytes after which nothing comes for a while.
  private func keys(_ text: String, sequences: [[UInt8]: Key] = [:]) -> [Key] {
    var decoder = KeyDecoder(sequences: sequences)
    return decoder.feed(text.utf8, now: .zero) + decoder.flush(now: .zero)
  }

  @Test(
    "What the terminals send",
    arguments: [
      ("a", [.character("a")]), ("aé名👩‍💻", [.character("a"), .character("é"), .character("名"), .character("👩‍💻")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{08}", [.control("h")]),
      ("\u{00}", [.control("@")]), ("\u{03}", [.control("c")]), ("\u{1C}", [.control("\\")]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]),
      ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]), ("\u{1B}\u{7F}", [.control("w")]),
      ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
      ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD\u{1B}OH\u{1B}OF", [.up, .down, .right, .left, .home, .end]),
      ("\u{1B}[H\u{1B}[F\u{1B}[1~\u{1B}[4~\u{1B}[7~\u{1B}[8~", [.home, .end, .home, .end, .home, .end]),
      ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~\u{1B}[Z", [.insert, .delete, .pageUp, .pageDown, .backTab]),
      ("\u{1B}OP\u{1B}OQ\u{1B}OR\u{1B}OS", [.function(1), .function(2), .function(3), .function(4)]),
      ("\u{1B}[[A\u{1B}[[E\u{1B}[15~\u{1B}[17~", [.function(1), .function(5), .function(5), .function(6)]),
      ("\u{1B}[21~\u{1B}[23~\u{1B}[24~\u{1B}[1;2P", [.function(10), .function(11), .function(12), .function(1)]),
      ("\u{1B}[1;5C\u{1B}[1;5D\u{1B}[1;3C\u{1B}[1;2C", [.alt("f"), .alt("b"), .alt("f"), .right]),
      ("\u{1B}[3;5~\u{1B}OM\u{1B}Oq", [.alt("d"), .enter, .character("1")]),
      ("\u{1B}[?1;2c\u{1B}[24;80R\u{1B}[97;5u\u{1B}[I!", [.character("!")]),
      ("\u{1B}[200~\u{1B}[A\rx\r\ny\u{1B}[201~z", [.paste("\u{1B}[A\nx\ny"), .character("z")]),
      ("\u{1B}[200~\u{1B}[201~", [.paste("")]),
    ] as [(String, [Key])])
  func sequences(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test("Every sequence may come in pieces")
  func pieces() {
    let text = "a\u{1B}[1;5Cé名👍\u{1B}OP\u{1B}[<0;9;8M\u{1B}[<0;9;8m\u{1B}[200~plak\rhier\u{1B}[201~\u{1B}[[Bq\u{1B}éw"
    let whole = keys(text)
    let bytes = Array(text.utf8)
    for size in 1...5 {
      var decoder = KeyDecoder()
      var found: [Key] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += decoder.feed(bytes[start..<min(start + size, bytes.count)], now: .zero)
      }
      #expect(found + decoder.flush(now: .zero) == whole, "in pieces of \(size)")
    }
    #expect(whole.count == 13)
  }

  @Test("An ESC waits for what may follow, and only that")
  func waits() {
    var decoder = KeyDecoder()
    #expect(decoder.feed([0x1B], now: .zero).isEmpty && decoder.isWaiting)
    #expect(decoder.flush(now: .zero) == [.escape] && !decoder.isWaiting)
    #expect(decoder.feed([0xC3], now: .zero).isEmpty && decoder.isWaiting)
    #expect(decoder.feed([0xA9], now: .zero) == [.character("é")] && !decoder.isWaiting)
    #expect(decoder.feed([0xC3], now: .zero).isEmpty)
    #expect(decoder.flush(now: .zero).isEmpty && !decoder.isWaiting)
    #expect(decoder.feed([0xFF, 0x61], now: .zero) == [.character("a")])
  }

  @Test("The mouse: press, release, double press, wheel; in both forms")
  func mouse() {
    let place = Position(row: 7, column: 8)
    func mouse(_ kind: Mouse.Kind, _ button: Int = 1) -> Key {
      .mouse(Mouse(kind: kind, button: button, position: place))
    }
    let click = "\u{1B}[<0;9;8M\u{1B}[<0;9;8m"
    #expect(keys(click) == [mouse(.press), mouse(.release)])
    #expect(keys(click + click) == [mouse(.press), mouse(.release), mouse(.doublePress), mouse(.release)])
    #expect(keys(click + click + click).filter { $0 == mouse(.doublePress) }.count == 1)
    #expect(
      keys("\u{1B}[<2;9;8M\u{1B}[<64;9;8M\u{1B}[<65;9;8M") == [
        mouse(.press, 3), mouse(.wheelUp, 4), mouse(.wheelDown, 5),
      ])
    // Movement, and places that do not exist.
    #expect(keys("\u{1B}[<35;9;8M\u{1B}[<0;0;0M\u{1B}[<0M\u{1B}[<66;9;8M").isEmpty)
    #expect(keys("\u{1B}[M )(\u{1B}[M#)(\u{1B}[M`)(") == [mouse(.press), mouse(.release), mouse(.wheelUp, 4)])
    var decoder = KeyDecoder()
    #expect(decoder.feed(click.utf8, now: .zero).first == mouse(.press))
    #expect(decoder.feed(click.utf8, now: .milliseconds(401)).first == mouse(.press))
    #expect(decoder.feed(click.utf8, now: .milliseconds(700)).first == mouse(.doublePress))
  }

  @Test("What terminfo says goes before the form")
  func terminfo() {
    let sequences: [[UInt8]: Key] = [Array("\u{1B}[7^".utf8): .function(12), [0x08]: .backspace]
    #expect(keys("\u{1B}[7^\u{08}", sequences: sequences) == [.function(12), .backspace])
  }

  @Test("A paste without an end is given up, a huge one is cut")
  func pasteLimits() {
    var decoder = KeyDecoder()
    #expect(decoder.feed("\u{1B}[200~half\u{1B}[20".utf8, now: .zero).isEmpty)
    #expect(decoder.isPasting && !decoder.isWaiting)
    #expect(decoder.abandonPaste() == [.paste("half\u{1B}[20")])
    #expect(decoder.feed("q".utf8, now: .zero) == [.character("q")])
    #expect(decoder.abandonPaste().isEmpty)
    var small = KeyDecoder(maximumPaste: 100)
    for text in ["\u{1B}[200~", String(repeating: "a", count: 90), String(repeating: "b", count: 90)] {
      #expect(small.feed(text.utf8, now: .zero).isEmpty)
    }
    let kept = String(repeating: "a", count: 90) + String(repeating: "b", count: 10)
    #expect(small.feed("ccccc\u{1B}[201~q".utf8, now: .zero) == [.paste(kept), .character("q")])
  }

  @Test("Without UTF-8 a byte is a character of Latin-1")
  func latin1() {
    var decoder = KeyDecoder(isUTF8: false)
    #expect(decoder.feed([0xE9, 0x61], now: .zero) == [.character("é"), .character("a")])
  }

  @Test("Noise neither hangs nor crashes it", arguments: 1...50 as ClosedRange<UInt64>)
  func noise(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let alphabet: [UInt8] = Array("\u{1B}[O<M;~m019A?$".utf8) + [0x00, 0x80, 0xC3, 0xF0, 0xFF]
    let bytes = (0..<2000).map { _ -> UInt8 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return alphabet[Int(state % UInt64(alphabet.count))]
    }
    var decoder = KeyDecoder()
    for byte in bytes { _ = decoder.feed([byte], now: .zero) }
    _ = decoder.flush(now: .zero)
    _ = decoder.abandonPaste()
    #expect(!decoder.isWaiting && !decoder.isPasting, "seed \(seed)")
    let after = decoder.feed("q".utf8, now: .zero) + decoder.flush(now: .zero)
    #expect(after == [.character("q")], "seed \(seed)")
  }
}
