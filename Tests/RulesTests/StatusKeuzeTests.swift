import Model
import Rules
import Testing

@Suite struct StatusKeuzeTests {
  @Test func theStatustypenInTheirOrderWithWhatStandsInTheWay() {
    let choices = dossier().statusChoices(zaaktype())
    #expect(choices.map(\.statustype.volgnummer) == [10, 20, 30])
    #expect(choices.map(\.isEnd) == [false, false, true])
    #expect(choices.map(\.obstacles) == [[.isCurrent], [], [.noResultaat]])
    #expect(choices.map(\.isPossible) == [false, true, false])
  }

  // zrc-007
  @Test func whatClosingNeeds() {
    var dossier = dossier()
    dossier.documenten = [
      document("A", locked: true, gebruiksrecht: nil), document("B", gebruiksrecht: false),
      document("C", gebruiksrecht: nil), document("D", locked: true, gebruiksrecht: true),
    ]
    #expect(dossier.closingObstacles == [.noResultaat, .lockedDocuments(["A", "D"]), .noGebruiksrecht(["A", "C"])])
    #expect(dossier.statusChoices(zaaktype()).last?.obstacles == dossier.closingObstacles)
    #expect(dossier.statusChoices(zaaktype())[1].obstacles == [])
    dossier.documenten = [document("B", gebruiksrecht: false)]
    dossier.resultaat = resultaat()
    #expect(dossier.closingObstacles == [])
    #expect(dossier.statusChoices(zaaktype()).last?.isPossible == true)
  }

  @Test func aDossierThatIsNotCompleteHasAResultaatWhenItsZaakSaysSo() {
    var dossier = dossier()
    dossier.isComplete = false
    #expect(dossier.closingObstacles == [.noResultaat])
    dossier.zaak.value.resultaat = ref("resultaten", 1)
    #expect(dossier.closingObstacles == [])
  }

  // zrc-008
  @Test func aClosedZaak() {
    var dossier = dossier()
    dossier.zaak.value.einddatum = Day("2026-11-22")
    dossier.resultaat = resultaat()
    dossier.statussen.append(status(type: 3, at: moment(9)))
    let choices = dossier.statusChoices(zaaktype())
    #expect(choices.map(\.obstacles) == [[.closed], [.closed], [.closed, .isCurrent]])
  }

  @Test func aZaaktypeWithoutStatustypenGivesNoChoice() {
    var empty = zaaktype()
    empty.statustypen = []
    #expect(dossier().statusChoices(empty) == [])
  }
}
