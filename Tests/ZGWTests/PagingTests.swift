import Model
import Sync
import Testing

@testable import ZGW

private func page(_ request: SeenRequest, ids: [String], next: String?) -> Step {
  let root = "http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken"
  let items = ids.map { zaakJSON(root, id: $0) }.joined(separator: ",")
  return .json(
    #"{"count": 3, "next": \#(next.map { "\"\($0)\"" } ?? "null"), "previous": null, "results": [\#(items)]}"#)
}

private let first = "00000000-0000-4000-8000-000000000001"
private let second = "00000000-0000-4000-8000-000000000002"
private let third = "00000000-0000-4000-8000-000000000003"

@Suite struct PagingTests {
  @Test func `pages follow each other by number, whatever next points at`() async throws {
    try await Fixture.run({ request, _ in
      request.path.contains("page=2")
        ? page(request, ids: [second, third], next: nil)
        : page(request, ids: [first, second], next: "https://evil.test/zaken/api/v1/zaken?page=9")
    }) { fixture in
      let zaken = try await fixture.client.all(ZaakFields.self, filters: [Filter("einddatum__isnull", "true")])
      #expect(zaken.map { $0.value.uuid } == [first, second, third])
      #expect(
        fixture.server.seen.map(\.path) == [
          "/zaken/api/v1/zaken?einddatum__isnull=true&pageSize=100",
          "/zaken/api/v1/zaken?einddatum__isnull=true&page=2&pageSize=100",
        ])
      #expect(fixture.client.capabilities.pageSize[.zaken] == true)
    }
  }

  @Test func `a server without pageSize is asked without it from then on`() async throws {
    try await Fixture.run({ request, _ in
      request.path.contains("pageSize") ? unknownParameters : page(request, ids: [first], next: nil)
    }) { fixture in
      #expect(await fixture.listZaken().name == "goed")
      #expect(await fixture.listZaken(page: 2).name == "goed")
      #expect(
        fixture.server.seen.map(\.path) == [
          "/zaken/api/v1/zaken?pageSize=100", "/zaken/api/v1/zaken", "/zaken/api/v1/zaken?page=2",
        ])
      #expect(fixture.client.capabilities.pageSize == [.zaken: false])
    }
  }

  @Test func `a filter that the server does not know says nothing of pageSize`() async throws {
    try await Fixture.run({ request, _ in
      request.path.contains("raar") ? unknownParameters : page(request, ids: [first], next: nil)
    }) { fixture in
      #expect(await fixture.listZaken(filters: [Filter("raar", "1")]).name == "rejected 400 unknown-parameters")
      #expect(fixture.client.capabilities.pageSize == [:])
      #expect(await fixture.listZaken().name == "goed")
      #expect(fixture.client.capabilities.pageSize == [.zaken: true])
      #expect(await fixture.listZaken(filters: [Filter("raar", "1")]).name == "rejected 400 unknown-parameters")
      #expect(fixture.server.seen.count == 4)
    }
  }

  @Test func `a page past the end is empty, a first page that is not there is not`() async throws {
    try await Fixture.run({ _, _ in fout(404, "not_found") }) { fixture in
      let past = try await fixture.listZaken(page: 7).get()
      #expect(past.items.isEmpty && !past.hasNext)
      #expect(await fixture.listZaken().name == "notFound")
    }
  }

  @Test func `a plain list is one page`() async throws {
    try await Fixture.run({ request, _ in
      .json("[" + zaakJSON("http://" + (request["Host"] ?? "") + request.path) + "]")
    }) { fixture in
      let eigenschappen = try await fixture.client.all(ZaakEigenschapFields.self, of: fixture.zaak)
      #expect(eigenschappen.count == 1)
      #expect(fixture.server.seen.map(\.path) == ["/zaken/api/v1/zaken/\(zaakId)/zaakeigenschappen"])
      let past = try await fixture.client.list(ZaakEigenschapFields.self, of: fixture.zaak, filters: [], page: 2)
      #expect(past.items.isEmpty && fixture.server.seen.count == 1)
    }
  }

  @Test func `besluiten of a zaak are asked for by filter`() async throws {
    try await Fixture.run({ _, _ in .json(#"{"count": 0, "next": null, "results": []}"#) }) { fixture in
      _ = try await fixture.client.list(BesluitFields.self, of: fixture.zaak, filters: [], page: 1)
      #expect(
        fixture.server.seen.map(\.path) == [
          "/besluiten/api/v1/besluiten?zaak=\(fixture.zaak.url.percentEncoded)&pageSize=100"
        ])
    }
  }

  @Test func `a next after an empty page ends the list`() async throws {
    try await Fixture.run({ request, _ in page(request, ids: [], next: "http://x/?page=2") }) { fixture in
      let zaken = try await fixture.client.all(ZaakFields.self)
      #expect(zaken.isEmpty)
      #expect(fixture.server.seen.count == 1)
    }
  }

  @Test func `what the root document offers is remembered`() async throws {
    try await Fixture.run({ request, _ in
      request.path.hasPrefix("/zaken/")
        ? .json(#"{"zaken": "x", "zaaknotities": "x", "zaaknummerReserveren": "x"}"#, ["API-version": "1.5.1"])
        : .reply(404, [:], "")
    }) { fixture in
      #expect(fixture.client.capabilities.notities == nil)
      let found = try await fixture.client.probe()
      #expect(found.notities == true && found.zaaknummerReserveren == true && found.zaakRegistreren == false)
      #expect(found.expand == true && found.documentnummerReserveren == nil)
    }
  }

  @Test(arguments: [("1.4.9", false), ("1.5.0", true), ("1.10.0", true), ("2.0", true)])
  func `versions are compared as numbers`(version: String, expand: Bool) {
    var capabilities = Capabilities()
    capabilities.versions[.zaken] = version
    #expect(capabilities.expand == expand)
  }

}

extension PagingTests {
  fileprivate static let unknown = Step.reply(
    400, [:],
    #"{"code": "invalid", "title": "T", "status": 400, "detail": "D", "invalidParams": "#
      + #"[{"name": "nonFieldErrors", "code": "unknown-parameters", "reason": "Onbekend: x"}]}"#)
}
private let unknownParameters = PagingTests.unknown
