public typealias Status = Record<StatusFields>

/// A status that a zaak reached.
///
/// Never changed and never removed: a new one comes after it.
public struct StatusFields: ResourceFields {
  public static let fields = StatusFields()
  public static let kind = ResourceKind.statussen

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  public let zaak = Field<Ref>("zaak", required: true)
  public let statustype = Field<Ref>("statustype", max: 1000, required: true)
  /// Unique within the zaak; the latest one is the current status.
  public let datumStatusGezet = Field<Moment>("datumStatusGezet", required: true)
  public let statustoelichting = Field<String>("statustoelichting", max: 1000)
  /// The rol that set it.
  public let gezetdoor = Field<Ref?>("gezetdoor")
  public let indicatieLaatstGezetteStatus = Field<Bool>("indicatieLaatstGezetteStatus", readOnly: true)
  public let zaakinformatieobjecten = Field<[Ref]>("zaakinformatieobjecten", readOnly: true)
}

public typealias Resultaat = Record<ResultaatFields>

/// What came out of a zaak; at most one a zaak, and needed before it can be closed (`zrc-007`).
public struct ResultaatFields: ResourceFields {
  public static let fields = ResultaatFields()
  public static let kind = ResourceKind.resultaten

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  public let zaak = Field<Ref>("zaak", required: true)
  public let resultaattype = Field<Ref>("resultaattype", max: 1000, required: true)
  public let toelichting = Field<String>("toelichting", max: 1000)
}
