import Model

extension State {
  func listBesluitDocumenten(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["besluiten.lezen"], .brc)
    let filters: [String: Filter] = ["besluit": .equals("besluit"), "informatieobject": .equals("informatieobject")]
    try checkQuery(call, filters, paged: false)
    let ids = narrowed(.besluitinformatieobjecten, call, filters, newestFirst: false)
    return Reply(body: .json(.array(ids.compactMap { table(.besluitinformatieobjecten)[$0].map(JSON.object) })))
  }

  func readBesluitDocument(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["besluiten.lezen"], .brc)
    guard let row = table(.besluitinformatieobjecten)[call.id] else { throw .notFound }
    return .one(row)
  }

  mutating func createBesluitDocument(_ call: Call) throws(Problem) -> Reply {
    .created(try insertBesluitDocument(try call.body(), call))
  }

  /// brc-003 to 006 and 008: once a besluit, of a type that the besluittype takes; the server makes the mirror OIO.
  mutating func insertBesluitDocument(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let besluit = try require(.besluiten, body, "besluit").row
    try call.caller.must(
      ["besluiten.aanmaken", "besluiten.bijwerken"], .brc, type: besluit["besluittype"]?.string)
    let schema = Schema(
      .readOnly("url"), .url("informatieobject", required: true), .url("besluit", required: true))
    let row = try schema.read(body)
    let document = try require(.enkelvoudiginformatieobjecten, row, "informatieobject").row
    let same = rows(.besluitinformatieobjecten, "besluit", row.text("besluit"))
      .contains { $0.row["informatieobject"] == row["informatieobject"] }
    guard !same else { throw .invalid(.notUnique("besluit en informatieobject")) }
    let types = find(.besluittypen, besluit["besluittype"]?.string)?.row.texts("informatieobjecttypen") ?? []
    guard types.contains(document.text("informatieobjecttype")) else {
      throw .invalid(
        .object("missing-besluittype-informatieobjecttype-relation", "Dit besluittype kent dit soort document niet."))
    }
    let (id, named) = named(row, .besluitinformatieobjecten)
    put(.besluitinformatieobjecten, id, named)
    mirror(object: named.text("besluit"), type: "besluit", informatieobject: named.text("informatieobject"))
    return named
  }

  mutating func deleteBesluitDocument(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.besluitinformatieobjecten)[call.id] else { throw .notFound }
    try call.caller.must(["besluiten.verwijderen", "besluiten.bijwerken"], .brc)
    remove(.besluitinformatieobjecten, call.id)
    unmirror(object: row.text("besluit"), informatieobject: row.text("informatieobject"))
    return .deleted
  }

  func listZaakbesluiten(_ call: Call) throws(Problem) -> Reply {
    guard let zaak = table(.zaken)[call.first] else { throw .notFound }
    try mustRead(call, zaak: zaak)
    let rows = rows(.zaakbesluiten, "zaak", zaak.text("url"))
    return Reply(body: .json(.array(rows.map { .object(bare($0.row)) })))
  }

  /// Without the link back to the zaak, which is in the path.
  private func bare(_ row: JSONObject) -> JSONObject {
    var row = row
    row["zaak"] = nil
    return row
  }

  func readZaakbesluit(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.zaakbesluiten)[call.id], let zaak = owner(row) else { throw .notFound }
    try mustRead(call, zaak: zaak)
    return .one(bare(row))
  }

  /// Made by the Besluiten API as a rule; by hand only for a besluit that names this zaak.
  mutating func createZaakbesluit(_ call: Call) throws(Problem) -> Reply {
    guard let zaak = table(.zaken)[call.first] else { throw .notFound }
    try mustChange(call, zaak: zaak)
    let besluit = try require(.besluiten, try call.body(), "besluit").row
    guard besluit["zaak"] == zaak["url"] else {
      throw .invalid(.object("inconsistent-relation", "Het besluit noemt deze zaak niet."))
    }
    let link = besluit.text("url")
    let existing = rows(.zaakbesluiten, "zaak", zaak.text("url")).first { $0.row.text("besluit") == link }
    if let existing { return .created(bare(existing.row)) }
    linkBesluit(link, call.first)
    guard let made = rows(.zaakbesluiten, "zaak", zaak.text("url")).last else { throw .serverError() }
    return .created(bare(made.row))
  }

  mutating func deleteZaakbesluit(_ call: Call) throws(Problem) -> Reply {
    let (row, _) = try changeable(.zaakbesluiten, call)
    if find(.besluiten, row["besluit"]?.string) != nil {
      throw .invalid(.object("inconsistent-relation", "Het besluit noemt deze zaak nog."))
    }
    remove(.zaakbesluiten, call.id)
    return .deleted
  }
}
