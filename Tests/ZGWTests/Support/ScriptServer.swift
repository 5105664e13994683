import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// One request as the server saw it.
struct SeenRequest: Sendable {
  let method, path: String
  let headers: [(name: String, value: String)]
  let body: String

  subscript(name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}

/// What the server does with a request.
enum Step: Sendable {
  case reply(Int, [String: String] = [:], String)
  /// Exactly these bytes; then the connection is closed.
  case raw([UInt8])
  /// These bytes, and then nothing.
  case stall(String)
  /// These bytes, and then a byte every ten milliseconds.
  case trickle(String)
  case drop
  /// Answers this when the test calls `release`.
  case hold(String)

  static func json(_ text: String, _ headers: [String: String] = [:]) -> Step {
    .reply(200, headers.merging(["Content-Type": "application/json"]) { given, _ in given }, text)
  }
}

/// A server in this process that does what the test says, also what no decent server does.
final class ScriptServer: Sendable {
  typealias Script = @Sendable (SeenRequest, Int) -> Step

  private struct State {
    var seen: [SeenRequest] = []
    var inFlight = 0
    var mostInFlight = 0
    var connections = 0
    var held: [@Sendable () -> Void] = []
    var waiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }
  private let state = Mutex(State())
  private let script: Script
  private let channel: Mutex<(any Channel)?> = Mutex(nil)
  private let boundPort = Mutex(0)
  private let isTLS: Bool

  private init(_ script: @escaping Script, isTLS: Bool) {
    self.script = script
    self.isTLS = isTLS
  }

  static func start(tls: NIOSSLContext? = nil, _ script: @escaping Script) async throws -> ScriptServer {
    let server = ScriptServer(script, isTLS: tls != nil)
    let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
          try channel.pipeline.syncOperations.addHandler(ScriptHandler(server))
        }
      }
    let channel = try await bootstrap.bind(host: "127.0.0.1", port: 0).get()
    server.channel.withLock { $0 = channel }
    server.boundPort.withLock { $0 = channel.localAddress?.port ?? 0 }
    return server
  }

  func stop() async { try? await channel.withLock { $0 }?.close() }

  /// Stays what it was when the server has stopped.
  var port: Int { boundPort.withLock { $0 } }
  var url: String { (isTLS ? "https://localhost:" : "http://127.0.0.1:") + String(port) }
  var seen: [SeenRequest] { state.withLock { $0.seen } }
  var mostInFlight: Int { state.withLock { $0.mostInFlight } }
  var connections: Int { state.withLock { $0.connections } }

  /// Comes back when so many requests have arrived.
  func arrived(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.seen.count >= count { return true }
        state.waiters.append((count, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  /// Answers what is held.
  func release() {
    let held = state.withLock { state in
      defer { state.held = [] }
      return state.held
    }
    for answer in held { answer() }
  }

  fileprivate func connected() { state.withLock { $0.connections += 1 } }

  fileprivate func step(for request: SeenRequest) -> Step {
    let (number, ready) = state.withLock { state in
      state.seen.append(request)
      state.inFlight += 1
      state.mostInFlight = max(state.mostInFlight, state.inFlight)
      let ready = state.waiters.filter { $0.count <= state.seen.count }
      state.waiters.removeAll { $0.count <= state.seen.count }
      return (state.seen.count, ready)
    }
    for waiter in ready { waiter.continuation.resume() }
    return script(request, number)
  }

  fileprivate func answered() { state.withLock { $0.inFlight -= 1 } }
  fileprivate func hold(_ answer: @escaping @Sendable () -> Void) { state.withLock { $0.held.append(answer) } }
}

/// Gathers the bytes of one request, and writes what the script says.
private final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private let server: ScriptServer
  private var gathered = ""

  init(_ server: ScriptServer) { self.server = server }

  func channelActive(context: ChannelHandlerContext) {
    server.connected()
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    gathered += String(buffer: unwrapInboundIn(data))
    guard let head = gathered.firstRange(of: "\r\n\r\n") else { return }
    let lines = gathered[..<head.lowerBound].split(separator: "\r\n")
    let headers = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (name: String(parts[0]), value: String(parts.last ?? "").trimmed)
    }
    let length = headers.first { $0.name.lowercased() == "content-length" }.flatMap { Int($0.value) } ?? 0
    let body = String(gathered[head.upperBound...])
    guard body.utf8.count >= length else { return }
    let first = lines[0].split(separator: " ")
    gathered = ""
    let request = SeenRequest(method: String(first[0]), path: String(first[1]), headers: headers, body: body)
    perform(server.step(for: request), context.channel)
  }

  private func perform(_ step: Step, _ channel: any Channel) {
    let server = server
    switch step {
    case .reply(let status, let headers, let body):
      server.answered()
      channel.writeAndFlush(ByteBuffer(string: ScriptHandler.text(status, headers, body)), promise: nil)
    case .raw(let bytes):
      server.answered()
      channel.writeAndFlush(ByteBuffer(bytes: bytes)).whenComplete { _ in channel.close(promise: nil) }
    case .stall(let text): channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
    case .trickle(let text):
      channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
      let drops = channel.eventLoop.scheduleRepeatedTask(initialDelay: .milliseconds(10), delay: .milliseconds(10)) {
        _ in channel.writeAndFlush(ByteBuffer(string: " "), promise: nil)
      }
      channel.closeFuture.whenComplete { _ in drops.cancel() }
    case .drop:
      server.answered()
      channel.close(promise: nil)
    case .hold(let body):
      server.hold {
        server.answered()
        channel.writeAndFlush(ByteBuffer(string: ScriptHandler.text(200, [:], body)), promise: nil)
      }
    }
  }

  private static func text(_ status: Int, _ headers: [String: String], _ body: String) -> String {
    var text = "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n"
    for (name, value) in headers { text += "\(name): \(value)\r\n" }
    return text + "\r\n" + body
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
