import Model
import Sync

extension ZGWClient {
  public func list<Fields: ResourceFields>(
    _ kind: Fields.Type, of zaak: Ref?, filters: [Filter], page: Int
  ) async throws(RemoteError) -> RemotePage<Fields> {
    let empty = RemotePage<Fields>(items: [], total: nil, hasNext: false)
    guard page == 1 || !Fields.kind.isPlainList else { return empty }
    var target = try collection(Fields.kind, of: zaak)
    for filter in filters { target.add(filter.name, filter.value) }
    if let zaak, Fields.kind != .zaakeigenschappen {
      target.add(Fields.kind == .zaaknotities ? "gerelateerdAan" : "zaak", zaak.url)
    }
    if page > 1 { target.add("page", String(page)) }
    let mayAskSize = !Fields.kind.isPlainList && !filters.contains { $0.name == "pageSize" }
    do {
      return try await list(kind, at: target, sized: mayAskSize && capabilities.pageSize[Fields.kind] != false)
    } catch {
      // Past the end a server answers 404 (measured); items may have gone since the page before.
      guard case .notFound = error, page > 1 else { throw error }
      return empty
    }
  }

  /// Asks with `pageSize`, and where the server does not know that, without.
  private func list<Fields: ResourceFields>(
    _ kind: Fields.Type, at target: Target, sized: Bool
  ) async throws(RemoteError) -> RemotePage<Fields> {
    guard sized else { return try decoding.page(try await json(target), of: kind) }
    var withSize = target
    withSize.add("pageSize", String(connection.pageSize))
    do {
      let page = try decoding.page(try await json(withSize), of: kind)
      learn { $0.pageSize[Fields.kind] = true }
      return page
    } catch {
      // Another request may have found it out in the meantime.
      guard case .rejected(let problem) = error, problem.isAboutParameters, capabilities.pageSize[Fields.kind] != true
      else { throw error }
    }
    // If this is refused too, it was one of the filters, and about pageSize nothing is known yet.
    let page = try decoding.page(try await json(target), of: kind)
    learn { $0.pageSize[Fields.kind] = false }
    return page
  }

  private func json(_ target: Target) async throws(RemoteError) -> JSON {
    try decoding.json(try await answer(Request(method: .get, target: target)))
  }

  public func read<Fields: ResourceFields>(
    _ ref: Ref, as kind: Fields.Type
  ) async throws(RemoteError) -> Fetched<Fields> {
    let target = try address(of: ref, Fields.kind)
    let success = try await answer(Request(method: .get, target: target))
    return try decoding.resource(try decoding.json(success), as: kind, etag: success.etag, asked: ref)
  }

  public func create<Fields: ResourceFields>(
    _ body: JSONObject, as kind: Fields.Type, of zaak: Ref?, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    let target = try collection(Fields.kind, of: zaak)
    let request = Request(method: .post, target: target, body: .object(body), reason: reason)
    return try written(try await write(request), as: kind, asked: nil)
  }

  public func change<Fields: ResourceFields>(
    _ ref: Ref, to body: JSONObject, as kind: Fields.Type, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields> {
    let target = try address(of: ref, Fields.kind)
    let request = Request(method: .patch, target: target, body: .object(body), reason: reason)
    return try written(try await write(request), as: kind, asked: ref)
  }

  public func remove(_ ref: Ref, _ kind: ResourceKind, reason: String?) async throws(RemoteError) {
    let target = try address(of: ref, kind)
    _ = try await write(Request(method: .delete, target: target, reason: reason))
  }

  /// An answer to a write that breaks off or goes on for ever says that the write may have been done.
  func write(_ request: Request) async throws(RemoteError) -> Reply.Success {
    do {
      return try await answer(request)
    } catch {
      guard case .malformed(let sentence) = error else { throw error }
      throw .lost(status: nil, sentence)
    }
  }

  /// What the server made of a write: it has been done, so an answer that makes no sense is a lost answer.
  private func written<Fields: ResourceFields>(
    _ success: Reply.Success, as kind: Fields.Type, asked: Ref?
  ) throws(RemoteError) -> Fetched<Fields> {
    do {
      return try decoding.resource(try decoding.json(success), as: kind, etag: success.etag, asked: asked)
    } catch {
      switch error {
      case .malformed(let sentence): throw .lost(status: success.status, sentence)
      case .foreignOrigin(let url):
        throw .lost(status: success.status, "De server gaf als URL van het resultaat \(url), buiten het profiel.")
      case .unreachable, .lost, .busy, .notSignedIn, .forbidden, .notFound, .rejected, .configuration, .cancelled:
        throw error
      }
    }
  }

  /// The address of one resource; a URL without a UUID would be a 500 of the server, which says nothing.
  func address(of ref: Ref, _ kind: ResourceKind) throws(RemoteError) -> Target {
    let target = try connection.roots.target(kind.api, url: ref.url)
    guard ref.uuid != nil else {
      throw .malformed("Bij \(kind.rawValue) hoort een URL die eindigt op een UUID, niet \(ref.url.quotable()).")
    }
    return target
  }

  /// Zaakeigenschappen are the only kind that lives below its zaak.
  private func collection(_ kind: ResourceKind, of zaak: Ref?) throws(RemoteError) -> Target {
    guard kind == .zaakeigenschappen else {
      return try connection.roots.target(kind.api, path: "/" + kind.rawValue)
    }
    guard let zaak else {
      throw .configuration("Eigenschappen zijn alleen per zaak op te vragen. Meld dit als fout in Zaaklijn.")
    }
    return try address(of: zaak, .zaken).below("/" + kind.rawValue)
  }
}

extension Problem {
  /// The server does not know a query parameter.
  var isAboutParameters: Bool {
    status == 400 && (code == "unknown-parameters" || parameters.contains { $0.code == "unknown-parameters" })
  }
}

extension Reply.Success {
  var etag: String? { if case .body(let reply) = self { reply["ETag"] } else { nil } }
  var status: Int? { if case .body(let reply) = self { reply.status } else { nil } }
}
