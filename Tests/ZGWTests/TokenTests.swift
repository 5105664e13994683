import Foundation
import JWTKit
import Model
import Sync
import Testing

@testable import ZGW

@Suite struct TokenTests {
  /// The claims as they stand in the token, as text.
  private func payload(_ request: SeenRequest?) throws -> String {
    let token = try #require(request?["Authorization"]).dropFirst("Bearer ".count)
    var middle = String(token.split(separator: ".")[1]).replacing("-", with: "+").replacing("_", with: "/")
    while middle.count % 4 != 0 { middle += "=" }
    return String(decoding: try #require(Data(base64Encoded: middle)), as: UTF8.self)
  }

  private func iat(_ request: SeenRequest?) throws -> Int {
    try #require(try JSON(parsing: try payload(request))["iat"]?.int)
  }

  @Test func `the token names the caseworker, has a whole iat and is signed with the secret`() async throws {
    try await Fixture.run({ _, _ in .reply(404, [:], "") }) { fixture in
      _ = await fixture.readZaak()
      let seen = fixture.server.seen.first
      let claims = try JSON(parsing: try payload(seen))
      let now = fixture.clock.now.secondsSince1970
      #expect(
        claims.object == [
          "iss": "zaaklijn", "client_id": "zaaklijn", "user_id": "mw028", "user_representation": "C. Breugel",
          "iat": .number(now), "exp": .number(now + 3600),
        ])
      let keys = await JWTKeyCollection().add(hmac: Secret(secretText).key, digestAlgorithm: .sha256)
      let token = try #require(seen?["Authorization"]).dropFirst("Bearer ".count)
      let verified = try await keys.verify(String(token), as: Claims.self)
      #expect(verified.userId == "mw028")
    }
  }

  @Test func `a secret under 32 bytes signs as any other program signs with it`() async throws {
    struct Known: JWTPayload {
      let sub, name: String
      let iat: Int
      func verify(using algorithm: some JWTAlgorithm) {}
    }
    // The example of jwt.io, made by another implementation with a key of 19 bytes.
    let token =
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIy"
      + "fQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"
    let keys = await JWTKeyCollection().add(hmac: Secret("your-256-bit-secret").key, digestAlgorithm: .sha256)
    let known = try await keys.verify(token, as: Known.self)
    #expect(known.sub == "1234567890")
  }

  @Test func `a token is used for 45 minutes and then made anew`() async throws {
    try await Fixture.run({ _, _ in .reply(404, [:], "") }) { fixture in
      for step in [0, 2699, 1, 10] {
        fixture.clock.advance(seconds: step)
        _ = await fixture.readZaak()
      }
      let start = HandClock().now.secondsSince1970
      let issued = try fixture.server.seen.map { try iat($0) - start }
      #expect(issued == [0, 0, 2700, 2700])
    }
  }

  @Test func `a clock that is put back makes a new token`() async throws {
    try await Fixture.run({ _, _ in .reply(404, [:], "") }) { fixture in
      _ = await fixture.readZaak()
      fixture.clock.advance(seconds: -60)
      _ = await fixture.readZaak()
      let issued = try fixture.server.seen.map { try iat($0) }
      #expect(issued[1] == issued[0] - 60)
    }
  }

  @Test(arguments: ["jwt-expired", "jwt-expiredsignatureerror", "jwt-immaturesignatureerror"])
  func `an expired token is renewed once, for a write too`(code: String) async throws {
    try await Fixture.run({ request, number in
      number == 1 ? fout(403, code) : .json(zaakJSON("http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken"))
    }) { fixture in
      let answer = await fixture.changeZaak()
      #expect(answer.name == "goed")
      #expect(fixture.server.seen.map(\.method) == ["PATCH", "PATCH"])
    }
  }

  @Test func `a token that is refused twice is reported`() async throws {
    try await Fixture.run({ _, _ in fout(403, "jwt-expired") }) { fixture in
      #expect(await fixture.readZaak().name == "notSignedIn jwt-expired")
      #expect(fixture.server.seen.count == 2)
    }
  }

  @Test(arguments: ["invalid-jwt-signature", "invalid-client-identifier", "jwt-missing-iat-claim"])
  func `a wrong token is not tried again`(code: String) async throws {
    try await Fixture.run({ _, _ in fout(403, code) }) { fixture in
      #expect(await fixture.readZaak().name == "notSignedIn \(code)")
      #expect(fixture.server.seen.count == 1)
    }
  }

  @Test func `the server's clock is taken over when it refuses ours, and said once`() async throws {
    let date = "Sun, 22 Nov 2026 16:02:11 GMT"
    try await Fixture.run({ _, number in
      number == 1 ? fout(403, "jwt-expired", ["Date": date]) : .reply(404, ["Date": date], "")
    }) { fixture in
      #expect(await fixture.readZaak().name == "notFound")
      _ = await fixture.readZaak()
      let start = fixture.clock.now.secondsSince1970
      let issued = try fixture.server.seen.map { try iat($0) - start }
      #expect(issued == [0, 7202, 7202])
      #expect(fixture.notes.log.filter { $0.hasPrefix("notice") }.count == 1)
    }
  }

  @Test func `a small difference of the clocks is left alone`() {
    var age = TokenAge()
    let now = Moment(secondsSince1970: 1_000_000)
    #expect(age.correct(by: now.adding(seconds: 30), at: now) == nil)
    #expect(age.correct(by: now.adding(seconds: -31), at: now) == -31)
    #expect(age.correct(by: now.adding(seconds: -50), at: now) == nil)
    #expect(age.issue(at: now) == 1_000_000 - 31)
    #expect(age.correct(by: now.adding(seconds: -31), at: now, isEarly: true) == nil)
    #expect(age.correct(by: now.adding(seconds: -32), at: now, isEarly: true) == -32)
  }
}
