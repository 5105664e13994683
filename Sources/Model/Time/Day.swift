/// A date without a time, such as a startdatum: no instant, and so no time zone that could shift it.
///
/// Counted in days since 1970-01-01 in the Gregorian calendar. Years 1 to 9999: a count outside them gives the nearest
/// day inside, so that every day can be written down.
public struct Day: Sendable, Hashable, Comparable {
  public let daysSince1970: Int

  public init(daysSince1970: Int) {
    self.daysSince1970 = min(max(daysSince1970, Day.countRange.lowerBound), Day.countRange.upperBound)
  }

  /// 0001-01-01 to 9999-12-31.
  static let countRange = -719_162...2_932_896

  /// Nil where there is no such day (31 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Day.length(ofMonth: month, year: year) else { return nil }
    self.init(daysSince1970: Day.count(year: year, month: month, day: day))
  }

  /// Reads `2026-11-22`, and nothing else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }

  public static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }
  public static func - (left: Day, right: Day) -> Int { left.daysSince1970 - right.daysSince1970 }
  public static func + (day: Day, days: Int) -> Day {
    let (sum, overflows) = day.daysSince1970.addingReportingOverflow(days)
    return Day(daysSince1970: overflows ? days : sum)
  }

  public enum Weekday: Int, Sendable, CaseIterable {
    case monday = 0, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  public var weekday: Weekday {
    Weekday(rawValue: ((daysSince1970 + 3) % 7 + 7) % 7) ?? .monday
  }

  public var year: Int { parts.year }
  public var month: Int { parts.month }
  public var dayOfMonth: Int { parts.day }

  /// The form `2026-11-22`.
  public var text: String {
    let (year, month, day) = parts
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// The day that lies a duration later; a month that is too short gives its last day (31 jan + P1M = 28 feb).
  public func adding(_ duration: ISODuration) -> Day {
    let (year, month, day) = parts
    let months = year * 12 + month - 1 + duration.years * 12 + duration.months
    let newYear = months >= 0 ? months / 12 : (months - 11) / 12
    let newMonth = months - newYear * 12 + 1
    let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
    let moved = Day.count(year: newYear, month: newMonth, day: newDay)
    return Day(daysSince1970: moved + duration.weeks * 7 + duration.days)
  }

  private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, by counting years that begin in March, so that the leap day comes last.
  private static func count(year: Int, month: Int, day: Int) -> Int {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private var parts: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth + (marchMonth < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

/// The value of a run of decimal digits; nil where there is anything else in it.
func number(_ digits: ArraySlice<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 18 else { return nil }
  var value = 0
  for byte in digits {
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return value
}

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
