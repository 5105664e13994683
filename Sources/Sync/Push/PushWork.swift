import Model

/// The reading and writing that one kind of operation takes.
protocol PushWork: Sendable {
  var operation: Operation { get }
  func read(_ remote: any Remote) async throws(RemoteError) -> PushReply
  func write(_ body: JSONObject, _ remote: any Remote) async throws(RemoteError) -> PushReply
}

/// What the server answered.
struct PushReply: Sendable {
  /// How the operation stands against the answer.
  let standing: Standing
  /// The dossier with the answer in it: no more of it than the operation is about, so that the pull still sees that
  /// the body differs, and reads what others changed.
  let over: @Sendable (Dossier) -> Dossier
}

struct StatusPush: PushWork {
  let set: ZetStatus
  let operation: Operation

  init(set: ZetStatus, of operation: Operation) {
    self.set = set
    self.operation = operation
  }

  func read(_ remote: any Remote) async throws(RemoteError) -> PushReply {
    let statussen = try await statussen(remote)
    return PushReply(standing: Standing.of(set, zaak: operation.zaak, among: statussen.map(\.value))) { dossier in
      var changed = dossier
      changed.statussen = statussen
      changed.zaak.value.status = changed.status?.url
      return changed
    }
  }

  /// A list without statussen is believed only when the zaak says that it has none: servers leave out, without a word,
  /// what we may not see or what is gone.
  private func statussen(_ remote: any Remote) async throws(RemoteError) -> [Fetched<StatusFields>] {
    let found = try await remote.all(StatusFields.self, filters: [Filter("zaak", operation.zaak.url)])
      .filter { $0.value.zaak.uuid == operation.zaak.uuid }
    guard found.isEmpty else { return found }
    let zaak = try await remote.read(operation.zaak, as: ZaakFields.self)
    guard zaak.value.status == nil else {
      throw .malformed("De zaak heeft een status, maar de lijst van de server niet.")
    }
    return []
  }

  func write(_ body: JSONObject, _ remote: any Remote) async throws(RemoteError) -> PushReply {
    let status = try await remote.create(body, as: StatusFields.self, of: nil, reason: operation.reason)
    return PushReply(standing: Standing.of(set, zaak: operation.zaak, among: [status.value])) { dossier in
      var changed = dossier
      changed.statussen.append(status)
      changed.zaak.value.status = changed.status?.url
      return changed
    }
  }
}

struct FieldsPush: PushWork {
  let changes: [FieldChange]
  let operation: Operation

  init(changes: [FieldChange], of operation: Operation) {
    self.changes = changes
    self.operation = operation
  }

  func read(_ remote: any Remote) async throws(RemoteError) -> PushReply {
    reply(try await remote.read(operation.zaak, as: ZaakFields.self).value)
  }

  func write(_ body: JSONObject, _ remote: any Remote) async throws(RemoteError) -> PushReply {
    reply(try await remote.change(operation.zaak, to: body, as: ZaakFields.self, reason: operation.reason).value)
  }

  private func reply(_ zaak: Zaak) -> PushReply {
    PushReply(standing: Standing.of(changes, on: zaak)) { [changes] dossier in
      var changed = dossier
      for change in changes { changed.zaak.value.body[change.field] = zaak.body[change.field] }
      return changed
    }
  }
}
