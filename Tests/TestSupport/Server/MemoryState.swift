import Foundation
import Model
import Sync

extension MemoryServer {
  /// What the server keeps.
  struct State {
    let abilities: Abilities
    let now: (@Sendable () -> Moment)?
    var rows: [String: JSONObject] = [:]
    /// The URLs of a kind, oldest first.
    var order: [ResourceKind: [String]] = [:]
    var kinds: [String: ResourceKind] = [:]
    var forbidden: Set<String> = []
    var written: [Written] = []
    var applicatie: Applicatie?
    /// By the URL of the document.
    var locks: [String: String] = [:]
    /// Earlier versions of a document, oldest first.
    var versions: [String: [JSONObject]] = [:]
    /// By the URL of the document and a version: `…/7d3e#2`.
    var contents: [String: [UInt8]] = [:]
    var delen: [String: Deel] = [:]
    var seconds = 0
    var made = 0
    var numbers = 0
  }

  /// A bestandsdeel, by its URL.
  struct Deel {
    let document: String
    let size: Int
    var bytes: [UInt8]?
  }
}

extension MemoryServer.State {
  func all(_ kind: ResourceKind) -> [JSONObject] { (order[kind] ?? []).compactMap { rows[$0] } }

  /// A resource that may be seen.
  func seen(_ ref: Ref) throws(RemoteError) -> (kind: ResourceKind, row: JSONObject) {
    guard !forbidden.contains(ref.url) else { throw .forbidden(.made(403, "permission_denied")) }
    guard let row = rows[ref.url], let kind = kinds[ref.url] else { throw .notFound }
    return (kind, row)
  }

  /// The resource that a field of a body names.
  func named(_ field: String, in body: JSONObject, _ kind: ResourceKind) throws(RemoteError) -> Ref {
    guard let url = body[field]?.string, kinds[url] == kind else {
      throw .rejected(.made(400, "does_not_exist", field: field))
    }
    guard !forbidden.contains(url) else { throw .forbidden(.made(403, "permission_denied")) }
    return Ref(url)
  }

  func rows(_ kind: ResourceKind, _ field: String, _ ref: Ref) -> [JSONObject] {
    all(kind).filter { $0[field]?.string == ref.url }
  }

  mutating func update(_ ref: Ref, _ change: (inout JSONObject) -> Void) -> Bool {
    guard var row = rows[ref.url] else { return false }
    change(&row)
    rows[ref.url] = row
    return true
  }

  func address(_ kind: String, _ api: ZGWAPI, _ uuid: String) -> String {
    "\(MemoryServer.base)/\(api.rawValue)/api/v1/\(kind)/\(uuid)"
  }

  mutating func newUUID() -> String {
    made += 1
    return String(format: "%08x-0000-4000-8000-%012x", UInt32(truncatingIfNeeded: made &* 2_654_435_761), made)
  }

  /// A number that nothing else has.
  mutating func number(_ kind: String) -> String {
    numbers += 1
    return "\(kind)-2027-" + String(format: "%010d", numbers)
  }

  mutating func add(_ kind: ResourceKind, _ fields: JSONObject) -> Ref {
    let uuid = newUUID()
    var url = address(kind.rawValue, kind.api, uuid)
    if kind == .zaakeigenschappen, let zaak = fields["zaak"]?.string { url = "\(zaak)/\(kind.rawValue)/\(uuid)" }
    let row = (["url": .string(url), "uuid": .string(uuid)] as JSONObject).merging(fields.stripped)
    url = row["url"]?.string ?? url
    rows[url] = row
    kinds[url] = kind
    order[kind, default: []].append(url)
    return Ref(url)
  }

  /// Forgets a row, and nothing else.
  mutating func drop(_ url: String) {
    rows[url] = nil
    guard let kind = kinds.removeValue(forKey: url) else { return }
    order[kind]?.removeAll { $0 == url }
  }

  mutating func tick() -> Moment {
    seconds += 1
    return MemoryServer.epoch.adding(seconds: seconds)
  }

  mutating func touch(_ ref: Ref) {
    let moment = tick()
    guard kinds[ref.url] == .zaken, rows[ref.url]?["laatstGemuteerd"] != nil else { return }
    _ = update(ref) { $0["laatstGemuteerd"] = .string(moment.text) }
  }
}

extension JSONObject {
  var stripped: JSONObject {
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

extension RemoteError {
  /// 400 about the resource as a whole.
  static func refused(_ code: String, _ field: String = "nonFieldErrors") -> RemoteError {
    .rejected(.made(400, code, field: field))
  }
}
