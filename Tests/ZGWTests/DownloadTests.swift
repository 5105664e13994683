import Model
import Sync
import Testing

@testable import ZGW

@Suite struct DownloadTests {
  private func download(
    limit: Int = 1_000_000, version: Int? = nil, _ script: @escaping ScriptServer.Script
  ) async throws -> (error: RemoteError?, received: Received, seen: [SeenRequest]) {
    try await Fixture.run(script) { fixture in
      let received = Received()
      let document = Ref(fixture.server.url + "/documenten/api/v1/enkelvoudiginformatieobjecten/\(zaakId)?versie=7")
      let answer = await caught { () async throws(RemoteError) in
        try await fixture.client.download(document, version: version, limit: limit) { part in
          received.add(part)
        }
      }
      return (answer.error, received, fixture.server.seen)
    }
  }

  @Test func `content comes in parts and unchanged`() async throws {
    let content = (0..<300_000).map { String($0 % 10) }.joined()
    let (error, received, seen) = try await download(version: 2) { _, _ in .reply(200, [:], content) }
    #expect(error == nil)
    #expect(received.bytes == Array(content.utf8))
    #expect(received.parts.withLock { $0.count } > 1)
    #expect(
      seen.map(\.path) == ["/documenten/api/v1/enkelvoudiginformatieobjecten/\(zaakId)/download?versie=2"])
    #expect(seen.first?["Accept"] == "*/*")
  }

  @Test func `more than the limit is refused before it is handed over`() async throws {
    let (error, received, _) = try await download(limit: 10) { _, _ in .reply(200, [:], "elf tekens.") }
    #expect(error.map(named) == "malformed")
    #expect(received.bytes.isEmpty)
  }

  @Test func `an error page is no content, and nothing is tried again`() async throws {
    let missing = try await download { _, _ in .reply(404, [:], "application/octet-stream") }
    #expect(missing.error == .notFound)
    #expect(missing.received.bytes.isEmpty)
    let broken = try await download { _, _ in .raw(Array("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nbegin".utf8)) }
    #expect(broken.error.map(named) == "lost -")
    #expect(broken.seen.count == 1)
  }

  @Test func `a receiver that cannot go on ends the download`() async throws {
    try await Fixture.run({ _, _ in .reply(200, [:], "inhoud") }) { fixture in
      let document = Ref(fixture.server.url + "/documenten/api/v1/enkelvoudiginformatieobjecten/\(zaakId)")
      let answer = await caught { () async throws(RemoteError) in
        try await fixture.client.download(document, version: nil, limit: 100) { _ throws(RemoteError) in
          throw .cancelled
        }
      }
      #expect(answer.error == .cancelled)
    }
  }
}
