import Model

/// The reading and writing that one kind of step takes.
protocol PushWork: Sendable {
  func read(_ server: PushServer) async throws(RemoteError) -> PushReply
  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply
}

/// What the server answered.
struct PushReply: Sendable {
  /// How the step stands against the answer.
  let standing: Standing
  /// The address that the server gave to a new resource.
  var placed: Ref?
  /// The dossier with the answer in it; of a zaak that was not there yet, nil comes in.
  ///
  /// No more of it than the step is about, so that the pull still sees that the body differs, and reads what others
  /// changed.
  let over: @Sendable (Dossier?) -> Dossier?

  init(_ standing: Standing, placed: Ref? = nil, over: @escaping @Sendable (inout Dossier) -> Void = { _ in }) {
    self.standing = standing
    self.placed = placed
    self.over = { dossier in
      guard var changed = dossier else { return nil }
      over(&changed)
      changed.needsReading = true
      return changed
    }
  }

  /// A zaak that is new here.
  init(_ standing: Standing, new zaak: Fetched<ZaakFields>) {
    self.standing = standing
    placed = zaak.ref
    over = { dossier in dossier ?? Dossier(zaak: zaak) }
  }
}

extension Step {
  var work: any PushWork {
    switch self {
    case .status(let set): StatusPush(set: set)
    case .create(let creation) where creation.kind == .enkelvoudiginformatieobjecten: DocumentPush(creation: creation)
    case .create(let creation): CreationPush(creation: creation)
    case .change(let alteration) where alteration.kind == .enkelvoudiginformatieobjecten:
      DocumentChangePush(alteration: alteration)
    case .change(let alteration): ChangePush(alteration: alteration)
    case .remove(let removal): RemovalPush(removal: removal)
    }
  }
}

struct StatusPush: PushWork {
  let set: ZetStatus

  func read(_ server: PushServer) async throws(RemoteError) -> PushReply {
    let statussen = try await statussen(server)
    return PushReply(Standing.of(set, zaak: server.zaak, among: statussen.map(\.value))) { dossier in
      dossier.statussen = statussen
      dossier.zaak.value.status = dossier.status?.url
    }
  }

  /// A list without statussen is believed only when the zaak says that it has none: servers leave out, without a word,
  /// what we may not see or what is gone.
  private func statussen(_ server: PushServer) async throws(RemoteError) -> [Fetched<StatusFields>] {
    let zaak = server.zaak
    let found = try await server.remote.all(StatusFields.self, filters: [Filter("zaak", zaak.url)])
      .filter { $0.value.zaak.uuid == zaak.uuid }
    guard found.isEmpty else { return found }
    guard try await server.remote.read(zaak, as: ZaakFields.self).value.status == nil else {
      throw .malformed("De zaak heeft een status, maar de lijst van de server niet.")
    }
    return []
  }

  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    let status = try await server.remote.create(body, as: StatusFields.self, of: nil, reason: server.reason)
    return PushReply(Standing.of(set, zaak: server.zaak, among: [status.value])) { dossier in
      dossier.statussen.append(status)
      dossier.zaak.value.status = dossier.status?.url
    }
  }
}

struct CreationPush: PushWork {
  let creation: Creation

  func read(_ server: PushServer) async throws(RemoteError) -> PushReply {
    let question = creation.question
    let found = try await server.remote.all(creation.kind, of: question.zaak, filters: question.filters)
    let one = creation.find(among: found.map(\.body))
    return reply(one.flatMap { body in found.first { $0.body == body } })
  }

  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    let zaak = creation.kind == .zaakeigenschappen ? body["zaak"]?.string.map { Ref($0) } : nil
    return reply(try await server.remote.create(body, creation.kind, of: zaak, reason: server.reason))
  }

  private func reply(_ found: FoundResource?) -> PushReply {
    let standing = creation.standing(found?.body)
    guard let found, standing == .already else { return PushReply(standing) }
    if creation.kind == .zaken {
      return PushReply(standing, new: Fetched(Zaak(found.body), fetched: found.fetched))
    }
    return PushReply(standing, placed: found.ref) { [kind = creation.kind] dossier in
      dossier.put(kind, found.body, fetched: found.fetched)
      if kind == .resultaten { dossier.zaak.value.resultaat = found.ref }
    }
  }
}

struct ChangePush: PushWork {
  let alteration: Alteration

  func read(_ server: PushServer) async throws(RemoteError) -> PushReply {
    reply(try await server.remote.read(alteration.ref, alteration.kind))
  }

  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    reply(try await server.remote.change(alteration.ref, to: body, alteration.kind, reason: server.reason))
  }

  private func reply(_ found: FoundResource) -> PushReply {
    let isZaak = alteration.kind == .zaken
    let standing = Standing.of(alteration.fields, on: found.body, ref: isZaak ? nil : alteration.ref)
    return PushReply(standing) { [alteration] dossier in
      guard isZaak else { return dossier.put(alteration.kind, found.body, fetched: found.fetched) }
      for change in alteration.fields { dossier.zaak.value.body[change.field] = found.body[change.field] }
    }
  }
}

/// What is not there any more is taken away.
struct RemovalPush: PushWork {
  let removal: Removal

  func read(_ server: PushServer) async throws(RemoteError) -> PushReply {
    do {
      return PushReply(Standing.of(removal, on: try await server.remote.read(removal.ref, removal.kind).body))
    } catch {
      guard case .notFound = error else { throw error }
      return gone
    }
  }

  func write(_ body: JSONObject, _ server: PushServer) async throws(RemoteError) -> PushReply {
    do {
      try await server.remote.remove(removal.ref, removal.kind, reason: server.reason)
    } catch {
      guard case .notFound = error else { throw error }
    }
    return gone
  }

  private var gone: PushReply {
    PushReply(.already) { [removal] dossier in
      dossier.drop(removal.kind, removal.ref)
      if removal.kind == .resultaten, dossier.zaak.value.resultaat == removal.ref {
        dossier.zaak.value.resultaat = nil
      }
    }
  }
}
