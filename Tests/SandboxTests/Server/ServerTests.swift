import AsyncHTTPClient
import Foundation
import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// The sandbox over real HTTP.
@Suite(.timeLimit(.minutes(30))) struct ServerTests {
  private static let zaken = "zaken/api/v1/zaken"

  private struct Answer {
    let status: Int
    let body: [UInt8]
  }

  /// Sends one request; throws where no whole answer comes.
  private func send(
    _ sandbox: Sandbox, _ method: String, _ path: String, _ body: JSON? = nil, headers: [String: String] = [:]
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: path.hasPrefix("http") ? path : sandbox.url + path)
    request.method = .RAW(value: method)
    let token = Tokens.make(client: sandbox.clientId, iat: Int(Date().timeIntervalSince1970))
    request.headers.add(name: "Authorization", value: "Bearer \(token)")
    for name in ["Accept-Crs", "Content-Crs"] { request.headers.add(name: name, value: "EPSG:4326") }
    for (name, value) in headers { request.headers.add(name: name, value: value) }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(body.bytes())
    }
    let response = try await HTTPClient.shared.execute(request, timeout: .minutes(10))
    let buffer = try await response.body.collect(upTo: 1 << 24)
    return Answer(status: Int(response.status.code), body: Array(buffer.readableBytesView))
  }

  /// A body for a new zaak, told apart by its omschrijving.
  private func zaak(_ sandbox: Sandbox, _ omschrijving: String) async -> JSON {
    let type = await sandbox.all("zaaktypen").first { $0.text("identificatie") == "WOO" } ?? [:]
    let rsin = await sandbox.all("catalogussen").first?["rsin"] ?? .null
    return [
      "bronorganisatie": rsin, "verantwoordelijkeOrganisatie": rsin, "zaaktype": type["url"] ?? .null,
      "startdatum": "2026-01-05", "omschrijving": .string(omschrijving),
    ]
  }

  private func count(_ sandbox: Sandbox, _ omschrijving: String) async -> Int {
    await sandbox.all("zaken").filter { $0.text("omschrijving") == omschrijving }.count
  }

  @Test func answersOverHTTP() async throws {
    let sandbox = try await Sandbox.start()
    let list = try await send(sandbox, "GET", "\(Self.zaken)?pageSize=3&einddatum__isnull=true")
    #expect(list.status == 200)
    let json = try JSON(parsing: list.body)
    let zaak = try #require(json["results"]?.array?.first?["url"]?.string)
    #expect(zaak.hasPrefix(sandbox.url))
    #expect(try await send(sandbox, "GET", zaak).status == 200)
    let head = try await send(sandbox, "HEAD", zaak)
    #expect(head.status == 200 && head.body.isEmpty)
    #expect(try await send(sandbox, "GET", "\(Self.zaken)?omschrijving=a%20b+c").status == 200)
    let requests = await sandbox.requests()
    #expect(requests.map(\.method) == ["GET", "GET", "HEAD", "GET"])
    #expect(requests.allSatisfy { $0.headers["authorization"] == nil && $0.status == 200 })
    #expect(requests[0].path == "/\(Self.zaken)" && requests[0].target.hasSuffix("isnull=true"))
    await sandbox.stop()
  }

  /// For each fault: whether an answer comes, and whether the zaak was made.
  private static let faults: [(Fault.Kind, answer: Int?, made: Int)] = [
    (.dropBefore, nil, 0), (.dropAfterCommit, nil, 1), (.status(503), 503, 0), (.statusAfterCommit(500), 500, 1),
    (.status(401), 401, 0), (.truncatedBody, nil, 1), (.delay(20), 201, 1),
  ]

  @Test(arguments: faults) func faultsHappen(kind: Fault.Kind, answer: Int?, made: Int) async throws {
    let sandbox = try await Sandbox.start()
    let body = await zaak(sandbox, "fout")
    await sandbox.inject(Fault(kind, method: "POST", path: "/zaken"))
    let got = try? await send(sandbox, "POST", Self.zaken, body)
    #expect(got?.status == answer)
    #expect(await count(sandbox, "fout") == made)
    // The next request is answered as if nothing had been.
    #expect(try await send(sandbox, "POST", Self.zaken, body).status == 201)
    await sandbox.stop()
  }

  @Test func aHangingRequestEndsWhenTheServerStops() async throws {
    let sandbox = try await Sandbox.start()
    await sandbox.inject(Fault(.hang))
    async let hanging = try? send(sandbox, "GET", Self.zaken)
    while sandbox.requestCount == 0 { await Task.yield() }
    while await sandbox.requests().isEmpty { await Task.yield() }
    await sandbox.stop()
    #expect(await hanging == nil)
  }

  @Test func stopsAndComesBackWithItsData() async throws {
    let sandbox = try await Sandbox.start()
    #expect(try await send(sandbox, "POST", Self.zaken, await zaak(sandbox, "blijft")).status == 201)
    await sandbox.stop()
    #expect((try? await send(sandbox, "GET", Self.zaken)) == nil)
    try await sandbox.restart()
    #expect(try await send(sandbox, "GET", Self.zaken).status == 200)
    #expect(await count(sandbox, "blijft") == 1)
    await sandbox.stop()
  }

  @Test func aPortThatIsTakenIsSaid() async throws {
    let first = try await Sandbox.start(.init(data: .empty))
    await #expect(throws: Sandbox.StartError.self) {
      _ = try await Sandbox.start(.init(data: .empty, port: first.port))
    }
    await first.stop()
  }

  @Test func aFolderThatIsNotThereIsSaid() async throws {
    await #expect(throws: LoadError.self) {
      _ = try await Sandbox.start(.init(data: .folder(URL(fileURLWithPath: "/nergens/te/vinden"))))
    }
  }

  @Test func colleaguesChangeThingsFromTheSide() async throws {
    let sandbox = try await Sandbox.start()
    let zaak = try #require(await sandbox.all("zaken").first { $0["einddatum"] == .null })
    let link = zaak.text("url")
    let changed = try await sandbox.edit(.patch, link, ["toelichting": "van een collega"])
    #expect(changed?["toelichting"] == "van een collega")
    try await sandbox.overwrite(link, ["omschrijving": "zo maar"])
    #expect(await count(sandbox, "zo maar") == 1)
    await #expect(throws: EditRefused.self) { try await sandbox.edit(.patch, link, ["identificatie": "X"]) }
    await sandbox.revoke([zaak.text("zaaktype")], from: sandbox.clientId)
    #expect(try await send(sandbox, "GET", link).status == 403)
    try await sandbox.edit(.delete, link)
    #expect(try await send(sandbox, "GET", link).status == 404)
    #expect(sandbox.requestCount == 2)
    await sandbox.stop()
  }
}
