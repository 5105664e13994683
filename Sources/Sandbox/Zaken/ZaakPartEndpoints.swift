import Model

let zaakPartEndpoints: [Endpoint] = [
  Endpoint(
    .zrc, "statussen",
    ["GET": { try $0.listParts(.statussen, $1, statusFilters) }, "POST": { try $0.createStatus($1) }]),
  Endpoint(.zrc, "statussen/{}", ["GET": { try $0.readPart(.statussen, $1) }]),
  Endpoint(
    .zrc, "substatussen",
    ["GET": { try $0.listParts(.substatussen, $1, substatusFilters) }, "POST": { try $0.createSubstatus($1) }]),
  Endpoint(.zrc, "substatussen/{}", ["GET": { try $0.readPart(.substatussen, $1) }]),
  Endpoint(
    .zrc, "resultaten",
    [
      "GET": {
        try $0.listParts(.resultaten, $1, ["zaak": .equals("zaak"), "resultaattype": .equals("resultaattype")])
      },
      "POST": { try $0.createResultaat($1) },
    ]),
  Endpoint(
    .zrc, "resultaten/{}",
    [
      "GET": { try $0.readPart(.resultaten, $1) }, "PUT": { try $0.updateResultaat($1, partial: false) },
      "PATCH": { try $0.updateResultaat($1, partial: true) }, "DELETE": { try $0.deleteResultaat($1) },
    ]),
  Endpoint(
    .zrc, "rollen", ["GET": { try $0.listParts(.rollen, $1, rolFilters) }, "POST": { try $0.createRol($1) }]),
  Endpoint(
    .zrc, "rollen/{}",
    [
      "GET": { try $0.readPart(.rollen, $1) }, "PUT": { try $0.updateRol($1) }, "DELETE": { try $0.deleteRol($1) },
    ]),
  Endpoint(
    .zrc, "zaken/{}/zaakeigenschappen",
    ["GET": { try $0.listEigenschappen($1) }, "POST": { try $0.createEigenschap($1) }]),
  Endpoint(
    .zrc, "zaken/{}/zaakeigenschappen/{}",
    [
      "GET": { try $0.readPart(.zaakeigenschappen, $1) }, "PUT": { try $0.updateEigenschap($1, partial: false) },
      "PATCH": { try $0.updateEigenschap($1, partial: true) }, "DELETE": { try $0.deleteEigenschap($1) },
    ]),
  Endpoint(
    .zrc, "zaken/{}/besluiten",
    ["GET": { try $0.listZaakbesluiten($1) }, "POST": { try $0.createZaakbesluit($1) }]),
  Endpoint(
    .zrc, "zaken/{}/besluiten/{}",
    ["GET": { try $0.readZaakbesluit($1) }, "DELETE": { try $0.deleteZaakbesluit($1) }]),
  Endpoint(
    .zrc, "zaakobjecten",
    [
      "GET": {
        try $0.listParts(
          .zaakobjecten, $1,
          ["zaak": .equals("zaak"), "object": .equals("object"), "objectType": .equals("objectType")])
      },
      "POST": { try $0.createZaakobject($1) },
    ]),
  Endpoint(
    .zrc, "zaakobjecten/{}",
    [
      "GET": { try $0.readPart(.zaakobjecten, $1) }, "PUT": { try $0.updateZaakobject($1, partial: false) },
      "PATCH": { try $0.updateZaakobject($1, partial: true) }, "DELETE": { try $0.deleteZaakobject($1) },
    ]),
  Endpoint(
    .zrc, "zaakinformatieobjecten",
    ["GET": { try $0.listZaakinformatieobjecten($1) }, "POST": { try $0.createZaakinformatieobject($1) }]),
  Endpoint(
    .zrc, "zaakinformatieobjecten/{}",
    [
      "GET": { try $0.readPart(.zaakinformatieobjecten, $1) },
      "PUT": { try $0.updateZaakinformatieobject($1, partial: false) },
      "PATCH": { try $0.updateZaakinformatieobject($1, partial: true) },
      "DELETE": { try $0.deleteZaakinformatieobject($1) },
    ]),
  Endpoint(
    .zrc, "zaaknotities",
    ["GET": { try $0.listParts(.zaaknotities, $1, notitieFilters) }, "POST": { try $0.createNotitie($1) }]),
  Endpoint(
    .zrc, "zaaknotities/{}",
    [
      "GET": { try $0.readPart(.zaaknotities, $1) }, "PUT": { try $0.updateNotitie($1, partial: false) },
      "PATCH": { try $0.updateNotitie($1, partial: true) }, "DELETE": { try $0.deleteNotitie($1) },
    ]),
]

private let statusFilters: [String: Filter] = [
  "zaak": .equals("zaak"), "statustype": .equals("statustype"),
  "indicatieLaatstGezetteStatus": .yesNo("indicatieLaatstGezetteStatus"),
]

private let substatusFilters: [String: Filter] = [
  "zaak": .equals("zaak"), "status": .equals("status"), "doelgroep": .equals("doelgroep"),
].merging(Filter.dates("tijdstip", ["gt", "gte", "lt", "lte"], .moment)) { $1 }

