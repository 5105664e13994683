import Foundation
import Model
import Sandbox
import Sync
import ZGW

/// A real sandbox and a client on it, each with a clock of its own.
struct SandboxFixture: Sendable {
  let sandbox: Sandbox
  let client: ZGWClient
  let notes: Notes
  /// Of the client and of the server.
  let clock, serverClock: HandClock
  let woo: JSONObject

  /// - Parameters:
  ///   - ahead: seconds that the client's clock is ahead of the server's
  ///   - clientId: nil for the caseworkers' client
  static func run(
    _ personality: Personality = .openZaak130, ahead: Int = 0, clientId: String? = nil, secret: String? = nil,
    pageSize: Int = 100, configure: (inout SandboxConfiguration) -> Void = { _ in },
    _ test: (SandboxFixture) async throws -> Void
  ) async throws {
    let (clock, serverClock, notes) = (HandClock(), HandClock(), Notes())
    clock.advance(seconds: ahead)
    var configuration = SandboxConfiguration(
      personality: personality,
      now: { Date(timeIntervalSince1970: Double(serverClock.now.microsecondsSince1970) / 1_000_000) })
    configure(&configuration)
    let sandbox = try await Sandbox.start(configuration)
    let connection = try Connection(
      roots: Roots(server: sandbox.url), clientId: clientId ?? sandbox.clientId,
      secret: Secret(secret ?? sandbox.secret), userId: "mw028", userName: "C. Breugel", timeouts: .patient,
      pageSize: pageSize, pause: notes.pause, clock: { clock.now })
    let client = try ZGWClient(connection, log: notes.logger)
    let woo = await sandbox.all("zaaktypen").first { $0["identificatie"] == "WOO" } ?? [:]
    let result: Result<Void, any Error>
    do {
      try await test(
        SandboxFixture(
          sandbox: sandbox, client: client, notes: notes, clock: clock, serverClock: serverClock, woo: woo))
      result = .success(())
    } catch { result = .failure(error) }
    await client.close()
    await sandbox.stop()
    try result.get()
  }

  /// A body for a new zaak, told apart by its omschrijving.
  func start(_ omschrijving: String) async -> JSONObject {
    let rsin = await sandbox.all("catalogussen").first { $0["url"] == woo["catalogus"] }?["rsin"] ?? .null
    return [
      "bronorganisatie": rsin, "verantwoordelijkeOrganisatie": rsin, "zaaktype": woo["url"] ?? .null,
      "startdatum": "2026-11-05", "omschrijving": .string(omschrijving),
    ]
  }

  func create(_ omschrijving: String) async throws(RemoteError) -> Zaak {
    try await client.create(await start(omschrijving), as: ZaakFields.self, of: nil, reason: nil).value
  }

  func count(_ omschrijving: String) async -> Int {
    await sandbox.all("zaken").count { $0["omschrijving"] == .string(omschrijving) }
  }

  func read(_ ref: Ref) async throws(RemoteError) -> Zaak { try await client.read(ref, as: ZaakFields.self).value }

  func page(_ page: Int) async throws(RemoteError) -> RemotePage<ZaakFields> {
    try await client.list(ZaakFields.self, of: nil, filters: [], page: page)
  }

  /// The statustype of this name, or the resultaattype.
  func type(_ collection: String, _ omschrijving: String) async -> JSON {
    await sandbox.all(collection)
      .first { $0["zaaktype"] == woo["url"] && $0["omschrijving"] == .string(omschrijving) }?["url"] ?? .null
  }

  func document(_ more: JSONObject = [:]) async -> JSONObject {
    let types = await sandbox.all("informatieobjecttypen")
    let type = types.first { $0["omschrijving"] == "Notitie" && $0["catalogus"] == woo["catalogus"] } ?? [:]
    let rsin = await start("")["bronorganisatie"] ?? .null
    return
      ([
        "bronorganisatie": rsin, "creatiedatum": "2026-11-05", "titel": "Proef", "auteur": "Proef", "taal": "nld",
        "bestandsnaam": "proef.txt", "inhoud": "SGFsbG8=", "bestandsomvang": 5,
        "informatieobjecttype": type["url"] ?? .null, "indicatieGebruiksrecht": false,
      ] as JSONObject).merging(more)
  }

  func createDocument(_ more: JSONObject = [:]) async throws(RemoteError) -> EnkelvoudigInformatieObject {
    try await client.create(
      await document(more), as: EnkelvoudigInformatieObjectFields.self, of: nil, reason: nil
    ).value
  }

  func content(_ document: Ref) async throws -> [UInt8] {
    let received = Received()
    try await client.download(document, version: nil, limit: 1_000_000) { received.add($0) }
    return received.bytes
  }
}
