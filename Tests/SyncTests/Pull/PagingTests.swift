import Model
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// Pages that overlap or skip leave no zaak out.
struct PagingTests {
  /// What happens on the server before each page of zaken that is asked for.
  private final class Edits: Sendable {
    private struct State {
      var random: SeededGenerator
      var calls = 0
      var next = 1000
      var gone: Set<String> = []
    }
    private let server: MemoryServer
    private let pages: Int
    private let anywhere: Bool
    private let state: Mutex<State>

    /// - Parameters:
    ///   - pages: so many pages are disturbed, the later ones not
    ///   - anywhere: whether new zaken have an identificatie of their own choice, else always a higher one
    init(_ server: MemoryServer, seed: UInt64, pages: Int, anywhere: Bool) {
      self.server = server
      self.pages = pages
      self.anywhere = anywhere
      state = Mutex(State(random: SeededGenerator(seed: seed)))
    }

    var gone: Set<String> { state.withLock { $0.gone } }

    func before(_ call: RemoteCall) {
      guard call.kind == .zaken, call.verb == .list else { return }
      state.withLock { state in
        state.calls += 1
        guard state.calls <= pages else { return }
        for _ in 0..<Int.random(in: 0...3, using: &state.random) {
          if Bool.random(using: &state.random) { insert(&state) } else { remove(&state) }
        }
      }
    }

    private func insert(_ state: inout State) {
      guard var row = server.all(.zaken).first else { return }
      state.next += 1
      let number = anywhere ? Int.random(in: 0..<900, using: &state.random) * 10_000 + state.next : state.next * 10_000
      for name in ["url", "uuid", "status"] { row[name] = nil }
      row["identificatie"] = .string("ZAAK-2026-" + String(1_000_000_000 + number))
      server.add(.zaken, row)
    }

    private func remove(_ state: inout State) {
      guard let zaak = server.all(.zaken).randomElement(using: &state.random)?["url"]?.string else { return }
      server.remove(Ref(zaak))
      state.gone.insert(zaak)
    }
  }

  /// The zaken that were there all the time.
  private func stayed(_ fixture: SyncFixture, _ edits: Edits) -> Set<String> {
    Set(fixture.sample.zaken.filter { !edits.gone.contains($0.url) }.compactMap(\.uuid))
  }

  @Test(arguments: [nil, MemoryRemote.Quirk.cannotOrder], 0..<40)
  func aFirstSyncFindsAllThatStayed(_ quirk: MemoryRemote.Quirk?, _ seed: Int) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 33, pageSize: 4))
    let edits = Edits(fixture.server, seed: UInt64(seed), pages: 14, anywhere: false)
    let remote = MemoryRemote(fixture.server, quirk: quirk) { call in
      edits.before(call)
      return nil
    }
    let report = await fixture.sync(remote)
    #expect(report.trouble == nil)
    let known = try fixture.store.knownDossiers()
    #expect(stayed(fixture, edits).subtracting(known).isEmpty, "seed \(seed)")
  }

  /// The first reading may skip without a sign; a second one follows, for so many zaken are new.
  @Test(arguments: [nil, MemoryRemote.Quirk.cannotOrder], 0..<40)
  func alsoWhereNewZakenComeInAnywhere(_ quirk: MemoryRemote.Quirk?, _ seed: Int) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 33, pageSize: 4))
    let edits = Edits(fixture.server, seed: UInt64(1000 + seed), pages: 7, anywhere: true)
    let remote = MemoryRemote(fixture.server, quirk: quirk) { call in
      edits.before(call)
      return nil
    }
    await fixture.sync(remote)
    let known = try fixture.store.knownDossiers()
    #expect(stayed(fixture, edits).subtracting(known).isEmpty, "seed \(seed)")
  }

  /// The known ones are asked for, and a new one is on the first page.
  @Test(arguments: 0..<40) func aLaterSyncFindsAllThatStayed(_ seed: Int) async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 33, pageSize: 4))
    await fixture.sync()
    var row = try #require(fixture.server.one(fixture.sample.zaken[5]))
    for name in ["url", "uuid", "status"] { row[name] = nil }
    row["identificatie"] = "ZAAK-2026-0000009999"
    let new = fixture.server.add(.zaken, row)
    let edits = Edits(fixture.server, seed: UInt64(2000 + seed), pages: 14, anywhere: false)
    let remote = MemoryRemote(fixture.server) { call in
      edits.before(call)
      return nil
    }
    await fixture.sync(remote)
    let known = try fixture.store.knownDossiers()
    #expect(stayed(fixture, edits).subtracting(known).isEmpty, "seed \(seed)")
    #expect(edits.gone.contains(new.url) || known.contains(new.uuid ?? ""), "seed \(seed)")
  }

  @Test func aListThatNeverRestsIsReadSoOftenAndNoMore() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 60, pageSize: 5))
    let remote = MemoryRemote(fixture.server) { call in
      if call.kind == .zaken, call.verb == .list, let last = fixture.server.all(.zaken).first {
        fixture.server.remove(Ref(last["url"]?.string ?? ""))
      }
      return nil
    }
    let report = await fixture.sync(remote)
    #expect(report.trouble == nil)
    let first = remote.calls.filter { $0.kind == .zaken && $0.verb == .list && $0.page == 1 }
    #expect(first.count == ListWatch.mostReadings)
  }

  @Test func aListThatRestsIsReadOnceMoreWhileManyZakenAreNewAndOnceAfterThat() async throws {
    let fixture = try SyncFixture(SampleServer(zaken: 12, pageSize: 5))
    func readings(_ remote: MemoryRemote) async -> Int {
      await fixture.sync(remote)
      return remote.calls.count { $0.kind == .zaken && $0.verb == .list && $0.page == 1 }
    }
    #expect(await readings(MemoryRemote(fixture.server)) == 2)
    #expect(await readings(MemoryRemote(fixture.server)) == 1)
    // A server that counts what it does not show does so each time.
    #expect(await readings(MemoryRemote(fixture.server, quirk: .listsWithout(fixture.sample.zaken[3]))) == 2)
  }

  @Test func whatTheWatchSaysOfCounts() {
    func watch(_ pages: [(new: Int, total: Int?)], unknown: Int = 0) -> ListWatch {
      var watch = ListWatch()
      for page in pages { watch.page(new: page.new, unknown: unknown, items: 5, total: page.total) }
      return watch
    }
    #expect(!watch([(5, 10), (5, 10)]).mustReadAgain(after: nil))
    #expect(!watch([(5, 10), (4, 11), (1, 11)]).mustReadAgain(after: nil))
    #expect(watch([(5, 10), (4, 9)]).mustReadAgain(after: nil))
    #expect(watch([(5, 10), (5, 12), (1, 11)]).mustReadAgain(after: nil))
    #expect(watch([(5, 10), (4, 10)]).mustReadAgain(after: nil))
    #expect(!watch([(5, 10), (4, 10)]).mustReadAgain(after: watch([(5, 10), (4, 10)])))
    #expect(watch([(5, 10), (4, 10)]).mustReadAgain(after: watch([(5, 11), (4, 11)])))
    #expect(!watch([(5, nil), (5, nil)], unknown: 2).mustReadAgain(after: nil))
    #expect(watch([(5, nil), (5, nil)], unknown: 3).mustReadAgain(after: nil))
  }
}
