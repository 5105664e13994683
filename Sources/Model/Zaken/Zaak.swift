public typealias Zaak = Record<ZaakFields>

/// A request or a matter that is being dealt with (Zaken API 1.5.1 to 1.7, with the extras of Open Zaak).
public struct ZaakFields: ResourceFields {
  public static let fields = ZaakFields()
  public static let kind = ResourceKind.zaken

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  /// Unique together with bronorganisatie, and fixed once given (`zrc-002`).
  public let identificatie = Field<String>("identificatie", max: 40)
  /// An RSIN.
  public let bronorganisatie = Field<String>("bronorganisatie", max: 9, required: true)
  public let omschrijving = Field<String>("omschrijving", max: 80)
  public let toelichting = Field<String>("toelichting", max: 1000)
  /// Fixed once given (`zrc-001`).
  public let zaaktype = Field<Ref>("zaaktype", max: 1000, required: true)
  public let registratiedatum = Field<Day?>("registratiedatum")
  public let verantwoordelijkeOrganisatie = Field<String>("verantwoordelijkeOrganisatie", max: 9, required: true)
  public let startdatum = Field<Day>("startdatum", required: true)
  /// Set by the server when the end status is set (`zrc-007`).
  public let einddatum = Field<Day?>("einddatum", readOnly: true)
  public let einddatumGepland = Field<Day?>("einddatumGepland")
  public let uiterlijkeEinddatumAfdoening = Field<Day?>("uiterlijkeEinddatumAfdoening")
  public let publicatiedatum = Field<Day?>("publicatiedatum")
  public let communicatiekanaal = Field<Ref>("communicatiekanaal", max: 1000)
  public let productenOfDiensten = Field<[Ref]>("productenOfDiensten")
  public let vertrouwelijkheidaanduiding = Field<Vertrouwelijkheidaanduiding?>("vertrouwelijkheidaanduiding")
  public let betalingsindicatie = Field<Betalingsindicatie?>("betalingsindicatie")
  public let betalingsindicatieWeergave = Field<String>("betalingsindicatieWeergave", readOnly: true)
  public let laatsteBetaaldatum = Field<Moment?>("laatsteBetaaldatum")
  /// GeoJSON in EPSG:4326.
  public let zaakgeometrie = Field<JSON>("zaakgeometrie")
  public let verlenging = Field<Verlenging?>("verlenging")
  public let opschorting = Field<Opschorting?>("opschorting")
  public let selectielijstklasse = Field<Ref>("selectielijstklasse", max: 1000)
  public let hoofdzaak = Field<Ref?>("hoofdzaak")
  public let deelzaken = Field<[Ref]>("deelzaken", readOnly: true)
  public let relevanteAndereZaken = Field<[RelevanteZaak]>("relevanteAndereZaken")
  public let eigenschappen = Field<[Ref]>("eigenschappen", readOnly: true)
  public let rollen = Field<[Ref]>("rollen", readOnly: true)
  public let status = Field<Ref?>("status", readOnly: true)
  public let zaakinformatieobjecten = Field<[Ref]>("zaakinformatieobjecten", readOnly: true)
  public let zaakobjecten = Field<[Ref]>("zaakobjecten", readOnly: true)
  public let kenmerken = Field<[Kenmerk]>("kenmerken")
  public let archiefnominatie = Field<Archiefnominatie?>("archiefnominatie")
  public let archiefstatus = Field<Archiefstatus?>("archiefstatus")
  public let archiefactiedatum = Field<Day?>("archiefactiedatum")
  public let resultaat = Field<Ref?>("resultaat", readOnly: true)
  public let opdrachtgevendeOrganisatie = Field<String>("opdrachtgevendeOrganisatie", max: 9)
  /// Spelled as in the standard, with a double s.
  public let processobjectaard = Field<String>("processobjectaard", max: 200)
  public let startdatumBewaartermijn = Field<Day?>("startdatumBewaartermijn")
  public let processobject = Field<Processobject?>("processobject")

