import Glibc
import Screen

/// The frames that the probe shows.
enum ProbeFrame {
  private static let names = ["Plaatsen dakkapel", "Woo-verzoek windmolens", "名前と住所", "Café ‘De Blauwe Engel’"]

  static var isNoise: Bool { getenv("PROBE_NOISE") != nil }

  /// A list with a selected row; or noise, if the environment asks for that.
  static func make(size: Size, selected: Int, count: Int) -> Frame {
    var frame = isNoise ? noise(size: size, seed: count) : list(size: size, selected: selected)
    frame.title = "frame \(count)"
    return frame
  }

  private static func list(size: Size, selected: Int) -> Frame {
    var frame = Frame(size: size)
    frame.rule(row: 0)
    for row in 1..<max(2, size.rows) {
      let columns = Area(size).columnRange
      frame.put(row == selected ? "▌" : " ", row: row, column: 1, role: .accent)
      frame.put("2026-\(1_000_000 + row)", row: row, column: 3, role: .quiet)
      frame.put(names[row % names.count], row: row, column: 18, width: 40)
      frame.put("\(row) te laat", row: row, column: 60, width: 12, role: .danger, align: .trailing)
      if row == selected { frame.select(row: row, columns: columns) }
    }
    frame.cursor = Position(row: 1, column: 3)
    return frame
  }

  /// Text of all widths at random places.
  private static func noise(size: Size, seed: Int) -> Frame {
    var frame = Frame(size: size)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, bound)))
    }
    let words = ["zaak", "名前", "é", "e\u{301}", "👩‍💻", "─", "   ", "a名b", "🇳🇱", "ｗ", "x"]
    for _ in 0..<size.rows * 4 {
      let row = random(size.rows)
      let roles: [Role] = [.text, .quiet, .danger]
      frame.put(words[random(words.count)], row: row, column: random(size.columns), role: roles[random(roles.count)])
      if random(8) == 0 { frame.select(row: row, columns: random(size.columns)..<size.columns) }
    }
    return frame
  }
}
