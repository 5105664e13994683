import Foundation
import Model

/// A new document with its content: small ones in the body, large ones in bestandsdelen.
///
/// An upload that broke off is found by the document's number and goes on where it stopped.
struct DocumentPush: PushWork {
  let creation: Creation

  func read(_ server: PushServer) async throws(RemoteError) -> PushReply {
    guard creation.ref.isPending else { return reply(try await server.remote.read(creation.ref, creation.kind)) }
    let found = try await server.remote.all(creation.kind, filters: creation.question.filters)
    guard let one = creation.find(among: found.map(\.body)), let ref = one["url"]?.string.map({ Ref($0) }) else {
      return PushReply(creation.standing(nil))
    }
    // Not from the list: there its parts and content may be those of another document (OPENZAAK.md).
    return reply(try await server.remote.read(ref, creation.kind))
  }

  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    guard body["url"] == nil else { return try await goOn(body, server) }
    let upload = Upload(creation.content)
    let made = try await server.remote.create(
      body.merging(try upload.fields(server)), creation.kind, of: nil, reason: server.reason)
    guard upload.isDue(made.body) else { return reply(made) }
    return try await goOn(made.body, server)
  }

  private func goOn(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    let ref = Ref(body["url"]?.string ?? "")
    return try await begun { () async throws(RemoteError) in
      try await Upload(creation.content).send(body, of: ref, server)
      return reply(try await server.remote.read(ref, creation.kind))
    }
  }

  private func reply(_ found: FoundResource) -> PushReply {
    let standing = creation.standing(found.body)
    guard standing == .already else { return PushReply(standing) }
    let isDue = Upload(creation.content).isDue(found.body)
    return PushReply(isDue ? .open(found.body) : .already, placed: found.ref) { dossier in
      dossier.put(.enkelvoudiginformatieobjecten, found.body, fetched: found.fetched)
    }
  }
}

/// A change of a document, for which it has to be locked; with a new content perhaps (`drc-009`).
struct DocumentChangePush: PushWork {
  let alteration: Alteration

  /// The field by which somebody else's lock is a conflict; the user's choice to go over it says that it may be forced.
  static let locked = "locked"

  private var ref: Ref { alteration.ref }
  private var fields: [FieldChange] { alteration.fields.filter { $0.field != Self.locked } }
  private var mayForce: Bool { alteration.fields.contains { $0.field == Self.locked } }

  func read(_ server: PushServer) async throws(RemoteError) -> PushReply {
    reply(try await server.remote.read(ref, alteration.kind), server)
  }

  private func reply(_ found: FoundResource, _ server: PushServer) -> PushReply {
    PushReply(standing(found.body, server)) { dossier in
      dossier.put(.enkelvoudiginformatieobjecten, found.body, fetched: found.fetched)
    }
  }

  private func standing(_ found: JSONObject, _ server: PushServer) -> Standing {
    let isOurs = server.ownLock(on: ref) != nil
    let isLocked = found[Self.locked]?.bool ?? false
    switch Standing.of(fields, on: found, ref: ref) {
    case .conflict(let conflicts): return .conflict(conflicts)
    case .already: return isOurs && isLocked ? .open([:]) : .already
    case .open(let body):
      guard isLocked, !isOurs, !mayForce else { return .open(body) }
      return .conflict([FieldConflict(field: Self.locked, base: false, theirs: true, mine: false, ref: ref)])
    }
  }