  // Extras of Open Zaak.
  public let laatstGemuteerd = Field<Moment?>("laatstGemuteerd", readOnly: true)
  public let laatstGeopend = Field<Moment?>("laatstGeopend")
  public let communicatiekanaalNaam = Field<String>("communicatiekanaalNaam", max: 250)
  public let gerelateerdeZaken = Field<[GerelateerdeZaak]>("gerelateerdeZaken")
}

public typealias Verlenging = Record<VerlengingFields>

/// Why, and how much longer, a zaak may take.
///
/// The server shifts no dates by it.
public struct VerlengingFields: RecordFields {
  public static let fields = VerlengingFields()
  public let reden = Field<String>("reden", max: 200, required: true)
  public let duur = Field<ISODuration?>("duur", required: true)
}

public typealias Opschorting = Record<OpschortingFields>

public struct OpschortingFields: RecordFields {
  public static let fields = OpschortingFields()
  public let indicatie = Field<Bool>("indicatie", required: true)
  public let reden = Field<String>("reden", max: 200, required: true)
  /// Open Zaak only.
  public let eerdereOpschorting = Field<Bool>("eerdereOpschorting", readOnly: true)
}

public typealias RelevanteZaak = Record<RelevanteZaakFields>

public struct RelevanteZaakFields: RecordFields {
  public static let fields = RelevanteZaakFields()
  public let url = Field<Ref>("url", max: 1000, required: true)
  public let aardRelatie = Field<AardRelatie?>("aardRelatie", required: true)
  public let overigeRelatie = Field<String>("overigeRelatie", max: 100)
  public let toelichting = Field<String>("toelichting", max: 255)
}

public typealias GerelateerdeZaak = Record<GerelateerdeZaakFields>

/// A related zaak as Open Zaak shows it, also from the other side.
public struct GerelateerdeZaakFields: RecordFields {
  public static let fields = GerelateerdeZaakFields()
  public let url = Field<Ref>("url", max: 1000, required: true)
}

public typealias Kenmerk = Record<KenmerkFields>

/// The name under which another system knows the zaak.
public struct KenmerkFields: RecordFields {
  public static let fields = KenmerkFields()
  public let kenmerk = Field<String>("kenmerk", max: 40, required: true)
  public let bron = Field<String>("bron", max: 40, required: true)
}

public typealias Processobject = Record<ProcessobjectFields>

public struct ProcessobjectFields: RecordFields {
  public static let fields = ProcessobjectFields()
  public let datumkenmerk = Field<String>("datumkenmerk", max: 250, required: true)
  public let identificatie = Field<String>("identificatie", max: 250, required: true)
  public let objecttype = Field<String>("objecttype", max: 250, required: true)
  public let registratie = Field<String>("registratie", max: 250, required: true)
}

/// How confidential a zaak or document is, from open to secret.
public enum Vertrouwelijkheidaanduiding: String, Code, Comparable {
  case openbaar
  case beperktOpenbaar = "beperkt_openbaar"
  case intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim
  case zeerGeheim = "zeer_geheim"

  public static var empty: Self { .zeerGeheim }
  public static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Whether what the zaak costs has been paid; the last three are extras of Open Zaak.
public enum Betalingsindicatie: String, Code {
  case nvt
  case nogNiet = "nog_niet"
  case gedeeltelijk, geheel, gefactureerd, gecrediteerd, betaald
  public static var empty: Self { .nvt }
}

public enum AardRelatie: String, Code {
  case vervolg, onderwerp, bijdrage, overig
  public static var empty: Self { .overig }
}

public enum Archiefnominatie: String, Code {
  case blijvendBewaren = "blijvend_bewaren"
  case vernietigen
  public static var empty: Self { .blijvendBewaren }
}

public enum Archiefstatus: String, Code {
  case nogTeArchiveren = "nog_te_archiveren"
  case gearchiveerd
  case gearchiveerdProcestermijnOnbekend = "gearchiveerd_procestermijn_onbekend"
  case overgedragen
  public static var empty: Self { .nogTeArchiveren }
}
