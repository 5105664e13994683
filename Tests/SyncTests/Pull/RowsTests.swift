import Model
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// The rows of the werkvoorraad come first and in bulk, the dossiers by urgency.
struct RowsTests {
  /// Taken at the first request for a dossier.
  private final class Snapshot: Sendable {
    let rows = Mutex<[ZaakRow]?>(nil)
    let order = Mutex<[String]>([])
  }

  private func remote(
    _ fixture: SyncFixture, _ snapshot: Snapshot,
    _ script: @escaping @Sendable (RemoteCall) -> MemoryRemote.Trouble? = { _ in nil }
  ) -> MemoryRemote {
    MemoryRemote(fixture.server) { call in
      guard call.kind == .zaakeigenschappen else { return script(call) }
      snapshot.order.withLock { $0.append(Ref(call.target).uuid ?? "") }
      let rows = try? fixture.store.rows(RowQuery(limit: 1000)).rows
      snapshot.rows.withLock { if $0 == nil { $0 = rows } }
      return nil
    }
  }

  @Test(arguments: [false, true])
  func allRowsHaveStatusAndBehandelaarBeforeTheFirstDossier(_ old: Bool) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 40, pageSize: 15, old: old))
    let snapshot = Snapshot()
    let remote = remote(fixture, snapshot)
    let report = await fixture.sync(remote)
    #expect((report.fetched, report.skipped) == (40, 0))
    let rows = try #require(snapshot.rows.withLock { $0 })
    #expect(rows.count == 40)
    #expect(rows.allSatisfy { $0.status == "Ontvangen" && $0.behandelaar == "Breugel" })
    #expect(remote.calls.count { $0.kind == .statussen && $0.target.isEmpty } == 3)
    #expect(remote.calls.count { $0.kind == .rollen && $0.target.isEmpty } == 3)
  }

  /// As on a server of an older standard.
  @Test func whereTheLatestStatusCannotBeAskedForAllAreRead() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 40))
    let zaak = fixture.sample.zaken[7]
    try fixture.server.colleagueSets(fixture.sample.statustypen[1], on: zaak, at: SampleServer.moment(1))
    let refused = Counter()
    let snapshot = Snapshot()
    let remote = remote(fixture, snapshot) { call in
      call.kind == .statussen && call.target.isEmpty && refused.next() == 1
        ? .before(.rejected(.made(400, "unknown-parameters"))) : nil
    }
    await fixture.sync(remote)
    let rows = try #require(snapshot.rows.withLock { $0 })
    #expect(rows.count { $0.status == "In behandeling" } == 1)
    #expect(rows.count { $0.status == "Ontvangen" } == 39)
  }

  @Test func aSmallPartOfALargeServerIsNotWorthGoingThroughAll() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 200))
    let other = fixture.server.add(.zaaktypen, ["identificatie": "ANDERS", "omschrijving": "Anders"])
    for zaak in fixture.sample.zaken.dropFirst(30) { fixture.server.overwrite(zaak, ["zaaktype": .string(other.url)]) }
    let remote = MemoryRemote(fixture.server)
    let report = await fixture.sync(remote, werkset: Werkset(zaaktypen: ["WOO"]))
    #expect((report.fetched, report.trouble == nil) == (30, true))
    #expect(remote.calls.count { $0.kind == .statussen && $0.target.isEmpty } == 1)
    #expect(remote.calls.count { $0.kind == .rollen && $0.target.isEmpty } == 1)
  }

  @Test(arguments: [
    RemoteError.forbidden(.made(403, "permission_denied")), .rejected(.made(400, "unknown-parameters")),
    .lost(status: 500, ""), .malformed("x"),
  ])
  func troubleWithTheBulkIsNoTrouble(_ error: RemoteError) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 40))
    let remote = fixture.remote(.before(error)) {
      $0.target.isEmpty && ($0.kind == .statussen || $0.kind == .rollen)
    }
    let report = await fixture.sync(remote)
    #expect((report.fetched, report.skipped, report.trouble == nil) == (40, 0, true))
  }

  @Test func mineAndUrgentDossiersComeFirst() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 40))
    let zaken = fixture.sample.zaken
    for (place, zaak) in zaken.enumerated() {
      fixture.server.overwrite(
        zaak, ["uiterlijkeEinddatumAfdoening": .string((Day(daysSince1970: 20_800) + (40 - place)).text)])
    }
    let mine = [3, 17, 30]
    for rol in fixture.server.all(.rollen) where mine.contains(where: { zaken[$0].url == rol["zaak"]?.string }) {
      fixture.server.overwrite(Ref(rol["url"]?.string ?? ""), ["betrokkeneIdentificatie": ["identificatie": "mw077"]])
    }
    fixture.server.overwrite(zaken[39], ["einddatum": "2026-01-01"])
    let snapshot = Snapshot()
    await fixture.sync(remote(fixture, snapshot), me: "mw077")
    let order = snapshot.order.withLock { $0 }
    // Four at once, so the first ones come in any order.
    #expect(Set(order.prefix(4)).isSuperset(of: mine.map(fixture.sample.uuid)))
    let place = try #require(order.firstIndex(of: fixture.sample.uuid(39)))
    #expect(place >= 36)
    #expect(try #require(order.firstIndex(of: fixture.sample.uuid(38))) < 8)
  }

  @Test func aChangedBodyIsShownAtOnceAndItsPartsAreReadAlsoAfterAnInterruption() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 3))
    await fixture.sync()
    let zaak = fixture.sample.zaken[1]
    fixture.server.overwrite(zaak, ["omschrijving": "anders"])
    fixture.server.add(.rollen, ["zaak": .string(zaak.url), "omschrijvingGeneriek": "initiator"])
    await fixture.sync(fixture.remote(.before(.unreachable("weg"))) { $0.kind == .rollen })
    let between = try #require(try fixture.store.dossier(fixture.sample.uuid(1)))
    #expect(between.zaak.value.omschrijving == "anders")
    #expect((between.isComplete, between.rollen.count) == (false, 1))
    let report = await fixture.sync()
    #expect(report.fetched == 1)
    let after = try #require(try fixture.store.dossier(fixture.sample.uuid(1)))
    #expect((after.isComplete, after.rollen.count) == (true, 2))
  }
}
