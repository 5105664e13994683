import Model
import Store
import TestSupport
import Testing

@testable import Sync

/// How operations of several steps, and of resources that are new, get to the server.
struct StepPushTests {
  private func filled(
    _ zaken: Int = 2, abilities: MemoryServer.Abilities = MemoryServer.Abilities(),
    now: (@Sendable () -> Moment)? = nil
  ) async throws -> SyncFixture {
    let fixture = try SyncFixture(SampleServer(zaken: zaken, abilities: abilities, now: now))
    await fixture.sync()
    return fixture
  }

  private static func uuid(_ number: Int) -> String { "0000feed-0000-4000-8000-00000000000\(number)" }

  private func operation(
    _ id: String, on zaak: Ref, _ soort: Handeling.Soort = .rolToevoegen, steps: [Step], reden: String? = nil
  ) -> Model.Operation {
    Model.Operation(
      id: id, zaak: zaak, made: SampleServer.moment(1), change: .handeling(Handeling(soort, steps)), reason: reden)
  }

  private func newZaak(_ fixture: SyncFixture, _ id: String = "nieuw", number: Int = 1) -> Model.Operation {
    let ref = Ref.local(.zaken, Self.uuid(number))
    let body: JSONObject = [
      "identificatie": .string("ZL-\(number)"), "bronorganisatie": "851234562",
      "verantwoordelijkeOrganisatie": "851234562", "zaaktype": fixture.sample.zaaktype.json,
      "omschrijving": "Nieuw", "startdatum": "2026-11-24",
    ]
    return operation(id, on: ref, .nieuweZaak, steps: [.create(Creation(.zaken, ref, body))])
  }

  private func rol(on zaak: Ref, _ number: Int, _ toelichting: String = "x") -> Step {
    .create(
      Creation(
        .rollen, .local(.rollen, Self.uuid(number)),
        [
          "zaak": zaak.json, "betrokkeneType": "medewerker", "roltoelichting": .string(toelichting),
          "betrokkeneIdentificatie": ["identificatie": "mw017"],
        ]))
  }

  // MARK: what is new

  /// S3: what was made on a zaak that the server did not have is sent after it, in order, under its new address.
  @Test func workOnANewZaakFollowsIt() async throws {
    let fixture = try await filled()
    let new = newZaak(fixture)
    try fixture.store.record([
      .added(new), .added(operation("rol", on: new.zaak, steps: [rol(on: new.zaak, 2)])),
      .added(
        Model.Operation(
          id: "veld", zaak: new.zaak, made: SampleServer.moment(2),
          change: .wijzigZaak([FieldChange(field: "omschrijving", old: "Nieuw", new: "Anders")]))),
    ])
    let report = await fixture.sync()
    #expect((report.sent, report.trouble == nil) == (3, true))
    #expect(fixture.server.written.filter { $0.verb != .reserve }.map(\.kind) == [.zaken, .rollen, .zaken])
    let zaak = try #require(fixture.server.all(.zaken).first { $0["identificatie"] == "ZL-1" })
    #expect(zaak["omschrijving"] == "Anders")
    #expect(fixture.server.all(.rollen).filter { $0["zaak"] == zaak["url"] }.count == 1)
    #expect(try fixture.store.knownDossiers().count == 3)
    #expect(try fixture.store.shown(Self.uuid(1))?.dossier.zaak.value.body == zaak)
  }

  /// S3: also when the other zaak is one that comes later in the queue.
  @Test func aZaakThatNamesAnotherNewOneWaitsForIt() async throws {
    let fixture = try await filled()
    let new = newZaak(fixture)
    try fixture.store.record([
      .added(
        Model.Operation(
          id: "deel", zaak: fixture.sample.zaken[0], made: SampleServer.moment(1),
          change: .wijzigZaak([FieldChange(field: "hoofdzaak", old: .null, new: new.zaak.json)]))),
      .added(new),
    ])
    let report = await fixture.sync()
    #expect(report.sent == 2)
    let made = fixture.server.all(.zaken).first { $0["identificatie"] == "ZL-1" }
    #expect(fixture.server.one(fixture.sample.zaken[0])?["hoofdzaak"] == made?["url"])
  }

