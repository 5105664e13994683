import Model
import Sandbox
import Sync
import Testing

@testable import ZGW

/// Tokens and clocks: a server says 403 to every fault of a token, never 401.
@Suite struct OpenZaakTokenTests {
  @Test(arguments: [
    "jwt-expired", "jwt-expiredsignatureerror", "jwt-immaturesignatureerror", "invalid-jwt-signature",
    "invalid-client-identifier", "jwt-missing-iat-claim",
  ])
  func `every fault of a token is about who we are, not about what we may do`(code: String) async throws {
    try await SandboxFixture.run { fixture in
      await fixture.sandbox.inject(Fault(.refusesToken(code), times: 2))
      #expect(await outcome { _ = try await fixture.page(1) } == "notSignedIn \(code)")
    }
  }

  @Test func `a wrong secret and an unknown client are told apart`() async throws {
    try await SandboxFixture.run(secret: "niet-het-geheim-van-de-sandbox") { fixture in
      #expect(await outcome { _ = try await fixture.page(1) } == "notSignedIn invalid-jwt-signature")
      #expect(fixture.sandbox.requestCount == 1)
    }
    try await SandboxFixture.run(clientId: "niemand") { fixture in
      #expect(await outcome { _ = try await fixture.create("x") } == "notSignedIn invalid-client-identifier")
      #expect(fixture.sandbox.requestCount == 1)
    }
  }

  @Test func `a token is made anew before its hour is over`() async throws {
    try await SandboxFixture.run { fixture in
      for seconds in [0, 2699, 3600, 1800, 86_400] {
        fixture.clock.advance(seconds: seconds)
        fixture.serverClock.advance(seconds: seconds)
        _ = try await fixture.page(1)
        _ = try await fixture.create("na \(seconds)")
      }
      let requests = await fixture.sandbox.requests()
      #expect(requests.count == 10 && requests.allSatisfy { $0.status == 200 || $0.status == 201 })
    }
  }

  @Test func `a laptop that slept with its clock standing still gets a new token, and the write is done once`()
    async throws
  {
    try await SandboxFixture.run { fixture in
      _ = try await fixture.page(1)
      fixture.serverClock.advance(seconds: 7200)
      _ = try await fixture.create("na het slapen")
      #expect(await fixture.count("na het slapen") == 1)
      #expect(await fixture.sandbox.requests().map(\.status) == [200, 403, 201])
      #expect(await fixture.client.clockSkew == 7200)
    }
  }

  /// Seconds that the client is ahead; the statuses of two requests.
  @Test(arguments: [(7200, [403, 201, 200]), (-7200, [403, 201, 200]), (20, [403, 201, 200]), (-20, [201, 200])])
  func `clocks that differ cost one refusal`(ahead: Int, statuses: [Int]) async throws {
    try await SandboxFixture.run(ahead: ahead) {
      $0.refusesFutureIat = true
    } _: { fixture in
      #expect(await fixture.client.clockSkew == 0)
      _ = try await fixture.create("scheef")
      _ = try await fixture.page(1)
      #expect(await fixture.sandbox.requests().map(\.status) == statuses)
      #expect(await fixture.client.clockSkew == -ahead)
      #expect(await fixture.count("scheef") == 1)
    }
  }

  @Test func `a server that takes an iat of the future is not asked twice`() async throws {
    try await SandboxFixture.run(ahead: 7200) { fixture in
      _ = try await fixture.page(1)
      #expect(await fixture.sandbox.requests().map(\.status) == [200])
      #expect(await fixture.client.clockSkew == -7200)
    }
  }

  @Test func `a status of the future is refused, and the skew says how much to take off`() async throws {
    try await SandboxFixture.run(ahead: 600) { fixture in
      let zaak = try await fixture.create("scheef")
      let type = await fixture.type("statustypen", "Ontvangen")
      func set(_ moment: Moment) async throws {
        _ = try await fixture.client.create(
          ["zaak": zaak.ref.json, "statustype": type, "datumStatusGezet": .string(moment.text)], as: StatusFields.self,
          of: nil, reason: nil)
      }
      let now = Moment(secondsSince1970: fixture.clock.now.secondsSince1970)
      #expect(await outcome { try await set(now) } == "rejected 400 date-in-future")
      let skew = await fixture.client.clockSkew
      #expect(skew == -600)
      #expect(await outcome { try await set(now.adding(seconds: skew)) } == "goed")
    }
  }
}
