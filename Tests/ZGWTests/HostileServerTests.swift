import Model
import Sync
import Testing

@testable import ZGW

/// Servers, and boxes between us and the server, that do what they should not.
@Suite struct HostileServerTests {
  private func reading(
    timeouts: Timeouts = .patient, _ script: @escaping ScriptServer.Script
  ) async throws -> (error: RemoteError?, requests: Int) {
    try await Fixture.run(timeouts: timeouts, script) { fixture in
      let answer = await fixture.readZaak()
      return (answer.error, fixture.server.seen.count)
    }
  }

  private func writing(
    timeouts: Timeouts = .patient, _ script: @escaping ScriptServer.Script
  ) async throws -> (error: RemoteError?, requests: Int) {
    try await Fixture.run(timeouts: timeouts, script) { fixture in
      let answer = await fixture.changeZaak()
      return (answer.error, fixture.server.seen.count)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a redirect is not followed and the token goes nowhere`(status: Int) async throws {
    let other = try await ScriptServer.start { _, _ in .json("{}") }
    let location = "\(other.url)/zaken/api/v1/zaken/\(zaakId)"
    let (error, requests) = try await reading { _, _ in .reply(status, ["Location": location], "") }
    #expect(error == .foreignOrigin(location))
    #expect(requests == 1)
    #expect(other.seen.isEmpty)
    await other.stop()
  }

  @Test func `a redirect within the profile is not followed either`() async throws {
    let (error, requests) = try await reading { _, _ in .reply(301, ["Location": "/elders"], "") }
    #expect(error.map(named) == "malformed")
    #expect(words(error).contains("/elders"))
    #expect(requests == 1)
  }

  @Test func `a resource elsewhere is not asked for`() async throws {
    try await Fixture.run({ _, _ in .json("{}") }) { fixture in
      let evil = Ref("https://evil.test/zaken/api/v1/zaken/\(zaakId)")
      let read = await caught { () async throws(RemoteError) in try await fixture.client.read(evil, as: ZaakFields.self)
      }
      let written = await caught { () async throws(RemoteError) in
        try await fixture.client.change(evil, to: [:], as: ZaakFields.self, reason: nil)
      }
      let below = await caught { () async throws(RemoteError) in
        try await fixture.client.list(ZaakEigenschapFields.self, of: evil, filters: [], page: 1)
      }
      #expect(read.error == .foreignOrigin(evil.url))
      #expect(written.error == .foreignOrigin(evil.url))
      #expect(below.error == .foreignOrigin(evil.url))
      #expect(fixture.server.seen.isEmpty)
    }
  }

  @Test func `a URL without UUID is not asked for`() async throws {
    try await Fixture.run({ _, _ in .json("{}") }) { fixture in
      let wrong = Ref(fixture.zaken + "/geen-uuid")
      let read = await caught { () async throws(RemoteError) in
        try await fixture.client.read(wrong, as: ZaakFields.self)
      }
      #expect(read.name == "malformed")
      #expect(words(read.error).contains("geen-uuid"))
      #expect(fixture.server.seen.isEmpty)
    }
  }

  @Test func `a resource that says to live elsewhere is refused, links in its fields are not`() async throws {
    let evil = zaakJSON("https://evil.test/zaken/api/v1/zaken")
    #expect(try await reading { _, _ in .json(evil) }.error.map(named) == "foreignOrigin")
    #expect(try await writing { _, _ in .json(evil) }.error.map(named) == "lost 200")
    let link = #", "selectielijstklasse": "https://selectielijst.test/1", "zaaktype": "https://evil.test/zt""#
    let (error, _) = try await reading { request, _ in
      .json(zaakJSON("http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken", extra: link))
    }
    #expect(error == nil)
  }

  @Test func `another resource than the one asked for is refused`() async throws {
    let (error, _) = try await reading { request, _ in
      let root = "http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken"
      return .json(zaakJSON(root, id: "00000000-0000-4000-8000-000000000001"))
    }
    #expect(error.map(named) == "malformed")
  }

  @Test(arguments: [
    "<html><body>Log in</body></html>", "", "{", "null", "[]", #"{"url": ""}"#, #"{"url": 4}"#, #"{"uuid": "x"}"#,
    String(repeating: "[", count: 100_000), #"{"url": "x"} x"#, #"{"results": []}"#,
  ])
  func `what is no resource is malformed for a read and lost for a write`(body: String) async throws {
    let read = try await reading { _, _ in .reply(200, ["Content-Type": "text/html"], body) }
    #expect(read.error.map(named) == "malformed")
    #expect(words(read.error).count > 20)
    #expect(read.requests == 1)
    let write = try await writing { _, _ in .reply(200, ["Content-Type": "text/html"], body) }
    #expect(write.error.map(named) == "lost 200")
    #expect(write.requests == 1)
  }

  @Test(arguments: ["{}", "null", #"{"results": {}}"#, #"[{"url": "https://evil.test/zaken/1"}]"#, #"[1]"#])
  func `what is no page is refused`(body: String) async throws {
    try await Fixture.run({ _, _ in .json(body) }) { fixture in
      #expect(await fixture.listZaken().name == "malformed")
    }
  }

  @Test func `a foreign resource in a page is refused`() async throws {
    let evil = #"{"results": [\#(zaakJSON("https://evil.test/zaken/api/v1/zaken"))]}"#
    try await Fixture.run({ _, _ in .json(evil) }) { fixture in
      #expect(await fixture.listZaken().name == "foreignOrigin")
    }
  }

  @Test func `a web page is called a web page`() async throws {
    let (error, _) = try await reading { _, _ in .reply(200, ["Content-Type": "text/html; charset=utf-8"], "<p>") }
    #expect(words(error).contains("webpagina"))
  }

  @Test func `a truncated body is lost; a read is tried three times and a write once`() async throws {
    let raw = Array("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"url\": ".utf8)
    let read = try await reading { _, _ in .raw(raw) }
    #expect(read.error.map(named) == "lost -")
    #expect(read.requests == 3)
    let write = try await writing { _, _ in .raw(raw) }
    #expect(write.error.map(named) == "lost -")
    #expect(write.requests == 1)
  }

  @Test func `a dropped connection is lost; a read is tried three times and a write once`() async throws {
    let read = try await reading { _, _ in .drop }
    #expect(read.error.map(named) == "lost -")
    #expect(read.requests == 3)
    let write = try await writing { _, _ in .drop }
    #expect(write.error.map(named) == "lost -")
    #expect(write.requests == 1)
  }

  @Test func `ten megabytes of garbage are an error and no crash`() async throws {
    let garbage = [UInt8](repeating: 0xB7, count: 10_000_000)
    let (error, requests) = try await reading { _, _ in .raw(garbage) }
    #expect(error.map(named) == "lost -")
    #expect(requests == 3)
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n".utf8)
    #expect(try await reading { _, _ in .raw(head + garbage) }.error.map(named) == "malformed")
  }

  @Test func `an answer above the limit is not taken in`() async throws {
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 68000000\r\n\r\n".utf8)
    let (error, requests) = try await reading { _, _ in .raw(head + [UInt8](repeating: 0x20, count: 68_000_000)) }
    #expect(error.map(named) == "malformed")
    #expect(words(error).contains("64 MiB"))
    #expect(requests == 1)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{"])
  func `a server that falls silent is lost`(start: String) async throws {
    let timeouts = Timeouts(connect: .seconds(600), idle: .milliseconds(200), total: .seconds(600))
    let read = try await reading(timeouts: timeouts) { _, _ in .stall(start) }
    #expect(read.error.map(named) == "lost -")
    #expect(words(read.error).contains("0,2 seconden"))
    #expect(read.requests == 3)
    let write = try await writing(timeouts: timeouts) { _, _ in .stall(start) }
    #expect(write.error.map(named) == "lost -")
    #expect(write.requests == 1)
  }

  @Test func `a whole answer may not take longer than the limit`() async throws {
    let timeouts = Timeouts(connect: .seconds(600), idle: .seconds(600), total: .milliseconds(100))
    let write = try await writing(timeouts: timeouts) { _, _ in .stall("") }
    #expect(write.error.map(named) == "lost -")
    #expect(words(write.error).contains("antwoordde niet binnen"))
  }

  @Test func `an answer that trickles in takes no longer than the limit`() async throws {
    let timeouts = Timeouts(connect: .seconds(600), idle: .seconds(600), total: .milliseconds(100))
    let write = try await writing(timeouts: timeouts) { _, _ in
      .trickle("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    }
    #expect(write.error.map(named) == "lost -")
    #expect(words(write.error).contains("antwoordde niet binnen"))
  }

  @Test func `a refused connection is unreachable, and nothing is tried again`() async throws {
    try await Fixture.run({ _, _ in .drop }) { fixture in
      await fixture.server.stop()
      let read = await fixture.readZaak()
      let written = await fixture.changeZaak()
      #expect(read.name == "unreachable", "\(read)")
      #expect(written.name == "unreachable", "\(written)")
      #expect(fixture.notes.pauses.isEmpty)
    }
  }

  @Test func `a name that does not exist is unreachable`() async throws {
    let roots = try Roots(server: "https://bestaat-niet.invalid")
    let connection = try Connection(
      roots: roots, clientId: "a", secret: Secret("b"), userId: "c", userName: "d", clock: { HandClock().now })
    let client = try ZGWClient(connection, log: Notes().logger)
    let answer = await caught { () async throws(RemoteError) in
      try await client.list(ZaakFields.self, of: nil, filters: [], page: 1)
    }
    await client.close()
    #expect(answer.name == "unreachable")
    #expect(words(answer.error).contains("bestaat-niet.invalid"))
  }

  @Test func `cancelling ends a request that waits for its answer`() async throws {
    try await Fixture.run({ _, _ in .stall("") }) { fixture in
      let reading = Task { await fixture.readZaak() }
      await fixture.server.arrived(1)
      reading.cancel()
      #expect(await reading.value.error == .cancelled)
      #expect(fixture.server.seen.count == 1)
    }
  }
}
