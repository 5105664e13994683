import Model
import Rules
import Testing

@Suite("Resultaat, closing, reopening")
struct AfsluitenTests {
  private func type(_ number: Int) -> Resultaattype { volZaaktype().resultaattypen[number - 1].value }

  private func dossier(resultaat number: Int) -> Dossier {
    var dossier = volDossier()
    dossier.resultaat = record(
      .resultaten, 1,
      ["resultaattype": ref("resultaattypen", number).json, "toelichting": "", "zaak": ref("zaken", 1).json])
    return dossier
  }

  @Test("A resultaat is made, gets another toelichting, or makes room for one of another type")
  func resultaat() throws {
    let made = try #require(try werk().zetResultaat(type(1), toelichting: "Zie besluit"))
    #expect(made.gemaakt[0]["resultaattype"] == ref("resultaattypen", 1).json)
    #expect(made.on(volDossier()).resultaat?.value.toelichting == "Zie besluit")
    let present = dossier(resultaat: 1)
    #expect(try werk(present).zetResultaat(type(1), toelichting: nil) == nil)
    let changed = try #require(try werk(present).zetResultaat(type(1), toelichting: "Nieuw"))
    #expect(changed.nieuw == ["toelichting": "Nieuw"] && changed.gemaakt.isEmpty)
    let other = try #require(try werk(present).zetResultaat(type(2), toelichting: nil))
    #expect(other.verwijderd == [ref("resultaten", 1)] && other.gemaakt.count == 1)
    #expect(other.on(present).resultaat?.value.resultaattype == ref("resultaattypen", 2))
    #expect(
      weigering { () throws(RuleError) in
        try werk().zetResultaat(type(1), toelichting: String(repeating: "x", count: 1001))
      } == .tooLong(field: "toelichting", count: 1001, max: 1000))
  }

  @Test("Closing is the resultaat and the end status in one, and shows the zaak closed")
  func sluit() throws {
    let change = try werk().sluit(type(1))
    #expect(change.stappen.map(\.kind) == [.resultaten, .statussen])
    let shown = change.on(volDossier())
    #expect(!shown.zaak.value.isOpen && shown.status?.statustype == ref("statustypen", 3))
    #expect(try werk(dossier(resultaat: 1)).sluit(type(1)).stappen.map(\.kind) == [.statussen])
    #expect(weigering { () throws(RuleError) in try werk(shown).sluit(type(1)) } == .closed)
  }

  @Test("What the server asks of documents stands in the way, unless the user leaves it to the server")
  func obstacles() throws {
    var dossier = volDossier()
    dossier.documenten = [document("Brief", gebruiksrecht: nil)]
    #expect(
      weigering { () throws(RuleError) in try werk(dossier).sluit(type(1)) }
        == .obstacle(.noGebruiksrecht(["Brief"]), statustype: "Afgehandeld"))
    #expect(try werk(dossier).sluit(type(1), anyway: true).stappen.count == 2)
  }

  @Test("Any status but the end status reopens, and only a closed zaak")
  func heropen() throws {
    let path = volZaaktype().path
    let closed = try werk().sluit(type(1)).on(volDossier())
    let change = try werk(closed).heropen(path[1], toelichting: "Bezwaar")
    let shown = change.on(closed)
    #expect(shown.zaak.value.isOpen && shown.status?.statustype == path[1].ref)
    #expect(shown.status?.statustoelichting == "Bezwaar")
    #expect(
      weigering { () throws(RuleError) in try werk(closed).heropen(path[2]) }
        == .reopensByOther(statustype: "Afgehandeld"))
    #expect(weigering { () throws(RuleError) in try werk().heropen(path[1]) } == .notClosed)
  }
}
