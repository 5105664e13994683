import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server that swallows any body and gives one of any size, neither of which it ever holds.
final class BulkServer: Sendable {
  /// What came in of one request.
  struct Taken: Sendable {
    let method: String
    let length: Int?
    var bytes = 0
  }

  private let requests = Mutex<[Taken]>([])
  private let channel = Mutex<(any Channel)?>(nil)

  /// - Parameter size: bytes of the body of each answer to a GET
  static func start(giving size: Int) async throws -> BulkServer {
    let server = BulkServer()
    let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(BulkHandler(server, size))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    server.channel.withLock { $0 = channel }
    return server
  }

  var url: String { "http://127.0.0.1:\(channel.withLock { $0?.localAddress?.port } ?? 0)" }
  var taken: [Taken] { requests.withLock { $0 } }

  func stop() async { try? await channel.withLock { $0 }?.close() }

  fileprivate func note(_ request: Taken) { requests.withLock { $0.append(request) } }
}

private final class BulkHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let server: BulkServer
  private let size: Int
  /// Given again and again, so that the server takes no memory that the client would be blamed for.
  private let piece = ByteBuffer(repeating: UInt8(ascii: "z"), count: 1_048_576)
  private var request: BulkServer.Taken?

  init(_ server: BulkServer, _ size: Int) { (self.server, self.size) = (server, size) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      request = .init(
        method: head.method.rawValue, length: head.headers.first(name: "Content-Length").flatMap { Int($0) })
    case .body(let buffer):
      request?.bytes += buffer.readableBytes
    case .end:
      guard let request else { return }
      server.note(request)
      let gives = request.method == "GET" ? size : 2
      let head = HTTPResponseHead(
        version: .http1_1, status: .ok, headers: ["Content-Length": "\(gives)", "Content-Type": "application/json"])
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      if request.method == "GET" {
        give(gives, context)
      } else {
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: "{}")))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      }
    }
  }

  /// The next piece goes when the one before it has left.
  private func give(_ left: Int, _ context: ChannelHandlerContext) {
    guard left > 0 else {
      context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      return
    }
    let count = min(left, piece.readableBytes)
    let part = piece.getSlice(at: 0, length: count) ?? piece
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(part)))).whenSuccess { _ in
      // Not at once: where the other side is quick, each piece would be given from within the one before it.
      bound.value.1.eventLoop.execute { bound.value.0.give(left - count, bound.value.1) }
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
