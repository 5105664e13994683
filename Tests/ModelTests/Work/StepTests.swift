import Model
import Testing

/// Steps in the journal, on the screen, and when the server gives addresses.
@Suite struct StepTests {
  static let zaak = Ref.local(.zaken, uuid(100))
  static let document = Ref.local(.enkelvoudiginformatieobjecten, uuid(101))

  static let steps: [Step] = [
    .status(
      ZetStatus(statustype: ref("statustypen", 12), datumStatusGezet: moment(5), toelichting: "t", previous: nil)),
    .create(Creation(.zaken, zaak, ["omschrijving": "nieuw", "kenmerken": [["kenmerk": "1", "bron": "b"]]])),
    .create(
      Creation(
        .enkelvoudiginformatieobjecten, document, ["titel": "Brief"], known: [ref("documenten", 1)],
        content: DocumentContent(sha256: String(repeating: "ab", count: 32), size: 3_000_000_000))),
    .change(Alteration(.rollen, ref("rollen", 1), [FieldChange(field: "roltoelichting", old: .null, new: "x")])),
    .change(
      Alteration(
        .enkelvoudiginformatieobjecten, ref("documenten", 2), [],
        content: DocumentContent(sha256: String(repeating: "0", count: 64), size: 0))),
    .remove(Removal(.zaaknotities, ref("zaaknotities", 1), was: ["onderwerp": "o", "n": .number("1.50")])),
  ]

  static func operation(_ steps: [Step], zaak: Ref = ref("zaken", 1), id: String = "a") -> Model.Operation {
    Model.Operation(
      id: id, zaak: zaak, made: moment(0), change: .handeling(Handeling(.document, steps)), reason: "omdat")
  }

  @Test(arguments: Handeling.Soort.allCases)
  func isReadAsItWasWritten(soort: Handeling.Soort) throws {
    let operation = Model.Operation(
      id: "a", zaak: ref("zaken", 1), made: moment(0), change: .handeling(Handeling(soort, StepTests.steps)))
    let bytes = JournalEntry.added(operation).json.bytes()
    let again = try #require(JournalEntry(json: try JSON(parsing: bytes)))
    #expect(again == .added(operation))
    #expect(again.json.bytes() == bytes)
    #expect(operation.change.kind == soort.rawValue)
  }

  @Test(
    arguments: steps.indices, ["stap", "soort", "url", "inhoud", "velden", "was", "statustype", "datumStatusGezet"])
  func anIncompleteStepIsNone(step: Int, member: String) throws {
    var json = StepTests.operation([StepTests.steps[step]]).json
    var row = try #require(json["stappen"]?.array?.first?.object)
    let isNeeded = row[member] != nil
    row[member] = nil
    json["stappen"] = [.object(row)]
    #expect((Model.Operation(json: json) == nil) == isNeeded)
  }

  @Test func theOtherLinesOfTheJournal() throws {
    let entries: [JournalEntry] = [
      .placed(id: "a", local: StepTests.zaak, url: ref("zaken", 9), at: moment(1)),
      .locked(id: "a", document: ref("documenten", 1), lock: "x", at: moment(1)),
      .moved(
        id: "a",
        to: .conflict([FieldConflict(field: "waarde", base: .null, theirs: "1", mine: "2", ref: ref("e", 1))]),
        at: moment(2)),
      .moved(id: "a", to: .rejected(Rejection(status: 400, code: "c", detail: "d", step: 3)), at: moment(2)),
    ]
    for entry in entries { #expect(JournalEntry(json: try JSON(parsing: entry.json.bytes())) == entry) }
  }

  // MARK: addresses

  @Test func whatNamesANewZaakGetsItsAddress() {
    let creating = StepTests.operation([StepTests.steps[1]], zaak: StepTests.zaak, id: "nieuw")
    var later = StepTests.operation([], zaak: StepTests.zaak, id: "later")
    later = later.with(
      .wijzigZaak([FieldChange(field: "hoofdzaak", old: .null, new: .string(StepTests.zaak.url))]))
    #expect(creating.awaited.isEmpty)
    #expect(later.awaited == [StepTests.zaak.url])
    let url = ref("zaken", 9)
    var queue = OperationQueue([.added(creating), .added(later)])
    #expect(queue.dossiers == [uuid(100)])
    queue.take(.placed(id: "nieuw", local: StepTests.zaak, url: url, at: moment(1)))
    #expect(queue.dossiers == [uuid(9)])
    #expect(queue["later"]?.operation.awaited == [])
    #expect(
      queue["later"]?.operation.change == .wijzigZaak([FieldChange(field: "hoofdzaak", old: .null, new: url.json)]))
    #expect(queue["nieuw"]?.operation.creation?.ref == url)
    queue.take(.confirmed(id: "nieuw", at: moment(2)))
    // What was made on a screen that did not know yet.
    queue.take(.added(StepTests.operation([], zaak: StepTests.zaak, id: "laat")))
    #expect(queue["laat"]?.operation.zaak == url)
    #expect(queue.place(of: StepTests.zaak) == url)
    #expect(queue.place(of: StepTests.document) == StepTests.document)
  }

