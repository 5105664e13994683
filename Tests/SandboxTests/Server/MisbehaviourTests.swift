import AsyncHTTPClient
import Foundation
import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// What the sandbox does wrong on purpose, over real HTTP.
@Suite(.timeLimit(.minutes(30))) struct MisbehaviourTests {
  private struct Answer: Sendable {
    let status: Int
    let date: String?
    let body: JSON
    var complaint: String? { body["invalidParams"]?.array?.first?["code"]?.string }
  }

  private func send(
    _ sandbox: Sandbox, _ method: String, _ path: String, _ body: JSON? = nil, iat: Int? = nil
  ) async throws -> Answer {
    var request = HTTPClientRequest(url: path.hasPrefix("http") ? path : sandbox.url + path)
    request.method = .RAW(value: method)
    let token = Tokens.make(client: sandbox.clientId, iat: iat ?? Self.now)
    request.headers.add(name: "Authorization", value: "Bearer \(token)")
    for name in ["Accept-Crs", "Content-Crs"] { request.headers.add(name: name, value: "EPSG:4326") }
    if let body {
      request.headers.add(name: "Content-Type", value: "application/json")
      request.body = .bytes(body.bytes())
    }
    let response = try await HTTPClient.shared.execute(request, timeout: .minutes(10))
    let bytes = Array(try await response.body.collect(upTo: 1 << 24).readableBytesView)
    return Answer(
      status: Int(response.status.code), date: response.headers.first(name: "Date"),
      body: (try? JSON(parsing: bytes)) ?? .null)
  }

  /// A Sunday at noon (UTC), in seconds since 1970.
  private static let now = 1_795_348_800

  private func run(
    _ leak: Leak? = nil, refusesFutureIat: Bool = false, _ test: (Sandbox) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox.start(
      SandboxConfiguration(
        now: { Date(timeIntervalSince1970: Double(Self.now)) }, refusesFutureIat: refusesFutureIat, leak: leak))
    let result: Result<Void, any Error>
    do {
      try await test(sandbox)
      result = .success(())
    } catch { result = .failure(error) }
    await sandbox.stop()
    try result.get()
  }

  /// Sends all of them at once; gives the statuses in order.
  private func together(
    _ sandbox: Sandbox, _ path: String, _ bodies: [JSON]
  ) async throws -> [Answer] {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      for body in bodies { group.addTask { try await send(sandbox, "POST", path, body) } }
      var answers: [Answer] = []
      for try await answer in group { answers.append(answer) }
      return answers.sorted { $0.status < $1.status }
    }
  }

  private func woo(_ sandbox: Sandbox) async -> JSONObject {
    await sandbox.all("zaaktypen").first { $0["identificatie"] == "WOO" } ?? [:]
  }

  private func rsin(_ sandbox: Sandbox) async -> JSON {
    let catalogus = await woo(sandbox)["catalogus"]
    return await sandbox.all("catalogussen").first { $0["url"] == catalogus }?["rsin"] ?? .null
  }

  private func newZaak(_ sandbox: Sandbox) async throws -> JSON {
    let rsin = await rsin(sandbox)
    let body: JSON = [
      "bronorganisatie": rsin, "verantwoordelijkeOrganisatie": rsin, "zaaktype": await woo(sandbox)["url"] ?? .null,
      "startdatum": "2026-11-05", "omschrijving": "Lek",
    ]
    return try await send(sandbox, "POST", "zaken/api/v1/zaken", body).body["url"] ?? .null
  }

  private func type(_ sandbox: Sandbox, _ collection: String, where isIt: (JSONObject) -> Bool) async -> JSON {
    let zaaktype = await woo(sandbox)["url"]
    return await sandbox.all(collection).first { $0["zaaktype"] == zaaktype && isIt($0) }?["url"] ?? .null
  }

  private func document(_ sandbox: Sandbox) async -> JSON {
    let catalogus = await woo(sandbox)["catalogus"]
    let type = await sandbox.all("informatieobjecttypen")
      .first { $0["omschrijving"] == "Notitie" && $0["catalogus"] == catalogus }
    return [
      "identificatie": "DOC-LEK", "bronorganisatie": await rsin(sandbox), "creatiedatum": "2026-11-05",
      "titel": "Lek", "auteur": "Proef", "taal": "nld", "inhoud": "SGFsbG8=", "bestandsomvang": 5,
      "informatieobjecttype": type?["url"] ?? .null, "indicatieGebruiksrecht": false,
    ]
  }

  private func initiator(_ sandbox: Sandbox, _ zaak: JSON) async -> JSON {
    [
      "zaak": zaak, "betrokkeneType": "medewerker", "roltoelichting": "x",
      "roltype": await type(sandbox, "roltypen") { $0["omschrijvingGeneriek"] == "initiator" },
      "betrokkeneIdentificatie": ["identificatie": "mw1"],
    ]
  }

  private static let documents = "documenten/api/v1/enkelvoudiginformatieobjecten"

  @Test func guardsLeakUnderParallelWrites() async throws {
    try await run(Leak(overlap: 3, window: 60_000)) { sandbox in
      let body = await document(sandbox)
      let made = try await together(sandbox, Self.documents, [body, body, body])
      #expect(made.map(\.status) == [201, 201, 201])
      #expect(await sandbox.all("enkelvoudiginformatieobjecten").count { $0["identificatie"] == "DOC-LEK" } == 3)
      let link = made[0].body["url"]?.string ?? ""
      let locks = try await together(sandbox, link + "/lock", [[:], [:], [:]])
      #expect(locks.map(\.status) == [200, 200, 200])
      #expect(Set(locks.map { $0.body["lock"] }).count == 3)
    }
  }

  @Test func twoInitiatorsSlipIn() async throws {
    try await run(Leak(overlap: 2, window: 200)) { sandbox in
      let zaak = try await newZaak(sandbox)
      let body = await initiator(sandbox, zaak)
      #expect(try await together(sandbox, "zaken/api/v1/rollen", [body, body]).map(\.status) == [201, 201])
      #expect(await sandbox.all("rollen").count { $0["zaak"] == zaak } == 2)
    }
  }

  @Test func whereTheDatabaseGuardsTheSecondIsA500() async throws {
    try await run(Leak(overlap: 2, window: 200)) { sandbox in
      let zaak = try await newZaak(sandbox)
      let resultaat: JSON = [
        "zaak": zaak, "resultaattype": await type(sandbox, "resultaattypen") { $0["omschrijving"] != nil },
      ]
      let status: JSON = [
        "zaak": zaak, "statustype": await type(sandbox, "statustypen") { $0["volgnummer"] == 1 },
        "datumStatusGezet": "2026-11-22T10:00:00Z",
      ]
      let document = try await send(sandbox, "POST", Self.documents, await document(sandbox)).body["url"] ?? .null
      let link: JSON = ["zaak": zaak, "informatieobject": document]
      for (path, body) in [("resultaten", resultaat), ("statussen", status), ("zaakinformatieobjecten", link)] {
        let answers = try await together(sandbox, "zaken/api/v1/" + path, [body, body])
        #expect(answers.map(\.status) == [201, 500], "\(path)")
        #expect(await sandbox.all(path).count { $0["zaak"] == zaak } == 1)
        let third = try await send(sandbox, "POST", "zaken/api/v1/" + path, body)
        #expect(third.status == 400 && third.complaint == "unique")
      }
    }
  }

  @Test func whoWritesOneAtATimeMeetsTheGuards() async throws {
    try await run(Leak(overlap: 2, window: 1)) { sandbox in
      let body = await document(sandbox)
      #expect(try await send(sandbox, "POST", Self.documents, body).status == 201)
      let again = try await send(sandbox, "POST", Self.documents, body)
      #expect(again.status == 400 && again.complaint == "identificatie-niet-uniek")
      let rol = await initiator(sandbox, try await newZaak(sandbox))
      #expect(try await send(sandbox, "POST", "zaken/api/v1/rollen", rol).status == 201)
      #expect(try await send(sandbox, "POST", "zaken/api/v1/rollen", rol).complaint == "max-occurences")
    }
  }

  @Test func withoutTheSwitchParallelWritesMeetTheGuards() async throws {
    try await run { sandbox in
      let body = await document(sandbox)
      let made = try await together(sandbox, Self.documents, [body, body, body])
      #expect(made.map(\.status) == [201, 400, 400])
    }
  }

  @Test func theDateIsThatOfTheSandbox() async throws {
    try await run { sandbox in
      for path in ["zaken/api/v1/zaken", "nergens"] {
        let answer = try await send(sandbox, "GET", path)
        #expect(answer.date == "Sun, 22 Nov 2026 12:00:00 GMT")
      }
    }
  }

  @Test func aTokenOfTheFutureIsRefusedWhereAsked() async throws {
    for refuses in [false, true] {
      try await run(refusesFutureIat: refuses) { sandbox in
        let answer = try await send(sandbox, "GET", "zaken/api/v1/zaken", iat: Self.now + 1)
        #expect(answer.status == (refuses ? 403 : 200))
        #expect(answer.body["code"] == (refuses ? "jwt-immaturesignatureerror" : nil))
        #expect(try await send(sandbox, "GET", "zaken/api/v1/zaken", iat: Self.now).status == 200)
      }
    }
  }

  @Test func aTokenCanBeRefusedForAnyReason() async throws {
    try await run { sandbox in
      await sandbox.inject(Fault(.refusesToken("jwt-missing-iat-claim"), method: "POST"))
      let body = await document(sandbox)
      let refused = try await send(sandbox, "POST", Self.documents, body)
      #expect(refused.status == 403 && refused.body["code"] == "jwt-missing-iat-claim")
      #expect(await sandbox.all("enkelvoudiginformatieobjecten").count { $0["identificatie"] == "DOC-LEK" } == 0)
      #expect(try await send(sandbox, "POST", Self.documents, body).status == 201)
    }
  }
}