  /// S2: a new zaak whose reply was lost is found back by its number.
  @Test(arguments: [ResourceKind.zaken, .rollen])
  func whatWasMadeWithoutAReplyIsNotMadeAgain(_ kind: ResourceKind) async throws {
    let fixture = try await filled()
    let new = newZaak(fixture)
    try fixture.store.record([.added(new), .added(operation("rol", on: new.zaak, steps: [rol(on: new.zaak, 2)]))])
    let lost = RemoteError.lost(status: 502, "")
    await fixture.sync(fixture.remote(.after(lost), once: true) { $0.verb == .create && $0.kind == kind })
    await fixture.sync()
    #expect(fixture.store.queue.pending.isEmpty)
    #expect(fixture.server.all(.zaken).count == 3)
    #expect(fixture.server.written.filter { $0.verb == .create }.count == 2)
  }

  @Test func aRefusedNewZaakHoldsItsWorkAndNoOther() async throws {
    let fixture = try await filled()
    let new = newZaak(fixture)
    try fixture.store.record([
      .added(new), .added(operation("rol", on: new.zaak, steps: [rol(on: new.zaak, 2)])),
      .added(operation("elders", on: fixture.sample.zaken[1], steps: [rol(on: fixture.sample.zaken[1], 3)])),
    ])
    let no = RemoteError.forbidden(.made(403, "permission_denied"))
    let report = await fixture.sync(fixture.remote(.before(no)) { $0.verb == .create && $0.kind == .zaken })
    #expect((report.sent, report.rejected) == (1, 1))
    #expect(fixture.store.queue.pending.map(\.id) == ["nieuw", "rol"])
    #expect(try fixture.store.shown(Self.uuid(1)) != nil, "what the user made stays to be seen")
    #expect(try fixture.store.withdraw("nieuw", at: SampleServer.moment(9)))
    #expect(fixture.store.queue.pending.isEmpty)
    #expect(try fixture.store.shown(Self.uuid(1)) == nil)
  }

  /// S4: of several steps those that were done are not done again.
  @Test func anOperationThatBrokeOffGoesOnWhereItStopped() async throws {
    let fixture = try await filled()
    let zaak = fixture.sample.zaken[0]
    let steps = (1...3).map { rol(on: zaak, $0, "rol \($0)") }
    try fixture.store.record([.added(operation("drie", on: zaak, steps: steps, reden: "daarom"))])
    let refusals = Counter()
    let remote = MemoryRemote(fixture.server) { call in
      guard call.verb == .create, refusals.next() == 2 else { return nil }
      return .before(.rejected(.made(400, "invalid")))
    }
    await fixture.sync(remote)
    guard case .rejected(let rejection)? = fixture.state("drie") else {
      Issue.record("not rejected")
      return
    }
    #expect(rejection.step == 1)
    #expect(try fixture.store.resolve("drie", [:], at: SampleServer.moment(9)))
    await fixture.sync()
    #expect(fixture.server.written.compactMap { $0.body["roltoelichting"]?.string } == ["rol 1", "rol 2", "rol 3"])
    #expect(fixture.server.written.filter { $0.kind == .rollen }.allSatisfy { $0.reason == "daarom" })
  }

  @Test func whatIsGoneAlreadyIsTakenAway() async throws {
    let fixture = try await filled()
    let zaak = fixture.sample.zaken[0]
    let body = try #require(fixture.server.all(.rollen).first { $0["zaak"] == zaak.json })
    let ref = Ref(body["url"]?.string ?? "")
    try fixture.store.record([
      .added(operation("weg", on: zaak, .rolVerwijderen, steps: [.remove(Removal(.rollen, ref, was: body))]))
    ])
    fixture.server.remove(ref)
    let report = await fixture.sync()
    #expect(report.sent == 1)
    #expect(fixture.server.written.filter { $0.verb == .remove }.isEmpty)
  }

  // MARK: documents

