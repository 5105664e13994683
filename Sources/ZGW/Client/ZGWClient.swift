import Logging
import Model
import Sync
import Synchronization

/// The ZGW APIs of one profile over HTTP.
///
/// The token goes to the roots of the profile and nowhere else: each URL is built from a root, no redirect and no
/// `next` is followed. Reads are tried up to three times; a write is sent once, and again only when the server has
/// refused the token or was too busy (429), for then nothing was done. Call `close` before letting go of it.
public final class ZGWClient: Remote, Sendable {
  let connection: Connection
  private let log: Logger
  private let transport: Transport
  private let servers: [Origin: Server]
  private let sent = Mutex(0)
  private let learned = Mutex(Capabilities())
  private let skew = Mutex(0)

  private struct Server: Sendable {
    let tokens: TokenKeeper
    let limiter: Limiter
  }

  /// Reads the certificate files; throws `.configuration` where one is not usable.
  public init(_ connection: Connection, log: Logger) throws(RemoteError) {
    self.connection = connection
    self.log = log
    var servers: [Origin: Server] = [:]
    for origin in connection.roots.origins {
      servers[origin] = Server(
        tokens: TokenKeeper(connection, log: log), limiter: Limiter(Transport.connections))
    }
    self.servers = servers
    transport = try Transport(connection)
  }

  /// Ends what is under way with `.cancelled` or `.lost`, and closes all connections.
  public func close() async { await transport.shutdown() }

  public var requestCount: Int { sent.withLock { $0 } }

  /// Seconds; `Date` has whole ones, and an answer is under way for a while.
  public var clockSkew: Int { skew.withLock { $0 } }

  public var capabilities: Capabilities { learned.withLock { $0 } }

  var limiters: [Limiter] { servers.values.map(\.limiter) }

  func learn(_ change: (inout Capabilities) -> Void) { learned.withLock { change(&$0) } }

  /// Asks each API of the profile for its root document.
  ///
  /// A server without root documents is no trouble: what they would tell then stays unknown.
  @discardableResult
  public func probe() async throws(RemoteError) -> Capabilities {
    for api in connection.roots.apis {
      let request = Request(method: .get, target: try connection.roots.target(api, path: "/"))
      do {
        let names = try decoding.json(try await answer(request)).object?.names ?? []
        learn { $0.offered[api] = Set(names) }
      } catch {
        switch error {
        case .notFound, .forbidden, .rejected, .malformed: continue
        case .unreachable, .lost, .busy, .notSignedIn, .foreignOrigin, .configuration, .cancelled: throw error
        }
      }
    }
    return capabilities
  }

  var decoding: Decoding { Decoding(roots: connection.roots, now: connection.clock()) }

  /// The good answer to a request, which is sent again where that may help and cannot do harm.
  func answer(_ request: Request) async throws(RemoteError) -> Reply.Success {
    var attempt = 0
    while true {
      do {
        return try await attemptOnce(request)
      } catch {
        attempt += 1
        let chance = connection.pause.chance()
        guard let pause = Retry.pause(after: error, attempt: attempt, isRead: request.isRead, chance: chance) else {
          throw error
        }
        do { try await connection.pause.sleep(pause) } catch { throw .cancelled }
      }
    }
  }

  /// - Parameter sink: takes the body of a good answer
  func attemptOnce(_ request: Request, sink: Sink? = nil) async throws(RemoteError) -> Reply.Success {
    guard let server = servers[request.target.origin] else { throw .foreignOrigin(request.target.url.quotable()) }
    return try await server.limiter.run { () async throws(RemoteError) -> Reply.Success in
      try await signed(request, server.tokens, sink)
    }
  }

  /// Sends with a token, and once more with a new one where the server refuses that for its time.
  private func signed(
    _ request: Request, _ tokens: TokenKeeper, _ sink: Sink?
  ) async throws(RemoteError) -> Reply.Success {
    let token = try await tokens.token()
    let reply = try await exchange(request, token: token, sink)
    do {
      return try reply.success(connection.roots, now: connection.clock())
    } catch {
      guard case .notSignedIn(let problem) = error,
        await tokens.refused(token, problem: problem, server: reply.date)
      else { throw error }
    }
    let second = try await exchange(request, token: try await tokens.token(), sink)
    return try second.success(connection.roots, now: connection.clock())
  }

  /// Sends once, counts, and logs without anything personal.
  private func exchange(_ request: Request, token: String, _ sink: Sink?) async throws(RemoteError) -> Reply {
    guard !Task.isCancelled else { throw .cancelled }
    sent.withLock { $0 += 1 }
    let start = ContinuousClock.now
    var line: Logger.Metadata = ["methode": "\(request.method.rawValue)", "pad": "\(request.target.logged)"]
    do {
      let reply = try await transport.send(request, token: token, sink: sink)
      line["status"] = "\(reply.status)"
      line["ms"] = "\(start.duration(to: .now).milliseconds)"
      log.log(level: reply.status < 400 ? .debug : .info, "antwoord", metadata: line)
      if let date = reply.date {
        let seen = date.secondsSince1970 - connection.clock().secondsSince1970
        skew.withLock { $0 = seen }
      }
      learn { $0.learn(request, reply) }
      return reply
    } catch {
      line["ms"] = "\(start.duration(to: .now).milliseconds)"
      line["fout"] = "\(error)"
      log.info("geen antwoord", metadata: line)
      throw error
    }
  }
}

extension Duration {
  fileprivate var milliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
