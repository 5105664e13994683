import Foundation
import Model

/// What a body says about the content of a document.
private enum Content {
  case unchanged
  case none
  case bytes([UInt8])
  /// So many bytes are to come as bestandsdelen.
  case announced(Int)
}

extension State {
  mutating func createDocument(_ call: Call) throws(Problem) -> Reply {
    .created(try insertDocument(try call.body(), call))
  }

  /// Makes a document (drc-001, 005, 006, 007) and returns its body with `lock`, as only this answer has it.
  mutating func insertDocument(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let type = find(.informatieobjecttypen, body["informatieobjecttype"]?.string)
    let level =
      body["vertrouwelijkheidaanduiding"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      ?? type?.row["vertrouwelijkheidaanduiding"]?.string
    try call.caller.must(["documenten.aanmaken"], .drc, type: type?.row["url"]?.string, level: level)
    var row = try Schema.document.read(body)
    guard let type else { throw .invalid(.missing("informatieobjecttype", row.text("informatieobjecttype"))) }
    guard type.row["concept"]?.bool != true else {
      throw .invalid(.init("informatieobjecttype", "not-published", "Dit informatieobjecttype is nog een concept."))
    }
    row["vertrouwelijkheidaanduiding"] = .string(level ?? "openbaar")
    let content = try content(body, row)
    try checkDocument(row, rights: 0)
    try numberDocument(&row, call)
    let id = newId()
    row["url"] = .string(url(.enkelvoudiginformatieobjecten, id))
    row["versie"] = 1
    row["beginRegistratie"] = .string(call.now.text)
    settle(&row, id, content)
    put(.enkelvoudiginformatieobjecten, id, row)
    var answer = shown(.enkelvoudiginformatieobjecten, row)
    answer["lock"] = .string(locks[id] ?? "")
    audit(call, .create, .enkelvoudiginformatieobjecten, old: nil, new: answer)
    return answer
  }

  private mutating func numberDocument(_ row: inout JSONObject, _ call: Call) throws(Problem) {
    let given = row.text("identificatie")
    guard !given.isEmpty else {
      row["identificatie"] = .string(newNumber("DOCUMENT", year: call.now.day.parts.year))
      return
    }
    let taken = rows(.enkelvoudiginformatieobjecten, "identificatie", given)
      .contains { $0.row["bronorganisatie"] == row["bronorganisatie"] && !slips($0.id) }
    guard !taken else {
      throw .invalid(
        .init("identificatie", "identificatie-niet-uniek", "Het nummer \(given) is voor deze organisatie al gebruikt."))
    }
    noteNumber(given)
  }

  private func content(_ body: JSONObject, _ row: JSONObject) throws(Problem) -> Content {
    let size = row["bestandsomvang"]?.int
    guard let given = body["inhoud"], !given.isNull else {
      if body["inhoud"] == nil, body["bestandsomvang"] == nil { return .unchanged }
      guard let size else { return .none }
      return size == 0 ? .bytes([]) : .announced(size)
    }
    guard let text = given.string, let data = Data(base64Encoded: text) else {
      throw .invalid(.init("inhoud", "invalid-base64", "De inhoud is geen base64."))
    }
    guard data.count == size else {
      throw .invalid(.object("file-size", "De inhoud is niet zo groot als bestandsomvang zegt."))
    }
    return .bytes([UInt8](data))
  }

  private func checkDocument(_ row: JSONObject, rights: Int) throws(Problem) {
    var problems: [InvalidParam] = []
    if row["ontvangstdatum"]?.string != nil, ["in_bewerking", "ter_vaststelling"].contains(row.text("status")) {
      problems.append(.init("status", "invalid_for_received", "Een ontvangen document is niet in bewerking."))
    }
    if row["indicatieGebruiksrecht"]?.bool == true, rights == 0 {
      problems.append(.init("indicatieGebruiksrecht", "missing-gebruiksrechten", "Leg eerst gebruiksrechten vast."))
    }
    if row["indicatieGebruiksrecht"]?.bool != true, rights > 0 {
      problems.append(.init("indicatieGebruiksrecht", "existing-gebruiksrechten", "Er zijn gebruiksrechten."))
    }
    guard problems.isEmpty else { throw .invalid(problems) }
  }

  /// Keeps the content of a version, or makes the parts in which it is to come.
  private mutating func settle(_ row: inout JSONObject, _ id: String, _ content: Content) {
    let version = row["versie"]?.int ?? 1
    let link = JSON.string("\(row.text("url"))/download?versie=\(version)")
    switch content {
    case .unchanged:
      contents["\(id)/\(version)"] = contents["\(id)/\(version - 1)"]
      row["inhoud"] = contents["\(id)/\(version)"] == nil ? .null : link
    case .none:
      row["inhoud"] = JSON.null
    case .bytes(let bytes):
      contents["\(id)/\(version)"] = bytes
      row["inhoud"] = link
      row["bestandsomvang"] = .number(bytes.count)
    case .announced(let size):
      row["inhoud"] = JSON.null
      let lock = locks[id] ?? newLock()
      locks[id] = lock
      row["locked"] = true
      row["bestandsdelen"] = .array(newParts(of: size, document: id, lock: lock))
    }
  }

  private mutating func newParts(of size: Int, document: String, lock: String) -> [JSON] {
    var made: [JSON] = []
    var left = size
    while left > 0 {
      let part = min(left, partSize)
      let id = newId()
      partOwners[id] = document
      made.append([
        "url": .string(url(.bestandsdelen, id)), "volgnummer": .number(made.count + 1), "omvang": .number(part),
        "voltooid": false, "lock": .string(lock),
      ])
      left -= part
    }
    return made
  }

  /// drc-009: the document is locked, and the body knows by what.
  private func mustHold(_ id: String, _ lock: String?) throws(Problem) {
    guard let held = locks[id] else { throw .invalid(.object("unlocked", "Vergrendel het document eerst.")) }
    guard let lock, !lock.isEmpty else { throw .invalid(.object("missing-lock-id", "Geef het lock mee.")) }
    guard lock == held else { throw .invalid(.object("incorrect-lock-id", "Dit lock is niet het goede.")) }
  }

  mutating func updateDocument(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    guard let old = table(.enkelvoudiginformatieobjecten)[call.id] else { throw .notFound }
    try mustDocument(call, ["documenten.bijwerken", "documenten.geforceerd-bijwerken"], old)
    let body = try call.body()
    try mustHold(call.id, body["lock"]?.string)
    var row = try Schema.document.read(body, over: old, partial: partial)
    let content = try content(body, row)
    try checkDocument(row, rights: rows(.gebruiksrechten, "informatieobject", old.text("url")).count)
    row["versie"] = .number((old["versie"]?.int ?? 1) + 1)
    row["beginRegistratie"] = .string(call.now.text)
    settle(&row, call.id, content)
    versions[call.id, default: []].append(old)
    put(.enkelvoudiginformatieobjecten, call.id, row)
    audit(call, partial ? .partialUpdate : .update, .enkelvoudiginformatieobjecten, old: old, new: row)
    return .saved(shown(.enkelvoudiginformatieobjecten, row))
  }

  mutating func deleteDocument(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.enkelvoudiginformatieobjecten)[call.id] else { throw .notFound }
    try mustDocument(call, ["documenten.verwijderen"], row)
    let link = row.text("url")
    guard rows(.objectinformatieobjecten, "informatieobject", link).isEmpty else {
      throw .invalid(.object("pending-relations", "Het document hangt nog ergens aan."))
    }
    guard locks[call.id] == nil else { throw .invalid(.object("locked", "Het document is vergrendeld.")) }
    eraseDocument(call.id)
    return .deleted
  }

