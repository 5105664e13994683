import Model
import Store
import Testing

/// Zaken that exist only in the journal, until the server has them.
@Suite struct NewZaakTests {
  private static let local = Ref.local(.zaken, uuid(500))

  private var creating: Operation {
    let body: JSONObject = [
      "identificatie": "ZL-2026-ABC", "omschrijving": "Nieuwe standplaats", "zaaktype": zaaktypeRef.json,
      "startdatum": "2026-11-24",
    ]
    return Operation(
      id: uuid(600), zaak: Self.local, made: moment,
      change: .handeling(Handeling(.nieuweZaak, [.create(Creation(.zaken, Self.local, body))])))
  }

  private var later: Operation {
    Operation(
      id: uuid(601), zaak: Self.local, made: moment,
      change: .wijzigZaak([FieldChange(field: "omschrijving", old: "Nieuwe standplaats", new: "Andere")]))
  }

  @Test func hasItsRowAndItsDossierAtOnce() throws {
    let ground = Ground()
    let store = try ground.open()
    try store.put([dossier(1)])
    try store.record([.added(creating), .added(later)])
    #expect(try store.rows(RowQuery(text: "andere")).rows.map(\.identificatie) == ["ZL-2026-ABC"])
    #expect(try store.rows(RowQuery()).rows.first { $0.identificatie == "ZL-2026-ABC" }?.mark == .waiting)
    #expect(try store.find("ABC") == .one(uuid: uuid(500)))
    #expect(try store.shown(uuid(500))?.dossier.zaak.value.omschrijving == "Andere")
    #expect(try store.dossier(uuid(500)) == nil, "the server said nothing of it")
    #expect(try store.knownDossiers() == [uuid(1)])
  }

  @Test func isThereAgainAfterARebuildOfTheIndex() throws {
    let ground = Ground()
    let store = try ground.open()
    try store.record([.added(creating), .added(later)])
    #expect(try store.check(repair: false).isEmpty)
    try store.rebuildIndex()
    #expect(try store.rows(RowQuery()).rows.map(\.uuid) == [uuid(500)])
    #expect(try store.check(repair: false).isEmpty)
    store.close()
    let again = try ground.open()
    #expect(try again.rows(RowQuery()).rows.map(\.omschrijving) == ["Andere"])
  }

  @Test func goesWhenTheUserTakesItBack() throws {
    let store = try Ground().open()
    try store.record([.added(creating)])
    try store.record([.withdrawn(id: uuid(600), at: moment)])
    #expect(try store.rows(RowQuery()).rows.isEmpty)
    #expect(try store.shown(uuid(500)) == nil)
  }

  @Test func becomesTheZaakOfTheServer() throws {
    let ground = Ground()
    let store = try ground.open()
    try store.record([.added(creating), .added(later)])
    let placed = dossier(7, "Nieuwe standplaats")
    try store.put([placed])
    try store.record([.placed(id: uuid(600), local: Self.local, url: placed.ref, at: moment)])
    #expect(try store.rows(RowQuery()).rows.map(\.uuid) == [uuid(7)])
    #expect(try store.shown(uuid(7))?.pending.map(\.id) == [uuid(600), uuid(601)])
    #expect(try store.shown(uuid(500))?.dossier.uuid == uuid(7), "by its old UUID too, for a screen that shows it")
    try store.record([.confirmed(id: uuid(600), at: moment)])
    #expect(try store.shown(uuid(7))?.dossier.zaak.value.omschrijving == "Andere")
    store.close()
    let again = try ground.open()
    #expect(again.queue.pending.map(\.operation.zaak) == [placed.ref])
    #expect(try again.rows(RowQuery()).rows.map(\.omschrijving) == ["Andere"])
  }

  @Test func theAddressOutlivesCompactionAsLongAsItIsNeeded() throws {
    let ground = Ground()
    let store = try ground.open(compaction: 0)
    let url = dossier(7).ref
    try store.record([
      .added(creating), .added(later), .placed(id: uuid(600), local: Self.local, url: url, at: moment),
      .confirmed(id: uuid(600), at: moment),
    ])
    for number in 700...720 {
      try store.record([.added(setStatus(1, id: number)), .confirmed(id: uuid(number), at: moment)])
    }
    try store.compactJournal()
    store.close()
    let again = try ground.open()
    #expect(again.queue.pending.map(\.id) == [uuid(601)])
    #expect(again.queue.pending.map(\.operation.zaak) == [url])
  }

  @Test func aNumberIsHandedOutOnce() throws {
    let ground = Ground()
    let store = try ground.open()
    #expect(try store.takeNumber(for: "851234562") == nil)
    try store.addNumbers(["Z-1", "Z-2"], for: "851234562")
    try store.addNumbers(["Z-2", "Z-3"], for: "851234562")
    try store.addNumbers(["B-1"], for: "823456785")
    #expect(store.numbersLeft(for: "851234562") == 3)
    #expect(try store.takeNumber(for: "851234562") == "Z-1")
    ground.crash(powerCut: true)
    let again = try ground.open()
    #expect(try again.takeNumber(for: "851234562") == "Z-2")
    #expect(try again.takeNumber(for: "851234562") == "Z-3")
    #expect(try again.takeNumber(for: "851234562") == nil)
    #expect(again.numbersLeft(for: "823456785") == 1)
  }

  @Test func aContentIsReadInPieces() throws {
    let store = try Ground().open()
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    let hash = try store.putContent([Array(bytes[..<4000]), Array(bytes[4000...])])
    #expect(try store.content(hash, at: 3990, count: 20) == Array(bytes[3990..<4010]))
    #expect(throws: StoreError.self) { try store.content(hash, at: 9990, count: 20) }
    #expect(throws: StoreError.self) { try store.content(String(repeating: "0", count: 64), at: 0, count: 1) }
  }
}
