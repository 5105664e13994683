import Model
import Sync
import Testing

@testable import ZGW

@Suite struct ServerURLTests {
  static let root = "https://zaken.voorbeeld.nl/open/zaken/api/v1"

  @Test(arguments: [
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1", "HTTPS://ZAKEN.voorbeeld.NL/open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl:443/open/zaken/api/v1/zaken/1",
  ])
  func `a URL below the root is ours and is asked for at the root`(url: String) throws {
    let roots = try Roots([.zaken: Self.root])
    #expect(try roots.target(.zaken, url: url).url == Self.root + "/zaken/1")
  }

  @Test(arguments: [
    "https://evil.test/open/zaken/api/v1/zaken/1", "http://zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl:8443/open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl@evil.test/open/zaken/api/v1/zaken/1",
    "https://x:y@zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl.evil.test/open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl\\@evil.test/open/zaken/api/v1/zaken/1",
    "https://evil.test\\open/zaken/api/v1/zaken/1", "//zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1",
    "/open/zaken/api/v1/zaken/1", "https:/zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/../../admin",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/%2e%2e/admin",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/zaken%2F1", "https://zaken.voorbeeld.nl/open/zaken/api/v1/%5cx",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1//zaken", "https://zaken.voorbeeld.nl/open/zaken/api/v1/z%",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/%252e", "https://zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1#x",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1evil/zaken/1", "https://zaken.voorbeeld.nl/open/zaken/api/v1",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/", "https://zaken.voorbeeld.nl/open/zaken/api/v1?x=/zaken/1",
    "https://zaken.voorbeeld.nl/OPEN/zaken/api/v1/zaken/1", "https://zaken.voorbeeld.nl /open/zaken/api/v1/zaken/1",
    "https://zaken.voorbeeld.nl/open/zaken/api/v1/zaken/1\r\nHost: evil.test", "https://zaken.voorbeeld.nl",
    "https://zaken.voorbeeld.nl:0443x/open/zaken/api/v1/zaken/1", "https://zaken.voorbeeld.nl:/open/zaken/api/v1/z",
    "https://zaken。voorbeeld.nl/open/zaken/api/v1/zaken/1", "javascript:alert(1)", "", "https://", "https:///zaken/1",
  ])
  func `any other URL is foreign`(url: String) throws {
    let roots = try Roots([.zaken: Self.root])
    #expect(throws: RemoteError.foreignOrigin(url.quotable())) { try roots.target(.zaken, url: url) }
  }

  @Test func `the root of one API is not that of another`() throws {
    let roots = try Roots(server: "https://h.nl/")
    #expect(throws: RemoteError.self) { try roots.target(.zaken, url: "https://h.nl/catalogi/api/v1/zaaktypen/1") }
    #expect(try roots.target(.catalogi, path: "/zaaktypen").url == "https://h.nl/catalogi/api/v1/zaaktypen")
  }

  @Test(arguments: [
    "http://localhost:8000", "http://127.0.0.1", "http://[::1]:81/", "https://h.nl", "https://h.nl/oz/",
  ])
  func `https goes anywhere, http only to this machine`(server: String) throws {
    #expect(try Roots(server: server).apis == ZGWAPI.allCases)
  }

  @Test(arguments: [
    "http://h.nl", "http://127.0.0.1.evil.test", "http://localhost.evil.test", "h.nl", "ftp://h.nl", "",
  ])
  func `other servers are refused in words`(server: String) {
    let error = #expect(throws: RemoteError.self) { try Roots(server: server) }
    #expect(words(error).contains("in het profiel"), "\(words(error))")
  }

  @Test func `plain http only when the profile says so`() throws {
    #expect(try Roots(server: "http://h.nl", allowPlainHTTP: true).origins.map(\.description) == ["http://h.nl"])
  }

  @Test func `an API without a root is a matter of configuration`() throws {
    let roots = try Roots([.zaken: Self.root])
    let error = #expect(throws: RemoteError.self) { try roots.target(.besluiten, path: "/besluiten") }
    #expect(error.map(named) == "configuration")
    #expect(words(error).contains("Besluiten API"))
  }

  @Test func `query values are escaped and stay out of the log`() throws {
    var target = try Roots(server: "https://h.nl").target(.zaken, path: "/zaken")
    target.add("zaaktype", "https://h.nl/a?b=c&d é")
    target.add("rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", "111222333")
    #expect(
      target.url == "https://h.nl/zaken/api/v1/zaken?zaaktype=https%3A%2F%2Fh.nl%2Fa%3Fb%3Dc%26d%20%C3%A9"
        + "&rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=111222333")
    #expect(
      target.logged
        == "/zaken/api/v1/zaken?zaaktype=…&rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn=…")
  }
}
