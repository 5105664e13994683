import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct ZaakRuleTests {
  @Test(arguments: [
    (
      "zaaktype", "http://zgw.test/catalogi/api/v1/zaaktypen/00000000-0000-4000-8000-000000000000",
      "zaaktype: does_not_exist"
    ),
    ("bronorganisatie", "123456789", "bronorganisatie: invalid"), ("startdatum", "gisteren", "startdatum: invalid"),
    ("verantwoordelijkeOrganisatie", "12", "verantwoordelijkeOrganisatie: invalid"),
    ("vertrouwelijkheidaanduiding", "heel geheim", "vertrouwelijkheidaanduiding: invalid_choice"),
    (
      "hoofdzaak", "http://zgw.test/zaken/api/v1/zaken/00000000-0000-4000-8000-000000000000",
      "hoofdzaak: does_not_exist"
    ),
    ("archiefstatus", "gearchiveerd", "archiefnominatie: archiefnominatie-not-set"),
    ("identificatie", "01234567890123456789012345678901234567890", "identificatie: max_length"),
  ])
  func creationIsRefused(field: String, value: String, complaint: String) {
    var bench = Bench()
    let answer = bench.post(
      "/zaken/api/v1/zaken", .object(bench.start().merging([field: .string(value)])), as: "superuser")
    #expect(answer.status == 400)
    #expect(answer.complaints.contains(complaint), "\(answer.complaints)")
  }

  @Test func termsComeFromTheZaaktype() {
    var bench = Bench()
    let zaak = bench.newZaak()
    #expect(zaak["einddatumGepland"] == .string((Bench.today + 21).text))
    #expect(zaak["uiterlijkeEinddatumAfdoening"] == .string((Bench.today + 28).text))
    #expect(zaak["vertrouwelijkheidaanduiding"] == "openbaar")
    #expect(zaak["identificatie"]?.string?.hasPrefix("ZAAK-2026-") == true)
  }

  @Test func identificatieIsUniqueAndFixed() {
    var bench = Bench()
    let first = bench.newZaak("WOO", ["identificatie": "ZL-1"])
    #expect(first.status == 201)
    #expect(bench.newZaak("WMO", ["identificatie": "ZL-1"]).complaints == ["identificatie: identificatie-niet-uniek"])
    #expect(bench.patch(first.url, ["identificatie": "ZL-2"]).complaints == ["identificatie: wijzigen-niet-toegelaten"])
    #expect(bench.patch(first.url, ["identificatie": "ZL-1"]).status == 200)
    // A number of the server's own make, and far beyond it, does not break the count.
    #expect(bench.newZaak("WOO", ["identificatie": "ZAAK-2026-9223372036854775807"]).status == 201)
    #expect(bench.newZaak()["identificatie"]?.string?.count == "ZAAK-2026-0000000000".count)
  }

  @Test func reservedNumbersAreNotGivenOutAgain() {
    var bench = Bench()
    let path = "/zaken/api/v1/zaaknummer_reserveren"
    let many = bench.post(path, ["bronorganisatie": .string(bench.rsin), "aantal": 3])
    let numbers = many.body.array?.compactMap { $0["zaaknummer"]?.string } ?? []
    #expect(Set(numbers).count == 3)
    let next = bench.newZaak()["identificatie"]?.string ?? ""
    #expect(!numbers.contains(next))
    #expect(bench.newZaak("WOO", ["identificatie": .string(numbers[0])]).status == 201)
  }

  /// What moves `laatstGemuteerd` and what does not, as OPENZAAK.md measured it.
  @Test func laatstGemuteerdMovesWithSomeChangesOnly() throws {
    var bench = Bench()
    let zaak = bench.newZaak().url
    var before = bench.get(zaak)["laatstGemuteerd"]
    func check(_ moves: Bool, _ what: String, _ answer: Bench.Answer) {
      let after = bench.get(zaak)["laatstGemuteerd"]
      #expect(answer.status < 300, "\(what): \(answer.body.text())")
      #expect((after != before) == moves, "\(what)")
      before = after
    }
    check(true, "veld", bench.patch(zaak, ["toelichting": "anders"]))
    check(false, "kenmerken", bench.patch(zaak, ["kenmerken": [["kenmerk": "a", "bron": "b"]]]))
    check(false, "laatstGeopend", bench.patch(zaak, ["laatstGeopend": "2026-11-22T10:00:00Z"]))
    check(false, "alleen-lezen", bench.patch(zaak, ["einddatum": "2026-11-22"]))
    check(true, "status", bench.setStatus(zaak, "Ontvangen"))
    check(true, "substatus", bench.post("/zaken/api/v1/substatussen", ["zaak": .string(zaak), "omschrijving": "x"]))
    let rol: JSON = [
      "zaak": .string(zaak), "betrokkeneType": "medewerker", "roltype": bench.type(.roltypen, "WOO", "Behandelaar"),
      "betrokkeneIdentificatie": ["identificatie": "mw001"],
    ]
    check(false, "rol", bench.post("/zaken/api/v1/rollen", rol))
    let eigenschap: JSON = [
      "zaak": .string(zaak), "waarde": "2026",
      "eigenschap": bench.type(.eigenschappen, "WOO", "periode", field: "naam"),
    ]
    check(false, "zaakeigenschap", bench.post(zaak + "/zaakeigenschappen", eigenschap))
    check(
      false, "notitie",
      bench.post("/zaken/api/v1/zaaknotities", ["gerelateerdAan": .string(zaak), "onderwerp": "x", "tekst": "y"]))
    let document = bench.newDocument()
    check(
      true, "zaakinformatieobject",
      bench.post(
        "/zaken/api/v1/zaakinformatieobjecten", ["zaak": .string(zaak), "informatieobject": .string(document.url)]))
    let lock = bench.post(document.url + "/lock", [:])["lock"] ?? .null
    check(false, "documentversie", bench.patch(document.url, ["titel": "Nieuw", "lock": lock]))
    check(
      true, "resultaat",
      bench.post(
        "/zaken/api/v1/resultaten",
        ["zaak": .string(zaak), "resultaattype": bench.type(.resultaattypen, "WOO", "Openbaar")]))
    check(
      true, "zaakobject",
      bench.post(
        "/zaken/api/v1/zaakobjecten",
        ["zaak": .string(zaak), "objectType": "pand", "objectIdentificatie": ["identificatie": "1"]]))
  }

  @Test func betalingsindicatieNvtClearsTheDate() {
    var bench = Bench()
    let zaak = bench.newZaak("WOO", ["betalingsindicatie": "geheel", "laatsteBetaaldatum": "2026-11-01T10:00:00Z"]).url
    #expect(bench.patch(zaak, ["betalingsindicatie": "nvt"])["laatsteBetaaldatum"] == .null)
    let answer = bench.patch(zaak, ["laatsteBetaaldatum": "2026-11-02T10:00:00Z"])
    #expect(answer.complaints == ["laatsteBetaaldatum: betaling-nvt"])
  }

  @Test func deelzakenShowOnTheirHoofdzaak() {
    var bench = Bench()
    let main = bench.newZaak().url
    let part = bench.newZaak("WOO", ["hoofdzaak": .string(main)]).url
    #expect(bench.get(main)["deelzaken"] == [.string(part)])
    #expect(bench.newZaak("WOO", ["hoofdzaak": .string(part)]).complaints == ["hoofdzaak: deelzaak-als-hoofdzaak"])
    #expect(bench.patch(main, ["hoofdzaak": .string(main)]).complaints == ["hoofdzaak: self-forbidden"])
    #expect(bench.patch(part, ["hoofdzaak": nil]).status == 200)
    #expect(bench.get(main)["deelzaken"] == [])
  }

  @Test func deletionTakesEverythingAlong() {
    var bench = Bench()
    let zaak = bench.newZaak().url
    let document = bench.newDocument().url
    _ = bench.post(
      "/zaken/api/v1/zaakinformatieobjecten", ["zaak": .string(zaak), "informatieobject": .string(document)])
    let status = bench.setStatus(zaak, "Ontvangen").url
    #expect(bench.send("DELETE", document).complaints == ["nonFieldErrors: pending-relations"])
    #expect(bench.send("DELETE", zaak, as: "behandelaar").status == 403)
    #expect(bench.send("DELETE", zaak).status == 204)
    #expect(bench.get(zaak).status == 404)
    #expect(bench.get(status).status == 404)
    #expect(bench.get("/documenten/api/v1/objectinformatieobjecten?object=\(zaak)").body == [])
    #expect(bench.send("DELETE", document).status == 204)
  }

  @Test func shortcutsDoAllOrNothing() {
    var bench = Bench()
    let before = bench.state.table(.zaken).count
    let body: JSON = [
      "zaak": .object(bench.start()), "rollen": [],
      "status": ["statustype": "http://zgw.test/x", "datumStatusGezet": "2026-11-22T10:00:00Z"],
    ]
    #expect(bench.post("/zaken/api/v1/zaak_registreren", body).status == 400)
    #expect(bench.state.table(.zaken).count == before)
  }
}
