public typealias ZaakEigenschap = Record<ZaakEigenschapFields>

/// The value that a zaak has for an eigenschap of its zaaktype.
public struct ZaakEigenschapFields: ResourceFields {
  public static let fields = ZaakEigenschapFields()
  public static let kind = ResourceKind.zaakeigenschappen

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  public let zaak = Field<Ref>("zaak", required: true)
  public let eigenschap = Field<Ref>("eigenschap", max: 1000, required: true)
  public let naam = Field<String>("naam", readOnly: true)
  public let waarde = Field<String>("waarde", required: true)
}

public typealias ZaakInformatieObject = Record<ZaakInformatieObjectFields>

/// The link between a zaak and a document; unique for the pair, and both are fixed (`zrc-004`, `zrc-005`).
public struct ZaakInformatieObjectFields: ResourceFields {
  public static let fields = ZaakInformatieObjectFields()
  public static let kind = ResourceKind.zaakinformatieobjecten

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  public let informatieobject = Field<Ref>("informatieobject", max: 1000, required: true)
  public let zaak = Field<Ref>("zaak", required: true)
  public let aardRelatieWeergave = Field<String>("aardRelatieWeergave", readOnly: true)
  public let titel = Field<String>("titel", max: 200)
  public let beschrijving = Field<String>("beschrijving")
  public let registratiedatum = Field<Moment?>("registratiedatum", readOnly: true)
  public let vernietigingsdatum = Field<Moment?>("vernietigingsdatum")
  public let status = Field<Ref?>("status")
}

public typealias ZaakObject = Record<ZaakObjectFields>

/// What a zaak is about: an adres, a pand, anything in a register.
public struct ZaakObjectFields: ResourceFields {
  public static let fields = ZaakObjectFields()
  public static let kind = ResourceKind.zaakobjecten

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  public let zaak = Field<Ref>("zaak", required: true)
  public let object = Field<Ref>("object", max: 1000)
  public let zaakobjecttype = Field<Ref?>("zaakobjecttype")
  public let objectType = Field<ObjectType?>("objectType", required: true)
  /// Needed where objectType is overige.
  public let objectTypeOverige = Field<String>("objectTypeOverige", max: 100)
  public let objectTypeOverigeDefinitie = Field<JSON>("objectTypeOverigeDefinitie")
  public let relatieomschrijving = Field<String>("relatieomschrijving", max: 80)
  /// Its fields depend on objectType.
  public let objectIdentificatie = Field<JSON>("objectIdentificatie")
}

/// The kinds of object that the standard knows for a zaakobject.
public enum ObjectType: String, Code {
  case adres, besluit, buurt
  case enkelvoudigDocument = "enkelvoudig_document"
  case gemeente
  case gemeentelijkeOpenbareRuimte = "gemeentelijke_openbare_ruimte"
  case huishouden
  case inrichtingselement
  case kadastraleOnroerendeZaak = "kadastrale_onroerende_zaak"
  case kunstwerkdeel
  case maatschappelijkeActiviteit = "maatschappelijke_activiteit"
  case medewerker
  case natuurlijkPersoon = "natuurlijk_persoon"
  case nietNatuurlijkPersoon = "niet_natuurlijk_persoon"
  case openbareRuimte = "openbare_ruimte"
  case organisatorischeEenheid = "organisatorische_eenheid"
  case pand, spoorbaandeel, status, terreindeel
  case terreinGebouwdObject = "terrein_gebouwd_object"
  case vestiging, waterdeel, wegdeel, wijk, woonplaats
  case wozDeelobject = "woz_deelobject"
  case wozObject = "woz_object"
  case wozWaarde = "woz_waarde"
  case zakelijkRecht = "zakelijk_recht"
  case overige
  public static var empty: Self { .overige }
}

public typealias ZaakNotitie = Record<ZaakNotitieFields>

/// A note with a zaak (ZGW 1.7, and Open Zaak 1.30).
public struct ZaakNotitieFields: ResourceFields {
  public static let fields = ZaakNotitieFields()
  public static let kind = ResourceKind.zaaknotities

  public let url = Field<Ref>("url", readOnly: true)
  public let onderwerp = Field<String>("onderwerp", max: 255, required: true)
  public let tekst = Field<String>("tekst", required: true)
  public let aangemaaktDoor = Field<String>("aangemaaktDoor", max: 255)
  public let notitieType = Field<NotitieType?>("notitieType")
  public let status = Field<NotitieStatus?>("status")
  /// The zaak.
  public let gerelateerdAan = Field<Ref>("gerelateerdAan", required: true)
  public let aanmaakdatum = Field<Moment?>("aanmaakdatum", readOnly: true)
  public let wijzigingsdatum = Field<Moment?>("wijzigingsdatum", readOnly: true)
}

public enum NotitieType: String, Code {
  case intern, extern
  public static var empty: Self { .intern }
}

public enum NotitieStatus: String, Code {
  case concept, definitief
  public static var empty: Self { .concept }
}
