import Model
import Store
import TestSupport
import Testing

@testable import Sync

/// What the user can do after a refusal or a conflict.
struct ResolveTests {
  let sample = SampleServer(zaken: 1)
  let now = SampleServer.moment(500)

  @Test func whatWaitsOrIsInDoubtIsNotRetriedByHand() {
    let operation = sample.sets(1)
    #expect(PendingOperation(operation, state: .waiting).retried(at: now) == nil)
    #expect(PendingOperation(operation, state: .unknown).retried(at: now) == nil)
  }

  /// Behind a 403 or 404 a write that was lost may be hidden.
  @Test(arguments: [400, 403, 404])
  func aRejectedStatusKeepsItsIdAndItsMomentOnlyWhereItMayBeThere(_ status: Int) throws {
    let operation = sample.sets(1, toelichting: "want")
    let rejected = PendingOperation(operation, state: .rejected(Rejection(status: status, code: "x", detail: "")))
    let retried = try #require(rejected.retried(at: now))
    #expect(retried.id == operation.id)
    #expect(retried.made == operation.made)
    #expect(
      retried.change
        == .zetStatus(
          ZetStatus(
            statustype: sample.statustypen[1], datumStatusGezet: status == 400 ? now : operation.made,
            toelichting: "want",
            previous: sample.statustypen[0])))
  }

  @Test(arguments: [0, 2, nil])
  func aStatusAfterAConflictBuildsOnTheirs(_ theirs: Int?) throws {
    let json: JSON = theirs.map { .string(sample.statustypen[$0].url) } ?? .null
    let fields = [FieldConflict(field: "status", base: .null, theirs: json, mine: "x")]
    let retried = try #require(PendingOperation(sample.sets(1), state: .conflict(fields)).retried(at: now))
    guard case .zetStatus(let set) = retried.change else {
      Issue.record("no status")
      return
    }
    #expect(set.previous == theirs.map { sample.statustypen[$0] })
    #expect(set.datumStatusGezet == now)
  }

  @Test func ofTheFieldsOnlyThoseInConflictGetANewBase() throws {
    let change = Change.wijzigZaak([
      FieldChange(field: "omschrijving", old: "a", new: "b"), FieldChange(field: "toelichting", old: "c", new: "d"),
    ])
    let operation = Operation(id: "x", zaak: sample.zaken[0], made: now, change: change, reason: "omdat")
    let fields = [FieldConflict(field: "toelichting", base: "c", theirs: "z", mine: "d")]
    let retried = try #require(PendingOperation(operation, state: .conflict(fields)).retried(at: now))
    #expect(retried.reason == "omdat")
    #expect(
      retried.change
        == .wijzigZaak([
          FieldChange(field: "omschrijving", old: "a", new: "b"), FieldChange(field: "toelichting", old: "z", new: "d"),
        ]))
  }

  /// S8: see docs/sync.md.
  @Test func withdrawingTakesAwayAllButWhatIsInDoubt() throws {
    let store = try Store.opened(on: MemoryFileSystem())
    let states: [(String, OperationState, Bool)] = [
      ("a", .waiting, true), ("b", .unknown, false), ("c", .conflict([]), true),
      ("d", .rejected(Rejection(status: 400, code: "", detail: "")), true),
    ]
    for (id, state, _) in states {
      try store.record([.added(sample.sets(1, id: id)), .moved(id: id, to: state, at: now)])
    }
    for (id, _, mayGo) in states { #expect(try store.withdraw(id, at: now) == mayGo) }
    #expect(store.queue.pending.map(\.id) == ["b"])
    #expect(try !store.withdraw("a", at: now))
  }

  // MARK: choosing

  private let there = Ref("https://zaken.voorbeeld.nl/resultaten/00000000-0000-4000-8000-000000000001")

  private func handeling(_ steps: [Step]) -> Model.Operation {
    Model.Operation(id: "h", zaak: sample.zaken[0], made: now, change: .handeling(Handeling(.sluiten, steps)))
  }

  private func resolved(
    _ operation: Model.Operation, _ conflicts: [FieldConflict], _ choices: [String: FieldChoice]
  ) -> Resolution? {
    PendingOperation(operation, state: .conflict(conflicts)).resolved(choices, at: now)
  }

  @Test func eachFieldHasAChoiceOfItsOwn() {
    let operation = Model.Operation(
      id: "x", zaak: sample.zaken[0], made: now,
      change: .wijzigZaak([
        FieldChange(field: "a", old: "0", new: "1"), FieldChange(field: "b", old: "0", new: "1"),
        FieldChange(field: "c", old: "0", new: "1"), FieldChange(field: "d", old: "0", new: "1"),
      ]))
    let conflicts = ["a", "b", "c"].map { FieldConflict(field: $0, base: "0", theirs: "2", mine: "1") }
    let expected = operation.with(
      .wijzigZaak([
        FieldChange(field: "a", old: "2", new: "1"), FieldChange(field: "c", old: "2", new: "3"),
        FieldChange(field: "d", old: "0", new: "1"),
      ]))
    #expect(resolved(operation, conflicts, ["b": .hunne, "c": .waarde("3")]) == .again(expected))
  }

  @Test func whatIsTheirsAltogetherIsWithdrawn() throws {
    let fields = [FieldConflict(field: "toelichting", base: "", theirs: "b", mine: "a")]
    let operation = sample.changes("toelichting", from: "", to: "a")
    #expect(resolved(operation, fields, ["toelichting": .hunne]) == .withdraw)
    let status = [FieldConflict(field: "status", base: .null, theirs: .null, mine: .null)]
    #expect(resolved(sample.sets(1), status, ["status": .hunne]) == .withdraw)
    let store = try Store.opened(on: MemoryFileSystem())
    try store.record([.added(operation), .moved(id: operation.id, to: .conflict(fields), at: now)])
    #expect(try store.resolve(operation.id, ["toelichting": .hunne], at: now))
    #expect(store.queue.pending.isEmpty)
    #expect(try !store.resolve(operation.id, [:], at: now))
  }

  @Test func ofAResultaatTheUsersTakesTheirPlace() {
    let create = Step.create(
      Creation(.resultaten, .local(.resultaten, "x"), ["resultaattype": "t", "toelichting": "w"]))
    let type = FieldConflict(field: "resultaattype", base: .null, theirs: "u", mine: "t", ref: there)
    let operation = handeling([create])
    #expect(
      resolved(operation, [type], [:])
        == .again(handeling([.remove(Removal(.resultaten, there, was: [:])), create])))
    #expect(resolved(operation, [type], ["resultaattype": .hunne]) == .withdraw)
    let words = FieldConflict(field: "toelichting", base: .null, theirs: "v", mine: "w", ref: there)
    #expect(
      resolved(operation, [words], [:])
        == .again(
          handeling([.change(Alteration(.resultaten, there, [FieldChange(field: "toelichting", old: "v", new: "w")]))]))
    )
  }

  @Test func aNumberThatIsTakenGetsAnother() {
    let create = Creation(.zaken, .local(.zaken, "x"), ["identificatie": "Z-1", "zaaktype": "t"])
    let taken = FieldConflict(field: "zaaktype", base: .null, theirs: "u", mine: "t", ref: there)
    let other = Creation(.zaken, create.ref, ["identificatie": "Z-1-2", "zaaktype": "t"])
    #expect(resolved(handeling([.create(create)]), [taken], [:]) == .again(handeling([.create(other)])))
  }

  @Test func aRemovalGoesOnFromTheirs() {
    let removal = Removal(.zaaknotities, there, was: ["tekst": "a"])
    let changed = FieldConflict(field: "tekst", base: "a", theirs: "b", mine: .null, ref: there)
    let operation = handeling([.remove(removal)])
    #expect(
      resolved(operation, [changed], [:])
        == .again(handeling([.remove(Removal(.zaaknotities, there, was: ["tekst": "b"]))])))
    #expect(resolved(operation, [changed], ["tekst": .hunne]) == .withdraw)
  }

  @Test func aForeignLockIsForcedOnlyWhenTheUserSaysSo() {
    let fields = [FieldChange(field: "titel", old: "a", new: "b")]
    let operation = handeling([.change(Alteration(.enkelvoudiginformatieobjecten, there, fields))])
    let locked = FieldConflict(field: "locked", base: false, theirs: true, mine: false, ref: there)
    let forced = fields + [FieldChange(field: "locked", old: true, new: false)]
    #expect(
      resolved(operation, [locked], [:])
        == .again(handeling([.change(Alteration(.enkelvoudiginformatieobjecten, there, forced))])))
    #expect(resolved(operation, [locked], ["locked": .hunne]) == .withdraw)
  }

  /// A status that an earlier step set keeps the moment by which it is recognised.
  @Test func onlyTheStepThatWasRefusedGetsANewMoment() throws {
    let set = ZetStatus(statustype: sample.statustypen[1], datumStatusGezet: SampleServer.moment(1), previous: nil)
    let operation = handeling([.status(set), .create(Creation(.rollen, .local(.rollen, "x"), [:]))])
    for step in 0...1 {
      let state = OperationState.rejected(Rejection(status: 400, code: "x", detail: "", step: step))
      let retried = try #require(PendingOperation(operation, state: state).retried(at: now))
      guard case .status(let again)? = retried.steps.first else {
        Issue.record("no status")
        return
      }
      #expect(again.datumStatusGezet == (step == 0 ? now : set.datumStatusGezet))
    }
  }

  @Test func aMomentFarInTheFutureOfTheServerIsBroughtBackAndANearOneWaitedFor() {
    func set(_ seconds: Int) -> ZetStatus {
      ZetStatus(statustype: sample.statustypen[1], datumStatusGezet: SampleServer.moment(seconds), previous: nil)
    }
    let there = SampleServer.moment(300)
    #expect(set(900).moment(there: there, latest: nil) == SampleServer.moment(300))
    #expect(set(900).moment(there: there, latest: SampleServer.moment(100)) == SampleServer.moment(300))
    #expect(set(900).moment(there: there, latest: SampleServer.moment(300)) == SampleServer.moment(301))
    #expect(set(301).moment(there: there, latest: SampleServer.moment(300)) == SampleServer.moment(301))
    let redated = sample.sets(1, at: 900).redated(from: SampleServer.moment(900), to: SampleServer.moment(300))
    guard case .zetStatus(let new) = redated.change else {
      Issue.record("no status")
      return
    }
    #expect(new.datumStatusGezet == SampleServer.moment(300))
  }
}
