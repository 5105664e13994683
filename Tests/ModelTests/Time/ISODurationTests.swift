import Model
import Testing

@Suite struct ISODurationTests {
  @Test(arguments: [
    ("P8W", ISODuration(weeks: 8)), ("P56D", ISODuration(days: 56)), ("P1Y6M", ISODuration(years: 1, months: 6)),
    ("P10Y", ISODuration(years: 10)), ("PT4H30M", ISODuration(hours: 4, minutes: 30)), ("P0D", ISODuration()),
    ("P1M", ISODuration(months: 1)), ("PT1M", ISODuration(minutes: 1)), ("PT1S", ISODuration(seconds: 1)),
    (
      "P1Y2M3W4DT5H6M7S",
      ISODuration(years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7)
    ),
    ("P999999999D", ISODuration(days: 999_999_999)),
  ])
  func readsAndWrites(text: String, duration: ISODuration) {
    #expect(ISODuration(text) == duration)
    #expect(duration.text == text)
  }

  @Test(arguments: [("P0Y", "P0D"), ("PT0S", "P0D"), ("P08W", "P8W"), ("P1Y0M0D", "P1Y"), ("P0DT1H", "PT1H")])
  func readsOtherFormsOfTheSame(text: String, written: String) {
    #expect(ISODuration(text)?.text == written)
  }

  @Test(arguments: [
    "", "P", "PT", "P1YT", "T1H", "1D", "P1", "PD", "P1H", "PT1D", "PT1W", "P1D1M", "P1W1M", "P1Y1Y", "P1DT1M1H",
    "P1.5D", "P1,5D", "-P1D", "P-1D", "P+1D", "p1d", "P1D ", " P1D", "P1D T1H", "PT1HT1M", "P1X", "P1000000000D",
    "P99999999999999999999D", "8W", "P٣D",
  ])
  func noDuration(text: String) {
    #expect(ISODuration(text) == nil)
  }
}
