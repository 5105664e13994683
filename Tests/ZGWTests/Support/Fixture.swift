import Logging
import Model
import Sync
import Synchronization
import ZGW

/// A clock that the test sets.
final class HandClock: Sendable {
  private let time: Mutex<Moment>
  init(_ moment: Moment = Moment("2026-11-22T14:02:09.654321Z") ?? Moment(secondsSince1970: 0)) { time = Mutex(moment) }
  var now: Moment { time.withLock { $0 } }
  func advance(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// Keeps what was logged, and the pauses that were asked for.
final class Notes: Sendable {
  private let lines = Mutex<[String]>([])
  private let paused = Mutex<[Duration]>([])

  var log: [String] { lines.withLock { $0 } }
  var pauses: [Duration] { paused.withLock { $0 } }
  func add(_ line: String) { lines.withLock { $0.append(line) } }

  var logger: Logger {
    var logger = Logger(label: "test") { _ in NotesHandler(notes: self) }
    logger.logLevel = .trace
    return logger
  }

  var pause: Pause {
    Pause(sleep: { duration in self.paused.withLock { $0.append(duration) } }, chance: { 1 })
  }
}

private struct NotesHandler: LogHandler {
  let notes: Notes
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .trace

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { notes.add("\(event.level) \(event.message) \(event.metadata ?? [:])") }
}

extension Timeouts {
  /// Never the reason why a test fails, however busy the machine is.
  static let patient = Timeouts(connect: .seconds(600), idle: .seconds(600), total: .seconds(600))
}

let secretText = "geheim-dat-nergens-mag-staan"
let zaakId = "957e2d8d-6e76-414f-9d81-ccb9bb76f82c"

/// A scripted server and a client on it, with everything that a test looks at.
struct Fixture: Sendable {
  let server: ScriptServer
  let client: ZGWClient
  let clock: HandClock
  let notes: Notes

  var zaken: String { server.url + "/zaken/api/v1/zaken" }
  var zaak: Ref { Ref(zaken + "/" + zaakId) }

  /// Runs a test against a server that follows `script`.
  static func run<Value: Sendable>(
    timeouts: Timeouts = .patient, _ script: @escaping ScriptServer.Script,
    _ test: (Fixture) async throws -> Value
  ) async throws -> Value {
    let server = try await ScriptServer.start(script)
    let clock = HandClock()
    let notes = Notes()
    let connection = try Connection(
      roots: Roots(server: server.url), clientId: "zaaklijn", secret: Secret(secretText), userId: "mw028",
      userName: "C. Breugel", timeouts: timeouts, pause: notes.pause, clock: { clock.now })
    let client = try ZGWClient(connection, log: notes.logger)
    let result: Result<Value, any Error>
    do {
      result = .success(try await test(Fixture(server: server, client: client, clock: clock, notes: notes)))
    } catch {
      result = .failure(error)
    }
    await client.close()
    await server.stop()
    return try result.get()
  }

  func readZaak() async -> Result<Fetched<ZaakFields>, RemoteError> {
    await caught { () async throws(RemoteError) in try await client.read(zaak, as: ZaakFields.self) }
  }

  func changeZaak() async -> Result<Fetched<ZaakFields>, RemoteError> {
    await caught { () async throws(RemoteError) in
      try await client.change(zaak, to: ["omschrijving": "x"], as: ZaakFields.self, reason: nil)
    }
  }

  func listZaken(
    filters: [Filter] = [], page: Int = 1
  ) async -> Result<RemotePage<ZaakFields>, RemoteError> {
    await caught { () async throws(RemoteError) in
      try await client.list(ZaakFields.self, of: nil, filters: filters, page: page)
    }
  }
}

/// Takes a download.
final class Received: Sendable {
  let parts = Mutex<[[UInt8]]>([])
  var bytes: [UInt8] { parts.withLock { $0.flatMap { $0 } } }
  func add(_ part: [UInt8]) { parts.withLock { $0.append(part) } }
}

func caught<Value>(_ work: () async throws(RemoteError) -> Value) async -> Result<Value, RemoteError> {
  do throws(RemoteError) { return .success(try await work()) } catch { return .failure(error) }
}

extension Result where Failure == RemoteError {
  var error: RemoteError? { if case .failure(let error) = self { error } else { nil } }

  /// Which error, without its words: `lost 500`, `notFound`, `rejected invalid`, or `goed`.
  var name: String { error.map(named) ?? "goed" }
}

func named(_ error: RemoteError) -> String {
  switch error {
  case .unreachable: "unreachable"
  case .lost(let status, _): "lost \(status.map { String($0) } ?? "-")"
  case .busy(let seconds): "busy \(seconds.map { String($0) } ?? "-")"
  case .notSignedIn(let problem): "notSignedIn \(problem.mainCode)"
  case .forbidden(let problem): "forbidden \(problem.mainCode)"
  case .notFound: "notFound"
  case .rejected(let problem): "rejected \(problem.status) \(problem.mainCode)"
  case .malformed: "malformed"
  case .foreignOrigin: "foreignOrigin"
  case .configuration: "configuration"
  case .cancelled: "cancelled"
  }
}

/// The sentence that goes with an error.
func words(_ error: RemoteError?) -> String {
  switch error {
  case .unreachable(let text), .lost(_, let text), .malformed(let text), .foreignOrigin(let text),
    .configuration(let text):
    text
  case .notSignedIn(let problem), .forbidden(let problem), .rejected(let problem): problem.words
  case .busy, .notFound, .cancelled, nil: ""
  }
}

func zaakJSON(_ root: String, id: String = zaakId, extra: String = "") -> String {
  #"{"url": "\#(root)/\#(id)", "uuid": "\#(id)", "identificatie": "ZAAK-1"\#(extra)}"#
}

func fout(_ status: Int, _ code: String, _ headers: [String: String] = [:]) -> Step {
  .reply(status, headers, #"{"code": "\#(code)", "title": "T", "status": \#(status), "detail": "Uitleg."}"#)
}
