import Model
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// What the list does not show is found by reading unchanged dossiers again, some each round.
struct RecheckTests {
  private final class Keeper: CheckKeeper {
    private let moments = Mutex(CheckMoments())
    func read() -> CheckMoments { moments.withLock { $0 } }
    func write(_ new: CheckMoments) { moments.withLock { $0 = new } }
  }

  private func moment(_ hours: Int) -> Moment { MemoryServer.epoch.adding(seconds: hours * 3600) }

  /// Another name for the behandelaar: not seen in the body of the zaak.
  private func rename(_ zaak: Int, _ fixture: SyncFixture) {
    for rol in fixture.server.all(.rollen) where rol["zaak"]?.string == fixture.sample.zaken[zaak].url {
      fixture.server.overwrite(
        Ref(rol["url"]?.string ?? ""), ["betrokkeneIdentificatie": ["identificatie": "mw001", "achternaam": "Vos"]])
    }
  }

  @Test func everyZaakComesToItsTurnTheLongestUncheckedFirst() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 12))
    await fixture.sync()
    for zaak in 0..<12 { rename(zaak, fixture) }
    let keeper = Keeper()
    let options = SyncOptions(rechecks: 5)
    var found: [Int] = []
    for round in 1...3 {
      let hour = moment(10 * round)
      let report = await fixture.sync(options: options, checks: keeper, now: { hour })
      #expect(report.trouble == nil)
      found.append(report.fetched)
    }
    #expect(found == [5, 5, 2])
    for zaak in 0..<12 {
      #expect(try fixture.store.dossier(fixture.sample.uuid(zaak))?.behandelaars.first?.naam == "Vos")
    }
  }

  @Test func whatIsAsItWasIsNotWrittenAndNotReadAgainBeforeAllOthersWere() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 6))
    await fixture.sync()
    let before = fixture.steps.count
    let keeper = Keeper()
    var read: [Set<String>] = []
    for round in 1...3 {
      let remote = MemoryRemote(fixture.server)
      let hour = moment(10 * round)
      let report = await fixture.sync(remote, options: SyncOptions(rechecks: 3), checks: keeper, now: { hour })
      #expect((report.fetched, report.rechecked) == (0, 3))
      read.append(Set(remote.calls.filter { $0.kind == .rollen }.map(\.target)))
    }
    #expect(fixture.steps.count == before)
    #expect(read[0].isDisjoint(with: read[1]))
    #expect(read[0] == read[2])
  }

  @Test func whatWasReadWithinTheHourIsLeftAlone() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 6))
    await fixture.sync()
    let soon = MemoryServer.epoch.adding(seconds: 1800)
    let report = await fixture.sync(options: SyncOptions(rechecks: 25), now: { soon })
    #expect(report.rechecked == 0)
    let later = MemoryServer.epoch.adding(seconds: 7200)
    #expect(await fixture.sync(options: SyncOptions(rechecks: 25), now: { later }).rechecked == 6)
  }

  @Test func aCompleteSyncReadsEveryDossierAgain() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 40))
    await fixture.sync()
    rename(39, fixture)
    let keeper = Keeper()
    let soon = MemoryServer.epoch.adding(seconds: 60)
    let report = await fixture.sync(options: SyncOptions(complete: true), checks: keeper, now: { soon })
    #expect((report.rechecked, report.fetched) == (40, 1))
    // One moment for all, and not one for each of 200,000.
    #expect(keeper.read() == CheckMoments(all: soon))
    // A round that is interrupted keeps what it did.
    let count = Counter()
    let remote = MemoryRemote(fixture.server) { call in
      call.kind == .besluiten && count.next() > 9 ? .before(.unreachable("weg")) : nil
    }
    let broken = await fixture.sync(remote, options: SyncOptions(complete: true), checks: keeper, now: { soon })
    #expect(broken.trouble != nil)
    #expect(keeper.read().all == soon)
    #expect((1...9).contains(keeper.read().each.count))
  }

  @Test func zakenThatLeftAreForgotten() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 4))
    await fixture.sync()
    let keeper = Keeper()
    let (first, second) = (moment(10), moment(20))
    await fixture.sync(options: SyncOptions(rechecks: 4), checks: keeper, now: { first })
    #expect(keeper.read().each.count == 4)
    fixture.server.remove(fixture.sample.zaken[0])
    await fixture.sync(options: SyncOptions(rechecks: 1), checks: keeper, now: { second })
    #expect(Set(keeper.read().each.keys) == Set((1...3).map(fixture.sample.uuid)))
  }

  @Test func newDocumentVersionsAndNotitiesAreFound() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 1))
    await fixture.sync()
    let zaak = fixture.sample.zaken[0]
    fixture.server.add(
      .zaaknotities, ["gerelateerdAan": .string(zaak.url), "onderwerp": "Gebeld", "tekst": "Belt morgen terug."])
    let document = try #require(fixture.server.all(.enkelvoudiginformatieobjecten).first?["url"]?.string)
    fixture.server.overwrite(Ref(document), ["versie": 2, "titel": "Tekening, herzien"])
    let report = await fixture.sync(options: SyncOptions())
    #expect((report.rechecked, report.fetched) == (1, 1))
    let dossier = try #require(try fixture.store.dossier(fixture.sample.uuid(0)))
    #expect(dossier.notities.map(\.value.onderwerp) == ["Gebeld"])
    #expect(dossier.documenten.map(\.value.titel) == ["Tekening, herzien"])
  }

  @Test func aServerWithoutNotitiesIsAskedForThemTwiceASyncAndNoMore() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 9))
    let remote = fixture.remote(.before(.notFound)) { $0.kind == .zaaknotities }
    let report = await fixture.sync(remote)
    #expect((report.fetched, report.skipped, report.trouble == nil) == (9, 0, true))
    // Those that were under way at the same time ask too.
    #expect(remote.calls.count { $0.kind == .zaaknotities } <= 2 * Syncer.connections)
  }
}
