import CNcurses
import Screen

/// The scalars to write for a cell, with a plain substitute for what the locale or the C library cannot show.
struct Characters {
  private let isUTF8: Bool

  init(isUTF8: Bool) {
    self.isUTF8 = isUTF8
  }

  func scalars(of cell: Cell) -> [UInt32] {
    let scalars = cell.text.unicodeScalars.map(\.value)
    guard let base = scalars.first else { return [0x20] }
    if base < 0x80, scalars.count == 1 { return scalars }
    // A C library of another year may know another width; then the row would shift.
    let agrees = Int(zk_wcwidth(base)) == cell.width
    if agrees, scalars.allSatisfy({ zk_can_write($0) }) { return scalars }
    if isUTF8 { return [cell.width == 1 ? 0xFFFD : 0x3000] }
    return [substitute(base)]
  }

  /// One ASCII character; a wide one leaves its right half blank.
  private func substitute(_ base: UInt32) -> UInt32 {
    UnicodeScalar(base).flatMap { Self.substitutes[$0] } ?? 0x3F
  }

  private static let substitutes: [UnicodeScalar: UInt32] = {
    let pairs: [(String, String)] = [
      ("─━│┃┌┐└┘├┤┬┴┼", "--||+++++++++"),
      ("…·•●◐○▌█▾▸←↑→↓⏎⇥✓✗–—‘’“”„€°×", ".**#o.>#v><^>v<>vx--''\"\"\"Eox"),
      ("ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝ", "AAAAAACEEEEIIIINOOOOOOUUUUY"),
      ("àáâãäåçèéêëìíîïñòóôõöøùúûüýÿ", "aaaaaaceeeeiiiinoooooouuuuyy"),
    ]
    var table: [UnicodeScalar: UInt32] = [:]
    for (from, to) in pairs {
      for (original, plain) in zip(from.unicodeScalars, to.unicodeScalars) { table[original] = plain.value }
    }
    return table
  }()
}
