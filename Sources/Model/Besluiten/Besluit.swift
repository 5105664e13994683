public typealias Besluit = Record<BesluitFields>

/// A decision, mostly the outcome of a zaak (Besluiten API 1.0 to 1.1).
public struct BesluitFields: ResourceFields {
  public static let fields = BesluitFields()
  public static let kind = ResourceKind.besluiten

  public let url = Field<Ref>("url", readOnly: true)
  /// Unique together with verantwoordelijkeOrganisatie (`brc-002`).
  public let identificatie = Field<String>("identificatie", max: 50)
  public let verantwoordelijkeOrganisatie = Field<String>("verantwoordelijkeOrganisatie", max: 9, required: true)
  public let besluittype = Field<Ref>("besluittype", required: true)
  public let zaak = Field<Ref?>("zaak")
  public let datum = Field<Day>("datum", required: true)
  public let toelichting = Field<String>("toelichting")
  public let bestuursorgaan = Field<String>("bestuursorgaan", max: 50)
  public let ingangsdatum = Field<Day>("ingangsdatum", required: true)
  public let vervaldatum = Field<Day?>("vervaldatum")
  public let vervalreden = Field<Vervalreden?>("vervalreden")
  public let vervalredenWeergave = Field<String>("vervalredenWeergave", readOnly: true)
  public let publicatiedatum = Field<Day?>("publicatiedatum")
  public let verzenddatum = Field<Day?>("verzenddatum")
  public let uiterlijkeReactiedatum = Field<Day?>("uiterlijkeReactiedatum")
}

public enum Vervalreden: String, Code {
  case tijdelijk
  case ingetrokkenOverheid = "ingetrokken_overheid"
  case ingetrokkenBelanghebbende = "ingetrokken_belanghebbende"
  public static var empty: Self { .tijdelijk }
}

public typealias BesluitInformatieObject = Record<BesluitInformatieObjectFields>

/// The link between a besluit and a document (`brc-003`, `brc-004`).
public struct BesluitInformatieObjectFields: ResourceFields {
  public static let fields = BesluitInformatieObjectFields()
  public static let kind = ResourceKind.besluitinformatieobjecten

  public let url = Field<Ref>("url", readOnly: true)
  public let informatieobject = Field<Ref>("informatieobject", required: true)
  public let besluit = Field<Ref>("besluit", required: true)
}
