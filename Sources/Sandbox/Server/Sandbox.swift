import Foundation
import Hummingbird
import HummingbirdCore
import Model
import Synchronization

/// A ZGW server in memory, listening on 127.0.0.1: for the demo, for stories and for tests.
public final class Sandbox: Sendable {
  public struct StartError: Error, CustomStringConvertible {
    public let description: String
  }

  /// The base of all links, with a slash at the end: `http://127.0.0.1:PORT/`.
  public let url: String
  public let port: Int
  public let clientId: String
  public let secret: String
  private let core: Core
  private let connections: Connections
  private let running: Mutex<Task<Void, Never>?>

  private init(
    port: Int, configuration: SandboxConfiguration, core: Core, connections: Connections, task: Task<Void, Never>
  ) {
    self.port = port
    url = Sandbox.base(port)
    clientId = configuration.clientId
    secret = configuration.secret
    self.core = core
    self.connections = connections
    running = Mutex(task)
  }

  private static func base(_ port: Int) -> String { "http://127.0.0.1:\(port)/" }

  /// Loads the data and listens; throws `StartError` where the port is taken and `LoadError` where the data is bad.
  public static func start(_ configuration: SandboxConfiguration = SandboxConfiguration()) async throws -> Sandbox {
    let core = Core(now: configuration.now, leak: configuration.leak)
    let connections = Connections()
    // Where the port is known beforehand, nobody finds the server without its data.
    if configuration.port != 0 {
      try core.fill(configuration, state(configuration, base: base(configuration.port), now: core.moment))
    }
    let (port, task) = try await listen(configuration.port, core, connections)
    do {
      if configuration.port == 0 {
        try core.fill(configuration, state(configuration, base: base(port), now: core.moment))
      }
    } catch {
      task.cancel()
      await task.value
      throw error
    }
    return Sandbox(port: port, configuration: configuration, core: core, connections: connections, task: task)
  }

  private static func state(_ configuration: SandboxConfiguration, base: String, now: Moment) throws -> State {
    var state = State(base: base, personality: configuration.personality)
    if case .demo = configuration.data {
      state = State(Demo.made(configuration.personality, today: now.day), base: base)
    }
    state.partSize = configuration.partSize
    state.false304 = configuration.false304
    state.refusesFutureIat = configuration.refusesFutureIat
    state.leaks = configuration.leak != nil
    switch configuration.data {
    case .folder(let folder): try state.load(folder: folder)
    case .demo, .empty: break
    }
    Clients.admit(to: &state, main: configuration.clientId, secret: configuration.secret)
    return state
  }

  /// Starts to listen, and comes back when it does.
  private static func listen(
    _ port: Int, _ core: Core, _ connections: Connections
  ) async throws -> (port: Int, task: Task<Void, Never>) {
    let (ports, found) = AsyncStream<Result<Int, StartError>>.makeStream()
    let responder = Responder(core: core, connections: connections)
    var application = Application(
      responder: responder, server: responder.server,
      configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil),
      onServerRunning: { channel in found.yield(.success(channel.localAddress?.port ?? port)) })
    application.logger.logLevel = .critical
    let server = application
    let task = Task {
      do {
        try await server.run()
      } catch {
        found.yield(.failure(StartError(description: "Kan niet luisteren op poort \(port): \(error)")))
      }
      found.finish()
    }
    for await result in ports { return (try result.get(), task) }
    throw StartError(description: "Kan niet luisteren op poort \(port).")
  }

  /// Stops listening and drops all connections; the data stays.
  public func stop() async {
    let task = running.withLock { running in
      defer { running = nil }
      return running
    }
    task?.cancel()
    await connections.dropAll()
    await task?.value
  }

  /// Listens again on the same port with the same data; does nothing where it still listens.
  public func restart() async throws {
    guard running.withLock({ $0 == nil }) else { return }
    let (_, task) = try await Sandbox.listen(port, core, connections)
    running.withLock { $0 = task }
  }

  /// What a program that started the server needs to know, as one line of JSON.
  public var announcement: String {
    JSON.object(["url": .string(url), "clientId": .string(clientId), "geheim": .string(secret)]).text()
  }

  /// Waits until the server stops.
  public func wait() async {
    await running.withLock { $0 }?.value
  }

  public func inject(_ fault: Fault) async {
    core.content.withLock { $0.faults.add(fault) }
  }

  public func clearFaults() async {
    core.content.withLock { $0.faults.clear() }
  }

  /// Requests that came in, those that met a fault included.
  public var requestCount: Int { core.content.withLock { $0.count } }

  public func requests() async -> [RecordedRequest] { core.content.withLock { $0.requests } }

  public func forgetRequests() async {
    core.content.withLock { content in
      content.requests = []
      content.count = 0
    }
  }

  /// Everything in a collection (`zaken`, `statussen`, `zaakeigenschappen`, …) as a client would get it, oldest first.
  public func all(_ collection: String) async -> [JSONObject] {
    guard let collection = Collection(rawValue: collection) else { return [] }
    return core.content.withLock { content in
      guard let state = content.state else { return [] }
      let table = state.table(collection)
      return table.order.compactMap { table[$0].map { state.shown(collection, $0) } }
    }
  }

  func withState<Value: Sendable>(_ body: (inout State) -> Value) -> Value? {
    core.content.withLock { content in
      guard var state = content.state else { return nil }
      content.state = nil
      defer { content.state = state }
      return body(&state)
    }
  }

  /// The answer to a change from the side; nil where the state is not there yet.
  func perform(_ request: SandboxRequest, _ body: JSONObject, user: String) -> Result<JSON?, Problem>? {
    let now = core.moment
    return withState { state in
      do throws(Problem) {
        let reply = try state.perform(request, body, user: user, now: now)
        return .success(reply.object.map(JSON.object))
      } catch {
        return .failure(error)
      }
    }
  }
}
