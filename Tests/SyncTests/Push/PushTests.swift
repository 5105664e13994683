import Model
import Store
import TestSupport
import Testing

@testable import Sync

/// How operations get to the server, with a real store.
struct PushTests {
  private func filled(_ zaken: Int = 2) async throws -> SyncFixture {
    let fixture = try SyncFixture(SampleServer(zaken: zaken))
    await fixture.sync()
    return fixture
  }

  /// S3: see docs/sync.md.
  @Test func operationsOfAZaakGoInTheirOrder() async throws {
    let fixture = try await filled()
    let sample = fixture.sample
    try fixture.store.record([
      .added(sample.sets(1, id: "a", at: 1)),
      .added(sample.changes("omschrijving", from: "Verzoek 1", to: "b", id: "b")),
      .added(sample.changes("omschrijving", from: "b", to: "c", id: "c")),
      .added(sample.sets(2, id: "d", at: 2, previous: 1)),
    ])
    let report = await fixture.sync()
    #expect((report.sent, report.trouble == nil) == (4, true))
    let bodies = fixture.server.written.map { $0.body["omschrijving"] ?? $0.body["statustype"] }
    #expect(
      bodies == [.string(sample.statustypen[1].url), "b", "c", .string(sample.statustypen[2].url)])
    #expect(fixture.store.queue.pending.isEmpty)
    #expect(try fixture.store.dossier(sample.uuid(0))?.zaak.value.body == fixture.server.one(sample.zaken[0]))
  }

  @Test func onlyWhatChangedIsSent() async throws {
    let fixture = try await filled()
    try fixture.store.record([.added(fixture.sample.changes("toelichting", from: "", to: "x"))])
    await fixture.sync()
    #expect(fixture.server.written.map(\.body) == [["toelichting": "x"]])
  }

  /// S5: see docs/sync.md.
  @Test(arguments: [RemoteError.lost(status: 500, ""), .malformed("html"), .forbidden(.made(403, "x")), .notFound])
  func troubleOfOneZaakBlocksNoOther(_ error: RemoteError) async throws {
    let fixture = try await filled(6)
    let sample = fixture.sample
    for zaak in 0..<6 {
      let old: JSON = .string("Verzoek \(zaak + 1)")
      try fixture.store.record([
        .added(sample.changes("omschrijving", from: old, to: "x", on: zaak, id: "x\(zaak)")),
        .added(sample.changes("toelichting", from: "", to: "y", on: zaak, id: "y\(zaak)")),
      ])
    }
    let broken = sample.zaken[2].url
    let report = await fixture.sync(fixture.remote(.before(error)) { $0.target == broken && $0.kind == .zaken })
    #expect(report.sent == 10)
    #expect(fixture.store.queue.pending.map(\.id) == ["x2", "y2"])
    #expect(fixture.state("y2") == .waiting)
  }

  @Test func aRefusalOrConflictBlocksOnlyWhatComesAfterItInTheSameZaak() async throws {
    let fixture = try await filled(3)
    let sample = fixture.sample
    fixture.server.overwrite(sample.zaken[0], ["omschrijving": "van een collega"])
    try fixture.store.record([
      .added(sample.changes("omschrijving", from: "Verzoek 1", to: "x", id: "a")), .added(sample.sets(1, id: "b")),
      .added(sample.changes("omschrijving", from: "Verzoek 2", to: "x", on: 1, id: "c")),
      .added(sample.sets(1, on: 1, id: "d")), .added(sample.sets(1, on: 2, id: "e")),
    ])
    let refused = sample.zaken[1].url
    let remote = fixture.remote(.before(.rejected(.made(400, "x", field: "y")))) { $0.isWrite && $0.target == refused }
    let report = await fixture.sync(remote)
    #expect((report.sent, report.conflicts, report.rejected) == (1, 1, 1))
    #expect(fixture.store.queue.pending.map(\.id) == ["a", "b", "c", "d"])
    #expect(
      fixture.state("a")
        == .conflict([
          FieldConflict(field: "omschrijving", base: "Verzoek 1", theirs: "van een collega", mine: "x")
        ]))
    #expect((fixture.state("b"), fixture.state("d")) == (.waiting, .waiting))
    // They stay so until the user decides; then the rest follows.
    let again = await fixture.sync()
    #expect(again.sent == 0)
    for id in ["a", "c"] {
      let retried = try #require(fixture.store.queue[id]?.retried(at: SampleServer.moment(9)))
      try fixture.store.record([.rebased(retried, at: SampleServer.moment(9))])
    }
    #expect(await fixture.sync().sent == 4)
    #expect(fixture.server.one(sample.zaken[0])?["omschrijving"] == "x")
  }

  @Test func anOperationWithdrawnWhileItIsReadIsNotSent() async throws {
    let fixture = try await filled()
    try fixture.store.record([
      .added(fixture.sample.changes("omschrijving", from: "Verzoek 1", to: "x", id: "a")),
      .added(fixture.sample.changes("toelichting", from: "", to: "y", id: "b")),
    ])
    let store = fixture.store
    let first = Counter()
    let remote = MemoryRemote(fixture.server) { call in
      if call.verb == .read, first.next() == 1 {
        #expect((try? store.withdraw("a", at: SampleServer.moment(1))) == true)
      }
      return nil
    }
    let report = await fixture.sync(remote)
    #expect(report.sent == 1)
    #expect(fixture.server.written.map(\.body) == [["toelichting": "y"]])
    #expect(fixture.store.queue.pending.isEmpty)
  }

  /// S1: see docs/sync.md.
  @Test func theAttemptIsKeptBeforeTheRequestAndTheAnswerBeforeTheEnd() async throws {
    let fixture = try await filled()
    try fixture.store.record([.added(fixture.sample.sets(1))])
    let (store, uuid) = (fixture.store, fixture.sample.uuid(0))
    let remote = MemoryRemote(fixture.server) { call in
      if call.isWrite { #expect(store.queue["op-status"]?.state == .unknown) }
      return nil
    }
    let before = fixture.steps.count
    await fixture.sync(remote)
    let names = fixture.steps.names.dropFirst(before).filter { !$0.hasPrefix("commit") }
    #expect(names.prefix(3) == ["append journal.jsonl", "write \(uuid).json", "append journal.jsonl"])
  }

  @Test(arguments: [false, true])
  func aChangeThatTurnsOutToBeThereIsInTheDossierBeforeItEnds(_ isStatus: Bool) async throws {
    let fixture = try await filled()
    let sample = fixture.sample
    let operation = isStatus ? sample.sets(1) : sample.changes("omschrijving", from: "Verzoek 1", to: "x")
    try fixture.store.record([.added(operation)])
    // Written and lost; then, before the pull, the network goes.
    let remote = MemoryRemote(fixture.server) { call in
      if call.isWrite { return .after(.lost(status: nil, "time-out")) }
      return call.kind.api == .catalogi ? .before(.unreachable("weg")) : nil
    }
    let report = await fixture.sync(remote)
    #expect(report.sent == 1)
    let dossier = try #require(try fixture.store.dossier(sample.uuid(0)))
    #expect(dossier.applying([operation]).zaak.value.omschrijving == dossier.zaak.value.omschrijving)
    #expect(dossier.status?.statustype == sample.statustypen[isStatus ? 1 : 0])
  }

  @Test func whenTheServerIsOutOfReachAllStaysWaiting() async throws {
    let fixture = try await filled(6)
    for zaak in 0..<6 { try fixture.store.record([.added(fixture.sample.sets(1, on: zaak, id: "\(zaak)"))]) }
    let remote = fixture.remote(.before(.unreachable("weg"))) { $0.isWrite }
    let report = await fixture.sync(remote)
    guard case .remote(.unreachable) = report.trouble else {
      Issue.record("\(String(describing: report.trouble))")
      return
    }
    #expect(fixture.server.written.isEmpty)
    let states = fixture.store.queue.pending.map(\.state)
    #expect(states.count == 6)
    // Others that were under way when it stopped may be in doubt, but not the one that found out.
    #expect(states.contains(.waiting))
    #expect(await fixture.sync().sent == 6)
  }

  @Test func anOperationThatFoundNoServerCanBeTakenBack() async throws {
    let fixture = try await filled()
    try fixture.store.record([.added(fixture.sample.sets(1))])
    await fixture.sync(fixture.remote(.before(.unreachable("weg"))) { $0.isWrite })
    #expect(fixture.state("op-status") == .waiting)
    #expect(try fixture.store.withdraw("op-status", at: SampleServer.moment(1)))
  }

  @Test func aWriteInDoubtStaysInDoubtWhenTheNetworkGoes() async throws {
    let fixture = try await filled()
    try fixture.store.record([.added(fixture.sample.sets(1, toelichting: "want"))])
    let written = Counter()
    let remote = MemoryRemote(fixture.server) { call in
      if call.isWrite {
        written.next()
        return .after(.lost(status: nil, "time-out"))
      }
      return written.value > 0 ? .before(.unreachable("weg")) : nil
    }
    let report = await fixture.sync(remote)
    #expect(report.unknown == 1)
    #expect(fixture.state("op-status") == .unknown)
    #expect(try !fixture.store.withdraw("op-status", at: SampleServer.moment(1)))
    #expect(await fixture.sync().sent == 1)
    #expect(fixture.server.written.count == 1)
  }

  @Test func aRedirectOfOneWriteStopsNothingElse() async throws {
    let fixture = try await filled(3)
    for zaak in 0..<3 { try fixture.store.record([.added(fixture.sample.sets(1, on: zaak, id: "\(zaak)"))]) }
    let odd = fixture.sample.zaken[0].url
    let report = await fixture.sync(fixture.remote(.before(.foreignOrigin("x"))) { $0.isWrite && $0.target == odd })
    #expect((report.sent, report.postponed, report.trouble == nil) == (2, 1, true))
    #expect(fixture.state("0") == .waiting)
  }

  @Test func aServerThatSaysYesAndDoesNothingIsNotBelieved() async throws {
    let fixture = try await filled()
    try fixture.store.record([.added(fixture.sample.changes("identificatie", from: "anders", to: "x"))])
    fixture.server.overwrite(fixture.sample.zaken[0], ["identificatie": "anders"])
    let report = await fixture.sync(MemoryRemote(fixture.server, quirk: .deaf))
    #expect((report.sent, report.rejected) == (0, 1))
  }

  @Test func aSyncThatIsCancelledWhileWritingLeavesTheOperationInDoubt() async throws {
    let fixture = try await filled()
    try fixture.store.record([.added(fixture.sample.sets(1))])
    let gate = Gate()
    let remote = MemoryRemote(fixture.server) { call in
      if call.isWrite { await gate.wait() }
      return nil
    }
    let task = Task { await fixture.sync(remote) }
    await gate.arrival(of: 1)
    task.cancel()
    gate.open()
    let report = await task.value
    #expect(report.unknown == 1)
    #expect(fixture.state("op-status") == .unknown)
    #expect(await fixture.sync().sent == 1)
    #expect(fixture.server.written.count == 1)
  }
}
