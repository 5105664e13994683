import Model
import Rules
import Testing

@Suite struct TermijnTests {
  private func zaak(
    gepland: String? = nil, uiterlijk: String? = nil, einddatum: String? = nil, verlenging: JSON = .null,
    opschorting: JSON = .null
  ) -> Zaak {
    Zaak([
      "einddatumGepland": gepland.map { .string($0) } ?? .null,
      "uiterlijkeEinddatumAfdoening": uiterlijk.map { .string($0) } ?? .null,
      "einddatum": einddatum.map { .string($0) } ?? .null, "verlenging": verlenging, "opschorting": opschorting,
    ])
  }

  @Test func theLegalDayGoesBeforeThePlannedOne() {
    #expect(Termijn(zaak()) == nil)
    let gepland = Termijn(zaak(gepland: "2026-12-01"))
    #expect(gepland?.day == Day("2026-12-01"))
    #expect(gepland?.reason == .gepland)
    let both = Termijn(zaak(gepland: "2026-12-01", uiterlijk: "2026-12-20"))
    #expect(both?.day == Day("2026-12-20"))
    #expect(both?.reason == .uiterlijk)
    #expect(Termijn(zaak(uiterlijk: "2026-12-20"))?.reason == .uiterlijk)
    #expect(Termijn(zaak(gepland: "2026-12-01", einddatum: "2026-11-20")) == nil)
  }

  @Test(
    arguments: [
      (.null, nil), (["reden": "", "duur": "P0D"], nil), (["reden": "x", "duur": .null], nil),
      (["reden": "advies", "duur": "P2W"], "advies"), (["reden": "advies", "duur": "PT1H"], "advies"),
    ] as [(JSON, String?)])
  func anEmptyVerlengingIsNone(verlenging: JSON, reden: String?) {
    #expect(Termijn(zaak(gepland: "2026-12-01", verlenging: verlenging))?.verlenging?.reden == reden)
  }

  // Awb 4:15
  @Test func anOpschortingStopsTheCounting() throws {
    let cases: [(JSON, Bool)] = [
      (.null, false), (["indicatie": false, "reden": ""], false), (["indicatie": true, "reden": "aanvulling"], true),
    ]
    for (opschorting, isSuspended) in cases {
      let termijn = try #require(Termijn(zaak(gepland: "2026-12-01", opschorting: opschorting)))
      #expect(termijn.isSuspended == isSuspended)
    }
  }

  @Test(arguments: [
    ("2026-12-01", 0, Urgency.soon), ("2026-12-02", -1, .late), ("2026-11-30", 1, .soon), ("2026-11-25", 6, .soon),
    ("2026-11-24", 7, .calm), ("2025-12-01", 365, .calm), ("2027-12-01", -365, .late),
  ])
  func daysLeftAndUrgency(today: String, left: Int, urgency: Urgency) throws {
    let termijn = try #require(Termijn(zaak(gepland: "2026-12-01")))
    #expect(termijn.daysLeft(today: try #require(Day(today))) == left)
    #expect(Urgency(daysLeft: left) == urgency)
  }
}
