import Model
import TestSupport
import Testing

@testable import Sync

/// The numbers of requests that the README states.
struct RequestCountTests {
  private static let pageSize = 10

  /// Of `SampleServer`: pages of the catalogues, and what our rights are.
  private static let beforehand = 10 + 1

  private static func pages(_ count: Int) -> Int { max(1, (count + pageSize - 1) / pageSize) }

  /// Status, rollen, eigenschappen, zaakinformatieobjecten, the document, besluiten, notities.
  private static let ofZaak = 7

  @Test(arguments: [1, 10, 11, 26, 75]) func ofAFirstAndASecondSync(_ count: Int) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: count, pageSize: Self.pageSize))
    let first = await fixture.sync(me: "mw001")
    let list = Self.pages(count) * (count > Self.pageSize ? 2 : 1)
    let bulk = count > PullEngine.fewDossiers ? 2 * Self.pages(count) : 0
    let mine = count > PullEngine.fewDossiers ? min(Self.pages(count), PullEngine.mostPagesOfMine) : 0
    #expect(first.requests == Self.beforehand + list + bulk + mine + count * Self.ofZaak)

    let second = await fixture.sync(me: "mw001")
    #expect(second.requests == Self.beforehand + Self.pages(count))

    for zaak in fixture.sample.zaken.prefix(3) { fixture.server.overwrite(zaak, ["omschrijving": "anders"]) }
    let third = await fixture.sync(me: "mw001")
    #expect(third.requests == Self.beforehand + Self.pages(count) + min(3, count) * Self.ofZaak)

    let checked = min(2, count)
    let fourth = await fixture.sync(me: "mw001", options: SyncOptions(rechecks: 2))
    #expect(fourth.requests == Self.beforehand + Self.pages(count) + checked * Self.ofZaak)
  }

  @Test func oneDirectionAsksNothingOfTheOther() async throws {
    let fixture = try SyncFixture()
    await fixture.sync()
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "x"))])
    let fetching = MemoryRemote(fixture.server)
    let fetched = await fixture.sync(fetching, options: SyncOptions(direction: .fetchOnly, rechecks: 0))
    #expect((fetched.sent, fixture.state("op-veld")) == (0, .waiting))
    #expect(fetching.writes.isEmpty)
    let sending = MemoryRemote(fixture.server)
    let sent = await fixture.sync(sending, options: SyncOptions(direction: .sendOnly))
    #expect((sent.sent, sent.trouble == nil) == (1, true))
    #expect(!sending.calls.contains { $0.kind == .zaaktypen || ($0.kind == .zaken && $0.verb == .list) })
  }
}
