import Foundation
import Model
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2024-02-29", 19_782), ("2026-11-22", 20_779),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("1900-02-28", -25_509), ("1900-03-01", -25_508),
  ])
  func readsAndWrites(text: String, count: Int) {
    #expect(Day(text)?.daysSince1970 == count)
    #expect(Day(daysSince1970: count).text == text)
  }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
    "0000-12-31", "2026-1-1", "26-01-01", "2026/01/01", "2026-01-01T", " 2026-01-01", "2026-01-0a", "+026-01-01",
    "-026-01-01", "２０２６-01-01", "20260101",
  ])
  func noDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func leapYears() {
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2028, month: 2, day: 29) != nil)
    #expect(Day(year: 2026, month: 2, day: 29) == nil)
    #expect(Day(year: 10_000, month: 1, day: 1) == nil)
    #expect(Day(year: 0, month: 12, day: 31) == nil)
  }

  /// Every 97th day of all years against Foundation's calendar, which knows the Gregorian rules only from 1582.
  @Test func agreesWithFoundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    let weekdays: [Int: Day.Weekday] = [
      1: .sunday, 2: .monday, 3: .tuesday, 4: .wednesday, 5: .thursday, 6: .friday, 7: .saturday,
    ]
    let first = try #require(Day("1583-01-01")).daysSince1970
    var wrong: [String] = []
    for count in stride(from: first, through: 2_932_896, by: 97) {
      let day = Day(daysSince1970: count)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(count) * 86_400))
      let isSame = [day.year, day.month, day.dayOfMonth] == [parts.year, parts.month, parts.day].map { $0 ?? 0 }
      if !isSame || day.weekday != weekdays[parts.weekday ?? 0] { wrong.append(day.text) }
    }
    #expect(wrong == [])
  }

  @Test func everyDayOfFourHundredYearsIsReadAsItIsWritten() {
    var expected = Day(daysSince1970: 0)
    var wrong: [Int] = []
    for _ in 0..<146_097 {
      let again = Day(year: expected.year, month: expected.month, day: expected.dayOfMonth)
      if again != expected || Day(expected.text) != expected { wrong.append(expected.daysSince1970) }
      expected = expected + 1
    }
    #expect(wrong == [])
    #expect(expected.text == "2370-01-01")
  }

  @Test(arguments: [
    ("2026-01-31", "P1M", "2026-02-28"), ("2024-01-31", "P1M", "2024-02-29"), ("2024-02-29", "P1Y", "2025-02-28"),
    ("2024-02-29", "P4Y", "2028-02-29"), ("2026-10-31", "P4M", "2027-02-28"), ("2026-11-22", "P8W", "2027-01-17"),
    ("2026-11-22", "P56D", "2027-01-17"), ("2026-12-31", "P1D", "2027-01-01"), ("2026-01-31", "P1M1D", "2026-03-01"),
    ("2026-11-22", "P1Y2M1W3D", "2028-02-01"), ("2026-11-22", "PT36H", "2026-11-22"),
    ("2026-11-22", "P0D", "2026-11-22"),
    ("0001-01-01", "P9998Y11M30D", "9999-12-31"), ("9999-12-31", "P1D", "9999-12-31"),
    ("2026-11-22", "P999999999Y999999999M", "9999-12-31"),
  ])
  func addsADuration(day: String, duration: String, sum: String) throws {
    let length = try #require(ISODuration(duration))
    #expect(try #require(Day(day)).adding(length).text == sum)
  }

  @Test func countsStayWithinTheYearsThatCanBeWritten() {
    #expect(Day(daysSince1970: Int.max).text == "9999-12-31")
    #expect(Day(daysSince1970: Int.min).text == "0001-01-01")
    #expect((Day(daysSince1970: 0) + Int.max).text == "9999-12-31")
    #expect((Day(daysSince1970: 5) + Int.max).text == "9999-12-31")
    #expect((Day(daysSince1970: -5) + Int.min).text == "0001-01-01")
    #expect(Day(daysSince1970: 7) - Day(daysSince1970: 10) == -3)
    #expect(Day(daysSince1970: 7) < Day(daysSince1970: 8))
  }

  @Test func readsAndWritesTheSameInEveryTimeZone() throws {
    let kept = ProcessInfo.processInfo.environment["TZ"]
    defer {
      if let kept { setenv("TZ", kept, 1) } else { unsetenv("TZ") }
      tzset()
    }
    for zone in ["UTC", "Europe/Amsterdam", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"] {
      setenv("TZ", zone, 1)
      tzset()
      #expect(Day("2026-03-29")?.text == "2026-03-29")
      #expect(Day("2026-03-29")?.weekday == .sunday)
      #expect(Moment("2026-03-29T02:30:00+02:00")?.day.text == "2026-03-29")
      #expect(Moment("2026-03-29T02:30:00+02:00")?.clock == "02:30")
    }
  }
}
