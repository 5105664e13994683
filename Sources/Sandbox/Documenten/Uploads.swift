import Model

extension State {
  /// Takes one bestandsdeel: multipart with `inhoud` and `lock`.
  mutating func uploadPart(_ call: Call) throws(Problem) -> Reply {
    guard let owner = partOwners[call.id], let document = table(.enkelvoudiginformatieobjecten)[owner] else {
      throw .notFound
    }
    try mustDocument(call, ["documenten.bijwerken", "documenten.aanmaken"], document)
    let type = call.request.headers["content-type"] ?? ""
    guard let form = Multipart(type: type, body: call.request.body) else { throw .mediaType(type) }
    var delen = document["bestandsdelen"]?.array ?? []
    let link = url(.bestandsdelen, call.id)
    guard let place = delen.firstIndex(where: { $0["url"]?.string == link }), var deel = delen[place].object else {
      throw .notFound
    }
    guard let lock = form.text("lock"), !lock.isEmpty else { throw .invalid(.required("lock")) }
    guard lock == locks[owner] else { throw .invalid(.object("incorrect-lock-id", "Dit lock is niet het goede.")) }
    let bytes = form.parts["inhoud"] ?? []
    guard bytes.count == deel["omvang"]?.int else {
      let expected = deel["omvang"]?.int ?? 0
      throw .invalid(.object("file-size", "Dit deel hoort \(expected) bytes te zijn en is er \(bytes.count)."))
    }
    parts[call.id] = bytes
    deel["voltooid"] = true
    delen[place] = .object(deel)
    change(.enkelvoudiginformatieobjecten, owner) { $0["bestandsdelen"] = .array(delen) }
    return .saved(deel)
  }

  /// Releases a lock, and puts the parts of a complete upload together.
  ///
  /// With `documenten.geforceerd-unlock` an incomplete upload is released as well and leaves an empty document.
  mutating func unlock(_ call: Call) throws(Problem) -> Reply {
    guard var row = table(.enkelvoudiginformatieobjecten)[call.id] else { throw .notFound }
    try mustDocument(call, ["documenten.lock", "documenten.geforceerd-unlock"], row)
    let forced = call.caller.may(
      ["documenten.geforceerd-unlock"], .drc, type: row["informatieobjecttype"]?.string,
      level: row["vertrouwelijkheidaanduiding"]?.string)
    let given = try call.body()["lock"]?.string ?? ""
    if !forced {
      guard !given.isEmpty else { throw .invalid(.object("missing-lock-id", "Geef het lock mee.")) }
      guard given == locks[call.id] else {
        throw .invalid(.object("incorrect-lock-id", "Dit lock is niet het goede."))
      }
    }
    let delen = row["bestandsdelen"]?.array ?? []
    if !delen.isEmpty {
      if delen.allSatisfy({ $0["voltooid"]?.bool == true }) {
        join(&row, call.id, delen, call.now)
      } else if forced {
        row["bestandsdelen"] = .array(delen.map { $0.object?.merging(["lock": ""]) ?? [:] }.map(JSON.object))
      } else {
        throw .invalid(.object("file-size", "Nog niet alle delen van het bestand zijn er."))
      }
    }
    locks[call.id] = nil
    row["locked"] = false
    put(.enkelvoudiginformatieobjecten, call.id, row)
    return .deleted
  }

  private mutating func join(_ row: inout JSONObject, _ id: String, _ delen: [JSON], _ now: Moment) {
    var whole: [UInt8] = []
    for deel in delen {
      guard let part = deel["url"]?.string.flatMap({ self.id(of: $0) }) else { continue }
      whole += parts.removeValue(forKey: part) ?? []
      partOwners[part] = nil
    }
    let version = row["versie"]?.int ?? 1
    contents["\(id)/\(version)"] = whole
    row["inhoud"] = .string("\(row.text("url"))/download?versie=\(version)")
    row["bestandsdelen"] = []
    row["beginRegistratie"] = .string(now.text)
  }
}

/// The parts of a `multipart/form-data` body.
struct Multipart {
  private(set) var parts: [String: [UInt8]] = [:]

  /// nil where the content type is another one or names no boundary.
  init?(type: String, body: [UInt8]) {
    guard type.lowercased().hasPrefix("multipart/form-data"), let mark = type.range(of: "boundary=") else { return nil }
    let name = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
    let boundary = Array("--\(name)".utf8)
    var marks: [Int] = []
    var at = 0
    while let found = Multipart.find(boundary, in: body, from: at) {
      marks.append(found)
      at = found + boundary.count
    }
    for (start, end) in zip(marks, marks.dropFirst()) {
      read(body, from: start + boundary.count + 2, to: end - 2)
    }
  }

  func text(_ name: String) -> String? { parts[name].map { String(decoding: $0, as: UTF8.self) } }

  private mutating func read(_ body: [UInt8], from start: Int, to end: Int) {
    guard start < end, let blank = Multipart.find([13, 10, 13, 10], in: body, from: start), blank + 4 <= end else {
      return
    }
    let head = String(decoding: body[start..<blank], as: UTF8.self)
    guard let mark = head.range(of: "name=\"") else { return }
    parts[String(head[mark.upperBound...].prefix { $0 != "\"" })] = Array(body[(blank + 4)..<end])
  }

  private static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    body.withUnsafeBufferPointer { buffer in
      guard let first = needle.first, buffer.count >= needle.count else { return nil }
      var at = start
      while at <= buffer.count - needle.count {
        if buffer[at] == first, needle.indices.allSatisfy({ buffer[at + $0] == needle[$0] }) { return at }
        at += 1
      }
      return nil
    }
  }
}
