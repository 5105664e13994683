import Model

let documentEndpoints: [Endpoint] = [
  Endpoint(
    .drc, "enkelvoudiginformatieobjecten",
    ["GET": { try $0.listDocumenten($1) }, "POST": { try $0.createDocument($1) }]),
  Endpoint(.drc, "enkelvoudiginformatieobjecten/_zoek", ["POST": { try $0.searchDocumenten($1) }]),
  Endpoint(
    .drc, "enkelvoudiginformatieobjecten/{}",
    [
      "GET": { try $0.readDocument($1) }, "PUT": { try $0.updateDocument($1, partial: false) },
      "PATCH": { try $0.updateDocument($1, partial: true) }, "DELETE": { try $0.deleteDocument($1) },
    ]),
  Endpoint(.drc, "enkelvoudiginformatieobjecten/{}/download", ["GET": { try $0.download($1) }]),
  Endpoint(.drc, "enkelvoudiginformatieobjecten/{}/lock", ["POST": { try $0.lock($1) }]),
  Endpoint(.drc, "enkelvoudiginformatieobjecten/{}/unlock", ["POST": { try $0.unlock($1) }]),
  Endpoint(
    .drc, "enkelvoudiginformatieobjecten/{}/audittrail",
    ["GET": { try $0.audittrail($1, .enkelvoudiginformatieobjecten) }]),
  Endpoint(
    .drc, "enkelvoudiginformatieobjecten/{}/audittrail/{}",
    ["GET": { try $0.audittrail($1, .enkelvoudiginformatieobjecten) }]),
  Endpoint(.drc, "bestandsdelen/{}", ["PUT": { try $0.uploadPart($1) }]),
  Endpoint(
    .drc, "objectinformatieobjecten", ["GET": { try $0.listMirrors($1) }, "POST": { try $0.createMirror($1) }]),
  Endpoint(
    .drc, "objectinformatieobjecten/{}",
    ["GET": { try $0.readMirror($1) }, "DELETE": { try $0.deleteMirror($1) }]),
  Endpoint(
    .drc, "gebruiksrechten",
    ["GET": { try $0.listGebruiksrechten($1) }, "POST": { try $0.createGebruiksrecht($1) }]),
  Endpoint(
    .drc, "gebruiksrechten/{}",
    [
      "GET": { try $0.readGebruiksrecht($1) }, "PUT": { try $0.updateGebruiksrecht($1, partial: false) },
      "PATCH": { try $0.updateGebruiksrecht($1, partial: true) }, "DELETE": { try $0.deleteGebruiksrecht($1) },
    ]),
  Endpoint(
    .drc, "documentnummer_reserveren",
    ["POST": { try $0.reserveNumbers($1, "DOCUMENT", "identificatie", "documenten.aanmaken") }]),
  Endpoint(
    .drc, "document_registreren",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.registerDocument(call) } }]),
]

extension Schema {
  static let document = Schema(
    .readOnly("url"), .text("identificatie", 40, fixed: true),
    Field(name: "bronorganisatie", kind: .rsin, required: true), .date("creatiedatum", required: true),
    .text("titel", 200, required: true), .choice("vertrouwelijkheidaanduiding", confidentialities),
    .text("auteur", 200, required: true),
    .choice("status", ["in_bewerking", "ter_vaststelling", "definitief", "gearchiveerd"]), .text("formaat", 255),
    .text("taal", 3, required: true), .readOnly("versie", 1), .readOnly("beginRegistratie"), .text("bestandsnaam", 255),
    .readOnly("inhoud"),
    Field(name: "bestandsomvang", kind: .integer(0...Int.max), nullable: true, standard: nil), .url("link"),
    .text("beschrijving", 1000), .date("ontvangstdatum"), .date("verzenddatum"),
    Field(name: "indicatieGebruiksrecht", kind: .bool, nullable: true, standard: nil), .text("verschijningsvorm"),
    .group(
      "ondertekening",
      Schema(.choice("soort", ["analoog", "digitaal", "pki"], required: true), .date("datum", required: true))),
    .group(
      "integriteit",
      Schema(
        .choice(
          "algoritme",
          [
            "crc_16", "crc_32", "crc_64", "fletcher_4", "fletcher_8", "fletcher_16", "fletcher_32", "hmac", "md5",
            "sha_1", "sha_256", "sha_512", "sha_3",
          ], required: true), .text("waarde", 128, required: true), .date("datum", required: true))),
    .url("informatieobjecttype", required: true, fixed: true), .readOnly("locked", false),
    .readOnly("bestandsdelen", []), .list("trefwoorden", .text(max: 100)))

