import Model
import Store
import TestSupport
import Testing

@testable import Sync

/// What goes away, what stays, and whose trouble it is.
struct PullTroubleTests {
  @Test func aDeletedZaakGoesAndItsPendingWorkStays() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "x"))])
    fixture.server.remove(fixture.sample.zaken[0])
    let report = await fixture.sync()
    #expect(report.removed == 1)
    #expect(try fixture.store.knownDossiers() == [fixture.sample.uuid(1)])
    guard case .rejected(let rejection) = fixture.state("op-veld") else {
      Issue.record("the operation is gone")
      return
    }
    #expect(rejection.status == 404)
  }

  @Test func aZaakThatWeMayNoLongerSeeGoesAndItsPendingWorkStays() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    try fixture.store.record([.added(fixture.sample.sets(1))])
    fixture.server.forbid(fixture.sample.zaken[0])
    for status in fixture.server.all(.statussen) { fixture.server.forbid(Ref(status["url"]?.string ?? "")) }
    let report = await fixture.sync()
    #expect(report.removed == 1)
    // An empty list of statussen is not taken for a zaak without a status.
    guard case .rejected(let rejection) = fixture.state("op-status") else {
      Issue.record("\(String(describing: fixture.state("op-status")))")
      return
    }
    #expect(rejection.status == 403)
  }

  @Test(arguments: [Werkset(openOnly: true), Werkset(behandelaar: "mw001"), Werkset(zaaktypen: ["WOO"])])
  func aZaakThatLeftTheWerksetGoesAndItsPendingWorkStays(_ werkset: Werkset) async throws {
    let fixture = try SyncFixture()
    await fixture.sync(werkset: werkset)
    #expect(try fixture.store.knownDossiers().count == 2)
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "x"))])
    let zaak = fixture.sample.zaken[0]
    let other = fixture.server.add(.zaaktypen, ["identificatie": "ANDERS", "omschrijving": "Anders"])
    fixture.server.overwrite(zaak, ["einddatum": "2026-11-01", "zaaktype": .string(other.url)])
    for rol in fixture.server.all(.rollen) where rol["zaak"]?.string == zaak.url {
      fixture.server.overwrite(Ref(rol["url"]?.string ?? ""), ["betrokkeneIdentificatie": ["identificatie": "mw002"]])
    }
    let remote = fixture.remote(.before(.lost(status: 500, ""))) {
      $0.kind == .zaken && $0.target == zaak.url && !$0.isWrite
    }
    let failed = await fixture.sync(remote, werkset: werkset)
    #expect((failed.postponed, failed.removed, failed.skipped) == (1, 0, 1))
    #expect(fixture.state("op-veld") == .waiting)
    let report = await fixture.sync(werkset: werkset)
    #expect((report.sent, report.removed) == (1, 1))
    #expect(try fixture.store.knownDossiers() == [fixture.sample.uuid(1)])
  }

  @Test(arguments: [Werkset(closedFrom: Day("2026-02-01")), Werkset(teams: ["T1"]), Werkset(trefwoorden: ["anders"])])
  func anotherWerksetTakesAwayWhatIsOutsideWithoutAskingForEach(_ werkset: Werkset) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 5))
    for zaak in fixture.sample.zaken.dropFirst() { fixture.server.overwrite(zaak, ["einddatum": "2026-01-31"]) }
    await fixture.sync()
    let remote = MemoryRemote(fixture.server)
    let report = await fixture.sync(remote, werkset: werkset)
    let left = werkset.choosesBehandelaars || werkset.choosesZaaktypen ? 0 : 1
    #expect(report.removed == 5 - left)
    // Where the list is empty one zaak is a witness.
    #expect(remote.calls.count { $0.kind == .zaken && $0.verb == .read } == 1 - left)
  }

  /// S10: see docs/sync.md.
  @Test func aZaakThatAPageSkippedIsKeptAndRead() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 3))
    await fixture.sync()
    let zaak = fixture.sample.zaken[1]
    fixture.server.overwrite(zaak, ["omschrijving": "anders"])
    let report = await fixture.sync(MemoryRemote(fixture.server, quirk: .listsWithout(zaak)))
    #expect((report.removed, report.fetched) == (0, 1))
    #expect(try fixture.store.dossier(fixture.sample.uuid(1))?.zaak.value.omschrijving == "anders")
  }

  @Test func aPartThatIsGoneDoesNotTakeTheZaakWithIt() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    let zaak = fixture.sample.zaken[0]
    let resultaat = fixture.server.add(.resultaten, ["zaak": .string(zaak.url), "toelichting": "x"])
    fixture.server.remove(resultaat)
    fixture.server.overwrite(zaak, ["resultaat": resultaat.json])
    let report = await fixture.sync(MemoryRemote(fixture.server, quirk: .listsWithout(zaak)))
    #expect((report.removed, report.skipped) == (0, 1))
    #expect(try fixture.store.knownDossiers().count == 2)
  }

  /// S10: see docs/sync.md.
  @Test func anEmptiedServerIsNotBelievedUntilTheUserIsAsked() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 3))
    await fixture.sync()
    fixture.server.removeAll(.zaken)
    let report = await fixture.sync()
    guard case .emptied(stored: 3) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
    #expect(try fixture.store.knownDossiers().count == 3)
    let asked = await fixture.sync(believesEmpty: true)
    #expect(asked.trouble == nil)
    #expect(asked.removed == 3)
  }

  @Test func aWerksetThatIsEmptyNowIsBelievedWhenTheServerStillKnowsTheZaken() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 3))
    await fixture.sync(werkset: Werkset(openOnly: true))
    for zaak in fixture.sample.zaken { fixture.server.overwrite(zaak, ["einddatum": "2026-11-01"]) }
    let report = await fixture.sync(werkset: Werkset(openOnly: true))
    #expect(report.trouble == nil)
    #expect(report.removed == 3)
  }

  @Test(arguments: [1, 4, 8])
  func brokenDossiersDoNotKeepTheOthersFromComing(_ broken: Int) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 20))
    // The broken ones come first.
    for zaak in fixture.sample.zaken.prefix(broken) {
      fixture.server.overwrite(zaak, ["uiterlijkeEinddatumAfdoening": "2026-01-01"])
    }
    let targets = Set(fixture.sample.zaken.prefix(broken).map(\.url))
    let remote = fixture.remote(.before(.lost(status: 500, ""))) { $0.kind == .rollen && targets.contains($0.target) }
    let report = await fixture.sync(remote)
    #expect(report.trouble == nil)
    #expect((report.fetched, report.skipped) == (20 - broken, broken))
    // Their rows are there all the same.
    #expect(try fixture.store.knownDossiers().count == 20)
  }

  @Test func aServerInTroubleIsNotAskedForEveryDossier() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 100))
    let listed = Counter()
    let remote = MemoryRemote(fixture.server) { call in
      if call.kind == .zaken, call.verb == .list, listed.next() == 1 { return nil }
      return call.kind.api == .catalogi ? nil : .before(.lost(status: 503, ""))
    }
    let report = await fixture.sync(remote)
    guard case .remote(.lost) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
    #expect(remote.calls.count { $0.kind == .statussen } < 10)
  }

  @Test func aServerThatGivesListsButNoPartsIsLeftInTheEnd() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 100))
    let remote = fixture.remote(.before(.lost(status: 500, ""))) { $0.kind == .statussen }
    let report = await fixture.sync(remote)
    guard case .remote(.lost) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
    let asked = remote.calls.count { $0.kind == .statussen && !$0.target.isEmpty }
    #expect(asked < PullEngine.mostFailuresInARow + Syncer.connections)
  }

  @Test(arguments: [
    RemoteError.unreachable("weg"), .notSignedIn(.made(401, "x")), .busy(seconds: 9), .configuration("x"),
  ])
  func troubleWithTheServerEndsTheSyncAndKeepsAll(_ error: RemoteError) async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    let before = fixture.steps.count
    let report = await fixture.sync(fixture.remote(.before(error)) { _ in true })
    guard case .remote(error) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
    #expect(fixture.steps.count == before)
    #expect(try fixture.store.knownDossiers().count == 2)
  }
}
