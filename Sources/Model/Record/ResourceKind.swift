/// The APIs of the ZGW standard that hold the resources.
public enum ZGWAPI: String, Sendable, CaseIterable {
  case zaken, documenten, catalogi, besluiten, autorisaties
}

/// The kinds of resource, by the name of their collection on the server.
public enum ResourceKind: String, Sendable, CaseIterable {
  case zaken, statussen, resultaten, rollen, zaakeigenschappen, zaakinformatieobjecten, zaakobjecten, zaaknotities
  case enkelvoudiginformatieobjecten, objectinformatieobjecten, gebruiksrechten
  case besluiten, besluitinformatieobjecten
  case catalogussen, zaaktypen, statustypen, resultaattypen, roltypen, eigenschappen, informatieobjecttypen
  case besluittypen, zaakobjecttypen
  case zaaktypeInformatieobjecttypen = "zaaktype-informatieobjecttypen"
  case applicaties

  public var api: ZGWAPI {
    switch self {
    case .zaken, .statussen, .resultaten, .rollen, .zaakeigenschappen, .zaakinformatieobjecten, .zaakobjecten,
      .zaaknotities:
      .zaken
    case .enkelvoudiginformatieobjecten, .objectinformatieobjecten, .gebruiksrechten: .documenten
    case .besluiten, .besluitinformatieobjecten: .besluiten
    case .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen,
      .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen:
      .catalogi
    case .applicaties: .autorisaties
    }
  }

  /// Whether the collection answers with a plain array instead of pages (ZGW 1.x, DOMAIN A2).
  public var isPlainList: Bool {
    switch self {
    case .zaakinformatieobjecten, .zaakeigenschappen, .objectinformatieobjecten, .gebruiksrechten,
      .besluitinformatieobjecten:
      true
    case .zaken, .statussen, .resultaten, .rollen, .zaakobjecten, .zaaknotities, .enkelvoudiginformatieobjecten,
      .besluiten, .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen,
      .informatieobjecttypen, .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      false
    }
  }
}
