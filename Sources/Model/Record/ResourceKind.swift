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

extension ResourceKind {
  /// The fields of its resources.
  public var fields: any ResourceFields.Type {
    switch self {
    case .zaken: ZaakFields.self
    case .statussen: StatusFields.self
    case .resultaten: ResultaatFields.self
    case .rollen: RolFields.self
    case .zaakeigenschappen: ZaakEigenschapFields.self
    case .zaakinformatieobjecten: ZaakInformatieObjectFields.self
    case .zaakobjecten: ZaakObjectFields.self
    case .zaaknotities: ZaakNotitieFields.self
    case .enkelvoudiginformatieobjecten: EnkelvoudigInformatieObjectFields.self
    case .objectinformatieobjecten: ObjectInformatieObjectFields.self
    case .gebruiksrechten: GebruiksrechtFields.self
    case .besluiten: BesluitFields.self
    case .besluitinformatieobjecten: BesluitInformatieObjectFields.self
    case .catalogussen: CatalogusFields.self
    case .zaaktypen: ZaaktypeFields.self
    case .statustypen: StatustypeFields.self
    case .resultaattypen: ResultaattypeFields.self
    case .roltypen: RoltypeFields.self
    case .eigenschappen: EigenschapFields.self
    case .informatieobjecttypen: InformatieobjecttypeFields.self
    case .besluittypen: BesluittypeFields.self
    case .zaakobjecttypen: ZaakobjecttypeFields.self
    case .zaaktypeInformatieobjecttypen: ZaaktypeInformatieobjecttypeFields.self
    case .applicaties: ApplicatieFields.self
    }
  }
}
