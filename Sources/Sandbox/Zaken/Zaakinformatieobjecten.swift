import Model

extension State {
  /// A plain array; unfiltered, the real server gives all there are.
  func listZaakinformatieobjecten(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["zaken.lezen"], .zrc)
    let filters: [String: Filter] = ["zaak": .equals("zaak"), "informatieobject": .equals("informatieobject")]
    try checkQuery(call, filters, paged: false)
    let ids = visibleParts(
      .zaakinformatieobjecten, narrowed(.zaakinformatieobjecten, call, filters, newestFirst: false), call)
    return Reply(body: .json(.array(ids.compactMap { table(.zaakinformatieobjecten)[$0].map(JSON.object) })))
  }

  mutating func createZaakinformatieobject(_ call: Call) throws(Problem) -> Reply {
    .created(try insertZaakinformatieobject(try call.body(), call))
  }

  /// Links a document: once a zaak, of a type that the zaaktype takes (zrc-017); the server makes the mirror OIO.
  mutating func insertZaakinformatieobject(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let zaak = try target(
      body, call, scopes: ["zaken.aanmaken", "zaken.bijwerken", "zaken.geforceerd-bijwerken"])
    var row = try Schema.zaakinformatieobject.read(body)
    let document = try require(.enkelvoudiginformatieobjecten, row, "informatieobject").row
    let linked = rows(.zaakinformatieobjecten, "zaak", row.text("zaak"))
      .first { $0.row["informatieobject"] == row["informatieobject"] }
    if let linked { throw duplicate(linked.id, .notUnique("zaak en informatieobject")) }
    let taken = rows(.zaaktypeInformatieobjecttypen, "zaaktype", zaak.row.text("zaaktype"))
      .contains { $0.row["informatieobjecttype"] == document["informatieobjecttype"] }
    guard taken else {
      throw .invalid(
        .object("missing-zaaktype-informatieobjecttype-relation", "Dit zaaktype kent dit soort document niet."))
    }
    row["registratiedatum"] = .string(call.now.text)
    let (id, named) = named(row, .zaakinformatieobjecten)
    put(.zaakinformatieobjecten, id, named)
    enlist(zaak.id, "zaakinformatieobjecten", named.text("url"))
    showOnStatus(named, was: nil)
    mirror(object: named.text("zaak"), type: "zaak", informatieobject: named.text("informatieobject"))
    touch(zaak.id, call.now)
    return named
  }

  mutating func updateZaakinformatieobject(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    let (old, zaak) = try changeable(.zaakinformatieobjecten, call)
    let row = try Schema.zaakinformatieobject.read(try call.body(), over: old, partial: partial)
    if let status = row["status"]?.string, find(.statussen, status) == nil {
      throw .invalid(.missing("status", status))
    }
    put(.zaakinformatieobjecten, call.id, row)
    showOnStatus(row, was: old)
    touch(zaak, call.now)
    return .saved(row)
  }

  mutating func deleteZaakinformatieobject(_ call: Call) throws(Problem) -> Reply {
    let (row, zaak) = try changeable(
      .zaakinformatieobjecten, call,
      scopes: ["zaken.bijwerken", "zaken.geforceerd-bijwerken", "zaken.verwijderen"])
    remove(.zaakinformatieobjecten, call.id)
    unlist(zaak, "zaakinformatieobjecten", row.text("url"))
    unmirror(object: row.text("zaak"), informatieobject: row.text("informatieobject"))
    touch(zaak, call.now)
    return .deleted
  }

  /// A status lists the documents that name it.
  private mutating func showOnStatus(_ row: JSONObject, was old: JSONObject?) {
    guard old?["status"] != row["status"] else { return }
    let link = row.text("url")
    if let before = find(.statussen, old?["status"]?.string) {
      change(.statussen, before.id) { status in
        status["zaakinformatieobjecten"] = .array(
          status.texts("zaakinformatieobjecten").filter { $0 != link }.map(JSON.string))
      }
    }
    if let after = find(.statussen, row["status"]?.string) {
      change(.statussen, after.id) { status in
        status["zaakinformatieobjecten"] = .array(
          (status.texts("zaakinformatieobjecten") + [link]).map(JSON.string))
      }
    }
  }

  mutating func mirror(object: String, type: String, informatieobject: String) {
    let id = newId()
    put(
      .objectinformatieobjecten, id,
      [
        "url": .string(url(.objectinformatieobjecten, id)), "informatieobject": .string(informatieobject),
        "object": .string(object), "objectType": .string(type),
      ])
  }

  mutating func unmirror(object: String, informatieobject: String) {
    for row in rows(.objectinformatieobjecten, "object", object)
    where row.row.text("informatieobject") == informatieobject {
      remove(.objectinformatieobjecten, row.id)
    }
  }
}
