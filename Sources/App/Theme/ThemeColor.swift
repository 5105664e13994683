import Screen

/// Reads a colour as a theme writes it.
enum ThemeColor {
  /// The eight basic colours, in the order of the palette.
  static let names = ["zwart", "rood", "groen", "geel", "blauw", "magenta", "cyaan", "wit"]
  private static let bright = "helder "
  private static let numbered = "kleur "

  /// Nil if it is no colour.
  static func parse(_ text: String) -> Color? {
    if text == "standaard" { return .standard }
    if let index = names.firstIndex(of: text) { return .palette(UInt8(index)) }
    if text.hasPrefix(bright), let index = names.firstIndex(of: String(text.dropFirst(bright.count))) {
      return .palette(UInt8(index + 8))
    }
    if text.hasPrefix(numbered) { return UInt8(text.dropFirst(numbered.count)).map(Color.palette) }
    return hexadecimal(text)
  }

  private static func hexadecimal(_ text: String) -> Color? {
    guard text.utf8.count == 7, text.first == "#", text.dropFirst().allSatisfy(\.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    return .rgb(
      red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
