import Model
import Sync

/// What the API of the server does; `MemoryRemote` is the way in, tests may act as a colleague.
extension MemoryServer {
  public func read(_ ref: Ref) throws(RemoteError) -> JSONObject {
    try state.withLock { state throws(RemoteError) in try state.seen(ref).row }
  }

  func list(
    _ kind: ResourceKind, of zaak: Ref?, filters: [Filter], page: Int
  ) throws(RemoteError) -> (rows: [JSONObject], total: Int, hasNext: Bool) {
    try state.withLock { state throws(RemoteError) in
      try state.mustHave(kind)
      var rows = try state.listed(kind, filters)
      let field = kind == .zaaknotities ? "gerelateerdAan" : "zaak"
      if let zaak { rows.removeAll { $0[field]?.string != zaak.url } }
      guard !kind.isPlainList else { return (page == 1 ? rows : [], rows.count, false) }
      let start = (page - 1) * pageSize
      return (Array(rows.dropFirst(start).prefix(pageSize)), rows.count, start + pageSize < rows.count)
    }
  }

  /// - Parameter zaak: of a zaakeigenschap, where its body does not name it
  @discardableResult
  public func create(
    _ body: JSONObject, _ kind: ResourceKind, of zaak: Ref? = nil, reason: String? = nil
  ) throws(RemoteError) -> JSONObject {
    try state.withLock { state throws(RemoteError) in
      try state.mustHave(kind)
      var given = body
      if kind == .zaakeigenschappen, body["zaak"] == nil { given["zaak"] = zaak?.json }
      let ref = try state.create(given.stripped, kind)
      state.written.append(Written(verb: .create, kind: kind, ref: ref, body: body, reason: reason))
      var made = state.rows[ref.url] ?? [:]
      // Only the answer to making a document names its lock.
      if kind == .enkelvoudiginformatieobjecten { made["lock"] = .string(state.locks[ref.url] ?? "") }
      return made
    }
  }

  @discardableResult
  public func change(_ ref: Ref, to body: JSONObject, reason: String? = nil) throws(RemoteError) -> JSONObject {
    try state.withLock { state throws(RemoteError) in
      let (kind, row) = try state.seen(ref)
      try state.change(kind, ref, row, body.stripped)
      state.written.append(Written(verb: .change, kind: kind, ref: ref, body: body, reason: reason))
      return state.rows[ref.url] ?? [:]
    }
  }

  /// As a client does it, where `remove(_:)` is past all rules.
  public func remove(_ ref: Ref, _ kind: ResourceKind, reason: String? = nil) throws(RemoteError) {
    try state.withLock { state throws(RemoteError) in
      let (found, row) = try state.seen(ref)
      guard found == kind else { throw .notFound }
      try state.remove(kind, ref, row)
      state.written.append(Written(verb: .remove, kind: kind, ref: ref, body: row, reason: reason))
    }
  }

  public func lock(_ document: Ref) throws(RemoteError) -> String {
    try state.withLock { state throws(RemoteError) in
      let lock = try state.lock(document)
      state.note(.lock, document)
      return lock
    }
  }

  public func unlock(_ document: Ref, lock: String) throws(RemoteError) {
    try state.withLock { state throws(RemoteError) in
      try state.unlock(document, lock)
      state.note(.unlock, document)
    }
  }

  public func upload(_ deel: Ref, lock: String, _ bytes: [UInt8]) throws(RemoteError) {
    try state.withLock { state throws(RemoteError) in
      try state.upload(deel, lock, bytes)
      state.note(.upload, deel)
    }
  }

  func download(_ document: Ref, version: Int?) throws(RemoteError) -> [UInt8] {
    try state.withLock { state throws(RemoteError) in
      _ = try state.seen(document)
      return try state.content(document, version)
    }
  }

  func reserveNumbers(_ count: Int) throws(RemoteError) -> [String] {
    try state.withLock { state throws(RemoteError) in
      guard state.abilities.reserveren else { throw .notFound }
      let numbers = (0..<count).map { _ in state.number("ZAAK") }
      state.written.append(
        Written(verb: .reserve, kind: .zaken, ref: Ref(""), body: ["aantal": .number(count)], reason: nil))
      return numbers
    }
  }

  var applicatie: Applicatie? { state.withLock { $0.applicatie } }
}

extension MemoryServer.State {
  func mustHave(_ kind: ResourceKind) throws(RemoteError) {
    guard kind != .zaaknotities || abilities.notities else { throw .notFound }
  }

  fileprivate mutating func note(_ verb: MemoryServer.Written.Verb, _ ref: Ref) {
    written.append(.init(verb: verb, kind: .enkelvoudiginformatieobjecten, ref: ref, body: [:], reason: nil))
  }
}
