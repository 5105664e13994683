import Model
import Sync
import Testing

@testable import ZGW

@Suite struct SecrecyTests {
  @Test func `the secret is in no description and no dump`() throws {
    let clock = HandClock()
    let connection = try Connection(
      roots: Roots(server: "https://h.nl"), clientId: "zaaklijn", secret: Secret(secretText), userId: "mw028",
      userName: "C. Breugel", clock: { clock.now })
    var dumped = ""
    dump(connection, to: &dumped)
    dump(connection.secret, to: &dumped)
    let texts = [
      dumped, "\(connection)", String(reflecting: connection), "\(connection.secret)",
      String(reflecting: connection.secret), "\([connection.secret])",
    ]
    for text in texts { #expect(!text.contains(secretText), "\(text)") }
  }

  @Test func `the log holds no token, secret, body or query value, whatever happens`() async throws {
    try await Fixture.run({ request, number in
      switch number {
      case 1: fout(403, "jwt-expired", ["Date": "Sun, 22 Nov 2026 18:00:00 GMT"])
      case 2: fout(500, "error")
      case 3: .drop
      default:
        .json(zaakJSON("http://" + (request["Host"] ?? "") + "/zaken/api/v1/zaken", extra: #", "bsn": "111222333""#))
      }
    }) { fixture in
      _ = await fixture.readZaak()
      _ = await fixture.changeZaak()
      _ = await fixture.listZaken(filters: [
        Filter("rol__betrokkeneIdentificatie__natuurlijkPersoon__inpBsn", "111222333")
      ])
      let tokens = fixture.server.seen.compactMap { $0["Authorization"]?.dropFirst("Bearer ".count) }
      #expect(tokens.count >= 4)
      let log = fixture.notes.log.joined(separator: "\n")
      #expect(log.contains("inpBsn=…"))
      #expect(log.contains("geen antwoord"))
      for hidden in [secretText, "111222333", "omschrijving", "Bearer", "eyJ"] { #expect(!log.contains(hidden)) }
      for token in tokens { #expect(!log.contains(token)) }
    }
  }

  @Test func `a profile without secret or with half a certificate is refused in words`() {
    let clock = HandClock()
    func refused(_ secret: String, _ files: TLSFiles) -> String {
      let error = #expect(throws: RemoteError.self) {
        try ZGWClient(
          Connection(
            roots: Roots(server: "https://h.nl"), clientId: "a", secret: Secret(secret), userId: "c", userName: "d",
            files: files, clock: { clock.now }), log: Notes().logger)
      }
      return words(error)
    }
    #expect(refused("", TLSFiles()).contains("secret"))
    #expect(refused("x", TLSFiles(clientCertificate: "/a")).contains("zonder sleutel"))
    #expect(refused("x", TLSFiles(clientKey: "/a")).contains("zonder clientcertificaat"))
    #expect(refused("x", TLSFiles(ca: "/bestaat/niet.pem")).contains("/bestaat/niet.pem"))
  }
}