private let rolFilters: [String: Filter] = {
  var filters: [String: Filter] = [:]
  for field in ["zaak", "betrokkene", "betrokkeneType", "omschrijving", "omschrijvingGeneriek", "roltype"] {
    filters[field] = .equals(field)
  }
  for path in ZaakFilters.identifications {
    let (type, field) = ZaakFilters.identification(path)
    filters["betrokkeneIdentificatie__\(path)"] = Filter(check: .text) { _, row, values in
      row.text("betrokkeneType") == type && (row.text(at: field).map(values.contains) ?? false)
    }
  }
  return filters
}()

private let notitieFilters: [String: Filter] = {
  var filters: [String: Filter] = [:]
  for field in ["aangemaaktDoor", "gerelateerdAan", "notitieType", "onderwerp", "status", "tekst"] {
    filters[field] = .equals(field)
  }
  for field in ["aangemaaktDoor", "onderwerp", "tekst"] { filters["\(field)__icontains"] = .contains(field) }
  for field in ["aanmaakdatum", "wijzigingsdatum"] {
    filters.merge(Filter.dates(field, ["", "gt", "gte", "lt", "lte"], .moment)) { $1 }
  }
  return filters
}()

extension State {
  /// The zaak that a part hangs on.
  func owner(_ part: JSONObject) -> JSONObject? {
    find(.zaken, part["zaak"]?.string ?? part["gerelateerdAan"]?.string)?.row
  }

  /// A paged list over all zaken at once, newest first; what hangs on zaken that are not to be seen is left out.
  func listParts(_ collection: Collection, _ call: Call, _ filters: [String: Filter]) throws(Problem) -> Reply {
    try call.caller.must(["zaken.lezen"], .zrc)
    var known = filters
    if personality.expands.contains(collection.rawValue) { known["expand"] = .passed }
    try checkQuery(call, known)
    let paths =
      personality.expands.contains(collection.rawValue)
      ? try expansions(call.query("expand"), collection) : []
    var ids = narrowed(collection, call, filters, newestFirst: true)
    if collection == .statussen, call.query("zaak") != nil {
      ids.sort {
        (table(.statussen)[$0]?.text("datumStatusGezet") ?? "")
          > (table(.statussen)[$1]?.text("datumStatusGezet") ?? "")
      }
    }
    ids = visibleParts(collection, ids, call)
    return try page(ids, call) { id in
      table(collection)[id].map { row in
        let body = shown(collection, row)
        return .object(paths.isEmpty ? body : expanded(body, paths))
      }
    }
  }

  func visibleParts(_ collection: Collection, _ ids: [String], _ call: Call) -> [String] {
    let visibility = visibility(call.caller, .zrc, scope: "zaken.lezen")
    guard case .upTo = visibility else { return ids }
    return ids.filter { id in isVisible(zaak: table(collection)[id].flatMap(owner), visibility) }
  }

  func readPart(_ collection: Collection, _ call: Call) throws(Problem) -> Reply {
    guard let row = table(collection)[call.id] else { throw .notFound }
    if let zaak = owner(row) { try mustRead(call, zaak: zaak) }
    return .one(shown(collection, row))
  }

  /// The part that a write is about, with its zaak, after the rights were looked at.
  func changeable(
    _ collection: Collection, _ call: Call,
    scopes: [String] = ["zaken.bijwerken", "zaken.geforceerd-bijwerken"]
  ) throws(Problem) -> (row: JSONObject, zaak: String) {
    guard let row = table(collection)[call.id],
      let zaak = find(.zaken, row["zaak"]?.string ?? row["gerelateerdAan"]?.string)
    else { throw .notFound }
    try mustChange(call, zaak: zaak.row, scopes: scopes)
    return (row, zaak.id)
  }

  /// The zaak that a new part is to hang on, after the rights were looked at.
  func target(
    _ body: JSONObject, _ call: Call, field: String = "zaak",
    scopes: [String] = ["zaken.bijwerken", "zaken.geforceerd-bijwerken"]
  ) throws(Problem) -> (id: String, row: JSONObject) {
    let zaak = try require(.zaken, body, field)
    try mustChange(call, zaak: zaak.row, scopes: scopes)
    return zaak
  }

  /// Gives a new part its id and URL; `path` stands between the API and the id where it is not the collection.
  mutating func named(_ row: JSONObject, _ collection: Collection, under link: String? = nil) -> (String, JSONObject) {
    var row = row
    let id = newId()
    row["url"] = .string(link.map { "\($0)/\(id)" } ?? url(collection, id))
    if row["uuid"] != nil { row["uuid"] = .string(id) }
    return (id, row)
  }

  /// zrc-016 to 020: the type belongs to the zaaktype of the zaak.
  func mustFit(_ type: JSONObject, _ zaak: JSONObject) throws(Problem) {
    guard type["zaaktype"] == zaak["zaaktype"] else { throw .invalid(.otherZaaktype) }
  }
}
