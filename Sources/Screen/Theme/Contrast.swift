/// The contrast of two colours after WCAG 2.2 (success criterion 1.4.3), which asks 4.5 for text.
public enum Contrast {
  /// From 1 (the same) to 21 (black and white); nil if the terminal decides how one of them looks.
  public static func ratio(_ one: Color, _ other: Color) -> Double? {
    guard let first = luminance(one), let second = luminance(other) else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double? {
    guard let (red, green, blue) = color.components else { return nil }
    return 0.2126 * linear[Int(red)] + 0.7152 * linear[Int(green)] + 0.0722 * linear[Int(blue)]
  }

  /// The light that a component of an sRGB colour gives: a power of 2.4, taken as its square and four tenths.
  private static let linear: [Double] = (0...255).map { component in
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    return base * base * fifthRoot(base * base)
  }

  /// Newton's method, as the standard library alone has no powers with a fraction.
  private static func fifthRoot(_ value: Double) -> Double {
    (0..<40).reduce(1.0) { guess, _ in
      let fourth = guess * guess * guess * guess
      return guess - (guess * fourth - value) / (5 * fourth)
    }
  }
}
