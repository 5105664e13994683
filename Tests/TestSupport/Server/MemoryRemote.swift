import Model
import Sync
import Synchronization

/// One call of a `Remote`, for scripts and for asking afterwards what was sent.
public struct RemoteCall: Sendable, Hashable, CustomStringConvertible {
  public enum Verb: String, Sendable {
    case list, read, create, change, remove, lock, unlock, upload, download, reserve
  }
  public let verb: Verb
  /// A bestandsdeel counts as its document.
  public let kind: ResourceKind
  /// Of the resource that is read or written, of the zaak of a new or listed one; empty where there is none.
  public let target: String
  public let page: Int

  public var isWrite: Bool {
    switch verb {
    case .create, .change, .remove, .lock, .unlock, .upload, .reserve: true
    case .list, .read, .download: false
    }
  }

  public var description: String { "\(verb.rawValue) " + (verb == .upload ? "bestandsdelen" : kind.rawValue) }
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
    /// Refuses to order a list.
    case cannotOrder
    /// Answers to a change as if it was done.
    case deaf
  }
  /// May wait, as when a test holds calls back.
  public typealias Script = @Sendable (RemoteCall) async -> Trouble?

  public let server: MemoryServer
  private let script: Script
  private let quirk: Quirk?
  /// Of the server's clock against the client's, in seconds.
  public let clockSkew: Int
  private let made = Mutex<[RemoteCall]>([])

  public init(
    _ server: MemoryServer, quirk: Quirk? = nil, clockSkew: Int = 0, script: @escaping Script = { _ in nil }
  ) {
    self.server = server
    self.quirk = quirk
    self.clockSkew = clockSkew
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
      if quirk == .cannotOrder, filters.contains(where: { $0.name == "ordering" }) {
        throw .rejected(.made(400, "unknown-parameters"))
      }
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
      () throws(RemoteError) in fetched(try server.create(body, Fields.kind, of: zaak, reason: reason))
    }
  }

  public func change<Fields: ResourceFields>(
    _ ref: Ref, to body: JSONObject, as kind: Fields.Type, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    try await perform(RemoteCall(verb: .change, kind: Fields.kind, target: ref.url, page: 1)) {
      () throws(RemoteError) in
      fetched(try quirk == .deaf ? server.read(ref) : server.change(ref, to: body, reason: reason))
    }
  }

  public func remove(_ ref: Ref, _ kind: ResourceKind, reason: String?) async throws(RemoteError) {
    try await perform(RemoteCall(verb: .remove, kind: kind, target: ref.url, page: 1)) { () throws(RemoteError) in
      try server.remove(ref, kind, reason: reason)
    }
  }

  public func lock(_ document: Ref) async throws(RemoteError) -> String {
    try await perform(call(.lock, document)) { () throws(RemoteError) in try server.lock(document) }
  }

  public func unlock(_ document: Ref, lock: String) async throws(RemoteError) {
    try await perform(call(.unlock, document)) { () throws(RemoteError) in try server.unlock(document, lock: lock) }
  }

  public func upload(_ deel: Ref, lock: String, _ part: ContentPart) async throws(RemoteError) {
    var bytes: [UInt8] = []
    while bytes.count < part.size { bytes += try part.read(bytes.count, min(65_536, part.size - bytes.count)) }
    try await perform(call(.upload, deel)) { [bytes] () throws(RemoteError) in
      try server.upload(deel, lock: lock, bytes)
    }
  }

  /// In parts of 64 KiB.
  public func download(
    _ document: Ref, version: Int?, limit: Int,
    receive: @escaping @Sendable ([UInt8]) async throws(RemoteError) -> Void
  ) async throws(RemoteError) {
    let bytes = try await perform(call(.download, document)) { () throws(RemoteError) in
      try server.download(document, version: version)
    }
    guard bytes.count <= limit else { throw .malformed("te groot") }
    for start in stride(from: 0, to: bytes.count, by: 65_536) {
      try await receive(Array(bytes[start..<min(start + 65_536, bytes.count)]))
    }
  }

  public func reserveNumbers(for bronorganisatie: String, count: Int) async throws(RemoteError) -> [String] {
    try await perform(RemoteCall(verb: .reserve, kind: .zaken, target: bronorganisatie, page: 1)) {
      () throws(RemoteError) in try server.reserveNumbers(count)
    }
  }

  public func applicatie() async throws(RemoteError) -> Applicatie? {
    try await perform(RemoteCall(verb: .read, kind: .applicaties, target: "", page: 1)) { server.applicatie }
  }

  private func call(_ verb: RemoteCall.Verb, _ ref: Ref) -> RemoteCall {
    RemoteCall(verb: verb, kind: .enkelvoudiginformatieobjecten, target: ref.url, page: 1)
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
