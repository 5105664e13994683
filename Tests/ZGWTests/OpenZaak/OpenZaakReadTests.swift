import Model
import Sandbox
import Sync
import Testing

@testable import ZGW

/// How a real server misleads a reader, line by line of what was measured on Open Zaak 1.30.
@Suite struct OpenZaakReadTests {
  @Test func `a zaak that answers 304 wrongly is read anew all the same`() async throws {
    try await SandboxFixture.run {
      $0.false304 = true
    } _: { fixture in
      let zaak = try await fixture.create("eerst")
      let before = try await fixture.client.read(zaak.ref, as: ZaakFields.self)
      #expect(before.etag != nil)
      try await fixture.sandbox.edit(.patch, zaak.ref.url, ["omschrijving": "daarna"])
      #expect(try await fixture.read(zaak.ref).omschrijving == "daarna")
      let requests = await fixture.sandbox.requests()
      #expect(requests.allSatisfy { $0.headers["if-none-match"] == nil && $0.headers["if-match"] == nil })
    }
  }

  @Test func `an insert while paging makes pages overlap, and the zaak shows up once`() async throws {
    try await SandboxFixture.run(pageSize: 50) { fixture in
      let before = Set(await fixture.sandbox.all("zaken").compactMap { $0["url"]?.string })
      let first = try await fixture.page(1)
      try await fixture.sandbox.edit(.post, "/zaken/api/v1/zaken", await fixture.start("tussendoor"))
      let second = try await fixture.page(2)
      #expect(second.items.first?.ref == first.items.last?.ref)
      let all = try await fixture.client.all(ZaakFields.self)
      #expect(all.count == before.count + 1)
      #expect(before.isSubset(of: Set(all.map(\.ref.url))))
    }
  }

  @Test func `a delete while paging makes a zaak slip by, and asking again finds it`() async throws {
    try await SandboxFixture.run(pageSize: 50) { fixture in
      let victim = try await fixture.create("weg")
      let before = Set(await fixture.sandbox.all("zaken").compactMap { $0["url"]?.string })
      var seen: Set<String> = []
      for page in 1...4 {
        let answer = try await fixture.page(page)
        seen.formUnion(answer.items.map(\.ref.url))
        if page == 1 { try await fixture.sandbox.edit(.delete, victim.ref.url) }
        guard answer.hasNext else { break }
      }
      #expect(before.subtracting(seen).count == 1)
      let again = try await fixture.client.all(ZaakFields.self)
      #expect(Set(again.map(\.ref.url)) == before.subtracting([victim.ref.url]))
    }
  }

  @Test func `a page size that is capped in silence loses nothing`() async throws {
    var small = Personality.openZaak130
    small.greatestPage = 7
    try await SandboxFixture.run(small, pageSize: 100) { fixture in
      let all = try await fixture.client.all(ZaakFields.self)
      let there = await fixture.sandbox.all("zaken")
      #expect(all.count == there.count)
      #expect(try await fixture.page(1).items.count == 7)
    }
  }

  @Test func `a connection that drops in a long list is taken up again at the page`() async throws {
    try await SandboxFixture.run(pageSize: 20) { fixture in
      let there = await fixture.sandbox.all("zaken").count
      await fixture.sandbox.inject(Fault(.dropBefore, onRequest: 2, path: "/zaken"))
      await fixture.sandbox.inject(Fault(.truncatedBody, onRequest: 4, path: "/zaken"))
      await fixture.sandbox.inject(Fault(.status(503), onRequest: 6, path: "/zaken"))
      let all = try await fixture.client.all(ZaakFields.self)
      #expect(all.count == there && Set(all.map(\.ref)).count == there)
      #expect(fixture.notes.pauses.count == 3)
      #expect(fixture.sandbox.requestCount == (there + 19) / 20 + 3)
    }
  }

  @Test func `a list that drops again and again ends as lost`() async throws {
    try await SandboxFixture.run { fixture in
      await fixture.sandbox.inject(Fault(.dropBefore, times: 3, path: "/zaken"))
      #expect(await outcome { _ = try await fixture.page(1) } == "lost -")
      #expect(await outcome { _ = try await fixture.page(1) } == "goed")
    }
  }

  @Test func `a wrong versie in a list of documents leads to no wrong content`() async throws {
    try await SandboxFixture.run { fixture in
      let plain = try await fixture.createDocument()
      let changed = try await fixture.createDocument()
      let lock = try await fixture.client.lock(changed.ref)
      for text in ["VHdlZQ==", "RHJpZQ=="] {
        _ = try await fixture.client.change(
          changed.ref, to: ["inhoud": .string(text), "bestandsomvang": 4, "lock": .string(lock)],
          as: EnkelvoudigInformatieObjectFields.self, reason: nil)
      }
      try await fixture.client.unlock(changed.ref, lock: lock)
      let listed = try await fixture.client.all(EnkelvoudigInformatieObjectFields.self)
      let wrong = listed.filter { !$0.value.inhoud.url.hasSuffix("?versie=\($0.value.versie)") }
      #expect(!wrong.isEmpty)
      #expect(listed.contains { $0.ref == changed.ref && !$0.value.inhoud.url.hasSuffix("=3") })
      #expect(try await fixture.content(changed.ref) == Array("Drie".utf8))
      #expect(try await fixture.content(plain.ref) == Array("Hallo".utf8))
    }
  }

  @Test func `without rights lists are shorter in silence, and a zaak itself is refused`() async throws {
    try await SandboxFixture.run(clientId: "raadpleger") { fixture in
      let there = await fixture.sandbox.all("zaken")
      let seen = try await fixture.client.all(ZaakFields.self)
      #expect(!seen.isEmpty && seen.count < there.count)
      let hidden = try #require(
        there.compactMap { $0["url"]?.string }.first { url in !seen.contains { $0.ref.url == url } })
      #expect(await outcome { _ = try await fixture.read(Ref(hidden)) } == "forbidden permission_denied")
      let told = try await fixture.client.applicatie()
      #expect(told?.autorisaties.contains { $0.scopes == ["zaken.lezen"] } == true)
    }
  }

  @Test func `a URL without a UUID would be a 500 of the server, and is not asked for`() async throws {
    try await SandboxFixture.run { fixture in
      #expect(
        await outcome { _ = try await fixture.read(Ref(fixture.sandbox.url + "zaken/api/v1/zaken/geen-uuid")) }
          == "malformed")
      #expect(fixture.sandbox.requestCount == 0)
    }
  }
}
