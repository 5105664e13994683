public typealias Applicatie = Record<ApplicatieFields>

/// What an application may do on the server (`ac-001` to `ac-003`).
public struct ApplicatieFields: ResourceFields {
  public static let fields = ApplicatieFields()
  public static let kind = ResourceKind.applicaties

  public let url = Field<Ref>("url", readOnly: true)
  public let clientIds = Field<[String]>("clientIds", required: true)
  public let label = Field<String>("label", max: 100, required: true)
  public let heeftAlleAutorisaties = Field<Bool>("heeftAlleAutorisaties")
  public let autorisaties = Field<[Autorisatie]>("autorisaties")
  /// From Autorisaties 1.1.
  public let alleenIsGereedVoorPublicatie = Field<Bool>("alleenIsGereedVoorPublicatie")
}

public typealias Autorisatie = Record<AutorisatieFields>

public struct AutorisatieFields: RecordFields {
  public static let fields = AutorisatieFields()
  /// `zrc`, `drc`, `ztc`, `brc`, `ac` or `nrc`.
  public let component = Field<String>("component", max: 50, required: true)
  public let componentWeergave = Field<String>("componentWeergave", readOnly: true)
  /// Such as `zaken.lezen`.
  public let scopes = Field<[String]>("scopes", required: true)
  public let zaaktype = Field<Ref>("zaaktype", max: 1000)
  public let informatieobjecttype = Field<Ref>("informatieobjecttype", max: 1000)
  public let besluittype = Field<Ref>("besluittype", max: 1000)
  public let maxVertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding?>("maxVertrouwelijkheidaanduiding")
}
