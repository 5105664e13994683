public typealias ObjectInformatieObject = Record<ObjectInformatieObjectFields>

/// The link between a document and a zaak or besluit, seen from the document; the server makes it (`drc-004`).
public struct ObjectInformatieObjectFields: ResourceFields {
  public static let fields = ObjectInformatieObjectFields()
  public static let kind = ResourceKind.objectinformatieobjecten

  public let url = Field<Ref>("url", readOnly: true)
  public let informatieobject = Field<Ref>("informatieobject", required: true)
  public let object = Field<Ref>("object", required: true)
  public let objectType = Field<DocumentObjectType?>("objectType", required: true)
}

public enum DocumentObjectType: String, Code {
  case besluit, zaak, verzoek
  public static var empty: Self { .zaak }
}

public typealias Gebruiksrecht = Record<GebruiksrechtFields>

/// Under which conditions a document may be used.
public struct GebruiksrechtFields: ResourceFields {
  public static let fields = GebruiksrechtFields()
  public static let kind = ResourceKind.gebruiksrechten

  public let url = Field<Ref>("url", readOnly: true)
  public let informatieobject = Field<Ref>("informatieobject", required: true)
  public let startdatum = Field<Moment?>("startdatum", required: true)
  public let einddatum = Field<Moment?>("einddatum")
  public let omschrijvingVoorwaarden = Field<String>("omschrijvingVoorwaarden", required: true)
}
