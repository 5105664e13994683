import Foundation
import Model
import Sync
import Synchronization

/// A ZGW server of the fewest rules that sync depends on: a dictionary of resources by kind.
///
/// A status is unique by (zaak, datumStatusGezet) and becomes the zaak's status when it is the latest; texts lose the
/// white space around them; `laatstGemuteerd` moves on with each change.
public final class MemoryServer: Sendable {
  /// One change that was carried out, for asking afterwards what was done how often.
  public struct Written: Sendable, Hashable {
    public let kind: ResourceKind
    public let body: JSONObject
  }

  struct State {
    var rows: [ResourceKind: [JSONObject]] = [:]
    var forbidden: Set<String> = []
    var written: [Written] = []
    var seconds = 0
    var made = 0
  }

  public static let base = "https://zaken.voorbeeld.nl"
  /// Before all moments that the server gives out itself.
  public static let epoch = Moment(secondsSince1970: 1_790_000_000)

  let pageSize: Int
  let state = Mutex(State())

  public init(pageSize: Int = 100) { self.pageSize = pageSize }

  // MARK: what tests do from the side

  /// Adds a resource past all rules; gives its URL.
  @discardableResult
  public func add(_ kind: ResourceKind, _ fields: JSONObject) -> Ref {
    state.withLock { $0.add(kind, fields) }
  }

  /// Puts fields into a resource past all rules; `laatstGemuteerd` of a zaak moves on.
  public func overwrite(_ ref: Ref, _ fields: JSONObject) {
    state.withLock { state in
      _ = state.update(ref) { $0 = $0.merging(fields) }
      state.touch(ref)
    }
  }

  public func remove(_ ref: Ref) {
    state.withLock { state in
      for kind in ResourceKind.allCases { state.rows[kind]?.removeAll { $0["url"]?.string == ref.url } }
    }
  }

  public func removeAll(_ kind: ResourceKind) { state.withLock { $0.rows[kind] = [] } }

  /// From now on nobody may see it: 403, and silently left out of lists.
  public func forbid(_ ref: Ref) { _ = state.withLock { $0.forbidden.insert(ref.url) } }

  /// What somebody else does by the rules.
  public func colleagueSets(_ statustype: Ref, on zaak: Ref, at moment: Moment) throws(RemoteError) {
    _ = try create(
      [
        "zaak": .string(zaak.url), "statustype": .string(statustype.url), "datumStatusGezet": .string(moment.text),
        "statustoelichting": "",
      ], .statussen)
  }

  public func all(_ kind: ResourceKind) -> [JSONObject] { state.withLock { $0.rows[kind] ?? [] } }

  public func one(_ ref: Ref) -> JSONObject? { state.withLock { $0.find(ref)?.row } }

  public var written: [Written] { state.withLock { $0.written } }

  // MARK: what the API does

  func read(_ ref: Ref) throws(RemoteError) -> JSONObject {
    try state.withLock { state throws(RemoteError) in
      guard !state.forbidden.contains(ref.url) else { throw .forbidden(.made(403, "permission_denied")) }
      guard let found = state.find(ref) else { throw .notFound }
      return found.row
    }
  }

  func list(
    _ kind: ResourceKind, of zaak: Ref?, filters: [Filter], page: Int
  ) throws(RemoteError) -> (rows: [JSONObject], total: Int, hasNext: Bool) {
    try state.withLock { state throws(RemoteError) in
      var rows = try state.listed(kind, filters)
      if let zaak { rows.removeAll { $0["zaak"]?.string != zaak.url } }
      guard !kind.isPlainList else { return (page == 1 ? rows : [], rows.count, false) }
      let start = (page - 1) * pageSize
      return (Array(rows.dropFirst(start).prefix(pageSize)), rows.count, start + pageSize < rows.count)
    }
  }

  func create(_ body: JSONObject, _ kind: ResourceKind) throws(RemoteError) -> JSONObject {
    try state.withLock { state throws(RemoteError) in
      guard let zaak = body["zaak"]?.string, state.find(Ref(zaak)) != nil else {
        throw .rejected(.made(400, "does_not_exist"))
      }
      guard !state.forbidden.contains(zaak) else { throw .forbidden(.made(403, "permission_denied")) }
      if kind == .statussen {
        let moment = body["datumStatusGezet"]?.string.flatMap { Moment($0) }
        let others = (state.rows[.statussen] ?? []).filter { $0["zaak"]?.string == zaak }
        guard !others.contains(where: { Status($0).datumStatusGezet == moment }) else {
          throw .rejected(.made(400, "unique", field: "nonFieldErrors"))
        }
      }
      let ref = state.add(kind, body)
      state.written.append(Written(kind: kind, body: body))
      state.touch(Ref(zaak))
      return state.find(ref)?.row ?? [:]
    }
  }