  mutating func eraseDocument(_ id: String) {
    guard let row = table(.enkelvoudiginformatieobjecten)[id] else { return }
    for right in rows(.gebruiksrechten, "informatieobject", row.text("url")) { remove(.gebruiksrechten, right.id) }
    for version in 1...max(1, row["versie"]?.int ?? 1) { contents["\(id)/\(version)"] = nil }
    versions[id] = nil
    locks[id] = nil
    trails[row.text("url")] = nil
    remove(.enkelvoudiginformatieobjecten, id)
  }

  mutating func registerDocument(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    guard let first = body["enkelvoudiginformatieobject"]?.object else {
      throw .invalid(.required("enkelvoudiginformatieobject"))
    }
    guard var link = body["zaakinformatieobject"]?.object else { throw .invalid(.required("zaakinformatieobject")) }
    let document = try under("enkelvoudiginformatieobject") { () throws(Problem) in try insertDocument(first, call) }
    link["informatieobject"] = document["url"]
    let zio = try under("zaakinformatieobject") { () throws(Problem) in try insertZaakinformatieobject(link, call) }
    return Reply(
      status: 201,
      body: .json(["enkelvoudiginformatieobject": .object(document), "zaakinformatieobject": .object(zio)]))
  }

  mutating func lock(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.enkelvoudiginformatieobjecten)[call.id] else { throw .notFound }
    try mustDocument(call, ["documenten.lock"], row)
    guard locks[call.id] == nil || slips("lock/\(call.id)") else {
      throw .invalid(.object("existing-lock", "Het document is al vergrendeld."))
    }
    let lock = newLock()
    locks[call.id] = lock
    bear("lock/\(call.id)")
    change(.enkelvoudiginformatieobjecten, call.id) { $0["locked"] = true }
    return Reply(body: .json(["lock": .string(lock)]))
  }
}
