import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Sync

/// Sends one request and takes in the whole answer: the only place that does I/O.
///
/// Follows no redirect, repeats nothing, and opens at most 4 connections to a server.
final class Transport: Sendable {
  static let connections = 4
  /// Bytes of an answer that is taken in whole, at most.
  static let answerLimit = 64 * 1_048_576

  private let client: HTTPClient
  private let timeouts: Timeouts

  init(_ connection: Connection) throws(RemoteError) {
    timeouts = connection.timeouts
    var configuration = HTTPClient.Configuration(
      tlsConfiguration: try connection.files.configuration(), redirectConfiguration: .disallow,
      timeout: .init(connect: timeouts.connect.amount, read: timeouts.idle.amount, write: timeouts.idle.amount),
      decompression: .disabled)
    configuration.httpVersion = .http1Only
    // A server closes an idle connection after some time; a write on such a connection would end as unknown.
    configuration.connectionPool.idleTimeout = .seconds(15)
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = Transport.connections
    // Otherwise a refused connection would look like a slow one.
    configuration.connectionPool.retryConnectionEstablishment = false
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  func shutdown() async { try? await client.shutdown() }

  /// Contents, up or down, take as long as they take; only silence ends them.
  ///
  /// - Parameter sink: takes the body of a good answer part by part; the body of the reply is then empty
  func send(_ request: Request, token: String, sink: Sink? = nil) async throws(RemoteError) -> Reply {
    let start = ContinuousClock.now
    let isTimed = request.form == nil
    do {
      let response = try await client.execute(
        prepared(request, token), deadline: isTimed ? .now() + timeouts.total.amount : .distantFuture)
      let sink = (200..<300).contains(response.status.code) ? sink : nil
      let limit = sink?.limit ?? Transport.answerLimit
      var body: [UInt8] = []
      var size = 0
      for try await part in response.body {
        size += part.readableBytes
        guard size <= limit else {
          throw RemoteError.malformed("Het antwoord van de server is groter dan \(Transport.size(limit)).")
        }
        if let sink {
          try await sink.receive(Array(part.readableBytesView))
        } else {
          guard !isTimed || start.duration(to: .now) < timeouts.total else { throw HTTPClientError.deadlineExceeded }
          body += part.readableBytesView
        }
      }
      return Reply(
        status: Int(response.status.code), headers: response.headers.map { ($0.name, $0.value) }, body: body)
    } catch {
      throw TransportFailure.error(error, origin: request.target.origin, timeouts: timeouts)
    }
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_048_576 ? "\(bytes) bytes" : "\(bytes / 1_048_576) MiB"
  }

  private func prepared(_ request: Request, _ token: String) -> HTTPClientRequest {
    var prepared = HTTPClientRequest(url: request.target.url)
    prepared.method = HTTPMethod(rawValue: request.method.rawValue)
    prepared.headers = HTTPHeaders(request.headers + [("Authorization", "Bearer \(token)")])
    if let body = request.body { prepared.body = .bytes(body.bytes()) }
    if let form = request.form { prepared.body = .stream(form, length: .known(Int64(form.size))) }
    return prepared
  }
}

/// Takes a body part by part, up to a number of bytes.
struct Sink: Sendable {
  let limit: Int
  let receive: @Sendable ([UInt8]) async throws(RemoteError) -> Void
}

extension Duration {
  fileprivate var amount: TimeAmount {
    let (seconds, attoseconds) = components
    return .nanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}
