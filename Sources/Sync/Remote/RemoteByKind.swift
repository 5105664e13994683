import Model

/// A resource as the server gave it, by whoever knows its kind only when running.
struct FoundResource: Sendable, Hashable {
  let body: JSONObject
  let fetched: Moment

  init(body: JSONObject, fetched: Moment) {
    self.body = body
    self.fetched = fetched
  }

  init<Fields: ResourceFields>(_ resource: Fetched<Fields>) {
    self.init(body: resource.value.body, fetched: resource.fetched)
  }

  var ref: Ref { Ref(body["url"]?.string ?? "") }
}

/// The calls of a remote for a kind that is known only when running.
extension Remote {
  func all(
    _ kind: ResourceKind, of zaak: Ref? = nil, filters: [Filter] = []
  ) async throws(RemoteError) -> [FoundResource] {
    func call<Fields: ResourceFields>(_ fields: Fields.Type) async throws(RemoteError) -> [FoundResource] {
      try await all(fields, of: zaak, filters: filters).map { FoundResource($0) }
    }
    return try await call(kind.fields)
  }

  func read(_ ref: Ref, _ kind: ResourceKind) async throws(RemoteError) -> FoundResource {
    func call<Fields: ResourceFields>(_ fields: Fields.Type) async throws(RemoteError) -> FoundResource {
      FoundResource(try await read(ref, as: fields))
    }
    return try await call(kind.fields)
  }

  func create(
    _ body: JSONObject, _ kind: ResourceKind, of zaak: Ref?, reason: String?
  ) async throws(RemoteError) -> FoundResource {
    func call<Fields: ResourceFields>(_ fields: Fields.Type) async throws(RemoteError) -> FoundResource {
      FoundResource(try await create(body, as: fields, of: zaak, reason: reason))
    }
    return try await call(kind.fields)
  }

  func change(
    _ ref: Ref, to body: JSONObject, _ kind: ResourceKind, reason: String?
  ) async throws(RemoteError) -> FoundResource {
    func call<Fields: ResourceFields>(_ fields: Fields.Type) async throws(RemoteError) -> FoundResource {
      FoundResource(try await change(ref, to: body, as: fields, reason: reason))
    }
    return try await call(kind.fields)
  }
}
