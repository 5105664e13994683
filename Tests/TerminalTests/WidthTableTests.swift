import CNcurses
import Glibc
import Screen
import Testing

@Suite("Text width")
struct WidthTableTests {
  /// ncurses places by `wcwidth`, so the table must be that; it is generated from one release of glibc.
  @Test("Agrees with wcwidth for every scalar")
  func agrees() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil), "the locale C.UTF-8 is absent")
    let before = uselocale(locale)
    defer {
      uselocale(before)
      freelocale(locale)
    }
    guard String(cString: zk_libc_version()) == TextWidth.tableSource else {
      print("skipped: the table is of glibc \(TextWidth.tableSource)")
      return
    }
    var different: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = UnicodeScalar(value) else { continue }
      if TextWidth.of(scalar) != Int(zk_wcwidth(value)) { different.append(value) }
    }
    #expect(different.isEmpty, "\(different.prefix(20))")
  }
}
