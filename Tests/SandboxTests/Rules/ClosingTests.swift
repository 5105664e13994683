import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct ClosingTests {
  @Test func closingFillsTheArchiveFields() {
    var bench = Bench()
    let zaak = bench.get(bench.closedZaak())
    #expect(zaak["einddatum"] == .string(Bench.today.text))
    #expect(zaak["archiefnominatie"] == "vernietigen")
    #expect(zaak["archiefactiedatum"] == "2031-11-22")
    #expect(zaak["startdatumBewaartermijn"] == .string(Bench.today.text))
  }

  @Test func einddatumIsTheDayInTheOffsetThatWasSent() {
    var bench = Bench()
    let zaak = bench.newZaak("WOO", ["startdatum": "2026-11-01"]).url
    _ = bench.post(
      "/zaken/api/v1/resultaten",
      ["zaak": .string(zaak), "resultaattype": bench.type(.resultaattypen, "WOO", "Openbaar")])
    #expect(bench.setStatus(zaak, "Afgehandeld", at: "2026-11-20T00:30:00+01:00").status == 201)
    #expect(bench.get(zaak)["einddatum"] == "2026-11-20")
  }

  @Test func aClosedZaakAsksForMoreRights() {
    var bench = Bench()
    let zaak = bench.closedZaak()
    #expect(bench.patch(zaak, ["toelichting": "x"]).status == 403)
    #expect(bench.setStatus(zaak, "In behandeling").status == 403)
    let note: JSON = [
      "zaak": .string(zaak), "waarde": "x", "eigenschap": bench.type(.eigenschappen, "WOO", "periode", field: "naam"),
    ]
    #expect(bench.post(zaak + "/zaakeigenschappen", note)["type"]?.string?.hasSuffix("/ZaakClosed/") == true)
    #expect(bench.patch(zaak, ["toelichting": "x"], as: "superuser").status == 200)
    #expect(bench.setStatus(zaak, "In behandeling", at: "2026-11-20T10:00:00Z", as: "superuser").status == 201)
    let reopened = bench.get(zaak)
    for field in ["einddatum", "archiefactiedatum", "archiefnominatie", "startdatumBewaartermijn"] {
      #expect(reopened[field] == .null)
    }
  }

  @Test func closingIsRefusedUntilAllIsInOrder() {
    var bench = Bench()
    let zaak = bench.newZaak().url
    #expect(bench.setStatus(zaak, "Afgehandeld").complaints == ["nonFieldErrors: resultaat-does-not-exist"])
    let document = bench.newDocument("Notitie", ["indicatieGebruiksrecht": nil]).url
    _ = bench.post(
      "/zaken/api/v1/zaakinformatieobjecten", ["zaak": .string(zaak), "informatieobject": .string(document)])
    let lock = bench.post(document + "/lock", [:])["lock"] ?? .null
    #expect(
      bench.setStatus(zaak, "Afgehandeld").complaints
        == ["nonFieldErrors: informatieobject-locked", "nonFieldErrors: indicatiegebruiksrecht-unset"])
    #expect(bench.post(document + "/unlock", ["lock": lock]).status == 204)
    _ = bench.post(
      "/documenten/api/v1/gebruiksrechten",
      ["informatieobject": .string(document), "startdatum": "2026-11-22T10:00:00Z", "omschrijvingVoorwaarden": "x"])
    #expect(bench.get(document)["indicatieGebruiksrecht"] == true)
    let part = bench.newZaak("WOO", ["hoofdzaak": .string(zaak)]).url
    _ = bench.post(
      "/zaken/api/v1/resultaten",
      ["zaak": .string(zaak), "resultaattype": bench.type(.resultaattypen, "WOO", "Openbaar")])
    #expect(bench.setStatus(zaak, "Afgehandeld").complaints == ["nonFieldErrors: deelzaken-not-closed"])
    #expect(bench.send("DELETE", part).status == 204)
    #expect(bench.setStatus(zaak, "Afgehandeld").status == 201)
  }

  private static let procedures: [(JSON, String?)] = [
    (["afleidingswijze": "afgehandeld"], "2026-11-22"),
    (["afleidingswijze": "termijn", "procestermijn": "P2Y"], "2028-11-22"),
    (["afleidingswijze": "eigenschap", "datumkenmerk": "periode"], "2026-03-01"),
    (["afleidingswijze": "ander_datumkenmerk", "datumkenmerk": "x"], nil),
    (["afleidingswijze": "ingangsdatum_besluit"], "2026-12-24"), (["afleidingswijze": "vervaldatum_besluit"], nil),
    (["afleidingswijze": "hoofdzaak"], nil), (["afleidingswijze": "gerelateerde_zaak"], nil),
  ]

  @Test(arguments: procedures)
  func brondatumFollowsTheAfleidingswijze(procedure: JSON, expected: String?) {
    var bench = Bench()
    let zaak = bench.newZaak().url
    let type = bench.type(.resultaattypen, "WOO", "Openbaar")
    if let id = bench.state.find(.resultaattypen, type.string)?.id {
      bench.state.change(.resultaattypen, id) { $0["brondatumArchiefprocedure"] = procedure }
    }
    _ = bench.post(
      zaak + "/zaakeigenschappen",
      [
        "zaak": .string(zaak), "waarde": "20260301",
        "eigenschap": bench.type(.eigenschappen, "WOO", "periode", field: "naam"),
      ])
    let besluittype = bench.zaaktype("WOO")["besluittypen"]?.array?.first ?? .null
    _ = bench.post(
      "/besluiten/api/v1/besluiten",
      [
        "verantwoordelijkeOrganisatie": .string(bench.rsin), "besluittype": besluittype, "zaak": .string(zaak),
        "datum": "2026-11-22", "ingangsdatum": "2026-12-24",
      ])
    _ = bench.post("/zaken/api/v1/resultaten", ["zaak": .string(zaak), "resultaattype": type])
    #expect(bench.setStatus(zaak, "Afgehandeld").status == 201)
    let day = expected.map(JSON.string) ?? .null
    #expect(bench.get(zaak)["startdatumBewaartermijn"] == day)
    #expect((bench.get(zaak)["archiefactiedatum"] == .null) == (expected == nil))
  }

  @Test(arguments: [
    ("2026-11-22T11:59:00Z", [] as [String]), ("2026-11-23T12:00:00Z", ["datumStatusGezet: date-in-future"]),
    ("eergisteren", ["datumStatusGezet: invalid"]), ("2026-11-21T10:00:00Z", ["nonFieldErrors: unique"]),
  ])
  func statusesAreRefused(moment: String, complaints: [String]) {
    var bench = Bench()
    let zaak = bench.newZaak().url
    #expect(bench.setStatus(zaak, "Ontvangen", at: "2026-11-21T11:00:00+01:00").status == 201)
    #expect(bench.setStatus(zaak, "In behandeling", at: moment).complaints == complaints)
    #expect(bench.setStatus(zaak, "Aangemeld", code: "INBURGERING").complaints == ["nonFieldErrors: zaaktype-mismatch"])
  }

  @Test func theLatestStatusIsThatWithTheLatestMoment() {
    var bench = Bench()
    let zaak = bench.newZaak().url
    let late = bench.setStatus(zaak, "In behandeling", at: "2026-11-22T10:00:00Z").url
    let early = bench.setStatus(zaak, "Ontvangen", at: "2026-11-22T09:00:00Z")
    #expect(early["indicatieLaatstGezetteStatus"] == false)
    #expect(bench.get(zaak)["status"] == .string(late))
    let list = bench.get("/zaken/api/v1/statussen?zaak=\(zaak)")["results"]?.array ?? []
    #expect(list.map { $0["url"]?.string } == [late, early.url])
  }
}
