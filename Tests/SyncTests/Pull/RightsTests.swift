import Model
import TestSupport
import Testing

@testable import Sync

/// What the pull keeps of our rights and of the server's clock.
struct PullRightsTests {
  private let applicatie = Applicatie(["clientIds": ["zaaklijn"], "label": "Zaaklijn", "heeftAlleAutorisaties": true])

  @Test func theRightsAreKeptAndWrittenOnlyWhenTheyChange() async throws {
    let fixture = try SyncFixture()
    fixture.server.tell(applicatie)
    await fixture.sync()
    #expect(fixture.store.meta(ServerMeta.applicatie) == applicatie.json)
    let before = fixture.steps.count
    await fixture.sync()
    #expect(fixture.steps.count == before)
    fixture.server.tell(nil)
    await fixture.sync()
    #expect(fixture.store.meta(ServerMeta.applicatie) == nil)
  }

  @Test(arguments: [
    RemoteError.notFound, .forbidden(.made(403, "permission_denied")), .configuration("geen Autorisaties API"),
  ])
  func aServerThatHidesThemIsNoTrouble(_ error: RemoteError) async throws {
    let fixture = try SyncFixture()
    let report = await fixture.sync(fixture.remote(.before(error)) { $0.kind == .applicaties })
    #expect((report.fetched, report.trouble == nil) == (2, true))
  }

  @Test(arguments: [RemoteError.lost(status: 500, ""), .unreachable("weg"), .malformed("x")])
  func anAnswerThatDoesNotComeLeavesWhatWasKnown(_ error: RemoteError) async throws {
    let fixture = try SyncFixture()
    fixture.server.tell(applicatie)
    await fixture.sync()
    let report = await fixture.sync(fixture.remote(.before(error)) { $0.kind == .applicaties })
    #expect(report.trouble == nil)
    #expect(fixture.store.meta(ServerMeta.applicatie) == applicatie.json)
  }

  @Test func theClockIsKeptWhereItDiffersAndSmallChangesAreNoNews() async throws {
    let fixture = try SyncFixture()
    await fixture.sync(MemoryRemote(fixture.server, clockSkew: 2))
    #expect(fixture.store.meta(ServerMeta.clockSkew) == nil)
    await fixture.sync(MemoryRemote(fixture.server, clockSkew: -90))
    #expect(fixture.store.meta(ServerMeta.clockSkew) == -90)
    let before = fixture.steps.count
    await fixture.sync(MemoryRemote(fixture.server, clockSkew: -88))
    #expect(fixture.steps.count == before)
    await fixture.sync(MemoryRemote(fixture.server, clockSkew: 1))
    #expect(fixture.store.meta(ServerMeta.clockSkew) == 1)
  }
}
