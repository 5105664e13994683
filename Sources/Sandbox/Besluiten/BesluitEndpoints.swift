import Model

let besluitEndpoints: [Endpoint] = [
  Endpoint(.brc, "besluiten", ["GET": { try $0.listBesluiten($1) }, "POST": { try $0.createBesluit($1) }]),
  Endpoint(
    .brc, "besluiten/{}",
    [
      "GET": { try $0.readBesluit($1) }, "PUT": { try $0.updateBesluit($1, partial: false) },
      "PATCH": { try $0.updateBesluit($1, partial: true) }, "DELETE": { try $0.deleteBesluit($1) },
    ]),
  Endpoint(.brc, "besluiten/{}/audittrail", ["GET": { try $0.audittrail($1, .besluiten) }]),
  Endpoint(.brc, "besluiten/{}/audittrail/{}", ["GET": { try $0.audittrail($1, .besluiten) }]),
  Endpoint(
    .brc, "besluitinformatieobjecten",
    ["GET": { try $0.listBesluitDocumenten($1) }, "POST": { try $0.createBesluitDocument($1) }]),
  Endpoint(
    .brc, "besluitinformatieobjecten/{}",
    ["GET": { try $0.readBesluitDocument($1) }, "DELETE": { try $0.deleteBesluitDocument($1) }]),
  Endpoint(
    .brc, "besluit_verwerken",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.processBesluit(call) } }]),
]

extension Schema {
  static let besluit = Schema(
    .readOnly("url"), .text("identificatie", 50, fixed: true),
    Field(name: "verantwoordelijkeOrganisatie", kind: .rsin, required: true, fixed: true),
    .url("besluittype", required: true, fixed: true), .url("zaak"), .date("datum", required: true),
    .text("toelichting"),
    .text("bestuursorgaan", 50), .date("ingangsdatum", required: true), .date("vervaldatum"),
    .choice("vervalreden", ["tijdelijk", "ingetrokken_overheid", "ingetrokken_belanghebbende"]),
    .readOnly("vervalredenWeergave", ""), .date("publicatiedatum"), .date("verzenddatum"),
    .date("uiterlijkeReactiedatum"))
}

private let expiryTitles = [
  "tijdelijk": "Besluit met tijdelijke werking", "ingetrokken_overheid": "Besluit ingetrokken door overheid",
  "ingetrokken_belanghebbende": "Besluit ingetrokken o.v.v. belanghebbende",
]

