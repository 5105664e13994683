import Model
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, 0), ("2026-11-22T14:02:09Z", 1_795_356_129_000_000, 0),
    ("2026-11-22T14:02:09+01:00", 1_795_352_529_000_000, 3600),
    ("2026-11-22T14:02:09.123456+01:00", 1_795_352_529_123_456, 3600),
    ("2026-11-22T14:02:09.000001-05:30", 1_795_375_929_000_001, -19_800),
    ("1969-12-31T23:59:59.500000Z", -500_000, 0), ("1969-12-31T23:59:58Z", -2_000_000, 0),
    ("0001-01-01T00:00:00Z", -62_135_596_800_000_000, 0), ("9999-12-31T23:59:59Z", 253_402_300_799_000_000, 0),
    ("9999-12-31T23:59:59-14:00", 253_402_351_199_000_000, -50_400),
  ])
  func readsAndWrites(text: String, microseconds: Int, offset: Int) throws {
    let moment = try #require(Moment(text))
    #expect(moment.microsecondsSince1970 == microseconds)
    #expect(moment.offset == offset)
    #expect(moment.text == text)
    #expect(moment.day.text == text.prefix(10))
    #expect(moment.clock == text.dropFirst(11).prefix(5))
  }

  @Test(arguments: [
    ("2026-11-22t14:02:09z", "2026-11-22T14:02:09Z"), ("2026-11-22 14:02:09Z", "2026-11-22T14:02:09Z"),
    ("2026-11-22T14:02:09.5Z", "2026-11-22T14:02:09.500000Z"),
    ("2026-11-22T14:02:09.123456789Z", "2026-11-22T14:02:09.123456Z"),
    ("2026-11-22T14:02:09.000Z", "2026-11-22T14:02:09Z"), ("2026-11-22T14:02:09-00:00", "2026-11-22T14:02:09Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"), ("2017-01-01T00:59:60+01:00", "2017-01-01T01:00:00+01:00"),
  ])
  func readsOtherFormsOfTheSame(text: String, written: String) {
    #expect(Moment(text)?.text == written)
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T14:02:09", "2026-11-22T14:02Z", "2026-11-22T24:00:00Z", "2026-11-22T14:60:00Z",
    "2026-11-22T14:02:61Z", "2026-02-29T14:02:09Z", "2026-11-22T14:02:09.Z", "2026-11-22T14:02:09.",
    "2026-11-22T14:02:09,5Z", "2026-11-22T14:02:09.5", "2026-11-22T14:02:09+0100", "2026-11-22T14:02:09+01",
    "2026-11-22T14:02:09+24:00", "2026-11-22T14:02:09+01:60", "2026-11-22T14:02:09ZZ", "2026-11-22T14:02:09Z ",
    "2026-11-22_14:02:09Z", "2026-11-22T14.02.09Z", "2026-11-22T-4:02:09Z", "0000-12-31T23:00:00Z",
    "2026-11-22T14:02:09*01:00", "9999-12-31T23:59:60Z",
  ])
  func noMoment(text: String) {
    #expect(Moment(text) == nil)
  }

  @Test func oneInstantInTwoOffsetsIsEqualButOnItsOwnDay() throws {
    let amsterdam = try #require(Moment("2026-11-23T00:30:00+01:00"))
    let utc = try #require(Moment("2026-11-22T23:30:00Z"))
    #expect(amsterdam == utc)
    #expect(amsterdam.hashValue == utc.hashValue)
    #expect(!(amsterdam < utc))
    #expect(amsterdam.day.text == "2026-11-23")
    #expect(utc.day.text == "2026-11-22")
    #expect(amsterdam.at(offset: 0).text == utc.text)
    #expect(utc.at(offset: 3600).text == amsterdam.text)
    #expect(try #require(Moment("2026-11-23T00:29:59+01:00")) < utc)
    #expect(try #require(Moment("2026-11-22T22:30:00.000001-01:00")) > utc)
  }

  @Test func secondsAreRoundedDown() {
    #expect(Moment(microsecondsSince1970: 1_999_999).secondsSince1970 == 1)
    #expect(Moment(microsecondsSince1970: -1).secondsSince1970 == -1)
    #expect(Moment(microsecondsSince1970: -1).text == "1969-12-31T23:59:59.999999Z")
    #expect(Moment(secondsSince1970: 10, offset: 60).adding(seconds: -20).text == "1970-01-01T00:00:50+00:01")
  }

  @Test func anOffsetIsInWholeMinutesSoThatTheTextIsTheSameInstant() {
    let odd = Moment(secondsSince1970: 0, offset: 1172)
    #expect(odd.text == "1970-01-01T00:19:00+00:19")
    #expect(Moment(odd.text) == odd)
    #expect(Moment(secondsSince1970: 0, offset: -1172).text == "1969-12-31T23:41:00-00:19")
  }

  @Test func outsideTheYearsItIsWrittenAsTheNearestInside() {
    #expect(Moment(secondsSince1970: 253_402_300_800).text == "9999-12-31T23:59:59Z")
    #expect(Moment(secondsSince1970: -62_135_596_801).text == "0001-01-01T00:00:00Z")
  }
}
