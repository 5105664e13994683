import Model

extension State {
  private func document(of row: JSONObject) -> JSONObject? {
    find(.enkelvoudiginformatieobjecten, row["informatieobject"]?.string)?.row
  }

  private func seen(_ collection: Collection, _ ids: [String], _ call: Call) -> [JSONObject] {
    let visibility = visibility(call.caller, .drc, scope: "documenten.lezen")
    return ids.compactMap { table(collection)[$0] }.filter { row in
      guard case .upTo = visibility else { return true }
      let document = document(of: row)
      return visibility.shows(
        type: document?["informatieobjecttype"]?.string, level: document?["vertrouwelijkheidaanduiding"]?.string)
    }
  }

  func listMirrors(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["documenten.lezen"], .drc)
    let filters: [String: Filter] = ["object": .equals("object"), "informatieobject": .equals("informatieobject")]
    try checkQuery(call, filters, paged: false)
    let ids = narrowed(.objectinformatieobjecten, call, filters, newestFirst: false)
    return Reply(body: .json(.array(seen(.objectinformatieobjecten, ids, call).map(JSON.object))))
  }

  func readMirror(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.objectinformatieobjecten)[call.id], let document = document(of: row) else { throw .notFound }
    try mustDocument(call, ["documenten.lezen"], document)
    return .one(row)
  }

  /// drc-002 to 004: once, and only where the zaak or besluit says the same.
  mutating func createMirror(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    let document = try require(.enkelvoudiginformatieobjecten, body, "informatieobject").row
    try mustDocument(call, ["documenten.aanmaken"], document)
    let schema = Schema(
      .readOnly("url"), .url("informatieobject", required: true), .url("object", required: true),
      .choice("objectType", ["besluit", "zaak", "verzoek"], required: true))
    let row = try schema.read(body)
    let same = rows(.objectinformatieobjecten, "object", row.text("object"))
      .contains { $0.row["informatieobject"] == row["informatieobject"] }
    guard !same else { throw .invalid(.notUnique("object en informatieobject")) }
    guard isLinked(row) else {
      throw .invalid(.object("inconsistent-relation", "De zaak of het besluit kent deze relatie niet."))
    }
    let (id, named) = named(row, .objectinformatieobjecten)
    put(.objectinformatieobjecten, id, named)
    return .created(named)
  }

  private func isLinked(_ row: JSONObject) -> Bool {
    let object = row.text("object")
    let links =
      rows(.zaakinformatieobjecten, "zaak", object) + rows(.besluitinformatieobjecten, "besluit", object)
    return links.contains { $0.row["informatieobject"] == row["informatieobject"] }
  }

  mutating func deleteMirror(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.objectinformatieobjecten)[call.id], let document = document(of: row) else { throw .notFound }
    try mustDocument(call, ["documenten.verwijderen"], document)
    guard !isLinked(row) else {
      throw .invalid(.object("inconsistent-relation", "De zaak of het besluit kent deze relatie nog."))
    }
    remove(.objectinformatieobjecten, call.id)
    return .deleted
  }

  func listGebruiksrechten(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["documenten.lezen"], .drc)
    var filters: [String: Filter] = ["informatieobject": .equals("informatieobject"), "expand": .passed]
    for field in ["startdatum", "einddatum"] {
      filters.merge(Filter.dates(field, ["gt", "gte", "lt", "lte"], .moment)) { $1 }
    }
    try checkQuery(call, filters, paged: false)
    let ids = narrowed(.gebruiksrechten, call, filters, newestFirst: false)
    return Reply(body: .json(.array(seen(.gebruiksrechten, ids, call).map(JSON.object))))
  }

  func readGebruiksrecht(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.gebruiksrechten)[call.id], let document = document(of: row) else { throw .notFound }
    try mustDocument(call, ["documenten.lezen"], document)
    return .one(row)
  }

  /// drc-006: with gebruiksrechten, indicatieGebruiksrecht of the document becomes true.
  mutating func createGebruiksrecht(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    let document = try require(.enkelvoudiginformatieobjecten, body, "informatieobject")
    try mustDocument(call, ["documenten.aanmaken"], document.row)
    let (id, named) = named(try Schema.gebruiksrecht.read(body), .gebruiksrechten)
    put(.gebruiksrechten, id, named)
    change(.enkelvoudiginformatieobjecten, document.id) { $0["indicatieGebruiksrecht"] = true }
    return .created(named)
  }

  mutating func updateGebruiksrecht(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    guard let old = table(.gebruiksrechten)[call.id], let document = document(of: old) else { throw .notFound }
    try mustDocument(call, ["documenten.bijwerken"], document)
    let row = try Schema.gebruiksrecht.read(try call.body(), over: old, partial: partial)
    put(.gebruiksrechten, call.id, row)
    return .saved(row)
  }

  mutating func deleteGebruiksrecht(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.gebruiksrechten)[call.id],
      let document = find(.enkelvoudiginformatieobjecten, row["informatieobject"]?.string)
    else { throw .notFound }
    try mustDocument(call, ["documenten.verwijderen"], document.row)
    remove(.gebruiksrechten, call.id)
    if rows(.gebruiksrechten, "informatieobject", row.text("informatieobject")).isEmpty {
      change(.enkelvoudiginformatieobjecten, document.id) { $0["indicatieGebruiksrecht"] = JSON.null }
    }
    return .deleted
  }
}