  static let gebruiksrecht = Schema(
    .readOnly("url"), .url("informatieobject", required: true, fixed: true), .dateTime("startdatum", required: true),
    .dateTime("einddatum"), .text("omschrijvingVoorwaarden", required: true))
}

private let documentFilters: [String: Filter] = {
  var filters: [String: Filter] = [
    "identificatie": .equals("identificatie"), "bronorganisatie": .equals("bronorganisatie"),
    "trefwoorden": Filter(check: .text) { _, row, values in
      values.flatMap { $0.split(separator: ",").map(String.init) }.allSatisfy(row.texts("trefwoorden").contains)
    },
    "objectinformatieobjecten__object": Filter(check: .text) { state, row, values in
      state.rows(.objectinformatieobjecten, "informatieobject", row.text("url"))
        .contains { values.contains($0.row.text("object")) }
    },
    "objectinformatieobjecten__objectType": Filter(check: .choice(["zaak", "besluit", "verzoek"])) {
      state, row, values in
      state.rows(.objectinformatieobjecten, "informatieobject", row.text("url"))
        .contains { values.contains($0.row.text("objectType")) }
    },
  ]
  return filters
}()

private let openZaakDocumentFilters: [String: Filter] = [
  "auteur": .equals("auteur"), "beschrijving": .contains("beschrijving"), "titel": .contains("titel"),
  "informatieobjecttype": .equals("informatieobjecttype"), "locked": .yesNo("locked"),
  "vertrouwelijkheidaanduiding": .within("vertrouwelijkheidaanduiding"), "ordering": .passed,
  "trefwoorden__overlap": Filter(check: .text) { _, row, values in
    values.flatMap { $0.split(separator: ",").map(String.init) }.contains(where: row.texts("trefwoorden").contains)
  },
].merging(Filter.dates("creatiedatum", ["gte", "lte"])) { $1 }

extension State {
  func visibleDocumenten(_ ids: [String], _ call: Call) -> [String] {
    let visibility = visibility(call.caller, .drc, scope: "documenten.lezen")
    guard case .upTo = visibility else { return ids }
    return ids.filter { id in
      let row = table(.enkelvoudiginformatieobjecten)[id]
      return visibility.shows(
        type: row?["informatieobjecttype"]?.string, level: row?["vertrouwelijkheidaanduiding"]?.string)
    }
  }

