import Model
import Testing

@testable import App

/// Numbers, dates and durations as the two languages write them.
@Suite struct TextsTests {
  private let nl = Texts(language: .nl)
  private let en = Texts(language: .en)

  @Test(arguments: [
    (0, "0", "0"), (999, "999", "999"), (1204, "1.204", "1,204"), (-1_000_000, "-1.000.000", "-1,000,000"),
  ])
  func numbers(value: Int, dutch: String, english: String) {
    #expect(nl.number(value) == dutch)
    #expect(en.number(value) == english)
  }

  @Test(arguments: [
    (-1204, "1.204 te laat"), (-3, "3 te laat"), (0, "vandaag"), (1, "morgen"), (2, "nog 2 d"), (120, "nog 120 d"),
  ])
  func daysLeft(days: Int, text: String) { #expect(nl.daysLeft(days) == text) }

  @Test(arguments: [
    ("2026-12-16", "wo 16 dec 2026"), ("2026-11-22", "zo 22 nov 2026"), ("2027-01-21", "do 21 jan 2027"),
    ("2027-01-22", "22 jan 2027"), ("2026-03-01", "1 mrt 2026"),
  ])
  func aDateHasItsWeekdayWhenItIsNear(day: String, text: String) {
    #expect(nl.date(World.day(day), today: World.today) == text)
  }

  @Test func aMomentOfTodayIsItsTime() {
    #expect(nl.moment(World.now, today: World.today) == "14:02")
    #expect(en.moment(World.moment("2026-11-20T09:30:00+01:00"), today: World.today) == "Fri 20 Nov 2026 09:30")
  }

  @Test(arguments: [
    ("P8W", "8 weken"), ("P1Y6M", "1 jaar en 6 maanden"), ("P1W", "1 week"), ("P1M1DT2H", "1 maand, 1 dag en 2 uur"),
    ("P0D", "0 dagen"),
  ])
  func durations(iso: String, text: String) {
    #expect(ISODuration(iso).map(nl.duration) == text)
  }

  @Test(arguments: [(999, "999 B"), (184_320, "184 kB"), (2_411_724, "2,4 MB")])
  func sizes(bytes: Int, text: String) { #expect(nl.bytes(bytes) == text) }

  @Test(arguments: [("999990782", "••••••782"), ("12", "••"), ("", "")])
  func aNumberIsMasked(number: String, text: String) { #expect(ZaakPresenter.masked(number) == text) }
}
