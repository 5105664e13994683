import Model
import Sync
import Synchronization

/// A ZGW server of the fewest rules that sync depends on: resources by their URL.
///
/// What is unique by the standard is unique here; a status with the highest volgnummer closes the zaak; a document can
/// be changed only with its lock; a zaak lists its parts; texts lose the white space around them; `laatstGemuteerd`
/// moves on with what moves it on in Open Zaak. The rules stand in `Rules`, a file for each family.
public final class MemoryServer: Sendable {
  /// One change that was carried out, for asking afterwards what was done how often.
  public struct Written: Sendable, Hashable {
    public enum Verb: String, Sendable { case create, change, remove, lock, unlock, upload, reserve }
    public let verb: Verb
    /// A bestandsdeel counts as its document.
    public let kind: ResourceKind
    public let ref: Ref
    public let body: JSONObject
    public let reason: String?
  }

  /// What a server can do and a client may do; servers differ in it.
  public struct Abilities: Sendable, Hashable {
    /// Without: listing and making zaaknotities is 404.
    public var notities: Bool
    /// Without: reserving numbers is 404.
    public var reserveren: Bool
    /// Whether a document may be unlocked without its lock (`documenten.geforceerd-unlock`).
    public var forcedUnlock: Bool
    /// Bytes of a bestandsdeel, but for the last one.
    public var partSize: Int

    public init(
      notities: Bool = true, reserveren: Bool = true, forcedUnlock: Bool = false, partSize: Int = 1_048_576
    ) {
      self.notities = notities
      self.reserveren = reserveren
      self.forcedUnlock = forcedUnlock
      self.partSize = partSize
    }
  }

  public static let base = "https://zaken.voorbeeld.nl"
  /// Before all moments that the server gives out itself.
  public static let epoch = Moment(secondsSince1970: 1_790_000_000)

  let pageSize: Int
  let state: Mutex<State>

  /// - Parameter now: the server's clock, by which a status in the future is refused; nil for one that refuses none
  public init(pageSize: Int = 100, abilities: Abilities = Abilities(), now: (@Sendable () -> Moment)? = nil) {
    self.pageSize = pageSize
    state = Mutex(State(abilities: abilities, now: now))
  }

  // MARK: what tests do from the side

  /// Adds a resource past all rules; gives its URL.
  @discardableResult
  public func add(_ kind: ResourceKind, _ fields: JSONObject) -> Ref {
    state.withLock { state in
      let ref = state.add(kind, fields)
      state.attach(kind, ref)
      return ref
    }
  }

  /// Adds resources as another server gave them, with their own URLs below `base`.
  public func load(_ kind: ResourceKind, _ rows: [JSONObject]) {
    state.withLock { state in for row in rows { _ = state.add(kind, row) } }
  }

  /// Puts fields into a resource past all rules; `laatstGemuteerd` of a zaak moves on.
  public func overwrite(_ ref: Ref, _ fields: JSONObject) {
    state.withLock { state in
      _ = state.update(ref) { $0 = $0.merging(fields) }
      state.touch(ref)
    }
  }

  /// Gives the newest version of a document this content, past all rules.
  public func keep(_ content: [UInt8], of document: Ref) {
    state.withLock { state in
      guard let row = state.rows[document.url] else { return }
      state.keep(content, of: document.url, version: row["versie"]?.int ?? 1)
    }
  }

  /// Takes a resource away past all rules.
  public func remove(_ ref: Ref) { state.withLock { $0.detach(ref) } }

  public func removeAll(_ kind: ResourceKind) {
    state.withLock { state in for url in state.order[kind] ?? [] { state.drop(url) } }
  }

  /// From now on nobody may see it: 403, and silently left out of lists.
  public func forbid(_ ref: Ref) { _ = state.withLock { $0.forbidden.insert(ref.url) } }

  /// What the client is told of its rights; without this, nothing.
  public func tell(_ applicatie: Applicatie?) { state.withLock { $0.applicatie = applicatie } }

  /// What somebody else does by the rules.
  public func colleagueSets(_ statustype: Ref, on zaak: Ref, at moment: Moment) throws(RemoteError) {
    _ = try create(
      [
        "zaak": .string(zaak.url), "statustype": .string(statustype.url), "datumStatusGezet": .string(moment.text),
        "statustoelichting": "",
      ], .statussen)
  }

  // MARK: what tests ask

  /// In the order in which they were made.
  public func all(_ kind: ResourceKind) -> [JSONObject] { state.withLock { $0.all(kind) } }

  public func one(_ ref: Ref) -> JSONObject? { state.withLock { $0.rows[ref.url] } }

  /// The content of a document.
  ///
  /// - Parameter version: nil for the newest
  public func content(of document: Ref, version: Int? = nil) -> [UInt8]? {
    state.withLock { try? $0.content(document, version) }
  }

  /// The lock of a document, as only its holder should know it.
  public func lock(of document: Ref) -> String? { state.withLock { $0.locks[document.url] } }

  public var written: [Written] { state.withLock { $0.written } }
}
