import Model
import Store
import TestSupport
import Testing

@testable import Sync

/// What comes in, and that nothing else does.
struct PullTests {
  @Test func theFirstSyncBringsAllPartsAsTheServerHasThem() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 5, pageSize: 2))
    let report = await fixture.sync()
    #expect(report.trouble == nil)
    #expect(report.fetched == 5)
    for zaak in fixture.sample.zaken {
      let dossier = try #require(try fixture.store.dossier(zaak.uuid ?? ""))
      #expect(dossier.isComplete)
      #expect(dossier.zaak.value.body == fixture.server.one(zaak))
      #expect(dossier.statussen.map(\.value.body) == fixture.parts(.statussen, of: zaak))
      #expect(dossier.rollen.map(\.value.body) == fixture.parts(.rollen, of: zaak))
      #expect(dossier.eigenschappen.map(\.value.body) == fixture.parts(.zaakeigenschappen, of: zaak))
      #expect(dossier.zaakinformatieobjecten.map(\.value.body) == fixture.parts(.zaakinformatieobjecten, of: zaak))
      #expect(dossier.besluiten.map(\.value.body) == fixture.parts(.besluiten, of: zaak))
      #expect(dossier.documenten.count == 1)
    }
    let versie = try #require(fixture.store.zaaktype(of: fixture.sample.zaaktype))
    #expect(versie.path.map(\.omschrijving) == ["Ontvangen", "In behandeling", "Besloten", "Afgehandeld"])
  }

  @Test func aServerThatDoesNotMentionThePartsIsAskedForThem() async throws {
    let fixture = try SyncFixture(SampleServer(old: true))
    await fixture.sync()
    let dossier = try #require(try fixture.store.dossier(fixture.sample.uuid(0)))
    #expect(dossier.rollen.count == 1)
    #expect(dossier.documenten.count == 1)
  }

  @Test func aServerWithoutSomeCataloguesIsNoTrouble() async throws {
    let fixture = try SyncFixture()
    let remote = fixture.remote(.before(.notFound)) { $0.kind == .zaakobjecttypen || $0.kind == .besluittypen }
    let report = await fixture.sync(remote)
    #expect(report.trouble == nil)
    #expect(report.fetched == 2)
  }

  @Test func aSecondSyncWritesNothing() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 5))
    await fixture.sync()
    let before = fixture.steps.names
    let remote = MemoryRemote(fixture.server)
    let report = await fixture.sync(remote)
    #expect(fixture.steps.names.dropFirst(before.count) == [])
    #expect(report.fetched == 0)
    #expect(report.trouble == nil)
    #expect(remote.writes.isEmpty)
    #expect(!remote.calls.contains { $0.kind == .statussen })
  }

  @Test func onlyAChangedZaakIsReadAgain() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 5))
    await fixture.sync()
    fixture.server.overwrite(fixture.sample.zaken[3], ["omschrijving": "anders"])
    let remote = MemoryRemote(fixture.server)
    let report = await fixture.sync(remote)
    #expect(report.fetched == 1)
    #expect(Set(remote.calls.filter { $0.kind == .rollen }.map(\.target)) == [fixture.sample.zaken[3].url])
    #expect(try fixture.store.dossier(fixture.sample.uuid(3))?.zaak.value.omschrijving == "anders")
  }

  @Test func aRolThatAnotherAddsDuringOurChangeIsNotMissed() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    let zaak = fixture.sample.zaken[0]
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "van mij"))])
    fixture.server.add(.rollen, ["zaak": .string(zaak.url), "omschrijvingGeneriek": "initiator"])
    let report = await fixture.sync()
    #expect(report.sent == 1)
    let dossier = try #require(try fixture.store.dossier(fixture.sample.uuid(0)))
    #expect(dossier.rollen.count == 2)
    #expect(dossier.zaak.value.body == fixture.server.one(zaak))
  }

  @Test func whatIsOfAnotherZaakStaysOutAlsoWhenTheServerIgnoresTheFilter() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 3))
    let report = await fixture.sync(MemoryRemote(fixture.server, quirk: .ignoresFilters))
    #expect(report.fetched == 3)
    for number in 0..<3 {
      let dossier = try #require(try fixture.store.dossier(fixture.sample.uuid(number)))
      #expect(dossier.statussen.count == 1)
      #expect(dossier.rollen.count == 1)
      #expect(dossier.besluiten.count == 1)
    }
  }

  @Test func aServerThatNeverStopsPagingIsLeft() async throws {
    let fixture = try SyncFixture()
    let report = await fixture.sync(MemoryRemote(fixture.server, quirk: .neverLastPage))
    guard case .remote(.malformed) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
  }

  @Test func cancellingStopsAtOnceAndKeepsWhatWasDone() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 40))
    let gate = Gate()
    let done = Counter()
    let remote = MemoryRemote(fixture.server) { call in
      if call.kind == .besluiten, done.next() > 8 { await gate.wait() }
      return nil
    }
    let task = Task { await fixture.sync(remote) }
    await gate.arrival(of: 4)
    task.cancel()
    gate.open()
    let report = await task.value
    let requests = remote.calls.count
    guard case .remote(.cancelled) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
    #expect(report.fetched == 8)
    #expect(remote.calls.count == requests)
    let whole = try fixture.store.knownDossiers().filter { try fixture.store.dossier($0)?.isComplete == true }
    #expect(whole.count == 8)
    #expect(await fixture.sync().fetched == 32)
  }
}

extension SyncFixture {
  func parts(_ kind: ResourceKind, of zaak: Ref) -> [JSONObject] {
    server.all(kind).filter { $0["zaak"]?.string == zaak.url }.reversed()
  }
}