  /// - Parameter body: the fields to change; empty where only the end of an earlier attempt is to be done
  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    let upload = Upload(alteration.content)
    var document = try await server.remote.read(ref, alteration.kind).body
    let lock = try await lock(document, server)
    if !body.isEmpty {
      var change = body.merging(try upload.fields(server))
      change["lock"] = .string(lock)
      do {
        document = try await server.remote.change(ref, to: change, alteration.kind, reason: server.reason).body
      } catch {
        try await letGo(after: error, lock, server)
        throw error
      }
    }
    let changed = document
    return try await begun { () async throws(RemoteError) in
      try await upload.send(changed, of: ref, lock: lock, server)
      try server.keep(lock: "", on: ref)
      return reply(try await server.remote.read(ref, alteration.kind), server)
    }
  }

  private func lock(_ document: JSONObject, _ server: PushServer) async throws(RemoteError) -> String {
    if document[Self.locked]?.bool == true {
      if let own = server.ownLock(on: ref) { return own }
      if mayForce { try await server.remote.unlock(ref, lock: "") }
    }
    let lock = try await server.remote.lock(ref)
    try server.keep(lock: lock, on: ref)
    return lock
  }

  /// A refused change must not leave the document locked; one of which nobody knows whether it was done keeps its lock,
  /// for it goes on by that.
  private func letGo(after error: RemoteError, _ lock: String, _ server: PushServer) async throws(RemoteError) {
    switch error {
    case .rejected, .forbidden, .notFound: break
    case .unreachable, .lost, .busy, .notSignedIn, .malformed, .foreignOrigin, .configuration, .cancelled: return
    }
    do {
      try await server.remote.unlock(ref, lock: lock)
    } catch {
      switch error {
      // Somebody forced it meanwhile: the lock is not ours any more.
      case .rejected, .forbidden, .notFound: break
      case .unreachable, .lost, .busy, .notSignedIn, .malformed, .foreignOrigin, .configuration, .cancelled: return
      }
    }
    try server.keep(lock: "", on: ref)
  }
}

/// What comes after a first request that changed something: when it fails for lack of a server, the write is not undone,
/// and the user cannot take it back before it is known what became of it.
private func begun<Answer>(_ rest: () async throws(RemoteError) -> Answer) async throws(RemoteError) -> Answer {
  do throws(RemoteError) {
    return try await rest()
  } catch {
    switch error {
    case .unreachable, .busy, .notSignedIn, .configuration, .foreignOrigin:
      throw .lost(status: nil, "Het document is nog niet compleet: \(error.word).")
    case .lost, .forbidden, .notFound, .rejected, .malformed, .cancelled: throw error
    }
  }
}

/// The content of a document on its way to the server.
struct Upload: Sendable {
  /// Bytes up to which a content goes in the body, as base64.
  static let inBody = 1_048_576

  let content: DocumentContent?

  init(_ content: DocumentContent?) { self.content = content }

  /// What the body of the document says of the content.
  func fields(_ server: PushServer) throws(RemoteError) -> JSONObject {
    guard let content else { return [:] }
    let size = JSON.number(content.size)
    guard content.size > 0, content.size <= Upload.inBody else { return ["inhoud": nil, "bestandsomvang": size] }
    let bytes = try server.bytes(of: content)
    return ["inhoud": .string(Data(bytes).base64EncodedString()), "bestandsomvang": size]
  }

  /// Whether bestandsdelen still have to be sent or put together.
  func isDue(_ document: JSONObject) -> Bool { content != nil && !parts(document).isEmpty }

  /// Sends the bestandsdelen that are not there yet, and unlocks the document, which puts them together.
  ///
  /// - Parameter lock: nil where it is the one that the bestandsdelen name
  func send(
    _ document: JSONObject, of ref: Ref, lock: String? = nil, _ server: PushServer
  ) async throws(RemoteError) {
    let parts = parts(document)
    guard let lock = lock ?? parts.first?.lock ?? document["lock"]?.string, !lock.isEmpty else { return }
    if let content {
      var start = 0
      for part in parts {
        if !part.voltooid {
          let piece = server.part(of: content, from: start, size: part.omvang)
          try await server.remote.upload(part.url, lock: lock, piece)
        }
        start += part.omvang
      }
    }
    try await server.remote.unlock(ref, lock: lock)
  }

  private func parts(_ document: JSONObject) -> [Bestandsdeel] {
    EnkelvoudigInformatieObject(document).bestandsdelen.sorted { $0.volgnummer < $1.volgnummer }
  }
}
