import Screen
import Testing

@testable import Terminal

@Suite("Colours and titles")
struct OutputTests {
  private let blue = Color.rgb(red: 0x28, green: 0x3C, blue: 0x5A)

  @Test("A colour becomes what the terminal has")
  func colors() {
    #expect(ColorMapper(count: 0, isDirect: false).number(blue) == -1)
    #expect(ColorMapper(count: 8, isDirect: false).number(.palette(12)) == 4)
    #expect(ColorMapper(count: 16, isDirect: false).number(.palette(12)) == 12)
    #expect(ColorMapper(count: 256, isDirect: false).number(.rgb(red: 255, green: 0, blue: 0)) == 196)
    #expect(ColorMapper(count: 1 << 24, isDirect: true).number(blue) == 0x283C5A)
    // The numbers below 8 are the basic colours there.
    #expect(ColorMapper(count: 1 << 24, isDirect: true).number(.rgb(red: 0, green: 0, blue: 4)) == 0)
    #expect(ColorMapper(count: 1 << 24, isDirect: true).number(.palette(1)) == 1)
    for count in [0, 8, 16, 256, 1 << 24] {
      #expect(ColorMapper(count: count, isDirect: count > 256).number(.standard) == -1)
    }
  }

  @Test("A title is written once, and cannot do harm")
  func titles() {
    var title = WindowTitle(terminal: "xterm-256color", isUTF8: true)
    #expect(title.change(to: "Zaak 1\u{07}\u{1B}]0;kwaad\u{9C}") == "\u{1B}]2;Zaak 1··]0;kwaad·\u{07}")
    #expect(title.change(to: "Zaak 1\u{07}\u{1B}]0;kwaad\u{9C}") == nil)
    #expect(title.change(to: "") == nil)
    title.forget()
    #expect(title.change(to: "Café") == "\u{1B}]2;Café\u{07}")
    var plain = WindowTitle(terminal: "xterm", isUTF8: false)
    #expect(plain.change(to: "Café") == "\u{1B}]2;Caf?\u{07}")
    var console = WindowTitle(terminal: "linux", isUTF8: true)
    #expect(console.change(to: "Zaaklijn") == nil)
  }
}
