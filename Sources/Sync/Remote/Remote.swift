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

  /// Takes a resource away; one that is not there (any more) throws `.notFound`.
  func remove(_ ref: Ref, _ kind: ResourceKind, reason: String?) async throws(RemoteError)

  /// Locks a document; gives the id by which alone it can be changed and unlocked.
  func lock(_ document: Ref) async throws(RemoteError) -> String

  /// Lets a document go, and puts the bestandsdelen of a new content together.
  ///
  /// - Parameter lock: empty to force it, which takes a right of its own (`documenten.geforceerd-unlock`)
  func unlock(_ document: Ref, lock: String) async throws(RemoteError)

  /// Sends one bestandsdeel of a document that is locked, in constant memory.
  func upload(_ deel: Ref, lock: String, _ part: ContentPart) async throws(RemoteError)

  /// The content of a document, part after part, in constant memory.
  ///
  /// - Parameters:
  ///   - version: nil for the newest
  ///   - limit: bytes at most; a longer content is `.malformed`
  ///   - receive: takes the next part; what it throws ends the download
  func download(
    _ document: Ref, version: Int?, limit: Int, receive: @escaping @Sendable ([UInt8]) async throws(RemoteError) -> Void
  ) async throws(RemoteError)

  /// Numbers for new zaken, which nobody else gets; `.notFound` where the server hands out none.
  func reserveNumbers(for bronorganisatie: String, count: Int) async throws(RemoteError) -> [String]

  /// What this client may do; nil where the server does not tell.
  func applicatie() async throws(RemoteError) -> Applicatie?

  /// Seconds that the server's clock is ahead of ours, by the last answer; 0 as long as nothing is known.
  var clockSkew: Int { get async }

  /// Requests sent since the start.
  var requestCount: Int { get async }

  /// Lets go of the connections; the remote is of no use after that.
  func close() async
}

/// A part of a content on its way to the server.
public struct ContentPart: Sendable {
  /// Bytes.
  public let size: Int
  /// Gives `count` bytes from `offset` in the part; throws what ends the upload.
  public let read: @Sendable (_ offset: Int, _ count: Int) throws(RemoteError) -> [UInt8]

  public init(size: Int, read: @escaping @Sendable (_ offset: Int, _ count: Int) throws(RemoteError) -> [UInt8]) {
    self.size = size
    self.read = read
  }
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
