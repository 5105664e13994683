import Model
import Sync

extension MemoryServer.State {
  /// The query parameters of a list that say what a field is.
  private static func equals(_ kind: ResourceKind) -> Set<String> {
    switch kind {
    case .zaken: ["zaaktype", "identificatie", "bronorganisatie"]
    case .statussen: ["zaak", "statustype"]
    case .resultaten: ["zaak", "resultaattype"]
    case .rollen: ["zaak", "roltype", "betrokkeneType", "omschrijvingGeneriek"]
    case .zaakobjecten: ["zaak", "object", "objectType"]
    case .zaakeigenschappen: []
    case .zaakinformatieobjecten: ["zaak", "informatieobject"]
    case .zaaknotities: ["gerelateerdAan"]
    case .enkelvoudiginformatieobjecten: ["identificatie", "bronorganisatie"]
    case .objectinformatieobjecten: ["object", "informatieobject"]
    case .gebruiksrechten: ["informatieobject"]
    case .besluiten: ["zaak", "identificatie", "verantwoordelijkeOrganisatie", "besluittype"]
    case .besluitinformatieobjecten: ["besluit", "informatieobject"]
    case .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen,
      .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      ["zaaktype"]
    }
  }

  /// Newest first, unless another order is asked for; refuses parameters that the list does not know.
  func listed(_ kind: ResourceKind, _ filters: [Filter]) throws(RemoteError) -> [JSONObject] {
    var found = Array(all(kind).reversed()).filter { !forbidden.contains($0["url"]?.string ?? "") }
    for filter in filters {
      if MemoryServer.State.equals(kind).contains(filter.name) {
        found.removeAll { $0[filter.name]?.string != filter.value }
      } else if kind == .statussen, filter.name == "indicatieLaatstGezetteStatus" {
        let latest = Set(all(.zaken).compactMap { $0["status"]?.string })
        found.removeAll { latest.contains($0["url"]?.string ?? "") != (filter.value == "true") }
      } else {
        guard kind == .zaken, let narrowed = narrowed(found, filter) else {
          throw .rejected(.made(400, "unknown-parameters"))
        }
        found = narrowed
      }
    }
    return found
  }

  /// What only zaken can be narrowed by; nil for what they cannot.
  private func narrowed(_ zaken: [JSONObject], _ filter: Filter) -> [JSONObject]? {
    switch filter.name {
    case "einddatum__isnull": zaken.filter { ($0["einddatum"] ?? .null).isNull == (filter.value == "true") }
    case "einddatum__gt": zaken.filter { ($0["einddatum"]?.string).map { $0 > filter.value } ?? false }
    case "startdatum__gt": zaken.filter { day($0) > filter.value }
    case "startdatum__gte": zaken.filter { day($0) >= filter.value }
    case "startdatum__lt": zaken.filter { day($0) < filter.value }
    case "startdatum__lte": zaken.filter { day($0) <= filter.value }
    case "ordering": ordered(zaken, filter.value)
    case "rol__omschrijvingGeneriek": zaken.filter { has($0, rol: { $0["omschrijvingGeneriek"] }, filter.value) }
    case "rol__betrokkeneIdentificatie__medewerker__identificatie":
      zaken.filter { has($0, rol: { identificatie($0, "medewerker") }, filter.value) }
    case "rol__betrokkeneIdentificatie__organisatorischeEenheid__identificatie":
      zaken.filter { has($0, rol: { identificatie($0, "organisatorische_eenheid") }, filter.value) }
    default: nil
    }
  }

  private func identificatie(_ rol: JSONObject, _ type: JSON) -> JSON? {
    rol["betrokkeneType"] == type ? rol["betrokkeneIdentificatie"]?["identificatie"] : nil
  }

  private func day(_ zaak: JSONObject) -> String { zaak["startdatum"]?.string ?? "" }

  private func ordered(_ zaken: [JSONObject], _ ordering: String) -> [JSONObject] {
    let field = ordering.hasPrefix("-") ? String(ordering.dropFirst()) : ordering
    let up = zaken.sorted { ($0[field]?.string ?? "") < ($1[field]?.string ?? "") }
    return ordering.hasPrefix("-") ? up.reversed() : up
  }

  private func has(_ zaak: JSONObject, rol field: (JSONObject) -> JSON?, _ value: String) -> Bool {
    all(.rollen).contains { $0["zaak"] == zaak["url"] && field($0)?.string == value }
  }
}
