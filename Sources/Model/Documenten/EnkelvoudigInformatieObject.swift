public typealias EnkelvoudigInformatieObject = Record<EnkelvoudigInformatieObjectFields>

/// A document: its metadata, and where its content can be fetched (Documenten API 1.4.2 to 1.7).
public struct EnkelvoudigInformatieObjectFields: ResourceFields {
  public static let fields = EnkelvoudigInformatieObjectFields()
  public static let kind = ResourceKind.enkelvoudiginformatieobjecten

  public let url = Field<Ref>("url", readOnly: true)
  public let identificatie = Field<String>("identificatie", max: 40)
  public let bronorganisatie = Field<String>("bronorganisatie", max: 9, required: true)
  public let creatiedatum = Field<Day>("creatiedatum", required: true)
  public let titel = Field<String>("titel", max: 200, required: true)
  public let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding?>("vertrouwelijkheidaanduiding")
  public let auteur = Field<String>("auteur", max: 200, required: true)
  public let status = Field<DocumentStatus?>("status")
  /// A media type, such as `application/pdf`.
  public let formaat = Field<String>("formaat", max: 255)
  /// ISO 639-2/B, such as `nld`.
  public let taal = Field<String>("taal", max: 3, required: true)
  public let versie = Field<Int>("versie", readOnly: true)
  public let beginRegistratie = Field<Moment?>("beginRegistratie", readOnly: true)
  public let bestandsnaam = Field<String>("bestandsnaam", max: 255)
  /// When read, the URL of the content; its `versie` may be wrong in lists (Open Zaak 1.30).
  public let inhoud = Field<Ref>("inhoud")
  /// Bytes.
  public let bestandsomvang = Field<Int?>("bestandsomvang")
  public let link = Field<Ref>("link", max: 200)
  public let beschrijving = Field<String>("beschrijving", max: 1000)
  public let ontvangstdatum = Field<Day?>("ontvangstdatum")
  public let verzenddatum = Field<Day?>("verzenddatum")
  /// Null blocks the closing of the zaak (`zrc-007`).
  public let indicatieGebruiksrecht = Field<Bool?>("indicatieGebruiksrecht")
  public let verschijningsvorm = Field<String>("verschijningsvorm")
  public let ondertekening = Field<Ondertekening?>("ondertekening")
  public let integriteit = Field<Integriteit?>("integriteit")
  public let informatieobjecttype = Field<Ref>("informatieobjecttype", max: 200, required: true)
  public let locked = Field<Bool>("locked", readOnly: true)
  public let bestandsdelen = Field<[Bestandsdeel]>("bestandsdelen", readOnly: true)
  public let trefwoorden = Field<[String]>("trefwoorden")
  /// From 1.5.
  public let inhoudIsVervallen = Field<Bool?>("inhoudIsVervallen")
  /// From 1.6.
  public let tonenAanInitiator = Field<Bool?>("tonenAanInitiator")
  /// From 1.7.
  public let isGereedVoorPublicatie = Field<Bool?>("isGereedVoorPublicatie")
}

public enum DocumentStatus: String, Code {
  case inBewerking = "in_bewerking"
  case terVaststelling = "ter_vaststelling"
  case definitief, gearchiveerd
  public static var empty: Self { .inBewerking }
}

public typealias Ondertekening = Record<OndertekeningFields>

public struct OndertekeningFields: RecordFields {
  public static let fields = OndertekeningFields()
  public let soort = Field<OndertekeningSoort?>("soort", required: true)
  public let datum = Field<Day?>("datum", required: true)
}

public enum OndertekeningSoort: String, Code {
  case analoog, digitaal, pki
  public static var empty: Self { .analoog }
}

public typealias Integriteit = Record<IntegriteitFields>

public struct IntegriteitFields: RecordFields {
  public static let fields = IntegriteitFields()
  public let algoritme = Field<IntegriteitAlgoritme?>("algoritme", required: true)
  public let waarde = Field<String>("waarde", max: 128, required: true)
  public let datum = Field<Day?>("datum", required: true)
}

public enum IntegriteitAlgoritme: String, Code {
  case crc16 = "crc_16"
  case crc32 = "crc_32"
  case crc64 = "crc_64"
  case fletcher4 = "fletcher_4"
  case fletcher8 = "fletcher_8"
  case fletcher16 = "fletcher_16"
  case fletcher32 = "fletcher_32"
  case hmac, md5
  case sha1 = "sha_1"
  case sha256 = "sha_256"
  case sha512 = "sha_512"
  case sha3 = "sha_3"
  public static var empty: Self { .sha256 }
}

public typealias Bestandsdeel = Record<BestandsdeelFields>

/// A part of a large file that is being uploaded.
public struct BestandsdeelFields: RecordFields {
  public static let fields = BestandsdeelFields()
  public let url = Field<Ref>("url", readOnly: true)
  /// From 1.
  public let volgnummer = Field<Int>("volgnummer", readOnly: true)
  /// Bytes.
  public let omvang = Field<Int>("omvang", readOnly: true)
  public let voltooid = Field<Bool>("voltooid", readOnly: true)
  public let lock = Field<String>("lock")
}