extension State {
  func listBesluiten(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["besluiten.lezen"], .brc)
    var filters: [String: Filter] = [:]
    for field in ["besluittype", "identificatie", "verantwoordelijkeOrganisatie", "zaak"] {
      filters[field] = .equals(field)
    }
    try checkQuery(call, filters)
    let visibility = visibility(call.caller, .brc, scope: "besluiten.lezen")
    let ids = narrowed(.besluiten, call, filters, newestFirst: true).filter { id in
      visibility.shows(type: table(.besluiten)[id]?["besluittype"]?.string, level: "openbaar")
    }
    return try page(ids, call) { id in table(.besluiten)[id].map(JSON.object) }
  }

  func readBesluit(_ call: Call) throws(Problem) -> Reply { .one(try own(call, "besluiten.lezen")) }

  private func own(_ call: Call, _ scope: String) throws(Problem) -> JSONObject {
    guard let row = table(.besluiten)[call.id] else { throw .notFound }
    try call.caller.must([scope], .brc, type: row["besluittype"]?.string)
    return row
  }

  mutating func createBesluit(_ call: Call) throws(Problem) -> Reply {
    .created(try insertBesluit(try call.body(), call))
  }

  /// brc-001, 002 and 007.
  mutating func insertBesluit(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    try call.caller.must(
      ["besluiten.aanmaken"], .brc, type: find(.besluittypen, body["besluittype"]?.string)?.row.text("url"))
    var row = try Schema.besluit.read(body)
    let type = try require(.besluittypen, row, "besluittype").row
    guard type["concept"]?.bool != true else {
      throw .invalid(.init("besluittype", "not-published", "Dit besluittype is nog een concept."))
    }
    let zaak = try zaakOfBesluit(row, type)
    let given = row.text("identificatie")
    if given.isEmpty {
      row["identificatie"] = .string(newNumber("BESLUIT", year: call.now.day.parts.year))
    } else {
      let taken = rows(.besluiten, "identificatie", given)
        .contains { $0.row["verantwoordelijkeOrganisatie"] == row["verantwoordelijkeOrganisatie"] }
      guard !taken else {
        throw .invalid(
          .init(
            "identificatie", "identificatie-niet-uniek", "Het nummer \(given) is voor deze organisatie al gebruikt."))
      }
      noteNumber(given)
    }
    row["vervalredenWeergave"] = .string(expiryTitles[row.text("vervalreden")] ?? "")
    let (id, named) = named(row, .besluiten)
    put(.besluiten, id, named)
    if let zaak {
      linkBesluit(named.text("url"), zaak)
      touch(zaak, call.now)
    }
    audit(call, .create, .besluiten, old: nil, new: named)
    return named
  }

  /// The id of the zaak of a besluit; the besluittype belongs to the zaaktype (brc-007).
  private func zaakOfBesluit(_ row: JSONObject, _ type: JSONObject) throws(Problem) -> String? {
    guard let link = row["zaak"]?.string, !link.isEmpty else { return nil }
    guard let zaak = find(.zaken, link) else { throw .invalid(.missing("zaak", link)) }
    guard type.texts("zaaktypen").contains(zaak.row.text("zaaktype")) else {
      throw .invalid(.object("zaaktype-mismatch", "Dit besluittype hoort niet bij het zaaktype van de zaak."))
    }
    return zaak.id
  }

  /// The zaak's side of the relation (`/zaken/{uuid}/besluiten`).
  mutating func linkBesluit(_ besluit: String, _ zaak: String) {
    let id = newId()
    let link = url(.zaken, zaak)
    put(
      .zaakbesluiten, id,
      [
        "url": .string("\(link)/besluiten/\(id)"), "uuid": .string(id), "besluit": .string(besluit),
        "zaak": .string(link),
      ])
  }

  mutating func updateBesluit(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    let old = try own(call, "besluiten.bijwerken")
    var row = try Schema.besluit.read(try call.body(), over: old, partial: partial)
    guard row["zaak"] == old["zaak"] || old.text("zaak").isEmpty else { throw .invalid(.unchangeable("zaak")) }
    let zaak = try zaakOfBesluit(row, try require(.besluittypen, row, "besluittype").row)
    row["vervalredenWeergave"] = .string(expiryTitles[row.text("vervalreden")] ?? "")
    put(.besluiten, call.id, row)
    if let zaak {
      if old.text("zaak").isEmpty { linkBesluit(row.text("url"), zaak) }
      touch(zaak, call.now)
    }
    audit(call, partial ? .partialUpdate : .update, .besluiten, old: old, new: row)
    return .saved(row)
  }

  mutating func deleteBesluit(_ call: Call) throws(Problem) -> Reply {
    let row = try own(call, "besluiten.verwijderen")
    let link = row.text("url")
    for part in rows(.besluitinformatieobjecten, "besluit", link) {
      remove(.besluitinformatieobjecten, part.id)
      unmirror(object: link, informatieobject: part.row.text("informatieobject"))
    }
    if let zaak = find(.zaken, row["zaak"]?.string) {
      for part in rows(.zaakbesluiten, "zaak", zaak.row.text("url")) where part.row.text("besluit") == link {
        remove(.zaakbesluiten, part.id)
      }
      touch(zaak.id, call.now)
    }
    trails[link] = nil
    remove(.besluiten, call.id)
    return .deleted
  }

  mutating func processBesluit(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    guard let first = body["besluit"]?.object else { throw .invalid(.required("besluit")) }
    guard let links = body["besluitinformatieobjecten"]?.array else {
      throw .invalid(.required("besluitinformatieobjecten"))
    }
    let besluit = try under("besluit") { () throws(Problem) in try insertBesluit(first, call) }
    var made: [JSON] = []
    for item in links {
      guard var link = item.object else { continue }
      link["besluit"] = besluit["url"]
      made.append(.object(try insertBesluitDocument(link, call)))
    }
    return Reply(status: 201, body: .json(["besluit": .object(besluit), "besluitinformatieobjecten": .array(made)]))
  }
}
