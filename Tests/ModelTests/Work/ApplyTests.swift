import Model
import Testing

@Suite struct ApplyTests {
  @Test func aStatusComesOnTop() throws {
    let operation = Model.Operation(
      id: "op1", zaak: ref("zaken", 1), made: moment(60),
      change: .zetStatus(
        ZetStatus(
          statustype: ref("statustypen", 12), datumStatusGezet: moment(60), toelichting: "opgepakt",
          previous: ref("statustypen", 11))))
    let shown = dossier().applying([operation])
    let status = try #require(shown.status)
    #expect(shown.statussen.count == 2)
    #expect(status.statustype == ref("statustypen", 12))
    #expect(status.statustoelichting == "opgepakt")
    #expect(status.zaak == ref("zaken", 1))
    #expect(status.url.isPending)
    #expect(status.url == Ref("zaaklijn:operatie/op1"))
    #expect(shown.zaak.value.status == status.url)
    #expect(shown.statussen.last?.fetched == moment(60))
  }

  @Test func aRepeatIsNotDoubled() {
    let operation = zetStatus("a", type: 12, at: 60)
    let once = dossier().applying([operation])
    #expect(once.applying([operation]) == once)
    #expect(dossier().applying([operation, operation]) == once)
    var known = dossier()
    known.statussen.append(status(2, type: 12, at: moment(60).at(offset: 0)))
    #expect(known.applying([operation]) == known, "the server has it already")
    #expect(known.applying([zetStatus("b", type: 12, at: 61)]).statussen.count == 3)
    #expect(known.applying([zetStatus("b", type: 13, at: 60)]).statussen.count == 3)
  }

  @Test func anEarlierStatusIsNotTheCurrentOne() {
    let shown = dossier().applying([zetStatus("a", type: 12, at: -60)])
    #expect(shown.statussen.count == 2)
    #expect(shown.status?.url == ref("statussen", 1))
    #expect(shown.zaak.value.status == ref("statussen", 1))
  }

  @Test func fieldsGetTheirNewValueInOrder() {
    let operations = [
      wijzig("a", "omschrijving", "Dakkapel Kerkstraat 12", "eerste"), wijzig("b", "omschrijving", "eerste", "tweede"),
      wijzig("c", "onbekend", .null, ["x": .number("1.50")]), wijzig("d", "verlenging", ["reden": "r"], .null),
    ]
    let shown = dossier().applying(operations)
    #expect(shown.zaak.value.omschrijving == "tweede")
    #expect(shown.zaak.value.body["onbekend"] == ["x": .number("1.50")])
    #expect(shown.zaak.value.body["verlenging"] == .null)
    #expect(shown.zaak.value.identificatie == dossier().zaak.value.identificatie)
    #expect(dossier().applying(operations.reversed()).zaak.value.omschrijving == "eerste")
    #expect(shown.applying(operations) == shown)
  }

  /// Invariant 1: what is shown is the pending operations applied to what the server last said.
  @Test func theServersWordStaysAsItWas() {
    let word = dossier()
    let before = word.json.bytes()
    let pending = [
      PendingOperation(zetStatus("a", type: 12, at: 60)), PendingOperation(wijzig("b", "omschrijving", "x", "y")),
    ]
    let shown = ShownDossier(word, pending: pending, zaaktype: nil)
    #expect(word.json.bytes() == before)
    #expect(shown.dossier == word.applying(pending.map(\.operation)))
    #expect(shown.dossier != word)
    #expect(word.applying([]) == word)
    #expect(shown.dossier.zaak.etag == word.zaak.etag)
  }

  @Test func whatWasRefusedIsListedButNotApplied() {
    let refused = PendingOperation(
      zetStatus("a", type: 13, at: 60), state: .rejected(Rejection(status: 400, code: "invalid", detail: "")))
    let shown = ShownDossier(dossier(), pending: [refused], zaaktype: nil)
    #expect(shown.dossier == dossier())
    #expect(shown.pending == [refused])
  }
}

@Suite struct ZaakRowTests {
  private let waiting = PendingOperation(zetStatus("a", type: 12, at: 60))
  private let unknown = PendingOperation(zetStatus("a", type: 12, at: 60), state: .unknown, attempts: 1)
  private let refused = PendingOperation(
    zetStatus("b", type: 13, at: 70), state: .rejected(Rejection(status: 400, code: "invalid", detail: "")))
  private let conflict = PendingOperation(wijzig("c", "omschrijving", "oud", "nieuw"), state: .conflict([]))

  @Test func theGravestMarkCounts() {
    #expect(SyncMark([]) == .none)
    #expect(SyncMark([waiting]) == .waiting)
    #expect(SyncMark([unknown]) == .waiting)
    #expect(SyncMark([waiting, refused]) == .rejected)
    #expect(SyncMark([refused, waiting]) == .rejected)
    #expect(SyncMark([conflict, refused, waiting]) == .conflict)
    #expect(SyncMark([waiting, refused, conflict]) == .conflict)
  }

  @Test func isTheZaakAsItIsShown() {
    var word = dossier()
    word.zaak.value.einddatumGepland = Day("2026-12-01")
    var rol = Rol(["betrokkeneType": "medewerker", "betrokkeneIdentificatie": ["achternaam": "Bosch"]])
    rol.omschrijvingGeneriek = .behandelaar
    var second = rol
    second.afwijkendeNaamBetrokkene = "Team Noord"
    word.rollen = [Fetched(rol, fetched: moment(0)), Fetched(second, fetched: moment(0))]
    let row = ZaakRow(word, pending: [waiting, refused, conflict], zaaktype: zaaktypeVersie())
    #expect(
      row
        == ZaakRow(
          uuid: uuid(1), identificatie: "ZAAK-2026-0000000001", omschrijving: "nieuw",
          zaaktype: "Aanvraag omgevingsvergunning", status: "In behandeling", behandelaar: "Bosch, Team Noord",
          deadline: Day("2026-12-01"), isOpen: true, mark: .conflict))
    #expect(row.id == uuid(1))
  }

  @Test func withoutACatalogueAndWithoutAStatus() {
    var word = dossier()
    let row = ZaakRow(word, pending: [], zaaktype: nil)
    #expect([row.zaaktype, row.status, row.behandelaar] == ["", "", ""])
    #expect(row.deadline == nil)
    #expect(row.mark == .none)
    word.statussen = []
    #expect(ZaakRow(word, pending: [], zaaktype: zaaktypeVersie()).status == "")
    word.statussen = [status(1, type: 99, at: moment(0))]
    #expect(ZaakRow(word, pending: [], zaaktype: zaaktypeVersie()).status == "")
  }

  @Test func theDeadlineIsTheLegalDayElseThePlannedOne() {
    var zaak = Zaak()
    #expect(zaak.deadline == nil)
    zaak.einddatumGepland = Day("2026-12-01")
    #expect(zaak.deadline == Day("2026-12-01"))
    zaak.uiterlijkeEinddatumAfdoening = Day("2026-12-20")
    #expect(zaak.deadline == Day("2026-12-20"))
    zaak.einddatum = Day("2026-11-22")
    #expect(zaak.deadline == nil)
    #expect(!zaak.isOpen)
  }
}
