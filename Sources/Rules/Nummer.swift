/// Numbers that registers give, and those that this machine makes.
public enum Nummer {
  /// Whether it is a BSN or an RSIN: nine digits, not all zero, whose weighted sum (9, 8, … 2, −1) is a multiple of 11.
  public static func passesEleven(_ text: String) -> Bool {
    guard isDigits(text, 9) else { return false }
    let digits = text.utf8.map { Int($0) - 0x30 }
    let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
    return digits.contains { $0 != 0 } && zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
  }

  /// The text with dots in the place of every number in it that may be a BSN, for messages that repeat what was typed.
  public static func masked(_ text: String) -> String {
    let bare = text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
    if passesEleven(bare) { return String(text.map { $0.isNumber ? "•" : $0 }) }
    var masked = ""
    var digits = ""
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      masked += hidden(digits) + String(character)
      digits = ""
    }
    return masked + hidden(digits)
  }

  private static func hidden(_ digits: String) -> String {
    passesEleven(digits) ? String(repeating: "•", count: digits.count) : digits
  }

  static func isDigits(_ text: String, _ count: Int) -> Bool {
    text.utf8.count == count && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A number that no server and no other machine gives: `ZL-2026-7K3QX9M2DA`.
  ///
  /// At most 40 characters. Fifty bits of the UUID: among ten thousand of one year, two are the same once in twenty
  /// million times; the server then refuses the second.
  public static func own(_ prefix: String, year: Int, uuid: String) -> String {
    "\(prefix)-\(year)-\(base32(uuid))"
  }

  /// Ten characters, without those that are taken for another (I, L, O, U).
  private static func base32(_ uuid: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    // All digits count (FNV-1a, then mixed as splitmix64 does), for a UUID may be random in any part of it.
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for digit in uuid.compactMap(\.hexDigitValue) { value = (value ^ UInt64(digit)) &* 0x100_0000_01b3 }
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    value ^= value >> 31
    var text = ""
    for _ in 0..<10 {
      text.append(alphabet[Int(value % 32)])
      value /= 32
    }
    return text
  }
}
