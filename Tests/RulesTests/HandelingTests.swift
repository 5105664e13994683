import Model
import Rules
import Testing

@Suite struct HandelingTests {
  private func set(_ dossier: Dossier, now: Moment) throws -> ZetStatus {
    let change = dossier.zetStatus(ref("statustypen", 2), toelichting: "opgepakt", now: now)
    guard case .zetStatus(let status) = change else { throw NoStatus() }
    return status
  }
  private struct NoStatus: Error {}

  @Test func theMomentIsNowInWholeSecondsAndInTheSameOffset() throws {
    let now = Moment(microsecondsSince1970: moment(60).microsecondsSince1970 + 999_999, offset: 3600)
    let status = try set(dossier(), now: now)
    #expect(status.datumStatusGezet == moment(60))
    #expect(status.datumStatusGezet.offset == 3600)
    #expect(status.statustype == ref("statustypen", 2))
    #expect(status.toelichting == "opgepakt")
    #expect(status.previous == ref("statustypen", 1))
  }

  @Test(arguments: [-3600, 0, 3600, 7200])
  func theMomentIsLaterThanEveryOtherStatusAlsoWhenAClockIsSlow(offset: Int) throws {
    for last in [moment(0), moment(5), Moment(microsecondsSince1970: moment(7).microsecondsSince1970 + 500_000)] {
      var dossier = dossier()
      dossier.statussen.append(status(type: 2, at: last))
      for now in [moment(-100_000), moment(0), last].map({ $0.at(offset: offset) }) {
        let gezet = try set(dossier, now: now).datumStatusGezet
        #expect(gezet > last)
        #expect(gezet.microsecondsSince1970 % 1_000_000 == 0)
        #expect(gezet.microsecondsSince1970 - last.microsecondsSince1970 <= 1_000_000)
        #expect(gezet.offset == offset)
      }
    }
  }

  @Test func twoStatusesInOneSecondGetTwoMoments() throws {
    let first = try set(dossier(), now: moment(60))
    let operation = Model.Operation(
      id: "a", zaak: ref("zaken", 1), made: moment(60), change: .zetStatus(first))
    let second = try set(dossier().applying([operation]), now: moment(60))
    #expect(second.datumStatusGezet == moment(61))
    #expect(second.previous == ref("statustypen", 2))
  }

  @Test func theFirstStatusHasNoPreviousOne() throws {
    var dossier = dossier()
    dossier.statussen = []
    let status = try set(dossier, now: moment(0))
    #expect(status.previous == nil)
    #expect(status.datumStatusGezet == moment(0))
  }

  @Test func onlyWhatChangesIsWijzigd() throws {
    var dossier = dossier()
    dossier.zaak.value.body["bedrag"] = .number("1.50")
    let change = dossier.wijzig([
      ("omschrijving", "Dakkapel Kerkstraat 12"), ("toelichting", "x"), ("bedrag", .number("1.5")),
      ("verlenging", .null),
    ])
    #expect(
      change
        == .wijzigZaak([
          FieldChange(field: "toelichting", old: .null, new: "x"),
          FieldChange(field: "bedrag", old: .number("1.50"), new: .number("1.5")),
        ]))
  }

  @Test func nothingChangedIsNoChange() {
    #expect(dossier().wijzig([]) == nil)
    #expect(dossier().wijzig([("omschrijving", "Dakkapel Kerkstraat 12"), ("onbekend", .null)]) == nil)
  }
}
