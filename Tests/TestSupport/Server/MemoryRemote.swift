import Model
import Sync
import Synchronization

/// One call of a `Remote`, for scripts and for asking afterwards what was sent.
public struct RemoteCall: Sendable, Hashable, CustomStringConvertible {
  public enum Verb: String, Sendable { case list, read, create, change }
  public let verb: Verb
  public let kind: ResourceKind
  /// Of the resource that is read or changed, of the zaak of a new or listed one; empty where there is none.
  public let target: String
  public let page: Int

  public var isWrite: Bool { verb == .create || verb == .change }
  public var description: String { "\(verb.rawValue) \(kind.rawValue)" }
}

/// A `Remote` on a server in memory, with a script that says which calls go wrong.
public final class MemoryRemote: Remote {
  public enum Trouble: Sendable {
    /// Nothing was done.
    case before(RemoteError)
    /// It was done, and the reply is this.
    case after(RemoteError)
  }
  /// What a server can do wrong without saying so.
  public enum Quirk: Sendable, Hashable {
    case ignoresFilters
    /// Promises a next page for ever, and gives the first one again.
    case neverLastPage
    /// As when pages shift while they are read.
    case listsWithout(Ref)
    /// Answers to a change as if it was done.
    case deaf
  }
  /// May wait, as when a test holds calls back.
  public typealias Script = @Sendable (RemoteCall) async -> Trouble?

  public let server: MemoryServer
  private let script: Script
  private let quirk: Quirk?
  private let made = Mutex<[RemoteCall]>([])

  public init(_ server: MemoryServer, quirk: Quirk? = nil, script: @escaping Script = { _ in nil }) {
    self.server = server
    self.quirk = quirk
    self.script = script
  }

  /// All calls so far, those that went wrong included.
  public var calls: [RemoteCall] { made.withLock { $0 } }
  public var writes: [RemoteCall] { calls.filter(\.isWrite) }
  public var requestCount: Int { calls.count }
  public func close() async {}

  public func list<Fields: ResourceFields>(
    _ kind: Fields.Type, of zaak: Ref?, filters: [Filter], page: Int
  ) async throws(RemoteError) -> RemotePage<Fields> {
    let target = zaak?.url ?? filters.first { $0.name == "zaak" }?.value ?? ""
    let call = RemoteCall(verb: .list, kind: Fields.kind, target: target, page: page)
    return try await perform(call) { () throws(RemoteError) in
      let found = try server.list(
        Fields.kind, of: zaak, filters: quirk == .ignoresFilters ? [] : filters,
        page: quirk == .neverLastPage ? 1 : page)
      let rows = found.rows.filter { row in row["url"]?.string.map { quirk != .listsWithout(Ref($0)) } ?? true }
      return RemotePage(
        items: rows.map { fetched($0) }, total: found.total, hasNext: quirk == .neverLastPage || found.hasNext)
    }
  }

  public func read<Fields: ResourceFields>(
    _ ref: Ref, as kind: Fields.Type
  ) async throws(RemoteError) -> Fetched<Fields> {
    try await perform(RemoteCall(verb: .read, kind: Fields.kind, target: ref.url, page: 1)) {
      () throws(RemoteError) in fetched(try server.read(ref))
    }
  }

  public func create<Fields: ResourceFields>(
    _ body: JSONObject, as kind: Fields.Type, of zaak: Ref?, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    let target = body["zaak"]?.string ?? zaak?.url ?? ""
    return try await perform(RemoteCall(verb: .create, kind: Fields.kind, target: target, page: 1)) {
      () throws(RemoteError) in fetched(try server.create(body, Fields.kind))
    }
  }

  public func change<Fields: ResourceFields>(
    _ ref: Ref, to body: JSONObject, as kind: Fields.Type, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    try await perform(RemoteCall(verb: .change, kind: Fields.kind, target: ref.url, page: 1)) {
      () throws(RemoteError) in fetched(try quirk == .deaf ? server.read(ref) : server.change(ref, to: body))
    }
  }

  /// Each answer comes at a later moment than the one before, as in life.
  private func fetched<Fields: ResourceFields>(_ row: JSONObject) -> Fetched<Fields> {
    Fetched(Record(row), fetched: MemoryServer.epoch.adding(seconds: requestCount))
  }

  private func perform<Answer>(
    _ call: RemoteCall, _ effect: () throws(RemoteError) -> Answer
  ) async throws(RemoteError) -> Answer {
    guard !Task.isCancelled else { throw .cancelled }
    made.withLock { $0.append(call) }
    let trouble = await script(call)
    guard !Task.isCancelled else { throw .cancelled }
    switch trouble {
    case nil: return try effect()
    case .before(let error): throw error
    case .after(let error):
      _ = try effect()
      throw error
    }
  }
}
