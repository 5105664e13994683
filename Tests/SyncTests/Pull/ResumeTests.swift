import Model
import Synchronization
import TestSupport
import Testing

@testable import Sync

/// An interrupted first sync goes on where it was.
struct ResumeTests {
  /// Few zaken and every request; and so many that rows are filled in bulk, up to where their dossiers begin.
  struct Size: Sendable, CustomTestStringConvertible {
    let zaken, pageSize: Int
    let requests: ClosedRange<Int>
    var testDescription: String { "\(zaken) zaken" }
  }
  static let sizes = [
    Size(zaken: 7, pageSize: 2, requests: 1...10_000), Size(zaken: 27, pageSize: 9, requests: 10...40),
  ]

  @Test(arguments: sizes)
  func afterAnyRequestTheNextSyncBringsTheRestAndReadsNothingTwice(_ size: Size) async throws {
    func fixture() throws -> SyncFixture {
      try SyncFixture(SampleServer(zaken: size.zaken, pageSize: size.pageSize))
    }
    let whole = try fixture()
    let first = await whole.sync().requests
    let quiet = await whole.sync().requests
    #expect(first > 65)
    let expected = try contents(whole)
    // What the interrupted sync had asked of the dossiers that it was reading, and the catalogues, list and rows anew.
    let most = first + 2 * quiet + Syncer.connections * 10
    for at in size.requests.clamped(to: 1...first) {
      let fixture = try fixture()
      let count = Counter()
      let remote = MemoryRemote(fixture.server) { _ in count.next() < at ? nil : .before(.unreachable("weg")) }
      let broken = await fixture.sync(remote)
      #expect(broken.trouble != nil, "at \(at)")
      let rows = try fixture.store.knownDossiers().count
      #expect(rows == size.zaken || rows % size.pageSize == 0, "a page is taken in whole")
      let report = await fixture.sync()
      #expect(report.trouble == nil, "at \(at)")
      #expect(broken.fetched + report.fetched == size.zaken, "at \(at)")
      #expect(try contents(fixture) == expected, "at \(at)")
      #expect(at + report.requests <= most, "at \(at)")
    }
  }

  /// The bodies of all that is in the store.
  private func contents(_ fixture: SyncFixture) throws -> [String: [ResourceKind: [JSONObject]]] {
    var contents: [String: [ResourceKind: [JSONObject]]] = [:]
    for uuid in try fixture.store.knownDossiers() {
      let dossier = try #require(try fixture.store.dossier(uuid))
      #expect(dossier.isComplete)
      contents[uuid] = Dictionary(uniqueKeysWithValues: ResourceKind.allCases.map { ($0, dossier.bodies($0)) })
    }
    return contents
  }
}
