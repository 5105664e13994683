/// A colour as a theme names it; the terminal shows the nearest one it has.
public enum Color: Sendable, Hashable {
  /// Whatever the terminal's own foreground or background is.
  case standard
  /// One of the 256 of xterm; the first 16 look as the user set them.
  case palette(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The relative luminance of WCAG 2, from 0 to 1; nil if the terminal decides.
  ///
  /// The first 16 colours of the palette are the user's, so they have none.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (red, green, blue)
    case .palette(let index) where index < 16: nil
    case .palette(let index) where index < 232:
      (Self.cube(index - 16, 36), Self.cube(index - 16, 6), Self.cube(index - 16, 1))
    case .palette(let index): (8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10)
    }
  }

  private static func cube(_ index: UInt8, _ divisor: UInt8) -> UInt8 {
    let step = index / divisor % 6
    return step == 0 ? 0 : 55 + step * 40
  }

  /// The nearest colour of xterm's palette, among those whose look is fixed (16 to 255).
  public var nearestPaletteIndex: UInt8? {
    if case .palette(let index) = self { return index }
    guard let wanted = components else { return nil }
    return (16...255).min { distance(Color.palette($0), wanted) < distance(Color.palette($1), wanted) }
  }

  /// The nearest of the eight basic colours; for terminals that have no more.
  public var nearestBasicIndex: UInt8? {
    if case .palette(let index) = self, index < 16 { return index % 8 }
    guard let wanted = components else { return nil }
    let basic: [Color] = (0..<8).map { index in
      .rgb(red: index & 1 == 0 ? 0 : 205, green: index & 2 == 0 ? 0 : 205, blue: index & 4 == 0 ? 0 : 205)
    }
    let nearest = basic.indices.min { distance(basic[$0], wanted) < distance(basic[$1], wanted) }
    return nearest.map(UInt8.init)
  }

  private func distance(_ color: Color, _ wanted: (red: UInt8, green: UInt8, blue: UInt8)) -> Int {
    guard let found = color.components else { return .max }
    let red = Int(found.red) - Int(wanted.red)
    let green = Int(found.green) - Int(wanted.green)
    let blue = Int(found.blue) - Int(wanted.blue)
    // Weighted as the eye sees: most by green, least by blue.
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
