import Model

/// Catalogi are read-only in the sandbox: nobody has the scopes to write them, and every try is a 403.
let catalogusEndpoints: [Endpoint] = catalogusFilters.flatMap { collection, filters in
  [
    Endpoint(
      .ztc, collection.rawValue, refused: ["POST"], ["GET": { try $0.listTypes(collection, $1, filters) }]),
    Endpoint(
      .ztc, collection.rawValue + "/{}", refused: ["PUT", "PATCH", "DELETE"],
      ["GET": { try $0.readType(collection, $1) }]),
  ]
}

private let states: Filter.Check = .choice(["alles", "concept", "definitief"])

/// The zaaktypen of a type, for the types that can belong to more than one.
private func many(_ field: String) -> Filter {
  Filter(check: .text) { _, row, values in values.allSatisfy(row.texts(field).contains) }
}

/// Whether a type was valid on a day; types without dates of their own follow their zaaktype.
private let validity = Filter(check: .day) { state, row, values in
  let dated = row.text("beginGeldigheid").isEmpty ? state.find(.zaaktypen, row["zaaktype"]?.string)?.row ?? row : row
  return values.allSatisfy { day in
    let end = dated["eindeGeldigheid"]?.string ?? ""
    return dated.text("beginGeldigheid") <= day && (end.isEmpty || end >= day)
  }
}

private let catalogusFilters: [(Collection, [String: Filter])] = {
  let ofZaaktype: [String: Filter] = [
    "zaaktype": .equals("zaaktype"), "zaaktypeIdentificatie": .equals("zaaktypeIdentificatie"),
    "datumGeldigheid": validity, "status": Filter(check: states) { _, _, _ in true },
  ]
  let status: [String: Filter] = [
    "datumGeldigheid": validity, "catalogus": .equals("catalogus"), "status": Filter(check: states) { _, _, _ in true },
  ]
  func over(_ base: [String: Filter], _ more: [String: Filter]) -> [String: Filter] { base.merging(more) { $1 } }
  return [
    (
      .catalogussen,
      [
        "domein": .equals("domein"), "domein__in": .within("domein"), "rsin": .equals("rsin"),
        "rsin__in": .within("rsin"),
      ]
    ),
    (
      .zaaktypen,
      over(
        status,
        [
          "identificatie": .equals("identificatie"), "identificatie__icontains": .contains("identificatie"),
          "omschrijving__icontains": .contains("omschrijving"), "trefwoorden": many("trefwoorden"),
        ])
    ),
    (.statustypen, ofZaaktype), (.resultaattypen, ofZaaktype), (.eigenschappen, ofZaaktype),
    (
      .roltypen,
      over(
        ofZaaktype,
        ["omschrijving": .equals("omschrijving"), "omschrijvingGeneriek": .equals("omschrijvingGeneriek")])
    ),
    (
      .informatieobjecttypen,
      over(
        status,
        [
          "omschrijving": .equals("omschrijving"), "omschrijving__icontains": .contains("omschrijving"),
          "zaaktype": many("zaaktypen"),
        ])
    ),
    (
      .besluittypen,
      over(
        status,
        [
          "omschrijving": .equals("omschrijving"), "zaaktypen": many("zaaktypen"),
          "informatieobjecttypen": many("informatieobjecttypen"),
        ])
    ),
    (
      .zaakobjecttypen,
      over(
        ofZaaktype,
        [
          "catalogus": .equals("catalogus"), "objecttype": .equals("objecttype"),
          "relatieOmschrijving": .equals("relatieOmschrijving"), "anderObjecttype": .yesNo("anderObjecttype"),
        ])
    ),
    (
      .zaaktypeInformatieobjecttypen,
      [
        "zaaktype": .equals("zaaktype"), "informatieobjecttype": .equals("informatieobjecttype"),
        "richting": .equals("richting"), "status": Filter(check: states) { _, _, _ in true },
      ]
    ),
  ]
}()

extension State {
  /// A list of types, newest first; concepts are in it only when the query asks for them.
  func listTypes(_ collection: Collection, _ call: Call, _ filters: [String: Filter]) throws(Problem) -> Reply {
    try call.caller.must(["catalogi.lezen"], .ztc)
    try checkQuery(call, filters)
    var ids = narrowed(collection, call, filters, newestFirst: true)
    let wanted = call.query("status") ?? "definitief"
    if collection != .catalogussen, wanted != "alles" {
      ids = ids.filter { id in table(collection)[id].map(isConcept) == (wanted == "concept") }
    }
    return try page(ids, call) { id in table(collection)[id].map { .object(shown(collection, $0)) } }
  }

  private func isConcept(_ row: JSONObject) -> Bool {
    row["concept"]?.bool ?? find(.zaaktypen, row["zaaktype"]?.string)?.row["concept"]?.bool ?? false
  }

  func readType(_ collection: Collection, _ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["catalogi.lezen"], .ztc)
    guard let row = table(collection)[call.id] else { throw .notFound }
    return .one(shown(collection, row))
  }
}
