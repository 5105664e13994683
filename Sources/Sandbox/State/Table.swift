import Model

/// The collections of the five APIs; the raw value is the last part of the path and the name in `Sandbox.all`.
enum Collection: String, CaseIterable, Sendable {
  case zaken, statussen, substatussen, resultaten, rollen, zaakeigenschappen, zaakinformatieobjecten, zaakobjecten
  case zaaknotities, zaakbesluiten
  case enkelvoudiginformatieobjecten, objectinformatieobjecten, gebruiksrechten, bestandsdelen
  case besluiten, besluitinformatieobjecten
  case catalogussen, zaaktypen, statustypen, resultaattypen, roltypen, eigenschappen, informatieobjecttypen
  case besluittypen, zaakobjecttypen
  case zaaktypeInformatieobjecttypen = "zaaktype-informatieobjecttypen"
  case applicaties

  /// The fields by which rows must be found without going along all of them.
  var indexed: [String] {
    switch self {
    case .statussen, .substatussen, .resultaten, .rollen, .zaakeigenschappen, .zaakobjecten, .zaakbesluiten: ["zaak"]
    case .zaakinformatieobjecten: ["zaak", "informatieobject"]
    case .zaaknotities: ["gerelateerdAan"]
    case .objectinformatieobjecten: ["object", "informatieobject"]
    case .gebruiksrechten: ["informatieobject"]
    case .besluiten: ["zaak", "identificatie"]
    case .besluitinformatieobjecten: ["besluit", "informatieobject"]
    case .zaken: ["hoofdzaak", "identificatie"]
    case .enkelvoudiginformatieobjecten: ["identificatie"]
    case .statustypen, .resultaattypen, .roltypen, .eigenschappen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen:
      ["zaaktype"]
    case .bestandsdelen, .catalogussen, .zaaktypen, .informatieobjecttypen, .besluittypen, .applicaties: []
    }
  }

  var component: Component {
    switch self {
    case .zaken, .statussen, .substatussen, .resultaten, .rollen, .zaakeigenschappen, .zaakinformatieobjecten,
      .zaakobjecten, .zaaknotities, .zaakbesluiten:
      .zrc
    case .enkelvoudiginformatieobjecten, .objectinformatieobjecten, .gebruiksrechten, .bestandsdelen: .drc
    case .besluiten, .besluitinformatieobjecten: .brc
    case .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen,
      .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen:
      .ztc
    case .applicaties: .ac
    }
  }
}

/// The five APIs, by the abbreviations that autorisaties and audittrails use.
enum Component: String, CaseIterable, Sendable {
  case zrc, drc, ztc, brc, ac

  var path: String {
    switch self {
    case .zrc: "zaken/api/v1"
    case .drc: "documenten/api/v1"
    case .ztc: "catalogi/api/v1"
    case .brc: "besluiten/api/v1"
    case .ac: "autorisaties/api/v1"
    }
  }

  var title: String {
    switch self {
    case .zrc: "Zaken API"
    case .drc: "Documenten API"
    case .ztc: "Catalogi API"
    case .brc: "Besluiten API"
    case .ac: "Autorisaties API"
    }
  }
}

/// The rows of one collection, oldest first, each as a client would get it.
struct Table: Sendable {
  private(set) var rows: [String: JSONObject] = [:]
  private(set) var order: [String] = []
  private var indexes: [String: [String: [String]]] = [:]

  init(indexed: [String]) {
    for field in indexed { indexes[field] = [:] }
  }

  subscript(id: String) -> JSONObject? { rows[id] }
  var count: Int { order.count }

  /// Adds a row, or puts it in the place of the one with this id.
  mutating func put(_ id: String, _ row: JSONObject) {
    let old = rows.updateValue(row, forKey: id)
    if old == nil { order.append(id) }
    for field in Array(indexes.keys) {
      let (before, after) = (old?[field]?.string, row[field]?.string)
      guard before != after else { continue }
      if let before { indexes[field]?[before]?.removeAll { $0 == id } }
      if let after { indexes[field]?[after, default: []].append(id) }
    }
  }

  mutating func remove(_ id: String) {
    guard let row = rows.removeValue(forKey: id) else { return }
    if let place = order.lastIndex(of: id) { order.remove(at: place) }
    for field in Array(indexes.keys) {
      if let value = row[field]?.string { indexes[field]?[value]?.removeAll { $0 == id } }
    }
  }

  /// The ids of the rows whose indexed field has this value, oldest first; nil where the field is not indexed.
  func ids(_ field: String, _ value: String) -> [String]? {
    indexes[field].map { $0[value] ?? [] }
  }
}
