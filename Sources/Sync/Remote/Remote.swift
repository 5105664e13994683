import Model

/// The server, as sync sees it: reading, listing and writing of resources.
///
/// No call repeats a write. A write that throws `RemoteError.lost` may or may not have been done.
public protocol Remote: Sendable {
  /// One page of a collection. Collections that answer with a plain list have one page.
  ///
  /// - Parameters:
  ///   - zaak: the zaak whose zaakeigenschappen or besluiten under the zaak are asked for; nil for all other kinds
  ///   - filters: names and values of the standard; values that are URLs are given whole
  ///   - page: from 1
  func list<Fields: ResourceFields>(
    _ kind: Fields.Type, of zaak: Ref?, filters: [Filter], page: Int
  ) async throws(RemoteError) -> RemotePage<Fields>

  func read<Fields: ResourceFields>(_ ref: Ref, as kind: Fields.Type) async throws(RemoteError) -> Fetched<Fields>

  /// - Parameter reason: goes into the server's audittrail (`X-Audit-Toelichting`)
  func create<Fields: ResourceFields>(
    _ body: JSONObject, as kind: Fields.Type, of zaak: Ref?, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields>

  /// Changes only the fields that `body` has.
  func change<Fields: ResourceFields>(
    _ ref: Ref, to body: JSONObject, as kind: Fields.Type, reason: String?
  ) async throws(RemoteError) -> Fetched<Fields>

  /// Requests sent since the start.
  var requestCount: Int { get async }

  /// Lets go of the connections; the remote is of no use after that.
  func close() async
}

/// One query parameter of a list, by its name in the standard.
public struct Filter: Sendable, Hashable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

public struct RemotePage<Fields: ResourceFields>: Sendable, Hashable {
  public let items: [Fetched<Fields>]
  /// How many there are on all pages together; nil where the server does not say.
  public let total: Int?
  public let hasNext: Bool

  public init(items: [Fetched<Fields>], total: Int?, hasNext: Bool) {
    self.items = items
    self.total = total
    self.hasNext = hasNext
  }
}

extension Remote {
  /// All pages after each other, each resource once also where pages overlap.
  ///
  /// A server that goes on giving pages with nothing new on them is not followed for ever: `.malformed`.
  ///
  /// - Parameter progress: after each page, how many were found so far, and how many the server says there are
  public func all<Fields: ResourceFields>(
    _ kind: Fields.Type, of zaak: Ref? = nil, filters: [Filter] = [], progress: (Int, Int?) -> Void = { _, _ in }
  ) async throws(RemoteError) -> [Fetched<Fields>] {
    var found: [Fetched<Fields>] = []
    var seen: Set<Ref> = []
    var page = 1
    var pagesWithNothingNew = 0
    while true {
      let answer = try await list(kind, of: zaak, filters: filters, page: page)
      let new = answer.items.filter { seen.insert($0.ref).inserted }
      found += new
      progress(found.count, answer.total)
      guard answer.hasNext else { return found }
      pagesWithNothingNew = new.isEmpty ? pagesWithNothingNew + 1 : 0
      guard pagesWithNothingNew < 3 else { throw .malformed("De server blijft dezelfde pagina's geven.") }
      page += 1
    }
  }
}
