import Foundation
import Model
import Sync
import Synchronization
import Testing

@testable import ZGW

@Suite struct UploadTests {
  private static let deel = "/documenten/api/v1/bestandsdelen/" + zaakId

  private func upload(
    _ part: ContentPart, timeouts: Timeouts = .patient, _ script: @escaping ScriptServer.Script
  ) async throws -> (outcome: String, seen: [SeenRequest]) {
    try await Fixture.run(timeouts: timeouts, script) { fixture in
      let deel = Ref(fixture.server.url + Self.deel)
      let result = await outcome { try await fixture.client.upload(deel, lock: "slot", part) }
      return (result, fixture.server.seen)
    }
  }

  private static let words = Array("inhoud van het deel".utf8)

  private func part(_ bytes: [UInt8] = words) -> ContentPart {
    ContentPart(size: bytes.count) { offset, count in Array(bytes[offset..<offset + count]) }
  }

  @Test func `a bestandsdeel goes as a form with its lock and its length`() async throws {
    let (result, seen) = try await upload(part()) { _, _ in .reply(200, [:], "{}") }
    #expect(result == "goed")
    let request = try #require(seen.first)
    #expect(request.method == "PUT" && request.path == Self.deel)
    let boundary = try #require(request["Content-Type"]?.split(separator: "boundary=").last)
    #expect(request["Content-Type"] == "multipart/form-data; boundary=\(boundary)")
    #expect(request["Content-Length"] == "\(request.body.utf8.count)" && request["Transfer-Encoding"] == nil)
    #expect(
      request.body == """
        --\(boundary)\r
        Content-Disposition: form-data; name="lock"\r
        \r
        slot\r
        --\(boundary)\r
        Content-Disposition: form-data; name="inhoud"; filename="deel"\r
        Content-Type: application/octet-stream\r
        \r
        inhoud van het deel\r
        --\(boundary)--\r\n
        """)
  }

  @Test func `each form has a boundary of its own`() {
    #expect(ContentForm(part(), lock: "a").type != ContentForm(part(), lock: "a").type)
  }

  @Test func `an empty part is a form too`() async throws {
    let (result, seen) = try await upload(part([])) { _, _ in .reply(200, [:], "{}") }
    #expect(result == "goed")
    #expect(seen.first?.body.contains("octet-stream\r\n\r\n\r\n--zaaklijn-") == true)
  }

  @Test func `an upload whose outcome is not known is not sent again`() async throws {
    for step in [Step.reply(500, [:], ""), .drop] {
      let (result, seen) = try await upload(part()) { _, _ in step }
      #expect(result.hasPrefix("lost"))
      #expect(seen.count == 1)
    }
  }

  @Test func `a token that had run out costs the whole part once more`() async throws {
    let (result, seen) = try await upload(part()) { _, number in
      number == 1 ? fout(403, "jwt-expired") : .reply(200, [:], "{}")
    }
    #expect(result == "goed")
    #expect(seen.count == 2 && seen.allSatisfy { $0.body.contains("inhoud van het deel") })
  }

  @Test func `a file that cannot be read ends the upload with what it says`() async throws {
    let broken = ContentPart(size: 10) { _, _ throws(RemoteError) in throw .configuration("weg") }
    #expect(try await upload(broken) { _, _ in .reply(200, [:], "{}") }.outcome == "configuration")
    let short = ContentPart(size: 10) { _, _ in [1, 2, 3] }
    #expect(try await upload(short) { _, _ in .reply(200, [:], "{}") }.outcome == "configuration")
  }

  @Test func `no limit of time ends an upload that goes on`() async throws {
    // The total is over before the first byte; only silence would end it.
    let timeouts = Timeouts(connect: .seconds(600), idle: .seconds(600), total: .zero)
    let (result, _) = try await upload(part(), timeouts: timeouts) { _, _ in .reply(200, [:], "{}") }
    #expect(result == "goed")
  }

  @Test func `a part that is no bestandsdeel of the profile is not sent`() async throws {
    try await Fixture.run({ _, _ in .reply(200, [:], "{}") }) { fixture in
      let evil = Ref("https://evil.test" + Self.deel)
      #expect(await outcome { try await fixture.client.upload(evil, lock: "x", part()) } == "foreignOrigin")
      #expect(fixture.server.seen.isEmpty)
    }
  }
}

/// A content of any size takes the same memory.
@Suite(.serialized) struct ConstantMemoryTests {
  private static let size = 2 << 30
  /// Bytes that this process may grow by, of which the other tests beside it take some; less than the content.
  private static let bound = 3 << 29

  /// Bytes of memory in use now; nil where the system does not tell.
  private static var resident: Int? {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
    return text.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 4096 }
  }

  /// The most that was seen in use, looked at every 16 MiB.
  private final class Peak: Sendable {
    let most = Mutex(0)
    let bytes = Mutex(0)
    func look(_ count: Int) {
      let isNext = bytes.withLock { bytes in
        defer { bytes += count }
        return bytes >> 24 != (bytes + count) >> 24
      }
      guard isNext else { return }
      let now = ConstantMemoryTests.resident ?? 0
      most.withLock { $0 = max($0, now) }
    }
  }

  private func run(_ test: (BulkServer, ZGWClient, Peak) async throws -> Void) async throws {
    let server = try await BulkServer.start(giving: Self.size)
    let clock = HandClock()
    let client = try ZGWClient(
      Connection(
        roots: Roots(server: server.url), clientId: "zaaklijn", secret: Secret(secretText), userId: "mw028",
        userName: "C. Breugel", timeouts: .patient, clock: { clock.now }), log: Notes().logger)
    let peak = Peak()
    let before = Self.resident ?? 0
    let result: Result<Void, any Error>
    do {
      try await test(server, client, peak)
      result = .success(())
    } catch { result = .failure(error) }
    await client.close()
    await server.stop()
    try result.get()
    let grown = peak.most.withLock { $0 } - before
    print("2 GiB: \(grown >> 20) MiB more than before")
    #expect(grown < Self.bound)
  }

  @Test func `2 GiB go up in constant memory`() async throws {
    try await run { server, client, peak in
      let deel = Ref(server.url + "/documenten/api/v1/bestandsdelen/" + zaakId)
      let part = ContentPart(size: Self.size) { _, count in
        peak.look(count)
        return [UInt8](repeating: 120, count: count)
      }
      try await client.upload(deel, lock: "slot", part)
      let taken = try #require(server.taken.first)
      #expect(taken.bytes > Self.size && taken.length == taken.bytes)
      #expect(peak.bytes.withLock { $0 } == Self.size)
    }
  }

  @Test func `2 GiB come down in constant memory`() async throws {
    try await run { server, client, peak in
      let document = Ref(server.url + "/documenten/api/v1/enkelvoudiginformatieobjecten/" + zaakId)
      try await client.download(document, version: nil, limit: Self.size) { peak.look($0.count) }
      #expect(peak.bytes.withLock { $0 } == Self.size)
    }
  }
}
