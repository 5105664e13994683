import Model
import Rules
import Testing

@Suite("Opschorten, hervatten, verlengen")
struct TermijnenTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    "Awb 4:15 counts C−D−1 days, Woo 4.4(3) counts Z−N",
    arguments: [
      ("2026-11-02", "2026-11-02", 0, 0), ("2026-11-02", "2026-11-03", 0, 1), ("2026-11-02", "2026-11-04", 1, 2),
      ("2026-11-02", "2026-11-16", 13, 14), ("2026-02-20", "2026-03-06", 13, 14), ("2024-02-28", "2024-03-01", 1, 2),
      ("2026-11-02", "2026-11-01", 0, 0),
    ])
  func days(_ since: String, _ end: String, _ awb: Int, _ woo: Int) throws {
    #expect(Opschortingsregel.awb.days(since: try day(since), end: try day(end)) == awb)
    #expect(Opschortingsregel.woo.days(since: try day(since), end: try day(end)) == woo)
  }

  @Test("Suspended and resumed, the dates move by the days that the term stood still", arguments: [true, false])
  func wholeWay(notities: Bool) throws {
    let since = try day("2026-11-10")
    let suspend = try werk().schortOp(reden: "Wachten op gegevens", since: since, notities: notities)
    #expect(suspend.gemaakt.count == (notities ? 1 : 0))
    let shown = suspend.on(volDossier())
    #expect(shown.zaak.value.opschorting?.indicatie == true)
    #expect(shown.zaak.value.opschorting?.reden.hasPrefix("Wachten op gegevens") == true)
    #expect(shown.suspendedSince == since)
    #expect(shown.zaak.value.einddatumGepland?.text == "2026-12-13")
    // From the 11th up to and including the 21st or the 22nd.
    for (regel, gepland, uiterlijk) in [
      (Opschortingsregel.awb, "2026-12-24", "2027-01-07"), (.woo, "2026-12-25", "2027-01-08"),
    ] {
      let resumed = try werk(shown).hervat(regel).on(shown).zaak.value
      #expect(resumed.opschorting?.indicatie == false)
      #expect(resumed.einddatumGepland?.text == gepland)
      #expect(resumed.uiterlijkeEinddatumAfdoening?.text == uiterlijk)
    }
    let other = try werk(shown).hervat(.awb, since: try day("2026-11-15"), end: try day("2026-11-18"))
    #expect(other.nieuw["einddatumGepland"] == "2026-12-15")
  }

  @Test("The latest of several notities tells since when")
  func latest() throws {
    var dossier = volDossier()
    dossier.zaak.value.opschorting = Opschorting(["indicatie": true, "reden": "x"])
    func notitie(_ number: Int, _ since: String, _ made: String?) -> Fetched<ZaakNotitieFields> {
      record(
        .zaaknotities, number,
        [
          "onderwerp": "Opschorting", "tekst": .string("Opgeschort sinds \(since). Reden: x"),
          "aanmaakdatum": made.map { .string($0) } ?? .null,
        ])
    }
    dossier.notities = [
      notitie(1, "2026-11-09", "2026-11-09T09:00:00Z"), notitie(2, "2026-03-01", "2026-03-01T09:00:00Z"),
    ]
    #expect(dossier.suspendedSince?.text == "2026-11-09")
    dossier.notities.append(notitie(3, "2026-11-12", nil))
    #expect(dossier.suspendedSince?.text == "2026-11-12")
    dossier.zaak.value.opschorting = Opschorting(["indicatie": false, "reden": "x"])
    #expect(dossier.suspendedSince == nil)
  }

  @Test("Extended, the dates move with it; extensions together stay within the verlengingstermijn")
  func verleng() throws {
    let weeks = ISODuration(weeks: 4)
    let change = try werk().verleng(weeks, reden: "Complex")
    let shown = change.on(volDossier())
    #expect(shown.zaak.value.verlenging?.duur == weeks && shown.zaak.value.verlenging?.reden == "Complex")
    #expect(shown.zaak.value.einddatumGepland?.text == "2027-01-10")
    #expect(shown.zaak.value.uiterlijkeEinddatumAfdoening?.text == "2027-01-24")
    #expect(weigering { () throws(RuleError) in try werk(shown).verleng(ISODuration(days: 14), reden: "x") } == nil)
    #expect(
      weigering { () throws(RuleError) in try werk(shown).verleng(ISODuration(days: 15), reden: "x") }
        == .termijn(.verlengingTooLong(max: "P42D")))
  }

  @Test("A date that the zaak does not have is not made up")
  func withoutDates() throws {
    var dossier = volDossier()
    dossier.zaak.value.einddatumGepland = nil
    dossier.zaak.value.uiterlijkeEinddatumAfdoening = nil
    #expect(Set(try werk(dossier).verleng(ISODuration(days: 7), reden: "x").nieuw.keys) == ["verlenging"])
  }

  @Test("What zaaktype and zaak do not allow is said")
  func refusals() throws {
    var closed = volDossier()
    closed.zaak.value.einddatum = moment(0).day
    var suspended = volDossier()
    suspended.zaak.value.opschorting = Opschorting(["indicatie": true, "reden": "x"])
    var strict = volZaaktype()
    strict.zaaktype.value.verlengingMogelijk = false
    strict.zaaktype.value.opschortingEnAanhoudingMogelijk = false
    let long = String(repeating: "x", count: 201)
    let week = ISODuration(weeks: 1)
    func check(_ expected: RuleError, _ work: () throws(RuleError) -> Change) {
      #expect(weigering(work) == expected)
    }
    check(.closed) { () throws(RuleError) in try werk(closed).schortOp(reden: "x") }
    check(.closed) { () throws(RuleError) in try werk(closed).verleng(week, reden: "x") }
    check(.termijn(.opschortingNotPossible)) { () throws(RuleError) in
      try werk(volDossier(), strict).schortOp(reden: "x")
    }
    check(.termijn(.verlengingNotPossible)) { () throws(RuleError) in
      try werk(volDossier(), strict).verleng(week, reden: "x")
    }
    check(.termijn(.verlengingWithoutDuur)) { () throws(RuleError) in
      try werk().verleng(ISODuration(hours: 3), reden: "x")
    }
    check(.termijn(.isSuspended)) { () throws(RuleError) in try werk(suspended).schortOp(reden: "x") }
    check(.termijn(.isNotSuspended)) { () throws(RuleError) in try werk().hervat(.awb) }
    check(.termijn(.sinceUnknown)) { () throws(RuleError) in try werk(suspended).hervat(.awb) }
    let tomorrow = moment(0).day + 1
    check(.termijn(.beforeSuspension(since: tomorrow))) { () throws(RuleError) in
      try werk(suspended).hervat(.awb, since: tomorrow)
    }
    check(.tooLong(field: "reden", count: 201, max: 200)) { () throws(RuleError) in try werk().schortOp(reden: long) }
    check(.tooLong(field: "reden", count: 201, max: 200)) { () throws(RuleError) in
      try werk().verleng(week, reden: long)
    }
    check(.missing(field: "reden")) { () throws(RuleError) in try werk().schortOp(reden: "") }
  }
}
