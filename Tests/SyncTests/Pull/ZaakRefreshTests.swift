import Model
import TestSupport
import Testing

@testable import Sync

/// Opening a zaak reads it anew.
struct ZaakRefreshTests {
  private func refresh(_ fixture: SyncFixture, _ remote: MemoryRemote? = nil) async throws(SyncError)
    -> ZaakRefresh.Outcome
  {
    try await ZaakRefresh(store: fixture.store, remote: remote ?? MemoryRemote(fixture.server))
      .run(fixture.sample.uuid(0))
  }

  @Test func whatDidNotChangeIsNotWritten() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    let before = fixture.steps.count
    #expect(try await refresh(fixture) == .unchanged)
    #expect(fixture.steps.count == before)
  }

  @Test func whatTheListDoesNotShowComesInAndPendingWorkStays() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "van mij"))])
    let eigenschap = try #require(fixture.server.all(.zaakeigenschappen).first?["url"]?.string)
    fixture.server.overwrite(Ref(eigenschap), ["waarde": "3"])
    #expect(try await refresh(fixture) == .changed)
    let shown = try #require(try fixture.store.shown(fixture.sample.uuid(0)))
    #expect(shown.dossier.eigenschappen.map(\.value.waarde) == ["3"])
    #expect(shown.dossier.zaak.value.toelichting == "van mij")
    // The next sync has nothing to read.
    #expect(await fixture.sync(options: SyncOptions(direction: .fetchOnly, rechecks: 0)).fetched == 0)
  }

  @Test(arguments: [RemoteError.notFound, .forbidden(.made(403, "permission_denied"))])
  func aZaakThatIsGoneGoesAndItsPendingWorkStays(_ error: RemoteError) async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "van mij"))])
    let remote = fixture.remote(.before(error)) { $0.kind == .zaken }
    #expect(try await refresh(fixture, remote) == .removed)
    #expect(try fixture.store.knownDossiers() == [fixture.sample.uuid(1)])
    #expect(fixture.state("op-veld") == .waiting)
  }

  @Test(arguments: [ResourceKind.zaken, .rollen, .zaaknotities])
  func troubleWithTheServerLeavesWhatIsHere(_ kind: ResourceKind) async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    let before = fixture.steps.count
    await #expect(throws: SyncError.self) {
      try await refresh(fixture, fixture.remote(.before(.unreachable("weg"))) { $0.kind == kind })
    }
    #expect(try await refresh(fixture, fixture.remote(.before(.notFound)) { $0.kind == .rollen }) == .unchanged)
    #expect(fixture.steps.count == before)
  }
}
