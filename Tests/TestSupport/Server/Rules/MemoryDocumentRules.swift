import Foundation
import Model
import Sync

/// Documents: versions, locks, contents in one piece and in bestandsdelen (`drc-001` to `drc-009`).
extension MemoryServer.State {
  private enum Content {
    case unchanged, none
    case bytes([UInt8])
    case announced(Int)
  }

  mutating func newDocument(_ body: JSONObject) throws(RemoteError) -> Ref {
    try mustBeUnique(body, .enkelvoudiginformatieobjecten, "bronorganisatie")
    let content = try content(body)
    let start: JSONObject = [
      "identificatie": "", "indicatieGebruiksrecht": nil, "bestandsomvang": nil, "inhoud": nil,
      "vertrouwelijkheidaanduiding": "openbaar", "beschrijving": "",
    ]
    var row = start.merging(body)
    try mustSuit(row, rights: 0)
    row["versie"] = 1
    row["locked"] = false
    row["bestandsdelen"] = []
    row["inhoud"] = nil
    row["beginRegistratie"] = .string(tick().text)
    if row["identificatie"]?.string?.isEmpty ?? true { row["identificatie"] = .string(number("DOCUMENT")) }
    let ref = add(.enkelvoudiginformatieobjecten, row)
    settle(ref, 1, content)
    return ref
  }

  /// Each change makes a new version, and takes the lock.
  mutating func changeDocument(_ ref: Ref, _ old: JSONObject, _ body: JSONObject) throws(RemoteError) {
    try mustHold(ref, body["lock"]?.string)
    let content = try content(body)
    var row = old
    let fixed: Set = [
      "url", "uuid", "versie", "locked", "bestandsdelen", "inhoud", "lock", "beginRegistratie", "identificatie",
      "informatieobjecttype",
    ]
    for member in body.members where !fixed.contains(member.name) { row[member.name] = member.value }
    try mustSuit(row, rights: rows(.gebruiksrechten, "informatieobject", ref).count)
    let version = (old["versie"]?.int ?? 1) + 1
    row["versie"] = .number(version)
    row["beginRegistratie"] = .string(tick().text)
    versions[ref.url, default: []].append(old)
    rows[ref.url] = row
    settle(ref, version, content)
  }

  private func mustSuit(_ row: JSONObject, rights: Int) throws(RemoteError) {
    let indication = row["indicatieGebruiksrecht"]?.bool
    if indication == true, rights == 0 { throw .refused("missing-gebruiksrechten", "indicatieGebruiksrecht") }
    if indication != true, rights > 0 { throw .refused("existing-gebruiksrechten", "indicatieGebruiksrecht") }
  }

  private func mustHold(_ ref: Ref, _ lock: String?) throws(RemoteError) {
    guard let held = locks[ref.url] else { throw .refused("unlocked") }
    guard let lock, !lock.isEmpty else { throw .refused("missing-lock-id") }
    guard lock == held else { throw .refused("incorrect-lock-id") }
  }

  private func content(_ body: JSONObject) throws(RemoteError) -> Content {
    let size = body["bestandsomvang"]?.int
    guard let text = body["inhoud"]?.string else {
      if body["inhoud"] == nil, body["bestandsomvang"] == nil { return .unchanged }
      guard let size else { return .none }
      return size == 0 ? .bytes([]) : .announced(size)
    }
    guard let data = Data(base64Encoded: text) else { throw .refused("invalid-base64", "inhoud") }
    guard data.count == size else { throw .refused("file-size") }
    return .bytes(Array(data))
  }

  private mutating func settle(_ ref: Ref, _ version: Int, _ content: Content) {
    switch content {
    case .unchanged:
      if let old = contents["\(ref.url)#\(version - 1)"] { keep(old, of: ref.url, version: version) }
    case .none: _ = update(ref) { $0["inhoud"] = .null }
    case .bytes(let bytes): keep(bytes, of: ref.url, version: version)
    case .announced(let size):
      let lock = locks[ref.url] ?? newLock()
      locks[ref.url] = lock
      let parts = newDelen(ref, size, lock)
      _ = update(ref) { row in
        row["inhoud"] = .null
        row["locked"] = true
        row["bestandsomvang"] = .number(size)
        row["bestandsdelen"] = .array(parts)
      }
    }
  }

