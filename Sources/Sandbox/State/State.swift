import Crypto
import Foundation
import Model

/// Everything the sandbox knows; requests and changes from the side are functions on this value.
///
/// Every resource is kept as the body that a client gets, its links and derived fields included; whoever changes
/// something also changes the bodies that show it. That is how a folder of recorded bodies is served unchanged.
struct State: Sendable {
  /// With a slash at the end.
  let base: String
  let personality: Personality
  /// The size of a bestandsdeel in bytes.
  var partSize = 1_048_576
  /// While true, GET of a zaak with any `If-None-Match` that was once right answers 304: Open Zaak's stale ETag.
  var false304 = false
  /// Whether a token of the future is refused.
  var refusesFutureIat = false
  /// Whether it is kept when each row was made, for requests that are not to see the newest ones.
  var leaks = false
  /// Rows and locks made so far, where guards leak.
  private(set) var births = 0
  private var born: [String: Int] = [:]
  /// What the guards of the request see; nil for everything.
  var seen: Int?

  private var tables: [Collection: Table]
  var clients: [String: Client] = [:]
  /// The earlier versions of documents, oldest first; the newest one is in the table.
  var versions: [String: [JSONObject]] = [:]
  /// By `uuid/versie`.
  var contents: [String: [UInt8]] = [:]
  /// The parts that were uploaded, by the uuid of the bestandsdeel.
  var parts: [String: [UInt8]] = [:]
  /// The lock of each locked document, by uuid.
  var locks: [String: String] = [:]
  /// The document that a bestandsdeel is of.
  var partOwners: [String: String] = [:]
  /// By the URL of the hoofdobject, oldest first.
  var trails: [String: [JSON]] = [:]
  /// The last number given out, by prefix and year: `ZAAK-2026`.
  var counters: [String: Int] = [:]
  /// Numbers handed out and not yet used, as `organisatie/nummer`.
  var reserved: Set<String> = []
  /// The ETags that a zaak ever had, for `false304`.
  var oldTags: [String: Set<String>] = [:]
  var random: UInt64 = 0x5A61_616B_6C69_6A6E

  init(base: String, personality: Personality) {
    self.base = base
    self.personality = personality
    tables = [:]
    for collection in Collection.allCases { tables[collection] = Table(indexed: collection.indexed) }
  }

  func table(_ collection: Collection) -> Table { tables[collection] ?? Table(indexed: []) }

  mutating func put(_ collection: Collection, _ id: String, _ row: JSONObject) {
    if leaks, table(collection)[id] == nil { bear(id) }
    tables[collection, default: Table(indexed: collection.indexed)].put(id, row)
  }

  /// Remembers that this was made now.
  mutating func bear(_ id: String) {
    guard leaks else { return }
    births += 1
    born[id] = births
  }

  /// Whether the guards of this request do not see what has this id, as it was made while the request waited.
  func slips(_ id: String) -> Bool {
    guard let seen else { return false }
    return (born[id] ?? 0) > seen
  }

  /// The refusal of a second row beside the one with this id; a 500 where only the database sees that one.
  func duplicate(_ id: String, _ param: InvalidParam) -> Problem {
    slips(id) ? .serverError() : .invalid(param)
  }

  mutating func remove(_ collection: Collection, _ id: String) {
    tables[collection, default: Table(indexed: collection.indexed)].remove(id)
  }

  /// Changes one row in place; does nothing where it is not there.
  mutating func change(_ collection: Collection, _ id: String, _ body: (inout JSONObject) -> Void) {
    guard var row = table(collection)[id] else { return }
    body(&row)
    put(collection, id, row)
  }

  func rows(_ collection: Collection, _ field: String, _ value: String) -> [(id: String, row: JSONObject)] {
    let table = table(collection)
    let ids = table.ids(field, value) ?? table.order.filter { table[$0]?[field]?.string == value }
    return ids.compactMap { id in table[id].map { (id, $0) } }
  }

  func url(_ collection: Collection, _ id: String) -> String {
    "\(base)\(collection.component.path)/\(collection.rawValue)/\(id)"
  }

  /// The id at the end of a URL of this server; for sub-resources of a zaak as well.
  func id(of url: String) -> String? {
    guard url.hasPrefix(base), let slash = url.lastIndex(of: "/") else { return nil }
    return String(url[url.index(after: slash)...])
  }

  func find(_ collection: Collection, _ url: String?) -> (id: String, row: JSONObject)? {
    guard let url, let id = id(of: url), let row = table(collection)[id], row["url"]?.string == url else { return nil }
    return (id, row)
  }

  /// The row that a field of a body names; a problem under that field where there is none.
  func require(
    _ collection: Collection, _ body: JSONObject, _ field: String
  ) throws(Problem) -> (id: String, row: JSONObject) {
    let url = body[field]?.string ?? ""
    guard !url.isEmpty else { throw .invalid(.required(field)) }
    guard let found = find(collection, url) else { throw .invalid(.missing(field, url)) }
    return found
  }

  mutating func newBits() -> UInt64 {
    random &+= 0x9E37_79B9_7F4A_7C15
    var mixed = random
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func newId() -> String {
    let (high, low) = (newBits(), newBits())
    let text = hex((high & ~0xF000) | 0x4000) + hex((low & ~(0xC0 << 56)) | (0x80 << 56))
    var id = ""
    for (index, character) in text.enumerated() {
      if [8, 12, 16, 20].contains(index) { id.append("-") }
      id.append(character)
    }
    return id
  }

  mutating func newLock() -> String { hex(newBits()) + hex(newBits()) }

  /// The next free number of a kind in a year: `ZAAK-2026-0000000001`.
  mutating func newNumber(_ kind: String, year: Int) -> String {
    let key = "\(kind)-\(year)"
    counters[key, default: 0] += 1
    return "\(key)-\(digits(counters[key] ?? 0, 10))"
  }

  /// Makes the counters start behind a number that is in use already.
  mutating func noteNumber(_ text: String) {
    guard let dash = text.lastIndex(of: "-"), let number = Int(text[text.index(after: dash)...]),
      number < 1_000_000_000_000
    else { return }
    let key = String(text[..<dash])
    guard ["ZAAK-", "DOCUMENT-", "BESLUIT-"].contains(where: key.hasPrefix) else { return }
    counters[key] = max(counters[key] ?? 0, number)
  }

  /// The ETag of a body; what `expand` added does not count.
  static func tag(of body: JSON) -> String {
    var bare = body
    if case .object(var object) = body {
      object["_expand"] = nil
      bare = .object(object)
    }
    let digest = Insecure.MD5.hash(data: Data(bare.bytes()))
    return "\"" + digest.map { hex($0) }.joined() + "\""
  }
}

func hex(_ value: some FixedWidthInteger & UnsignedInteger) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: value.bitWidth / 4 - text.utf8.count) + text
}
