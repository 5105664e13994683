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
}
