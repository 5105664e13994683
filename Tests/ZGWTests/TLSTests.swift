import Foundation
import Model
import NIOSSL
import Sync
import Testing

@testable import ZGW

@Suite(.enabled("openssl is needed to make certificates") { ThrowawayCA.openssl != nil })
struct TLSTests {
  private func read(
    _ server: ScriptServer, host: String = "localhost", files: TLSFiles, timeouts: Timeouts = .patient
  ) async throws -> (error: RemoteError?, requests: Int) {
    let clock = HandClock()
    let notes = Notes()
    let roots = try Roots(server: "https://\(host):\(server.port)")
    let client = try ZGWClient(
      Connection(
        roots: roots, clientId: "zaaklijn", secret: Secret(secretText), userId: "mw028", userName: "C. Breugel",
        files: files, timeouts: timeouts, pause: notes.pause, clock: { clock.now }), log: notes.logger)
    let answer = await caught { () async throws(RemoteError) in
      try await client.list(ZaakFields.self, of: nil, filters: [], page: 1)
    }
    await client.close()
    return (answer.error, server.seen.count)
  }

  private func withServer(
    _ ca: ThrowawayCA, certificate: String = "server", asksClient: Bool = false,
    _ test: (ScriptServer) async throws -> Void
  ) async throws {
    let chain = try NIOSSLCertificate.fromPEMFile(ca.path("\(certificate).pem")).map {
      NIOSSLCertificateSource.certificate($0)
    }
    let key = try NIOSSLPrivateKey(file: ca.path("\(certificate).key"), format: .pem)
    var tls = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: .privateKey(key))
    if asksClient {
      tls.certificateVerification = .noHostnameVerification
      tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(ca.path("ca.pem")))
    }
    let server = try await ScriptServer.start(tls: NIOSSLContext(configuration: tls)) { _, _ in
      .json(#"{"count": 0, "next": null, "results": []}"#)
    }
    let result: Result<Void, any Error>
    do { result = .success(try await test(server)) } catch { result = .failure(error) }
    await server.stop()
    try result.get()
  }

  @Test func `a server is verified against the CA of the profile, and only that`() async throws {
    let ca = try ThrowawayCA()
    defer { ca.remove() }
    try await withServer(ca) { server in
      #expect(try await read(server, files: TLSFiles()).error.map(named) == "unreachable")
      let other = try await read(server, files: TLSFiles(ca: ca.path("other-ca.pem")))
      #expect(other.error.map(named) == "unreachable")
      #expect(words(other.error).contains("niet vertrouwd"))
      #expect(other.requests == 0)
      let good = try await read(server, files: TLSFiles(ca: ca.path("ca.pem")))
      #expect(good.error == nil)
      #expect(good.requests == 1)
    }
  }

  @Test func `a certificate for another host is refused`() async throws {
    let ca = try ThrowawayCA()
    defer { ca.remove() }
    try await withServer(ca, certificate: "elsewhere") { server in
      let (error, requests) = try await read(server, files: TLSFiles(ca: ca.path("ca.pem")))
      #expect(error.map(named) == "unreachable")
      #expect(words(error).contains("localhost"))
      #expect(requests == 0)
    }
    try await withServer(ca) { server in
      let (error, requests) = try await read(server, host: "127.0.0.1", files: TLSFiles(ca: ca.path("ca.pem")))
      #expect(error.map(named) == "unreachable")
      #expect(requests == 0)
    }
  }

  @Test func `the client certificate of the profile is shown`() async throws {
    let ca = try ThrowawayCA()
    defer { ca.remove() }
    try await withServer(ca, asksClient: true) { server in
      let without = try await read(server, files: TLSFiles(ca: ca.path("ca.pem")))
      #expect(without.error.map(named) == "unreachable")
      #expect(words(without.error).contains("clientcertificaat"))
      #expect(without.requests == 0)
      let files = TLSFiles(
        ca: ca.path("ca.pem"), clientCertificate: ca.path("client.pem"), clientKey: ca.path("client.key"))
      let with = try await read(server, files: files)
      #expect(with.error == nil)
      #expect(with.requests == 1)
    }
  }

  @Test func `a key that does not belong to the certificate is refused beforehand`() throws {
    let ca = try ThrowawayCA()
    defer { ca.remove() }
    let files = TLSFiles(clientCertificate: ca.path("client.pem"), clientKey: ca.path("server.key"))
    let error = #expect(throws: RemoteError.self) { try files.configuration() }
    #expect(words(error).contains("horen niet bij elkaar"))
    let unreadable = TLSFiles(clientCertificate: ca.path("client.pem"), clientKey: ca.path("client.pem"))
    #expect(
      words(#expect(throws: RemoteError.self) { try unreadable.configuration() }).contains("kan niet worden gelezen"))
  }

  @Test func `plain HTTP where TLS is expected is unreachable`() async throws {
    let server = try await ScriptServer.start { _, _ in .json("{}") }
    let (error, _) = try await read(server, files: TLSFiles(), timeouts: Timeouts(connect: .milliseconds(200)))
    #expect(error.map(named) == "unreachable")
    await server.stop()
  }
}
