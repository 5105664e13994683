import Screen
import TestSupport

/// Text as it may come from a server: of every width, and with everything in it that a terminal must not get.
enum Samples {
  private static let parts = [
    "a", "Zaak ", "ë", "e\u{301}", "名", "ｗ", "👩‍💻", "🇳🇱", "👍🏽", "❤️", "1️⃣", "\u{200B}", "\u{200D}", "\u{202E}", "\u{1B}[31m",
    "\u{07}", "\n", "\t", "\r\n", "\u{0}", "\u{9B}", "\u{7F}", "\u{AD}", "\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    "한", "\u{1112}\u{1161}\u{11AB}", "क्षि", "ไทย", " ", "  ", "—", "\u{FEFF}", "\u{E000}", "\u{10FFFF}", "\u{2028}",
  ]

  static func text(_ random: inout SeededGenerator, parts count: Int = 30) -> String {
    (0..<Int.random(in: 0...count, using: &random)).reduce(into: "") { text, _ in
      text += parts.randomElement(using: &random) ?? ""
    }
  }

  /// Whether nothing in it can do anything to a terminal but show itself.
  static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      let category = scalar.properties.generalCategory
      return category != .control && category != .format && category != .lineSeparator
        && category != .paragraphSeparator && category != .surrogate
    }
  }
}
