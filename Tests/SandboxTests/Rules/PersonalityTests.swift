import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct PersonalityTests {
  /// A request and its status for Open Zaak 1.30, ZGW 1.0 and ZGW 1.7.
  private static let rows: [(String, String, [Int])] = [
    ("GET", "/zaken/api/v1/zaken?pageSize=5", [200, 400, 400]),
    ("GET", "/zaken/api/v1/zaken?expand=status", [200, 400, 200]),
    ("GET", "/zaken/api/v1/statussen?expand=statustype", [400, 400, 200]),
    ("GET", "/zaken/api/v1/zaaknotities", [200, 404, 200]),
    ("POST", "/zaken/api/v1/zaaknummer_reserveren", [400, 404, 400]),
    ("POST", "/zaken/api/v1/zaak_registreren", [400, 404, 404]),
    ("GET", "/zaken/api/v1/substatussen", [200, 404, 404]),
    ("PUT", "/zaken/api/v1/rollen/00000000-0000-4000-8000-000000000000", [404, 405, 405]),
    ("GET", "/zaken/api/v1/zaken?omschrijving=x", [200, 400, 400]),
    ("GET", "/zaken/api/v1/zaken/geen-uuid", [500, 404, 404]),
    ("GET", "/zaken/api/v1/zaken?einddatum__isnull=true", [200, 200, 200]),
  ]

  @Test(arguments: rows) func capabilitiesDiffer(method: String, target: String, statuses: [Int]) {
    for (personality, status) in zip(Personality.all, statuses) {
      var bench = Bench(personality)
      let answer = bench.send(method, target, method == "GET" ? nil : [:])
      #expect(answer.status == status, "\(personality.name): \(method) \(target)")
    }
  }

  @Test func extraFieldsAreOpenZaaks() throws {
    let fields = ["laatstGemuteerd", "laatstGeopend", "gerelateerdeZaken", "_expand", "rollen"]
    let there = [
      [true, true, true, true, true], [false, false, false, false, false], [false, false, false, true, true],
    ]
    for (personality, expected) in zip(Personality.all, there) {
      var bench = Bench(personality)
      let zaak = try #require(bench.get("/zaken/api/v1/zaken")["results"]?.array?.first)
      #expect(fields.map { zaak[$0] != nil } == expected, "\(personality.name)")
      #expect((zaak["opschorting"]?["eerdereOpschorting"] != nil) == personality.quirks)
    }
  }

  @Test func version17WarnsOfAValueThatDoesNotFit() {
    var bench = Bench(.standard17)
    let zaak = bench.newZaak("INKOOP").url
    let type = bench.type(.eigenschappen, "INKOOP", "geraamde_waarde", field: "naam")
    let answer = bench.post(zaak + "/zaakeigenschappen", ["zaak": .string(zaak), "eigenschap": type, "waarde": "veel"])
    #expect(answer.status == 201)
    #expect(answer.headers["x-warning"]?.contains("geraamde_waarde") == true)
  }

  /// The answer to a PUT on a rol shows who it was; the next GET shows who it is.
  @Test func openZaakShowsTheOldBetrokkeneOnce() throws {
    var bench = Bench()
    let rol = try #require(
      bench.get("/zaken/api/v1/rollen?betrokkeneType=medewerker")["results"]?.array?.first?.object)
    let (url, before) = (rol.text("url"), rol["betrokkeneIdentificatie"])
    let changed: JSONObject = [
      "zaak": rol["zaak"] ?? .null, "roltype": rol["roltype"] ?? .null, "betrokkeneType": "medewerker",
      "roltoelichting": "x", "betrokkeneIdentificatie": ["identificatie": "mw999", "achternaam": "Anders"],
    ]
    let answer = bench.send("PUT", url, .object(changed))
    #expect(answer.status == 200)
    #expect(answer["betrokkeneIdentificatie"] == before)
    #expect(bench.get(url)["betrokkeneIdentificatie"]?["identificatie"] == "mw999")
  }

  /// One number asked for: an object by the standard, a list in Open Zaak.
  @Test func aSingleReservationHasTwoShapes() {
    for (personality, isList) in [(Personality.openZaak130, true), (.standard17, false)] {
      var bench = Bench(personality)
      let answer = bench.post(
        "/zaken/api/v1/zaaknummer_reserveren", ["bronorganisatie": .string(bench.rsin), "aantal": 1])
      #expect(answer.status == 201)
      #expect((answer.body.array != nil) == isList && (answer["zaaknummer"] != nil) == !isList)
    }
  }
}
