import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct RightsTests {
  private static let zaken = "/zaken/api/v1/zaken"

  private static let tokens: [(String, String)] = [
    ("", "permission_denied"), ("Bearer geen.token", "jwt-decode-error"), ("Bearer a.b.c", "jwt-decode-error"),
    ("Bearer " + Tokens.make(client: "zaaklijn", iat: 0), "jwt-expired"),
    ("Bearer " + Tokens.make(client: "zaaklijn", iat: nil), "jwt-missing-iat-claim"),
    ("Bearer " + Tokens.make(client: nil, iat: 0), "missing-client-identifier"),
    ("Bearer " + Tokens.make(client: "niemand", iat: 0), "invalid-client-identifier"),
    ("Bearer " + Tokens.make(iat: 0, secret: "een heel ander geheim van 32 tekens"), "invalid-jwt-signature"),
    ("Bearer " + Tokens.make(iat: 0, extra: ["exp": 1]), "jwt-expiredsignatureerror"),
    ("Bearer " + Tokens.make(iat: 0, extra: ["nbf": 9_999_999_999]), "jwt-immaturesignatureerror"),
  ]

  @Test(arguments: tokens) func everyTokenErrorIs403(header: String, code: String) {
    var bench = Bench(demo: false)
    let answer = bench.send("GET", Self.zaken, headers: ["authorization": header])
    #expect(answer.status == 403)
    #expect(answer["code"] == .string(code))
  }

  @Test func whoMayReadOneZaaktypeSeesOnlyThat() throws {
    var bench = Bench()
    let mine = bench.get("\(Self.zaken)?pageSize=500", as: "raadpleger")
    let rows = mine["results"]?.array ?? []
    #expect(!rows.isEmpty && rows.count < 20)
    #expect(rows.allSatisfy { $0["vertrouwelijkheidaanduiding"] == "openbaar" })
    let other = try #require(
      bench.state.table(.zaken).rows.values.first { $0.text("vertrouwelijkheidaanduiding") != "openbaar" })
    #expect(bench.get(other.text("url"), as: "raadpleger").status == 403)
    #expect(bench.get(other["status"]?.string ?? "", as: "raadpleger").status == 403)
    #expect(bench.patch(rows[0]["url"]?.string ?? "", ["toelichting": "x"], as: "raadpleger").status == 403)
    #expect(bench.get("/besluiten/api/v1/besluiten", as: "raadpleger").status == 403)
    let statuses = bench.get("/zaken/api/v1/statussen?pageSize=500", as: "raadpleger")["results"]?.array ?? []
    let seen = Set(rows.compactMap { $0["url"]?.string })
    #expect(!statuses.isEmpty && statuses.allSatisfy { seen.contains($0["zaak"]?.string ?? "") })
  }

  @Test func rightsAreToldToTheClient() {
    var bench = Bench()
    let path = "/autorisaties/api/v1/applicaties/consumer?clientId="
    let own = bench.get(path + "zaaklijn")
    let scopes = Set((own["autorisaties"]?.array ?? []).flatMap { $0["scopes"]?.array?.compactMap(\.string) ?? [] })
    #expect(scopes.isSuperset(of: ["zaken.lezen", "zaken.bijwerken", "documenten.lock", "besluiten.aanmaken"]))
    #expect(scopes.isDisjoint(with: ["zaken.geforceerd-bijwerken", "zaken.heropenen", "documenten.geforceerd-unlock"]))
    #expect(bench.get(path + "superuser", as: "raadpleger").status == 403)
    #expect(bench.get(path + "superuser")["heeftAlleAutorisaties"] == true)
    #expect(bench.get(path + "niemand").status == 404)
  }

  private static let headers: [([String: String], Int)] = [
    (["accept-crs": "EPSG:28992"], 406), (["accept": "application/problem+json"], 406), (["accept": "text/html"], 406),
    (["accept": "text/html, application/json;q=0.5"], 200),
  ]

  @Test(arguments: headers) func headersAreChecked(headers: [String: String], status: Int) {
    var bench = Bench()
    #expect(bench.send("GET", Self.zaken, headers: headers).status == status)
  }

  private static let methods: [(String, String, Int)] = [
    ("DELETE", "/zaken/api/v1/zaken", 405), ("PATCH", "/zaken/api/v1/statussen/\(none)", 405),
    ("PATCH", "/zaken/api/v1/rollen/\(none)", 405), ("GET", "/zaken/api/v1/zaken/\(none)", 404),
    ("GET", "/zaken/api/v1/zaken/geen-uuid", 500), ("GET", "/zaken/api/v1/niets", 404), ("GET", "/", 404),
    ("PUT", "/besluiten/api/v1/besluitinformatieobjecten/\(none)", 405),
  ]
  private static let none = "00000000-0000-4000-8000-000000000000"

  @Test(arguments: methods) func methodsAreChecked(method: String, path: String, status: Int) {
    var bench = Bench(demo: false)
    let answer = bench.send(method, path)
    #expect(answer.status == status)
    #expect(answer["status"]?.int == status)
  }

  @Test func bodiesMustBeJSON() {
    var bench = Bench()
    #expect(bench.send("POST", Self.zaken, "tekst", as: "superuser").complaints == ["nonFieldErrors: invalid"])
    #expect(bench.send("POST", Self.zaken, [:], headers: ["content-type": "application/xml"]).status == 415)
  }

  @Test func etagsChangeWithTheBody() throws {
    var bench = Bench()
    let zaak = bench.newZaak().url
    let tag = try #require(bench.get(zaak).headers["etag"])
    #expect(bench.send("GET", zaak, headers: ["if-none-match": "W/\(tag)"]).status == 304)
    #expect(bench.send("GET", zaak + "?expand=zaaktype", headers: ["if-none-match": tag]).status == 304)
    #expect(bench.send("GET", zaak, headers: ["if-match": "\"0\""]).status == 412)
    #expect(bench.patch(zaak, ["toelichting": "anders"]).headers["etag"] == nil)
    #expect(bench.send("GET", zaak, headers: ["if-none-match": tag]).status == 200)
  }

  @Test func a304OnAZaakCanBeMadeWrong() throws {
    var bench = Bench()
    bench.state.false304 = true
    let zaak = bench.newZaak().url
    let tag = try #require(bench.get(zaak).headers["etag"])
    _ = bench.patch(zaak, ["toelichting": "anders"])
    #expect(bench.send("GET", zaak, headers: ["if-none-match": tag]).status == 304)
    #expect(bench.send("GET", zaak, headers: ["if-none-match": "\"nooit gezien\""]).status == 200)
    #expect(bench.get(zaak)["toelichting"] == "anders")
  }

  @Test func theAudittrailSaysWhoAndWhy() {
    var bench = Bench()
    let zaak = bench.newZaak().url
    _ = bench.send("PATCH", zaak, ["toelichting": "x"], headers: ["x-audit-toelichting": "Op verzoek"])
    let trail = bench.get(zaak + "/audittrail").body.array ?? []
    #expect(trail.map { $0["actie"] } == ["create", "partial_update"])
    #expect(trail.last?["toelichting"] == "Op verzoek")
    #expect(trail.last?["gebruikersWeergave"] == "J. de Vries")
    #expect(trail.last?["wijzigingen"]?["nieuw"]?["toelichting"] == "x")
    #expect(bench.get(zaak + "/audittrail", as: "raadpleger").status == 403)
  }
}