  @Test func locksAreKnownAsLongAsTheOperationIs() {
    let document = ref("documenten", 1)
    var queue = OperationQueue([
      .added(StepTests.operation([])), .locked(id: "a", document: document, lock: "x", at: moment(1)),
    ])
    #expect(queue["a"]?.locks == [document.url: "x"])
    queue.take(.rebased(StepTests.operation([]), at: moment(2)))
    #expect(queue["a"]?.locks == [document.url: "x"])
    queue.take(.locked(id: "a", document: document, lock: "", at: moment(3)))
    #expect(queue["a"]?.locks == [:])
  }

  // MARK: what is shown

  @Test func stepsShowAtOnce() {
    var known = dossier()
    known.rollen = [Fetched(Rol(["url": ref("rollen", 1).json, "roltoelichting": "oud"]), fetched: moment(0))]
    known.notities = [Fetched(ZaakNotitie(["url": ref("zaaknotities", 1).json]), fetched: moment(0))]
    let shown = known.applying([StepTests.operation(StepTests.steps)])
    #expect(shown.rollen.map(\.value.roltoelichting) == ["x"])
    #expect(shown.notities.isEmpty)
    #expect(shown.documenten.map(\.value.titel) == ["Brief"])
    #expect(shown.documenten.first?.value.bestandsomvang == 3_000_000_000)
    #expect(shown.status?.statustype == ref("statustypen", 12))
    #expect(shown.applying([StepTests.operation(StepTests.steps)]) == shown)
  }

  @Test func whatTheServerHasAlreadyIsNotShownTwice() {
    let body: JSONObject = ["onderwerp": "gebeld", "tekst": "t"]
    func note(_ number: Int) -> Fetched<ZaakNotitieFields> {
      Fetched(ZaakNotitie(body.merging(["url": ref("zaaknotities", number).json])), fetched: moment(0))
    }
    let step = Step.create(
      Creation(.zaaknotities, .local(.zaaknotities, uuid(5)), body, known: [ref("zaaknotities", 1)]))
    var known = dossier()
    known.notities = [note(1)]
    #expect(known.applying([StepTests.operation([step])]).notities.count == 2, "one like it was there before")
    known.notities.append(note(2))
    #expect(known.applying([StepTests.operation([step])]).notities.count == 2, "this is the one")
  }

  @Test func closingAndReopeningShowTheEinddatum() {
    func status(_ soort: Handeling.Soort, _ type: Int, _ at: Int) -> Model.Operation {
      let set = ZetStatus(statustype: ref("statustypen", type), datumStatusGezet: moment(at), previous: nil)
      return Model.Operation(
        id: "s\(at)", zaak: ref("zaken", 1), made: moment(at), change: .handeling(Handeling(soort, [.status(set)])))
    }
    let closed = dossier().applying([status(.sluiten, 13, 5)])
    #expect(closed.zaak.value.einddatum == moment(5).day)
    #expect(closed.applying([status(.heropenen, 12, 6)]).zaak.value.isOpen)
  }

  @Test func aNewZaakIsADossierOfItsOwn() {
    let creation = Creation(.zaken, StepTests.zaak, ["omschrijving": "nieuw"])
    let made = Dossier(creating: creation, made: moment(3))
    #expect(made.uuid == uuid(100))
    #expect(made.zaak.value.omschrijving == "nieuw")
    #expect(made.isComplete)
    #expect(made.applying([StepTests.operation([.create(creation)], zaak: StepTests.zaak)]) == made)
  }

  // MARK: lists

  static let merges: [(old: JSON, new: JSON, theirs: JSON, merged: JSON)] = [
    (["a"], ["a", "b"], ["a", "c"], ["a", "c", "b"]), (["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"]),
    (.null, ["x"], ["y"], ["y", "x"]), (["a"], [], ["a"], []), (["a"], .null, ["a", "b"], ["b"]),
    (["a"], ["a", "b"], ["b"], ["b"]), ("a", "b", "c", "b"), (.null, ["x": 1], .null, ["x": 1]),
  ]

  @Test(arguments: merges)
  func listsAreMergedRowByRow(old: JSON, new: JSON, theirs: JSON, merged: JSON) {
    #expect(FieldChange(field: "f", old: old, new: new).over(theirs) == merged)
  }
}