  func listDocumenten(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["documenten.lezen"], .drc)
    var filters = documentFilters
    if personality.extraFilters { filters.merge(openZaakDocumentFilters) { $1 } }
    var known = filters
    if personality.expands.contains("enkelvoudiginformatieobjecten") { known["expand"] = .passed }
    try checkQuery(call, known)
    let paths = try expansions(call.query("expand"), .enkelvoudiginformatieobjecten)
    var ids = narrowed(.enkelvoudiginformatieobjecten, call, filters, newestFirst: false)
    if call.queries("objectinformatieobjecten__object").count == 1,
      let object = call.query("objectinformatieobjecten__object")
    {
      // By the index, where going along all documents would do the same.
      let linked = Set(
        rows(.objectinformatieobjecten, "object", object).compactMap { id(of: $0.row.text("informatieobject")) })
      ids = ids.filter(linked.contains)
    }
    return try documentPage(visibleDocumenten(ids, call), call, paths)
  }

  mutating func searchDocumenten(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["documenten.lezen"], .drc)
    let body = try call.body()
    guard let wanted = body["uuid__in"]?.array else {
      throw .invalid(.object("empty_search_body", "Geef op waarop gezocht wordt."))
    }
    let ids = wanted.compactMap { $0.string?.lowercased() }
      .filter { table(.enkelvoudiginformatieobjecten)[$0] != nil }
    let places = Set(ids)
    let paths = try expansions(body["expand"]?.array?.compactMap(\.string) ?? [], .enkelvoudiginformatieobjecten)
    let ordered = table(.enkelvoudiginformatieobjecten).order.filter(places.contains)
    return try documentPage(visibleDocumenten(ordered, call), call, paths)
  }

  /// A page of documents; in Open Zaak every `inhoud` link has the versie of the first one (measured).
  private func documentPage(_ ids: [String], _ call: Call, _ paths: [[String]]) throws(Problem) -> Reply {
    var first: String?
    return try page(ids, call) { id in
      guard var row = table(.enkelvoudiginformatieobjecten)[id] else { return nil }
      if let link = row["inhoud"]?.string, let mark = link.lastIndex(of: "=") {
        let version = String(link[mark...])
        if first == nil { first = version }
        if personality.quirks, let first { row["inhoud"] = .string(link[..<mark] + first) }
      } else if first == nil {
        first = "=\(row["versie"]?.int ?? 1)"
      }
      let body = shown(.enkelvoudiginformatieobjecten, row)
      let expands = personality.expands.contains("enkelvoudiginformatieobjecten")
      return .object(expands ? expanded(body, paths) : body)
    }
  }

  /// The newest version, that of `?versie=`, or the one that was valid at `?registratieOp=`.
  func version(_ call: Call) throws(Problem) -> JSONObject {
    guard let newest = table(.enkelvoudiginformatieobjecten)[call.id] else { throw .notFound }
    try mustDocument(call, ["documenten.lezen"], newest)
    let all = (versions[call.id] ?? []) + [newest]
    if let asked = call.query("versie") {
      guard let found = all.first(where: { $0["versie"]?.int == Int(asked) }) else { throw .notFound }
      return found
    }
    if let text = call.query("registratieOp") {
      guard let moment = Moment(text),
        let found = all.last(where: { Moment($0.text("beginRegistratie")).map { $0 <= moment } ?? false })
      else { throw .notFound }
      return found
    }
    return newest
  }

  func readDocument(_ call: Call) throws(Problem) -> Reply {
    try checkQuery(call, ["versie": .passed, "registratieOp": .passed, "expand": .passed], paged: false)
    var row = try version(call)
    let newest = table(.enkelvoudiginformatieobjecten)[call.id]
    row["locked"] = newest?["locked"]
    let paths = try expansions(call.query("expand"), .enkelvoudiginformatieobjecten)
    let body = shown(.enkelvoudiginformatieobjecten, row)
    let expands = personality.expands.contains("enkelvoudiginformatieobjecten")
    return .one(expands ? expanded(body, paths) : body)
  }

  mutating func download(_ call: Call) throws(Problem) -> Reply {
    let row: JSONObject
    do throws(Problem) {
      row = try version(call)
    } catch {
      guard error.status == 404 else { throw error }
      return Reply(status: 404, body: .refusedBytes("application/octet-stream"))
    }
    guard let bytes = contents["\(call.id)/\(row["versie"]?.int ?? 1)"] ?? filler(row) else {
      return Reply(status: 404, body: .refusedBytes("application/octet-stream"))
    }
    return Reply(
      body: .bytes(bytes, name: "\(call.id).bin"), tagged: ["inhoud": .string("\(call.id)/\(row["versie"]?.int ?? 1)")])
  }

  /// Content for a document whose file was not in the data: its title, over and over, as long as it says it is.
  private func filler(_ row: JSONObject) -> [UInt8]? {
    guard row["inhoud"]?.string != nil, let size = row["bestandsomvang"]?.int else { return nil }
    let line = Array("\(row.text("titel"))\n".utf8)
    return (0..<size).map { line[$0 % line.count] }
  }
}
