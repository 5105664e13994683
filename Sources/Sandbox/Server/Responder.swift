import Foundation
import Hummingbird
import HummingbirdCore
import Synchronization

/// A request's connection, so that it can be dropped.
struct ConnectionContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let connection: Connection

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    let channel = source.channel
    connection = Connection(
      id: ObjectIdentifier(channel), drop: { try? await channel.close() },
      closed: { try? await channel.closeFuture.get() },
      whenClosed: { body in channel.closeFuture.whenComplete { _ in body() } })
  }
}

struct Connection: Sendable {
  let id: ObjectIdentifier
  let drop: @Sendable () async -> Void
  /// Comes back when it is closed, by whoever.
  let closed: @Sendable () async -> Void
  let whenClosed: @Sendable (@escaping @Sendable () -> Void) -> Void
}

/// The connections that have sent a request and are still open.
final class Connections: Sendable {
  private let open = Mutex<[ObjectIdentifier: Connection]>([:])

  func note(_ connection: Connection) {
    let known = open.withLock { $0.updateValue(connection, forKey: connection.id) != nil }
    if !known { connection.whenClosed { self.open.withLock { $0[connection.id] = nil } } }
  }

  func dropAll() async {
    for connection in open.withLock({ Array($0.values) }) { await connection.drop() }
  }
}

/// Between Hummingbird and the rules: reads a request, lets a fault happen, writes an answer.
struct Responder: HTTPResponder {
  typealias Context = ConnectionContext

  /// The connection was dropped on purpose; nothing is to be written on it.
  struct Dropped: Error {}

  static let greatestBody = 1 << 30

  let core: Core
  let connections: Connections

  /// Answers with the date of the sandbox's clock, where Hummingbird itself would give that of the machine.
  var server: HTTPServerBuilder {
    HTTPServerBuilder { _ in
      HTTP1Channel(responder: { request, writer, channel in
        let context = ConnectionContext(source: .init(channel: channel, logger: .init(label: "zgw-sandbox")))
        var response: Response
        do { response = try await respond(to: request, context: context) } catch {
          response = Response(status: .internalServerError)
        }
        response.headers[.date] = core.moment.httpDate
        try await writer.write(response: response.head, body: response.body)
      })
    }
  }

  func respond(to request: Request, context: ConnectionContext) async throws -> Response {
    connections.note(context.connection)
    var request = request
    let body = try await request.collectBody(upTo: Responder.greatestBody)
    let target = request.uri.description
    let incoming = read(request, target: target, body: Array(body.readableBytesView))
    let fault = core.meet(method: incoming.method, path: incoming.path)
    let seen = await core.arrive(incoming)
    var answer: SandboxResponse
    switch fault?.kind {
    case .dropBefore: return try await drop(incoming, target, context)
    case .hang:
      core.record(incoming, target: target, status: nil)
      await context.connection.closed()
      return Response(status: .serviceUnavailable)
    case .dropAfterCommit:
      _ = core.handle(incoming, seen: seen)
      return try await drop(incoming, target, context)
    case .status(let status): answer = core.refusal(status)
    case .statusAfterCommit(let status):
      _ = core.handle(incoming, seen: seen)
      answer = core.refusal(status)
    case .refusesToken(let code): answer = core.refusal(403, code: code)
    case .delay(let milliseconds):
      try await Task.sleep(for: .milliseconds(milliseconds))
      answer = core.handle(incoming, seen: seen)
    case .truncatedBody, nil: answer = core.handle(incoming, seen: seen)
    }
    core.record(incoming, target: target, status: answer.status)
    return response(answer, halved: fault?.kind == .truncatedBody, head: incoming.method == "HEAD")
  }

  private func drop(
    _ request: SandboxRequest, _ target: String, _ context: ConnectionContext
  ) async throws -> Response {
    core.record(request, target: target, status: nil)
    await context.connection.drop()
    return Response(status: .serviceUnavailable)
  }

  private func read(_ request: Request, target: String, body: [UInt8]) -> SandboxRequest {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = halves.count == 2 ? String(halves[1]) : ""
    let pairs = query.split(separator: "&").map { pair -> (name: String, value: String) in
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (decode(sides[0]), sides.count == 2 ? decode(sides[1]) : "")
    }
    return SandboxRequest(
      method: request.method.rawValue, path: String(halves.first ?? ""), query: pairs, headers: headers, body: body)
  }

  private func decode(_ text: String) -> String {
    text.replacing("+", with: " ").removingPercentEncoding ?? text
  }

  private func response(_ answer: SandboxResponse, halved: Bool, head: Bool) -> Response {
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPFields.Element.Name(name) { fields.append(HTTPFields.Element(name: name, value: value)) }
    }
    let status = HTTPResponse.Status(code: answer.status)
    if answer.status == 304 || answer.status == 204 { return Response(status: status, headers: fields, body: .init()) }
    fields[.contentLength] = String(answer.body.count)
    if head {
      return Response(
        status: status, headers: fields,
        body: .init(contentLength: answer.body.count) { writer in
          try await writer.finish(nil)
        })
    }
    guard halved else {
      return Response(status: status, headers: fields, body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
    let half = Array(answer.body.prefix(answer.body.count / 2))
    return Response(
      status: status, headers: fields,
      body: .init(contentLength: answer.body.count) { writer in
        try await writer.write(ByteBuffer(bytes: half))
        throw Dropped()
      })
  }
}
