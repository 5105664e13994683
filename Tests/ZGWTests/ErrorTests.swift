import Model
import Sync
import Testing

@testable import ZGW

@Suite struct ErrorTests {
  private func outcome(_ status: Int, _ headers: [String: String] = [:], _ body: String = "") throws -> String {
    let reply = Reply(status: status, headers: headers.map { ($0.key, $0.value) }, body: Array(body.utf8))
    let roots = try Roots(server: "https://h.nl")
    do throws(RemoteError) {
      _ = try reply.success(roots, now: HandClock().now)
      return "goed"
    } catch { return named(error) }
  }

  @Test(arguments: [
    (200, "goed"), (201, "goed"), (204, "goed"), (304, "goed"), (400, "rejected 400 "), (401, "notSignedIn "),
    (403, "forbidden "), (404, "notFound"), (405, "rejected 405 "), (406, "rejected 406 "), (408, "lost 408"),
    (409, "rejected 409 "), (410, "notFound"), (412, "rejected 412 "), (413, "rejected 413 "), (415, "rejected 415 "),
    (429, "busy -"), (500, "lost 500"), (501, "lost 501"), (502, "lost 502"), (503, "lost 503"), (504, "lost 504"),
    (599, "lost 599"), (100, "malformed"), (300, "malformed"),
  ])
  func `each status without a body means one thing`(status: Int, expected: String) throws {
    #expect(try outcome(status) == expected)
    #expect(try outcome(status, ["Content-Type": "text/html"], "<h1>Nee</h1>") == expected)
  }

  @Test func `a refusal without words gets words`() throws {
    let problem = Reply(status: 412, headers: [], body: Array("<html>".utf8)).problem
    #expect(problem.words.contains("412"))
    #expect(problem.status == 412)
  }

  @Test func `the fields of a refusal come through, without control characters`() {
    let body = #"""
      {"code": "invalid", "title": "Ongeldig", "detail": "Nee\u001b[2J", "status": 400, "invalidParams":
      [{"name": "startdatum", "code": "required", "reason": "Verplicht.\nEcht."}, {"name": 4}, "x"]}
      """#
    let problem = Reply(status: 400, headers: [], body: Array(body.utf8)).problem
    #expect(problem.detail == "Nee [2J")
    #expect(problem.parameters.count == 3)
    #expect(problem.mainCode == "required")
    #expect(problem.words.hasPrefix("startdatum: Verplicht. Echt."))
  }

  @Test(arguments: [
    ("7", "busy 7"), ("-7", "busy 0"), ("straks", "busy -"), ("Sun, 22 Nov 2026 14:02:39 GMT", "busy 30"),
    ("Sun, 22 Nov 2020 14:02:39 GMT", "busy 0"),
  ])
  func `a server that asks to wait says how long`(value: String, expected: String) throws {
    #expect(try outcome(429, ["retry-after": value]) == expected)
  }

  @Test(arguments: [
    ("Sun, 22 Nov 2026 12:38:42 GMT", "2026-11-22T12:38:42Z"),
    ("Thu, 01 Jan 2026 00:00:00 GMT", "2026-01-01T00:00:00Z"),
    ("Sunday, 22-Nov-26 12:38:42 GMT", nil), ("Sun, 32 Nov 2026 12:38:42 GMT", nil), ("x", nil),
    ("Sun, 22 Mei 2026 12:38:42 GMT", nil), ("Sun, 22 Nov 2026 12:38:42 CET", nil),
  ])
  func `dates of headers are read`(text: String, expected: String?) {
    #expect(HTTPDate.moment(text)?.text == expected)
  }

  @Test func `each attempt waits longer, and only what may help is tried again`() {
    let lost = RemoteError.lost(status: 500, "")
    #expect(Retry.pause(after: lost, attempt: 1, chance: 1) == .milliseconds(500))
    #expect(Retry.pause(after: lost, attempt: 1, chance: 0) == .milliseconds(250))
    #expect(Retry.pause(after: lost, attempt: 2, chance: 1) == .milliseconds(2000))
    #expect(Retry.pause(after: lost, attempt: 3, chance: 1) == nil)
    #expect(Retry.pause(after: .busy(seconds: 5), attempt: 1, chance: 1) == .milliseconds(5500))
    #expect(Retry.pause(after: .busy(seconds: 61), attempt: 1, chance: 1) == nil)
    #expect(Retry.pause(after: .unreachable(""), attempt: 1, chance: 1) == nil)
    #expect(Retry.pause(after: .notFound, attempt: 1, chance: 1) == nil)
    #expect(Retry.pause(after: lost, attempt: 1, isRead: false, chance: 1) == nil)
    #expect(Retry.pause(after: .busy(seconds: nil), attempt: 1, isRead: false, chance: 0) == .milliseconds(250))
  }

  @Test func `a read gets over two 500s, a write over none`() async throws {
    let script: ScriptServer.Script = { request, number in
      number < 3 ? fout(500, "error") : .json(zaakJSON("http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken"))
    }
    try await Fixture.run(script) { fixture in
      #expect(await fixture.readZaak().name == "goed")
      #expect(fixture.notes.pauses == [.milliseconds(500), .milliseconds(2000)])
    }
    try await Fixture.run(script) { fixture in
      #expect(await fixture.changeZaak().name == "lost 500")
      #expect(fixture.server.seen.count == 1)
    }
  }

  @Test func `a busy server is asked again after the time it named, for writes too`() async throws {
    let script: ScriptServer.Script = { _, number in
      number == 1 ? .reply(429, ["Retry-After": "3"], "") : .reply(404, [:], "")
    }
    try await Fixture.run(script) { fixture in
      #expect(await fixture.readZaak().name == "notFound")
      #expect(fixture.notes.pauses == [.milliseconds(3500)])
    }
    try await Fixture.run(script) { fixture in
      #expect(await fixture.changeZaak().name == "notFound")
      #expect(fixture.notes.pauses == [.milliseconds(3500)])
    }
  }

  @Test func `a write that met a busy server and then got lost is not sent a third time`() async throws {
    try await Fixture.run({ _, number in number == 1 ? .reply(429, [:], "") : .drop }) { fixture in
      #expect(await fixture.changeZaak().name == "lost -")
      #expect(fixture.server.seen.count == 2)
    }
  }

  @Test func `a server that stays busy is left alone after three attempts`() async throws {
    try await Fixture.run({ _, _ in .reply(429, ["Retry-After": "1"], "") }) { fixture in
      #expect(await fixture.changeZaak().name == "busy 1")
      #expect(fixture.notes.pauses == [.milliseconds(1500), .milliseconds(3000)])
    }
  }

  @Test func `cancelling between two attempts ends the read`() async throws {
    let server = try await ScriptServer.start { _, _ in fout(503, "error") }
    let clock = HandClock()
    let client = try ZGWClient(
      Connection(
        roots: Roots(server: server.url), clientId: "a", secret: Secret("b"), userId: "c", userName: "d",
        pause: Pause(sleep: { _ in throw CancellationError() }), clock: { clock.now }), log: Notes().logger)
    let answer = await caught { () async throws(RemoteError) in
      try await client.list(ZaakFields.self, of: nil, filters: [], page: 1)
    }
    await client.close()
    await server.stop()
    #expect(answer.error == .cancelled)
    #expect(server.seen.count == 1)
  }

  @Test func `the ETag of a single read is kept`() async throws {
    try await Fixture.run({ request, _ in
      .json(zaakJSON("http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken"), ["ETag": "\"abc\""])
    }) { fixture in
      let zaak = try await fixture.readZaak().get()
      #expect(zaak.etag == "\"abc\"")
    }
  }
}
