import Screen

/// Finds for a theme's colour the number of what the terminal has.
struct ColorMapper {
  /// How many colours the terminal has; below 8 it is used without.
  let count: Int
  /// Whether a number is a colour itself, as 0xRRGGBB.
  let isDirect: Bool

  var hasColors: Bool { count >= 8 }

  /// -1 is the terminal's own colour.
  func number(_ color: Color) -> Int32 {
    if color == .standard || !hasColors { return -1 }
    if isDirect { return direct(color) }
    if count >= 256 { return color.nearestPaletteIndex.map(Int32.init) ?? -1 }
    if count >= 16, case .palette(let index) = color, index < 16 { return Int32(index) }
    return color.nearestBasicIndex.map(Int32.init) ?? -1
  }

  /// Terminals with direct colours keep the numbers 0 to 7 for the basic ones.
  private func direct(_ color: Color) -> Int32 {
    guard let (red, green, blue) = color.components else { return color.nearestBasicIndex.map(Int32.init) ?? -1 }
    let number = Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
    return number < 8 ? 0 : number
  }
}
