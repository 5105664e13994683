import Model
import Sync
import Testing

@testable import ZGW

@Suite struct RequestTests {
  private func headers(_ request: Request) -> [String: String] {
    Dictionary(request.headers) { first, _ in first }
  }

  private func target(_ api: ZGWAPI) throws -> Target { try Roots(server: "https://h.nl").target(api, path: "/x") }

  @Test func `a read of the Zaken API says its coordinate system`() throws {
    let headers = headers(Request(method: .get, target: try target(.zaken)))
    #expect(headers == ["Accept": "application/json", "Accept-Crs": "EPSG:4326", "User-Agent": "Zaaklijn"])
  }

  @Test func `a write to the Zaken API says it both ways`() throws {
    let request = Request(
      method: .post, target: try target(.zaken), body: .object([:]), reason: "Gebeld\nmet één burger")
    let headers = headers(request)
    #expect(headers["Content-Crs"] == "EPSG:4326")
    #expect(headers["Accept-Crs"] == "EPSG:4326")
    #expect(headers["Content-Type"] == "application/json")
    #expect(headers["X-Audit-Toelichting"] == "Gebeld met een burger")
  }

  @Test(arguments: ZGWAPI.allCases.filter { $0 != .zaken })
  func `the other APIs get no coordinate system`(api: ZGWAPI) throws {
    let headers = headers(Request(method: .post, target: try target(api), body: .object([:])))
    #expect(headers.keys.allSatisfy { !$0.hasSuffix("Crs") && $0.lowercased() != "api-version" })
  }

  @Test(arguments: [
    ("Café in Curaçao – ‘nieuw’…", "Cafe in Curacao - 'nieuw'..."), ("€ 5\r\nX-Kwaad: ja", "EUR 5 X-Kwaad: ja"),
    ("日本", "??"), ("  a\t\u{0}b\u{7F}  ", "a b?"),
  ])
  func `a reason is written in ASCII on one line`(reason: String, expected: String) {
    #expect(AuditReason.header(reason) == expected)
  }

  @Test func `an empty reason is no header and a long one is cut`() {
    #expect(AuditReason.header(" \n ") == nil)
    #expect(AuditReason.header(String(repeating: "a", count: 5000))?.count == 1000)
  }

  @Test func `bodies and paths arrive as they should`() async throws {
    try await Fixture.run({ request, _ in
      let url = "http://" + (request["Host"] ?? "") + request.path
      let isPost = request.method == "POST"
      return .reply(
        isPost ? 201 : 200, [:], zaakJSON(isPost ? url : String(url.dropLast(37)), extra: #", "nieuw": 1.50"#))
    }) { fixture in
      let client = fixture.client
      let made = try await client.create(
        ["eigenschap": "x", "waarde": "é"], as: ZaakEigenschapFields.self, of: fixture.zaak, reason: "r")
      #expect(made.value.body["nieuw"] == .number("1.50"))
      #expect(made.fetched == fixture.clock.now)
      _ = try await client.change(fixture.zaak, to: ["omschrijving": "y"], as: ZaakFields.self, reason: nil)
      let seen = fixture.server.seen
      #expect(seen.map(\.method) == ["POST", "PATCH"])
      #expect(seen[0].path == "/zaken/api/v1/zaken/\(zaakId)/zaakeigenschappen")
      #expect(seen[0].body == #"{"eigenschap":"x","waarde":"é"}"#)
      #expect(seen[1].path == "/zaken/api/v1/zaken/\(zaakId)")
      #expect(seen[1].body == #"{"omschrijving":"y"}"#)
      #expect(client.requestCount == 2)
    }
  }
}