  mutating func keep(_ bytes: [UInt8], of url: String, version: Int) {
    contents["\(url)#\(version)"] = bytes
    _ = update(Ref(url)) { row in
      row["inhoud"] = .string("\(url)/download?versie=\(version)")
      row["bestandsomvang"] = .number(bytes.count)
    }
  }

  private mutating func newLock() -> String { newUUID().filter { $0 != "-" } }

  private mutating func newDelen(_ document: Ref, _ size: Int, _ lock: String) -> [JSON] {
    stride(from: 0, to: size, by: abilities.partSize).enumerated().map { index, start in
      let url = address("bestandsdelen", .documenten, newUUID())
      let count = min(abilities.partSize, size - start)
      delen[url] = MemoryServer.Deel(document: document.url, size: count)
      return [
        "url": .string(url), "volgnummer": .number(index + 1), "omvang": .number(count), "voltooid": false,
        "lock": .string(lock),
      ]
    }
  }

  mutating func lock(_ document: Ref) throws(RemoteError) -> String {
    _ = try seen(document)
    guard locks[document.url] == nil else { throw .refused("existing-lock") }
    let lock = newLock()
    locks[document.url] = lock
    _ = update(document) { $0["locked"] = true }
    return lock
  }

  mutating func upload(_ deel: Ref, _ lock: String, _ bytes: [UInt8]) throws(RemoteError) {
    guard let found = delen[deel.url], rows[found.document] != nil else { throw .notFound }
    guard !lock.isEmpty else { throw .refused("required", "lock") }
    guard lock == locks[found.document] else { throw .refused("incorrect-lock-id") }
    guard bytes.count == found.size else { throw .refused("file-size") }
    delen[deel.url]?.bytes = bytes
    _ = update(Ref(found.document)) { row in
      let parts = (row["bestandsdelen"]?.array ?? []).map { part -> JSON in
        guard part["url"]?.string == deel.url, let object = part.object else { return part }
        return .object(object.merging(["voltooid": true]))
      }
      row["bestandsdelen"] = .array(parts)
    }
  }

  /// Puts a complete upload together; a forced unlock of an incomplete one leaves an empty document (measured).
  mutating func unlock(_ document: Ref, _ lock: String) throws(RemoteError) {
    let row = try seen(document).row
    if !abilities.forcedUnlock {
      guard !lock.isEmpty else { throw .refused("missing-lock-id") }
      guard lock == locks[document.url] else { throw .refused("incorrect-lock-id") }
    }
    let parts = row["bestandsdelen"]?.array ?? []
    let isComplete = parts.allSatisfy { $0["voltooid"]?.bool == true }
    guard isComplete || abilities.forcedUnlock else { throw .refused("file-size") }
    if !parts.isEmpty, isComplete {
      let bytes = parts.flatMap { delen.removeValue(forKey: $0["url"]?.string ?? "")?.bytes ?? [] }
      keep(bytes, of: document.url, version: row["versie"]?.int ?? 1)
      _ = update(document) { $0["bestandsdelen"] = [] }
    }
    locks[document.url] = nil
    _ = update(document) { $0["locked"] = false }
  }

  func content(_ document: Ref, _ version: Int?) throws(RemoteError) -> [UInt8] {
    let newest = rows[document.url]?["versie"]?.int ?? 1
    guard let bytes = contents["\(document.url)#\(version ?? newest)"] else { throw .notFound }
    return bytes
  }

  mutating func dropDocument(_ ref: Ref) {
    for right in rows(.gebruiksrechten, "informatieobject", ref) { drop(right["url"]?.string ?? "") }
    for key in contents.keys where key.hasPrefix(ref.url + "#") { contents[key] = nil }
    versions[ref.url] = nil
    locks[ref.url] = nil
  }
}
