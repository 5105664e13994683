import Model
import TestSupport
import Testing

@testable import Sync

/// Every moment at which something comes back × everything that can come back.
struct PushMachineTests {
  static let errors: [RemoteError] = [
    .unreachable("weg"), .lost(status: 500, "fout"), .lost(status: nil, "time-out"), .busy(seconds: 3),
    .notSignedIn(.made(401, "not_authenticated")), .forbidden(.made(403, "permission_denied")), .notFound,
    .rejected(.made(400, "invalid", field: "omschrijving")), .rejected(.made(400, "unique", field: "nonFieldErrors")),
    .rejected(.made(400, "identificatie-niet-uniek", field: "identificatie")), .malformed("html"),
    .foreignOrigin("https://elders.voorbeeld.nl"), .configuration("geen secret"), .cancelled,
  ]
  static let body: JSONObject = ["omschrijving": "nieuw"]
  static let fields = [FieldConflict(field: "omschrijving", base: "a", theirs: "b", mine: "c")]

  /// In what state the machine is when the error comes.
  enum Setting: String, CaseIterable {
    case fresh, resumed, afterLostWrite, afterRefusedDouble

    var machine: PushMachine {
      var machine = PushMachine(isInDoubt: self == .resumed)
      switch self {
      case .fresh, .resumed: break
      case .afterLostWrite:
        _ = machine.didRead(.open(PushMachineTests.body))
        _ = machine.didFailToWrite(.lost(status: 500, ""))
      case .afterRefusedDouble:
        _ = machine.didRead(.open(PushMachineTests.body))
        _ = machine.didFailToWrite(.rejected(.made(400, "unique", field: "nonFieldErrors")))
      }
      return machine
    }

    var isInDoubt: Bool { self == .resumed || self == .afterLostWrite }
  }

  @Test(arguments: Setting.allCases, errors)
  func afterAFailedRead(_ setting: Setting, _ error: RemoteError) {
    var machine = setting.machine
    let step = machine.didFailToRead(error)
    let expected: PushMachine.End =
      switch error {
      case .unreachable, .busy, .notSignedIn, .configuration, .cancelled: .halt(error, inDoubt: setting.isInDoubt)
      case .lost, .malformed, .foreignOrigin: setting.isInDoubt ? .unknown : .later
      case .forbidden(let problem): .rejected(Rejection(problem))
      case .rejected(let problem): setting.isInDoubt ? .unknown : .rejected(Rejection(problem))
      case .notFound:
        .rejected(.notThere)
      }
    #expect(step == .end(expected))
  }

  @Test(arguments: [false, true], errors)
  func afterAFailedWrite(_ isInDoubt: Bool, _ error: RemoteError) {
    var machine = PushMachine(isInDoubt: isInDoubt)
    #expect(machine.first == .read)
    #expect(machine.didRead(.open(Self.body)) == .write(Self.body))
    let step = machine.didFailToWrite(error)
    let expected: PushMachine.Step =
      switch error {
      case .lost, .malformed: .read
      case .rejected(let problem) where problem.mainCode.hasSuffix("niet-uniek") || problem.mainCode == "unique": .read
      case .rejected(let problem), .forbidden(let problem):
        isInDoubt ? .read : .end(.rejected(Rejection(problem)))
      case .notFound:
        .end(.rejected(.notThere))
      case .cancelled: .end(.unknown)
      case .foreignOrigin: .end(isInDoubt ? .unknown : .later)
      case .unreachable, .busy, .notSignedIn, .configuration: .end(.halt(error, inDoubt: isInDoubt))
      }
    #expect(step == expected)
  }

  @Test(arguments: Setting.allCases)
  func whatIsReadEndsIt(_ setting: Setting) {
    var machine = setting.machine
    #expect(machine.didRead(.already) == .end(.confirmed))
    machine = setting.machine
    #expect(machine.didRead(.conflict(Self.fields)) == .end(.conflict(Self.fields)))
  }

  @Test func aWriteThatIsFoundBackIsConfirmed() {
    var machine = Setting.afterLostWrite.machine
    #expect(machine.didRead(.already) == .end(.confirmed))
  }

  @Test func aLostWriteIsSentOnceMoreWhenItIsNotThere() {
    var machine = Setting.afterLostWrite.machine
    #expect(machine.didRead(.open(Self.body)) == .write(Self.body))
    #expect(machine.didFailToWrite(.lost(status: nil, "")) == .read)
    #expect(machine.didRead(.open(Self.body)) == .end(.unknown))
  }

  @Test func aDoubleThatIsNotOursIsRejectedWithTheServersWords() {
    var machine = Setting.afterRefusedDouble.machine
    let refusal = Rejection(.made(400, "unique", field: "nonFieldErrors"))
    #expect(machine.didRead(.open(Self.body)) == .end(.rejected(refusal)))
  }

  @Test func aRefusalAfterALostWriteIsBelievedOnlyAfterReading() {
    var machine = Setting.afterLostWrite.machine
    _ = machine.didRead(.open(Self.body))
    #expect(machine.didFailToWrite(.forbidden(.made(403, "zaak-closed"))) == .read)
    #expect(machine.didRead(.already) == .end(.confirmed))
  }

  @Test func anAnswerWithoutTheChangeIsNotBelieved() {
    var machine = PushMachine(isInDoubt: false)
    _ = machine.didRead(.open(Self.body))
    guard case .end(.rejected(let rejection)) = machine.didWrite(.open(Self.body)) else {
      Issue.record("the answer was believed")
      return
    }
    #expect(rejection.code == "niet-overgenomen")
    #expect(machine.didWrite(.already) == .end(.confirmed))
  }
}
