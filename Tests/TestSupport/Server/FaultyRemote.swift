import Model
import Store
import Sync

/// Another remote, at one step of which something goes wrong; counts its steps together with the file system.
public struct FaultyRemote: Remote {
  private let inner: any Remote
  private let steps: StepCounter

  public init(wrapping inner: any Remote, steps: StepCounter) {
    self.inner = inner
    self.steps = steps
  }

  public var requestCount: Int { get async { await inner.requestCount } }
  public func close() async { await inner.close() }

  public func list<Fields: ResourceFields>(
    _ kind: Fields.Type, of zaak: Ref?, filters: [Filter], page: Int
  ) async throws(RemoteError) -> RemotePage<Fields> {
    try await step("list \(Fields.kind.rawValue)") { () async throws(RemoteError) in
      try await inner.list(kind, of: zaak, filters: filters, page: page)
    }
  }

  public func read<Fields: ResourceFields>(
    _ ref: Ref, as kind: Fields.Type
  ) async throws(RemoteError) -> Fetched<Fields> {
    try await step("read \(Fields.kind.rawValue)") { () async throws(RemoteError) in
      try await inner.read(ref, as: kind)
    }
  }

  public func create<Fields: ResourceFields>(
    _ body: JSONObject, as kind: Fields.Type, of zaak: Ref?, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    try await step("create \(Fields.kind.rawValue)") { () async throws(RemoteError) in
      try await inner.create(body, as: kind, of: zaak, reason: reason)
    }
  }

  public func change<Fields: ResourceFields>(
    _ ref: Ref, to body: JSONObject, as kind: Fields.Type, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    try await step("change \(Fields.kind.rawValue)") { () async throws(RemoteError) in
      try await inner.change(ref, to: body, as: kind, reason: reason)
    }
  }

  public func remove(_ ref: Ref, _ kind: ResourceKind, reason: String?) async throws(RemoteError) {
    try await step("remove \(kind.rawValue)") { () async throws(RemoteError) in
      try await inner.remove(ref, kind, reason: reason)
    }
  }

  public func lock(_ document: Ref) async throws(RemoteError) -> String {
    try await step("lock enkelvoudiginformatieobjecten") { () async throws(RemoteError) in
      try await inner.lock(document)
    }
  }

  public func unlock(_ document: Ref, lock: String) async throws(RemoteError) {
    try await step("unlock enkelvoudiginformatieobjecten") { () async throws(RemoteError) in
      try await inner.unlock(document, lock: lock)
    }
  }

  public func upload(_ deel: Ref, lock: String, _ part: ContentPart) async throws(RemoteError) {
    try await step("upload bestandsdelen") { () async throws(RemoteError) in
      try await inner.upload(deel, lock: lock, part)
    }
  }

  /// A fault after the effect hands over the whole content first.
  public func download(
    _ document: Ref, version: Int?, limit: Int,
    receive: @escaping @Sendable ([UInt8]) async throws(RemoteError) -> Void
  ) async throws(RemoteError) {
    try await step("download enkelvoudiginformatieobjecten") { () async throws(RemoteError) in
      try await inner.download(document, version: version, limit: limit, receive: receive)
    }
  }

  public func reserveNumbers(for bronorganisatie: String, count: Int) async throws(RemoteError) -> [String] {
    try await step("reserve zaken") { () async throws(RemoteError) in
      try await inner.reserveNumbers(for: bronorganisatie, count: count)
    }
  }

  public func applicatie() async throws(RemoteError) -> Applicatie? {
    try await step("read applicaties") { () async throws(RemoteError) in try await inner.applicatie() }
  }

  public var clockSkew: Int { get async { await inner.clockSkew } }

  private func step<Answer>(
    _ name: String, _ call: () async throws(RemoteError) -> Answer
  ) async throws(RemoteError) -> Answer {
    guard let fault = steps.step(name) else { return try await call() }
    switch fault {
    case .diskFull: return try await call()
    case .error(.before), .error(.torn), .crash(.before), .crash(.torn): throw .unreachable("ingevoerde fout")
    case .timeOut(.before), .timeOut(.torn): throw .lost(status: nil, "ingevoerde fout")
    case .error(.after), .crash(.after), .timeOut(.after):
      _ = try await call()
      throw .lost(status: nil, "ingevoerde fout")
    case .status(let status): throw FaultyRemote.error(status)
    }
  }

  /// What the client makes of an answer with this status.
  static func error(_ status: Int) -> RemoteError {
    switch status {
    case 401: .notSignedIn(.made(401, "not_authenticated"))
    case 403: .forbidden(.made(403, "permission_denied"))
    case 404: .notFound
    case 429: .busy(seconds: 1)
    case 500...: .lost(status: status, "ingevoerde fout")
    default: .rejected(.made(status, "invalid"))
    }
  }
}
