import Model
import Testing

/// What a server makes of what it was sent is recognised, and nothing else is.
@Suite struct LikenessTests {
  static let kept: [(JSON, JSON)] = [
    ("a", "a"), ("a", " a\n"), (.null, ""), ("", .null), (.null, "  "), (.number("1.0"), .number("1.00")),
    ("2026-11-24T10:00:00Z", "2026-11-24T11:00:00+01:00"), ("2026-11-24T10:00:00Z", "2026-11-24T10:00:00.123456Z"),
    ("P14D", "P2W"), (.null, []), ([], .null), (.null, ["indicatie": false, "reden": ""]),
    (["indicatie": true, "reden": "x", "eerdereOpschorting": false], ["indicatie": true, "reden": " x "]),
    (["a", "b"], ["b", "a"]),
    ([["kenmerk": "1", "bron": "x"], ["kenmerk": "2", "bron": ""]], [["kenmerk": "2"], ["kenmerk": "1"]]),
    (["type": "Point", "coordinates": [.number("4.7"), 52]], ["coordinates": [.number("4.70"), .number("52.0")]]),
  ]

  @Test(arguments: kept)
  func isKept(server: JSON, sent: JSON) { #expect(server.keeps(sent)) }

  static let others: [(JSON, JSON)] = [
    ("a", "b"), ("A", "a"), ("e\u{301}", "\u{E9}"), (.null, "a"), ("a", .null), (1, 2), (true, false), (.null, 0),
    (.null, false),
    ("2026-11-24", "2026-11-25"), ("2026-11-24T10:00:00Z", "2026-11-24T10:00:01Z"), ("P1M", "P30D"),
    (["a"], ["a", "a"]), (["a", "a"], ["a", "b"]), (["reden": "x"], ["reden": "x", "duur": "P1D"]),
    (["coordinates": [.number("4.7"), 52]], ["coordinates": [52, .number("4.7")]]), ("1", 1),
  ]

  @Test(arguments: others)
  func isSomethingElse(server: JSON, sent: JSON) { #expect(!server.keeps(sent)) }

  @Test func whatWasNotSentDoesNotCount() {
    let server: JSONObject = ["url": "u", "waarde": "2", "naam": "bouwlaag"]
    #expect(server.keeps(["waarde": "2"]))
    #expect(server.keeps(["waarde": "2", "toelichting": ""]))
    #expect(!server.keeps(["waarde": "3"]))
  }
}