  func change(_ ref: Ref, to body: JSONObject) throws(RemoteError) -> JSONObject {
    try state.withLock { state throws(RemoteError) in
      guard !state.forbidden.contains(ref.url) else { throw .forbidden(.made(403, "permission_denied")) }
      guard let kind = state.find(ref)?.kind else { throw .notFound }
      _ = state.update(ref) { $0 = $0.merging(body.stripped) }
      state.written.append(Written(kind: kind, body: body))
      state.touch(ref)
      return state.find(ref)?.row ?? [:]
    }
  }
}

extension MemoryServer.State {
  func find(_ ref: Ref) -> (kind: ResourceKind, row: JSONObject)? {
    for (kind, rows) in rows {
      if let row = rows.first(where: { $0["url"]?.string == ref.url }) { return (kind, row) }
    }
    return nil
  }

  mutating func update(_ ref: Ref, _ change: (inout JSONObject) -> Void) -> Bool {
    for kind in Array(rows.keys) {
      guard let index = rows[kind]?.firstIndex(where: { $0["url"]?.string == ref.url }) else { continue }
      rows[kind]?[index].change(change)
      return true
    }
    return false
  }

  /// A zaak lists the URLs of its parts.
  mutating func add(_ kind: ResourceKind, _ fields: JSONObject) -> Ref {
    made += 1
    let uuid = String(format: "%08x-0000-4000-8000-%012x", UInt32(truncatingIfNeeded: made &* 2_654_435_761), made)
    var parent = "\(MemoryServer.base)/\(kind.api.rawValue)/api/v1"
    if kind == .zaakeigenschappen, let zaak = fields["zaak"]?.string { parent = zaak }
    let ref = Ref("\(parent)/\(kind.rawValue)/\(uuid)")
    var row: JSONObject = ["url": .string(ref.url), "uuid": .string(uuid)]
    row = row.merging(fields.stripped)
    rows[kind, default: []].append(row)
    if let zaak = fields["zaak"]?.string.map({ Ref($0) }) { attach(kind, ref, to: zaak) }
    return ref
  }

  private mutating func attach(_ kind: ResourceKind, _ ref: Ref, to zaak: Ref) {
    if kind == .statussen {
      let mine = (rows[.statussen] ?? []).map { Status($0) }.filter { $0.zaak == zaak }
      let latest = mine.max { $0.datumStatusGezet < $1.datumStatusGezet }
      _ = update(zaak) { $0["status"] = latest.map { .string($0.ref.url) } ?? .null }
    } else if kind == .resultaten {
      _ = update(zaak) { $0["resultaat"] = .string(ref.url) }
    } else {
      let name = kind == .zaakeigenschappen ? "eigenschappen" : kind.rawValue
      _ = update(zaak) { row in
        guard let links = row[name]?.array else { return }
        row[name] = .array(links + [.string(ref.url)])
      }
    }
  }

  mutating func touch(_ ref: Ref) {
    seconds += 1
    let moment = MemoryServer.epoch.adding(seconds: seconds)
    guard let found = find(ref), found.kind == .zaken, found.row["laatstGemuteerd"] != nil else { return }
    _ = update(ref) { $0["laatstGemuteerd"] = .string(moment.text) }
  }

  /// Newest first, unless another order is asked for.
  func listed(_ kind: ResourceKind, _ filters: [Filter]) throws(RemoteError) -> [JSONObject] {
    var found = Array((rows[kind] ?? []).reversed()).filter { !forbidden.contains($0["url"]?.string ?? "") }
    for filter in filters {
      switch filter.name {
      case "zaak", "zaaktype": found.removeAll { $0[filter.name]?.string != filter.value }
      case "einddatum__isnull": found.removeAll { ($0["einddatum"] ?? .null).isNull != (filter.value == "true") }
      case "ordering": found.sort { ($0[filter.value]?.string ?? "") < ($1[filter.value]?.string ?? "") }
      case "rol__omschrijvingGeneriek": found.removeAll { !has($0, rol: { $0["omschrijvingGeneriek"] }, filter.value) }
      case "rol__betrokkeneIdentificatie__medewerker__identificatie":
        found.removeAll { !has($0, rol: { $0["betrokkeneIdentificatie"]?["identificatie"] }, filter.value) }
      default: throw .rejected(.made(400, "unknown-parameters"))
      }
    }
    return found
  }

  private func has(_ zaak: JSONObject, rol field: (JSONObject) -> JSON?, _ value: String) -> Bool {
    (rows[.rollen] ?? []).contains { $0["zaak"] == zaak["url"] && field($0)?.string == value }
  }
}

extension JSONObject {
  fileprivate mutating func change(_ change: (inout JSONObject) -> Void) { change(&self) }

  fileprivate var stripped: JSONObject {
    JSONObject(
      members.map { member in
        guard let text = member.value.string else { return (member.name, member.value) }
        return (member.name, .string(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      })
  }
}

extension Problem {
  /// A refusal with this status and code, about one field or about the whole.
  public static func made(_ status: Int, _ code: String, field: String? = nil) -> Problem {
    Problem(
      status: status, code: field == nil ? code : "invalid", title: "Geweigerd", detail: "\(code).",
      parameters: field.map { [Parameter(name: $0, code: code, reason: "\(code).")] } ?? [])
  }
}
