import Model
import Sandbox
import Sync
import Testing

@testable import ZGW

/// What becomes of a write on a server that does not always say what it did.
@Suite struct OpenZaakWriteTests {
  /// What goes wrong, what the client makes of it, and how many zaken there are afterwards.
  static let table: [(Fault.Kind, String, Int)] = [
    (.statusAfterCommit(500), "lost 500", 1), (.statusAfterCommit(502), "lost 502", 1),
    (.statusAfterCommit(503), "lost 503", 1), (.statusAfterCommit(504), "lost 504", 1), (.status(500), "lost 500", 0),
    (.status(503), "lost 503", 0), (.dropBefore, "lost -", 0), (.dropAfterCommit, "lost -", 1),
    (.truncatedBody, "lost -", 1),
  ]

  @Test(arguments: table.indices)
  func `a write whose outcome is not known is sent once`(row: Int) async throws {
    let (fault, expected, made) = Self.table[row]
    try await SandboxFixture.run { fixture in
      await fixture.sandbox.inject(Fault(fault, method: "POST", path: "/zaken"))
      #expect(await outcome { _ = try await fixture.create("een keer") } == expected)
      #expect(await fixture.count("een keer") == made)
      #expect(fixture.sandbox.requestCount == 1)
      #expect(fixture.notes.pauses.isEmpty)
    }
  }

  @Test func `a write that was asked to wait waits and is done once`() async throws {
    try await SandboxFixture.run { fixture in
      await fixture.sandbox.inject(Fault(.status(429), times: 2, method: "POST", path: "/zaken"))
      _ = try await fixture.create("geduld")
      #expect(await fixture.count("geduld") == 1)
      #expect(fixture.notes.pauses == [.milliseconds(1500), .milliseconds(3000)])
    }
  }

  @Test func `deleting a zaak with a resultaat says 500, and the zaak is gone`() async throws {
    try await SandboxFixture.run { fixture in
      let zaak = try await fixture.create("weg ermee")
      _ = try await fixture.client.create(
        ["zaak": zaak.ref.json, "resultaattype": await fixture.type("resultaattypen", "Deels openbaar")],
        as: ResultaatFields.self, of: nil, reason: nil)
      #expect(await outcome { try await fixture.client.remove(zaak.ref, .zaken, reason: "test") } == "lost 500")
      #expect(await outcome { _ = try await fixture.read(zaak.ref) } == "notFound")
      #expect(await outcome { try await fixture.client.remove(zaak.ref, .zaken, reason: "test") } == "notFound")
    }
  }

  @Test func `a closed zaak is only changed by who may`() async throws {
    try await SandboxFixture.run { fixture in
      let zaak = try await fixture.create("klaar")
      _ = try await fixture.client.create(
        ["zaak": zaak.ref.json, "resultaattype": await fixture.type("resultaattypen", "Deels openbaar")],
        as: ResultaatFields.self, of: nil, reason: nil)
      let end = await fixture.type("statustypen", "Afgehandeld")
      _ = try await fixture.client.create(
        ["zaak": zaak.ref.json, "statustype": end, "datumStatusGezet": "2026-11-22T12:00:00Z"], as: StatusFields.self,
        of: nil, reason: nil)
      #expect(
        await outcome {
          _ = try await fixture.client.change(zaak.ref, to: ["toelichting": "x"], as: ZaakFields.self, reason: "x")
        } == "forbidden permission_denied")
      let first = await fixture.type("statustypen", "Ontvangen")
      try await fixture.sandbox.edit(
        .post, "/zaken/api/v1/statussen",
        ["zaak": zaak.ref.json, "statustype": first, "datumStatusGezet": "2026-11-22T11:00:00Z"])
      let open = try await fixture.read(zaak.ref)
      #expect(open.einddatum == nil)
    }
  }

  @Test func `a forced unlock of half an upload leaves an empty document`() async throws {
    let half = { (configuration: inout SandboxConfiguration) in configuration.partSize = 10 }
    try await SandboxFixture.run(clientId: "superuser", configure: half) { fixture in
      let document = try await fixture.createDocument(["inhoud": nil, "bestandsomvang": 15])
      let lock = document.body["lock"]?.string ?? ""
      let part = ContentPart(size: 10) { _, count in [UInt8](repeating: 65, count: count) }
      try await fixture.client.upload(document.bestandsdelen[0].url, lock: lock, part)
      try await fixture.client.unlock(document.ref, lock: "")
      #expect(await outcome { _ = try await fixture.content(document.ref) } == "notFound")
      let left = try await fixture.client.read(document.ref, as: EnkelvoudigInformatieObjectFields.self)
      #expect(left.value.locked == false && left.value.body["inhoud"] == .null)
    }
    try await SandboxFixture.run(configure: half) { fixture in
      let document = try await fixture.createDocument(["inhoud": nil, "bestandsomvang": 15])
      #expect(
        await outcome { try await fixture.client.unlock(document.ref, lock: "") } == "rejected 400 missing-lock-id")
    }
  }

  @Test func `definitief blocks no new version`() async throws {
    try await SandboxFixture.run { fixture in
      let document = try await fixture.createDocument(["status": "definitief"])
      let lock = try await fixture.client.lock(document.ref)
      let changed = try await fixture.client.change(
        document.ref, to: ["titel": "Toch anders", "lock": .string(lock)], as: EnkelvoudigInformatieObjectFields.self,
        reason: nil)
      #expect(changed.value.versie == 2)
    }
  }

  @Test func `the reason goes along with every write, in ASCII`() async throws {
    try await SandboxFixture.run { fixture in
      let zaak = try await fixture.create("waarom")
      _ = try await fixture.client.change(zaak.ref, to: ["toelichting": "x"], as: ZaakFields.self, reason: "één")
      try await fixture.client.remove(zaak.ref, .zaken, reason: "dubbel")
      let reasons = await fixture.sandbox.requests().map { $0.headers["x-audit-toelichting"] }
      #expect(reasons == [nil, "een", "dubbel"])
    }
  }
}
