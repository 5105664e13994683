/// An instant to the microsecond, with the offset from UTC in which it was written.
///
/// The offset is kept because it carries meaning: a server takes the date of a datumStatusGezet in the offset that the
/// client sent as the einddatum of the zaak. Two moments are equal when they are the same instant. Years 1 to 9999; what
/// lies outside is written as the nearest second inside.
public struct Moment: Sendable, Hashable, Comparable {
  public let microsecondsSince1970: Int
  /// Seconds east of UTC; whole minutes, for RFC 3339 has no seconds here.
  public let offset: Int

  public init(microsecondsSince1970: Int, offset: Int = 0) {
    self.microsecondsSince1970 = microsecondsSince1970
    self.offset = offset / 60 * 60
  }

  public init(secondsSince1970: Int, offset: Int = 0) {
    self.init(microsecondsSince1970: secondsSince1970 * 1_000_000, offset: offset)
  }

  /// Reads RFC 3339: `2026-11-22T14:02:09Z`, `…09.123456+01:00`.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
    guard bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20 else { return nil }
    guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":") else { return nil }
    guard let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19])
    else { return nil }
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    var at = 19
    var micros = 0
    if bytes[at] == UInt8(ascii: ".") {
      let end = bytes[(at + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
      let kept = bytes[(at + 1)..<min(end, at + 7)]
      guard var value = number(kept) else { return nil }
      for _ in kept.count..<6 { value *= 10 }
      micros = value
      at = end
    }
    guard let offset = Moment.offset(bytes[at...]) else { return nil }
    let local = day.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    // The leap second after the last day would be in year 10000.
    guard local < (Day.countRange.upperBound + 1) * 86_400 else { return nil }
    self.init(microsecondsSince1970: (local - offset) * 1_000_000 + micros, offset: offset)
  }

  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? 0 : nil }
    guard bytes.count == 6, bytes[bytes.startIndex + 3] == UInt8(ascii: ":") else { return nil }
    let start = bytes.startIndex
    guard let hours = number(bytes[(start + 1)..<(start + 3)]), let minutes = number(bytes[(start + 4)...]) else {
      return nil
    }
    guard hours < 24, minutes < 60 else { return nil }
    switch first {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  public static func == (left: Moment, right: Moment) -> Bool {
    left.microsecondsSince1970 == right.microsecondsSince1970
  }
  public static func < (left: Moment, right: Moment) -> Bool {
    left.microsecondsSince1970 < right.microsecondsSince1970
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(microsecondsSince1970) }

  /// Seconds since 1970, rounded down.
  public var secondsSince1970: Int {
    let (quotient, remainder) = microsecondsSince1970.quotientAndRemainder(dividingBy: 1_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  public func adding(seconds: Int) -> Moment {
    Moment(microsecondsSince1970: microsecondsSince1970 + seconds * 1_000_000, offset: offset)
  }

  /// The same instant, written in another offset.
  public func at(offset: Int) -> Moment { Moment(microsecondsSince1970: microsecondsSince1970, offset: offset) }

  private var localSeconds: Int {
    let days = Day.countRange
    return min(max(secondsSince1970 + offset, days.lowerBound * 86_400), (days.upperBound + 1) * 86_400 - 1)
  }

  /// The date on the calendar of the moment's own offset.
  public var day: Day {
    let (quotient, remainder) = localSeconds.quotientAndRemainder(dividingBy: 86_400)
    return Day(daysSince1970: remainder < 0 ? quotient - 1 : quotient)
  }

  /// `14:02`, on the clock of the moment's own offset.
  public var clock: String {
    let second = localSeconds - day.daysSince1970 * 86_400
    return padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2)
  }

  /// RFC 3339, with microseconds only where there are some.
  public var text: String {
    let second = localSeconds - day.daysSince1970 * 86_400
    let micros = microsecondsSince1970 - secondsSince1970 * 1_000_000
    let fraction = micros == 0 ? "" : "." + padded(micros, 6)
    return day.text + "T" + clock + ":" + padded(second % 60, 2) + fraction + offsetText
  }

  private var offsetText: String {
    guard offset != 0 else { return "Z" }
    let size = abs(offset)
    return (offset < 0 ? "-" : "+") + padded(size / 3600, 2) + ":" + padded(size / 60 % 60, 2)
  }
}
