import Testing

@testable import Sandbox

@Suite struct CalendarTests {
  @Test(arguments: [("2024-02-29", 19_782), ("1970-01-01", 0), ("2026-11-22", 20_779), ("1969-12-31", -1)])
  func daysAreCountedFrom1970(text: String, number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).text == text)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "26-01-01", "gisteren", "2026-1-1"])
  func noDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", "P1Y", "2025-02-28"), ("2026-01-31", "P1M", "2026-02-28"), ("2026-11-22", "P56D", "2027-01-17"),
    ("2026-11-22", "P2W", "2026-12-06"), ("2026-12-31", "P5Y", "2031-12-31"), ("2026-11-22", "P1Y2M3D", "2028-01-25"),
  ])
  func periodsAreAdded(day: String, period: String, sum: String) throws {
    #expect(try #require(Day(day)) + #require(Period(period)) == Day(sum))
  }

  @Test(arguments: [
    ("2026-11-22T04:30:13.541563Z", "2026-11-22T04:30:13.541563Z"),
    ("2026-11-22T00:30:00+01:00", "2026-11-21T23:30:00Z"),
    ("2026-11-22T04:30:13.5-0200", "2026-11-22T06:30:13.500000Z"),
    ("2026-11-22T04:30", "2026-11-22T04:30:00Z"),
  ])
  func momentsAreInUTC(text: String, utc: String) {
    #expect(Moment(text)?.text == utc)
  }

  @Test(arguments: ["", "P", "56D", "P5", "P9223372036854775807Y", "P1X"])
  func noPeriod(text: String) {
    #expect(Period(text) == nil)
  }

  @Test(arguments: ["2026-11-22", "2026-11-22T25:00:00Z", "2026-11-22T04:30:13.Z", "2026-11-22T04:61Z"])
  func noMoment(text: String) {
    #expect(Moment(text) == nil)
  }
}
