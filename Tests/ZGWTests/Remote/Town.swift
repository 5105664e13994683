import Foundation
import Logging
import Model
import Sandbox
import Sync
import TestSupport
import Testing
import ZGW

/// The sample municipality behind one implementation of `Remote`; what holds for one has to hold for all.
struct Town: Sendable {
  /// The server in memory, and the client on a sandbox of each kind.
  enum Kind: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case memory, openZaak, strict10, standard17

    var personality: Personality? {
      switch self {
      case .memory: nil
      case .openZaak: .openZaak130
      case .strict10: .strict10
      case .standard17: .standard17
      }
    }

    var testDescription: String { rawValue }
    /// ZGW 1.0 has no notities, hands out no numbers, and its zaken do not list their parts.
    var isOld: Bool { self == .strict10 }
  }

  /// Bytes of a bestandsdeel.
  static let partSize = 1000

  let kind: Kind
  let sample: SampleServer
  let remote: any Remote
  private let base: String

  static func run(_ kind: Kind, _ test: (Town) async throws -> Void) async throws {
    let sample = SampleServer(partSize: partSize)
    guard let personality = kind.personality else {
      return try await test(
        Town(kind: kind, sample: sample, remote: MemoryRemote(sample.server), base: MemoryServer.base + "/"))
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zaaklijn-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(sample, to: folder)
    let now = SampleServer.moment(10_000)
    let sandbox = try await Sandbox.start(
      SandboxConfiguration(
        data: .folder(folder), personality: personality,
        now: { Date(timeIntervalSince1970: Double(now.secondsSince1970)) }, partSize: partSize))
    let client = try Town.client(sandbox, now: now)
    let result: Result<Void, any Error>
    do {
      try await test(Town(kind: kind, sample: sample, remote: client, base: sandbox.url))
      result = .success(())
    } catch { result = .failure(error) }
    await client.close()
    await sandbox.stop()
    try result.get()
  }

  private static func client(_ sandbox: Sandbox, now: Moment) throws -> ZGWClient {
    try ZGWClient(
      Connection(
        roots: Roots(server: sandbox.url), clientId: sandbox.clientId, secret: Secret(sandbox.secret), userId: "mw001",
        userName: "F. Breugel", timeouts: .patient, pause: Pause(sleep: { _ in }, chance: { 0 }), clock: { now }),
      log: Notes().logger)
  }

  private static func write(_ sample: SampleServer, to folder: URL) throws {
    for kind in ResourceKind.allCases {
      let lines = sample.server.all(kind).reversed().map { JSON.object($0).text() }
      guard !lines.isEmpty else { continue }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: folder.appendingPathComponent("\(kind.rawValue).jsonl"))
    }
  }

  /// A resource of the sample, as JSON and at its address on this server.
  func here(_ ref: Ref) -> Ref { Ref(base + ref.url.dropFirst(MemoryServer.base.count + 1)) }
  func json(_ ref: Ref) -> JSON { here(ref).json }

  var zaak: Ref { here(sample.zaken[0]) }

  func create<Fields: ResourceFields>(
    _ kind: Fields.Type, _ body: JSONObject, of zaak: Ref? = nil
  ) async throws(RemoteError) -> Record<Fields> {
    try await remote.create(body, as: kind, of: zaak, reason: "test").value
  }

  func read<Fields: ResourceFields>(_ record: Record<Fields>) async throws(RemoteError) -> Record<Fields> {
    try await remote.read(record.ref, as: Fields.self).value
  }

  func change<Fields: ResourceFields>(
    _ record: Record<Fields>, _ body: JSONObject
  ) async throws(RemoteError) -> Record<Fields> {
    try await remote.change(record.ref, to: body, as: Fields.self, reason: nil).value
  }

  func remove<Fields: ResourceFields>(_ record: Record<Fields>) async throws(RemoteError) {
    try await remote.remove(record.ref, Fields.kind, reason: nil)
  }

  func readZaak() async throws(RemoteError) -> Zaak { try await remote.read(zaak, as: ZaakFields.self).value }

  /// Whether the zaak's body lists the part; on a server whose zaken do not, what it should be.
  func lists<Fields: ResourceFields>(_ name: String, _ part: Record<Fields>, else expected: Bool) async throws -> Bool {
    guard let links = try await readZaak().body[name]?.array else { return expected }
    return links.contains(part.ref.json)
  }

  func all<Fields: ResourceFields>(
    _ kind: Fields.Type, _ filters: (String, String)...
  ) async throws(RemoteError) -> [Record<Fields>] {
    try await remote.all(kind, filters: filters.map { Filter($0.0, $0.1) }).map(\.value)
  }

  func content(_ document: Ref, version: Int? = nil) async throws -> [UInt8] {
    let received = Received()
    try await remote.download(document, version: version, limit: 1_000_000) { received.add($0) }
    return received.bytes
  }

  /// The body of a new document of the sample's type.
  func document(_ more: JSONObject = [:]) -> JSONObject {
    ([
      "bronorganisatie": "851234562", "creatiedatum": "2026-10-01", "titel": "Proef", "auteur": "Proef", "taal": "nld",
      "bestandsnaam": "proef.txt", "inhoud": "SGFsbG8=", "bestandsomvang": 5,
      "informatieobjecttype": json(sample.informatieobjecttype), "indicatieGebruiksrecht": false,
      "vertrouwelijkheidaanduiding": "openbaar",
    ] as JSONObject).merging(more)
  }
}

/// Which error a call ends in, without its words; `goed` where it ends well.
func outcome(_ call: () async throws -> Void) async -> String {
  do {
    try await call()
    return "goed"
  } catch let error as RemoteError {
    return named(error)
  } catch { return "\(error)" }
}
