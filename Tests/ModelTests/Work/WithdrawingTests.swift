import Model
import Testing

/// Taking an operation back, with what builds on it.
@Suite struct WithdrawingTests {
  private func gone(_ entries: [JournalEntry]) -> [String] {
    entries.compactMap { if case .withdrawn(let id, _) = $0 { id } else { nil } }
  }

  private func rebased(_ entries: [JournalEntry]) -> [Model.Operation] {
    entries.compactMap { if case .rebased(let operation, _) = $0 { operation } else { nil } }
  }

  @Test func whatHangsOnANewZaakGoesWithIt() {
    let zaak = Ref.local(.zaken, uuid(50))
    let rol = Ref.local(.rollen, uuid(51))
    func on(_ zaak: Ref, _ id: String, _ steps: [Step]) -> Model.Operation {
      Model.Operation(id: id, zaak: zaak, made: moment(0), change: .handeling(Handeling(.nieuweZaak, steps)))
    }
    let queue = OperationQueue([
      .added(on(zaak, "nieuw", [.create(Creation(.zaken, zaak, [:]))])),
      .added(on(zaak, "rol", [.create(Creation(.rollen, rol, ["zaak": zaak.json]))])),
      .added(on(zaak, "rol weg", [.remove(Removal(.rollen, rol, was: [:]))])),
      .added(wijzig("elders", "hoofdzaak", .null, zaak.json, zaak: 9)), .added(wijzig("los", "omschrijving", "a", "b")),
    ])
    #expect(gone(queue.withdrawing("nieuw", at: moment(1))) == ["nieuw", "rol", "rol weg", "elders"])
    #expect(gone(queue.withdrawing("rol", at: moment(1))) == ["rol", "rol weg"])
    var doubtful = queue
    doubtful.take(.attempt(id: "rol weg", at: moment(1)))
    #expect(doubtful.withdrawing("nieuw", at: moment(2)).isEmpty)
    #expect(doubtful.withdrawing("rol weg", at: moment(2)).isEmpty)
    #expect(queue.withdrawing("onbekend", at: moment(2)).isEmpty)
  }

  @Test func whatBeganWithItsValueBeginsWithTheOneBefore() {
    let queue = OperationQueue([
      .added(wijzig("a", "omschrijving", "0", "1")), .added(wijzig("b", "omschrijving", "1", "2")),
      .added(wijzig("c", "omschrijving", "2", "1")), .added(wijzig("d", "omschrijving", "1", "3")),
      .added(wijzig("e", "toelichting", "1", "3")), .added(wijzig("f", "omschrijving", "1", "3", zaak: 9)),
    ])
    #expect(rebased(queue.withdrawing("a", at: moment(1))) == [wijzig("b", "omschrijving", "0", "2")])
    #expect(rebased(queue.withdrawing("c", at: moment(1))) == [wijzig("d", "omschrijving", "2", "3")])
    #expect(rebased(queue.withdrawing("d", at: moment(1))).isEmpty)
  }

  @Test func aListKeepsWhatWasAddedLater() {
    let queue = OperationQueue([
      .added(wijzig("a", "trefwoorden", ["x"], ["x", "y"])),
      .added(wijzig("b", "trefwoorden", ["x", "y"], ["x", "y", "z"])),
    ])
    #expect(rebased(queue.withdrawing("a", at: moment(1))) == [wijzig("b", "trefwoorden", ["x"], ["x", "z"])])
  }

  @Test func aStatusBuildsOnTheOneBefore() {
    func set(_ id: String, _ type: Int, after previous: Int, _ at: Int) -> Model.Operation {
      Model.Operation(
        id: id, zaak: ref("zaken", 1), made: moment(at),
        change: .zetStatus(
          ZetStatus(
            statustype: ref("statustypen", type), datumStatusGezet: moment(at), previous: ref("statustypen", previous)))
      )
    }
    let queue = OperationQueue([.added(set("a", 12, after: 11, 1)), .added(set("b", 13, after: 12, 2))])
    #expect(rebased(queue.withdrawing("a", at: moment(3))) == [set("b", 13, after: 11, 2)])
    var refused = queue
    refused.take(.moved(id: "b", to: .rejected(Rejection(status: 400, code: "", detail: "")), at: moment(3)))
    #expect(rebased(refused.withdrawing("a", at: moment(3))).isEmpty, "what was refused waits for the user")
  }
}