  private func document(_ fixture: SyncFixture) throws -> Ref {
    let link = try #require(
      fixture.server.all(.zaakinformatieobjecten).first { $0["zaak"] == fixture.sample.zaken[0].json })
    return Ref(link["informatieobject"]?.string ?? "")
  }

  private func titel(_ document: Ref, from old: String = "Tekening", to new: String, id: String = "titel", on zaak: Ref)
    -> Model.Operation
  {
    let fields = [FieldChange(field: "titel", old: .string(old), new: .string(new))]
    return operation(
      id, on: zaak, .documentWijzigen, steps: [.change(Alteration(.enkelvoudiginformatieobjecten, document, fields))])
  }

  /// S6: the lock is on the disk before the change goes out, and is let go of afterwards.
  @Test func aDocumentIsChangedUnderALockOfOurOwn() async throws {
    let fixture = try await filled()
    let document = try document(fixture)
    try fixture.store.record([.added(titel(document, to: "Beter", on: fixture.sample.zaken[0]))])
    let seen = Seen()
    let store = fixture.store
    let remote = MemoryRemote(fixture.server) { call in
      if call.verb == .change { seen.locks = store.queue["titel"]?.locks ?? [:] }
      return nil
    }
    await fixture.sync(remote)
    #expect(seen.locks.keys.sorted() == [document.url])
    #expect(fixture.server.one(document)?["titel"] == "Beter")
    #expect(fixture.server.lock(of: document) == nil)
  }

  /// S6: after a crash our own lock is used again.
  @Test func aLockThatWasTakenBeforeTheConnectionBrokeIsUsedAgain() async throws {
    let fixture = try await filled()
    let document = try document(fixture)
    try fixture.store.record([.added(titel(document, to: "Beter", on: fixture.sample.zaken[0]))])
    await fixture.sync(fixture.remote(.before(.unreachable("weg"))) { $0.verb == .change })
    #expect(fixture.server.lock(of: document) != nil)
    await fixture.sync()
    #expect(fixture.server.one(document)?["titel"] == "Beter")
    #expect(fixture.server.lock(of: document) == nil)
    #expect(fixture.server.written.filter { $0.verb == .lock }.count == 1)
  }

  /// S6: somebody else's lock is shown, and forced only when the user says so.
  @Test func aForeignLockIsRespected() async throws {
    let fixture = try await filled(abilities: MemoryServer.Abilities(forcedUnlock: true))
    let document = try document(fixture)
    _ = try fixture.server.lock(document)
    try fixture.store.record([.added(titel(document, to: "Beter", on: fixture.sample.zaken[0]))])
    let report = await fixture.sync()
    #expect(report.conflicts == 1)
    #expect(fixture.server.one(document)?["titel"] == "Tekening")
    #expect(try fixture.store.resolve("titel", [:], at: SampleServer.moment(9)))
    await fixture.sync()
    #expect(fixture.server.one(document)?["titel"] == "Beter")
    #expect(fixture.server.lock(of: document) == nil)
  }

  /// S6: what the user takes back leaves no document locked.
  @Test func theLockOfAnOperationThatIsTakenBackIsLetGo() async throws {
    let fixture = try await filled()
    let document = try document(fixture)
    try fixture.store.record([.added(titel(document, to: "Beter", on: fixture.sample.zaken[0]))])
    await fixture.sync(fixture.remote(.before(.unreachable("weg"))) { $0.verb == .change })
    #expect(try fixture.store.withdraw("titel", at: SampleServer.moment(9)))
    #expect(fixture.store.queue.orphans.map(\.document) == [document])
    await fixture.sync()
    #expect(fixture.server.lock(of: document) == nil)
    #expect(fixture.store.queue.orphans.isEmpty)
    #expect(fixture.server.one(document)?["titel"] == "Tekening")
  }

  /// S2: an upload that broke off goes on with the parts that are missing.
  @Test func aLargeDocumentGoesOnWithItsMissingParts() async throws {
    let fixture = try await filled(abilities: MemoryServer.Abilities(partSize: 500_000))
    let zaak = fixture.sample.zaken[0]
    let bytes = (0..<1_200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    let hash = try fixture.store.putContent([bytes])
    let ref = Ref.local(.enkelvoudiginformatieobjecten, Self.uuid(5))
    let body: JSONObject = [
      "identificatie": "DOC-1", "bronorganisatie": "851234562", "titel": "Plan",
      "informatieobjecttype": fixture.server.all(.informatieobjecttypen)[0]["url"] ?? .null,
    ]
    let create = Creation(
      .enkelvoudiginformatieobjecten, ref, body, content: DocumentContent(sha256: hash, size: bytes.count))
    try fixture.store.record([.added(operation("plan", on: zaak, .document, steps: [.create(create)]))])
    let uploads = Counter()
    let broken = MemoryRemote(fixture.server) { call in
      call.verb == .upload && uploads.next() >= 2 ? .before(.unreachable("weg")) : nil
    }
    await fixture.sync(broken)
    #expect(fixture.state("plan") == .unknown, "half of it is there: it cannot be taken back now")
    await fixture.sync()
    let made = try #require(fixture.server.all(.enkelvoudiginformatieobjecten).first { $0["identificatie"] == "DOC-1" })
    #expect(fixture.server.content(of: Ref(made["url"]?.string ?? "")) == bytes)
    #expect(made["locked"] == false)
    #expect(fixture.server.written.filter { $0.verb == .upload }.count == 3, "each part once")
    #expect(fixture.store.queue.pending.isEmpty)
  }

  // MARK: clocks and numbers

  /// S7: a server whose clock is behind ours takes the status all the same, and only once.
  @Test func aStatusInTheFutureOfTheServerIsBroughtBack() async throws {
    let fixture = try await filled(now: { SampleServer.moment(500) })
    try fixture.store.record([.added(fixture.sample.sets(1, at: 1000, toelichting: "want"))])
    await fixture.sync(MemoryRemote(fixture.server, clockSkew: -500))
    #expect(fixture.store.queue.pending.isEmpty)
    let set = fixture.server.all(.statussen).filter { $0["statustoelichting"] == "want" }
    #expect(set.count == 1)
    #expect(set.first.map { Status($0).datumStatusGezet } == SampleServer.moment(500))
  }

  /// S7: two statussen within a second, on a server that takes the second one for the future.
  @Test func aStatusOfTheNextSecondIsWaitedFor() async throws {
    let clock = Counter()
    let now: @Sendable () -> Moment = { SampleServer.moment(500 + clock.value) }
    let fixture = try await filled(now: now)
    let sample = fixture.sample
    try fixture.store.record([
      .added(sample.sets(1, id: "een", at: 500)), .added(sample.sets(2, id: "twee", at: 501, previous: 1)),
    ])
    let engine = PushEngine(
      store: fixture.store, remote: MemoryRemote(fixture.server), now: now, pause: { _ in clock.next() }, log: .silent)
    let outcome = await engine.run { _ in }
    #expect((outcome.sent, outcome.conflicts) == (2, 0))
    #expect(clock.value == 1)
    let moments = fixture.server.all(.statussen).filter { $0["zaak"] == sample.zaken[0].json }
      .map { Status($0).datumStatusGezet }
    #expect(Set(moments).isSuperset(of: [SampleServer.moment(500), SampleServer.moment(501)]))
  }

  /// S5: a content that is not on the disk any more is the trouble of its own operation.
  @Test func aDamagedContentBlocksNoOtherZaak() async throws {
    let fixture = try await filled()
    let content = DocumentContent(sha256: String(repeating: "0", count: 64), size: 10)
    let create = Creation(
      .enkelvoudiginformatieobjecten, .local(.enkelvoudiginformatieobjecten, Self.uuid(5)),
      ["identificatie": "DOC-1", "bronorganisatie": "851234562"], content: content)
    try fixture.store.record([
      .added(operation("kapot", on: fixture.sample.zaken[0], .document, steps: [.create(create)])),
      .added(operation("elders", on: fixture.sample.zaken[1], steps: [rol(on: fixture.sample.zaken[1], 3)])),
    ])
    let report = await fixture.sync()
    #expect((report.sent, report.rejected, report.trouble == nil) == (1, 1, true))
    guard case .rejected(let rejection)? = fixture.state("kapot") else {
      Issue.record("not rejected")
      return
    }
    #expect(rejection.code == "inhoud-beschadigd")
  }

  @Test func numbersAreReservedInASmallStock() async throws {
    let fixture = try SyncFixture()
    let rsin = "851234562"
    fixture.server.add(.catalogussen, ["domein": "VELDM", "rsin": .string(rsin)])
    let catalogus = fixture.server.all(.catalogussen)[0]["url"] ?? .null
    fixture.server.overwrite(fixture.sample.zaaktype, ["catalogus": catalogus])
    await fixture.sync()
    #expect(fixture.store.numbersLeft(for: rsin) == NumberStock.most)
    let first = try fixture.store.takeNumber(for: rsin)
    await fixture.sync()
    #expect(fixture.server.written.filter { $0.verb == .reserve }.count == 1)
    for _ in 0..<8 { #expect(try fixture.store.takeNumber(for: rsin) != first) }
    await fixture.sync()
    #expect(fixture.store.numbersLeft(for: rsin) == NumberStock.most)
  }

  @Test func aServerWithoutNumbersIsAskedOnce() async throws {
    let fixture = try SyncFixture(SampleServer(abilities: MemoryServer.Abilities(reserveren: false)))
    let catalogus = fixture.server.add(.catalogussen, ["rsin": "851234562"])
    fixture.server.overwrite(fixture.sample.zaaktype, ["catalogus": catalogus.json])
    let remote = MemoryRemote(fixture.server)
    for _ in 0..<3 { await fixture.sync(remote) }
    #expect(remote.calls.filter { $0.verb == .reserve }.count == 1)
  }
}

/// What a script saw.
private final class Seen: @unchecked Sendable {
  var locks: [String: String] = [:]
}
