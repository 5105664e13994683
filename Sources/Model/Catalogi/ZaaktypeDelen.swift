public typealias Statustype = Record<StatustypeFields>

public struct StatustypeFields: ResourceFields {
  public static let fields = StatustypeFields()
  public static let kind = ResourceKind.statustypen

  public let url = Field<Ref>("url", readOnly: true)
  public let omschrijving = Field<String>("omschrijving", max: 80, required: true)
  public let omschrijvingGeneriek = Field<String>("omschrijvingGeneriek", max: 80)
  public let statustekst = Field<String>("statustekst", max: 1000)
  public let zaaktype = Field<Ref>("zaaktype", required: true)
  /// 1 to 9999; the highest within the zaaktype is the end status (`zrc-007`).
  public let volgnummer = Field<Int>("volgnummer", required: true)
  public let isEindstatus = Field<Bool>("isEindstatus", readOnly: true)
  public let informeren = Field<Bool>("informeren")
  public let doorlooptijd = Field<ISODuration?>("doorlooptijd")
  public let toelichting = Field<String>("toelichting", max: 1000)
  public let checklistitemStatustype = Field<[Checklistitem]>("checklistitemStatustype")
  // From Catalogi 1.1; the dates have been deprecated since.
  public let catalogus = Field<Ref?>("catalogus", readOnly: true)
  public let zaaktypeIdentificatie = Field<String>("zaaktypeIdentificatie", readOnly: true)
  public let eigenschappen = Field<[Ref]>("eigenschappen")
  public let zaakobjecttypen = Field<[Ref]>("zaakobjecttypen", readOnly: true)
  public let beginGeldigheid = Field<Day?>("beginGeldigheid")
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}

public typealias Checklistitem = Record<ChecklistitemFields>

public struct ChecklistitemFields: RecordFields {
  public static let fields = ChecklistitemFields()
  public let itemnaam = Field<String>("itemnaam", max: 30, required: true)
  public let vraagstelling = Field<String>("vraagstelling", max: 255, required: true)
  public let toelichting = Field<String>("toelichting", max: 1000)
  public let verplicht = Field<Bool>("verplicht")
}

public typealias Resultaattype = Record<ResultaattypeFields>

public struct ResultaattypeFields: ResourceFields {
  public static let fields = ResultaattypeFields()
  public static let kind = ResourceKind.resultaattypen

  public let url = Field<Ref>("url", readOnly: true)
  public let zaaktype = Field<Ref>("zaaktype", required: true)
  public let omschrijving = Field<String>("omschrijving", max: 30, required: true)
  public let resultaattypeomschrijving = Field<Ref>("resultaattypeomschrijving", max: 1000, required: true)
  public let omschrijvingGeneriek = Field<String>("omschrijvingGeneriek", readOnly: true)
  public let selectielijstklasse = Field<Ref>("selectielijstklasse", max: 1000, required: true)
  public let toelichting = Field<String>("toelichting")
  public let archiefnominatie = Field<Archiefnominatie?>("archiefnominatie")
  public let archiefactietermijn = Field<ISODuration?>("archiefactietermijn")
  public let brondatumArchiefprocedure = Field<BrondatumArchiefprocedure?>("brondatumArchiefprocedure")
  public let procesobjectaard = Field<String>("procesobjectaard", max: 200)
  public let indicatieSpecifiek = Field<Bool?>("indicatieSpecifiek")
  public let procestermijn = Field<ISODuration?>("procestermijn")
  public let besluittypen = Field<[Ref]>("besluittypen")
  public let informatieobjecttypen = Field<[Ref]>("informatieobjecttypen")
  // From Catalogi 1.1; the dates have been deprecated since.
  public let catalogus = Field<Ref?>("catalogus", readOnly: true)
  public let zaaktypeIdentificatie = Field<String>("zaaktypeIdentificatie", readOnly: true)
  public let besluittypeOmschrijving = Field<[String]>("besluittypeOmschrijving", readOnly: true)
  public let informatieobjecttypeOmschrijving = Field<[String]>("informatieobjecttypeOmschrijving", readOnly: true)
  public let beginGeldigheid = Field<Day?>("beginGeldigheid")
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}

public typealias BrondatumArchiefprocedure = Record<BrondatumArchiefprocedureFields>

/// From which date the time to keep a zaak is counted (`zrc-021`).
public struct BrondatumArchiefprocedureFields: RecordFields {
  public static let fields = BrondatumArchiefprocedureFields()
  public let afleidingswijze = Field<Afleidingswijze?>("afleidingswijze", required: true)
  public let datumkenmerk = Field<String>("datumkenmerk", max: 80)
  public let einddatumBekend = Field<Bool>("einddatumBekend")
  public let objecttype = Field<String>("objecttype")
  public let registratie = Field<String>("registratie", max: 80)
  public let procestermijn = Field<ISODuration?>("procestermijn")
}

public enum Afleidingswijze: String, Code {
  case afgehandeld
  case anderDatumkenmerk = "ander_datumkenmerk"
  case eigenschap
  case gerelateerdeZaak = "gerelateerde_zaak"
  case hoofdzaak
  case ingangsdatumBesluit = "ingangsdatum_besluit"
  case termijn
  case vervaldatumBesluit = "vervaldatum_besluit"
  case zaakobject
  public static var empty: Self { .afgehandeld }
}

public typealias Roltype = Record<RoltypeFields>

public struct RoltypeFields: ResourceFields {
  public static let fields = RoltypeFields()
  public static let kind = ResourceKind.roltypen

  public let url = Field<Ref>("url", readOnly: true)
  public let zaaktype = Field<Ref>("zaaktype", required: true)
  public let omschrijving = Field<String>("omschrijving", max: 100, required: true)
  public let omschrijvingGeneriek = Field<RolOmschrijving?>("omschrijvingGeneriek", required: true)
  // From Catalogi 1.1; the dates have been deprecated since.
  public let catalogus = Field<Ref?>("catalogus", readOnly: true)
  public let zaaktypeIdentificatie = Field<String>("zaaktypeIdentificatie", readOnly: true)
  public let beginGeldigheid = Field<Day?>("beginGeldigheid")
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}

public typealias Eigenschap = Record<EigenschapFields>

/// A field that zaken of a zaaktype have besides the standard's.
public struct EigenschapFields: ResourceFields {
  public static let fields = EigenschapFields()
  public static let kind = ResourceKind.eigenschappen

  public let url = Field<Ref>("url", readOnly: true)
  public let naam = Field<String>("naam", max: 20, required: true)
  public let definitie = Field<String>("definitie", max: 255, required: true)
  public let specificatie = Field<EigenschapSpecificatie?>("specificatie", required: true)
  public let toelichting = Field<String>("toelichting", max: 1000)
  public let zaaktype = Field<Ref>("zaaktype", required: true)
  public let statustype = Field<Ref?>("statustype")
  // From Catalogi 1.1; the dates have been deprecated since.
  public let catalogus = Field<Ref?>("catalogus", readOnly: true)
  public let zaaktypeIdentificatie = Field<String>("zaaktypeIdentificatie", readOnly: true)
  public let beginGeldigheid = Field<Day?>("beginGeldigheid")
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}

public typealias EigenschapSpecificatie = Record<EigenschapSpecificatieFields>

public struct EigenschapSpecificatieFields: RecordFields {
  public static let fields = EigenschapSpecificatieFields()
  public let groep = Field<String>("groep", max: 32)
  public let formaat = Field<EigenschapFormaat?>("formaat", required: true)
  /// A number, or `n,m` for a number with decimals; 8 for a datum and 14 for a datum_tijd (`ztc-015`).
  public let lengte = Field<String>("lengte", max: 14, required: true)
  /// A number, or `N` for any number.
  public let kardinaliteit = Field<String>("kardinaliteit", max: 3, required: true)
  public let waardenverzameling = Field<[String]>("waardenverzameling")
}

public enum EigenschapFormaat: String, Code {
  case tekst, getal, datum
  case datumTijd = "datum_tijd"
  public static var empty: Self { .tekst }
}

public typealias Informatieobjecttype = Record<InformatieobjecttypeFields>

public struct InformatieobjecttypeFields: ResourceFields {
  public static let fields = InformatieobjecttypeFields()
  public static let kind = ResourceKind.informatieobjecttypen

  public let url = Field<Ref>("url", readOnly: true)
  public let catalogus = Field<Ref>("catalogus", required: true)
  public let omschrijving = Field<String>("omschrijving", max: 80, required: true)
  public let vertrouwelijkheidaanduiding =
    Field<Vertrouwelijkheidaanduiding?>("vertrouwelijkheidaanduiding", required: true)
  public let informatieobjectcategorie = Field<String>("informatieobjectcategorie", max: 80, required: true)
  public let trefwoord = Field<[String]>("trefwoord")
  public let beginGeldigheid = Field<Day>("beginGeldigheid", required: true)
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let concept = Field<Bool>("concept", readOnly: true)
  // From Catalogi 1.1.
  public let omschrijvingGeneriek = Field<InformatieobjecttypeGeneriek?>("omschrijvingGeneriek")
  public let zaaktypen = Field<[Ref]>("zaaktypen", readOnly: true)
  public let zaaktypeIdentificaties = Field<[String]>("zaaktypeIdentificaties", readOnly: true)
  public let besluittypen = Field<[Ref]>("besluittypen", readOnly: true)
  public let besluittypeOmschrijving = Field<[String]>("besluittypeOmschrijving", readOnly: true)
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}

public typealias InformatieobjecttypeGeneriek = Record<InformatieobjecttypeGeneriekFields>

/// What documents of a kind are called in the whole country.
public struct InformatieobjecttypeGeneriekFields: RecordFields {
  public static let fields = InformatieobjecttypeGeneriekFields()
  public let omschrijving =
    Field<String>("informatieobjecttypeOmschrijvingGeneriek", max: 80, required: true)
  public let definitie =
    Field<String>("definitieInformatieobjecttypeOmschrijvingGeneriek", max: 255, required: true)
  public let herkomst =
    Field<String>("herkomstInformatieobjecttypeOmschrijvingGeneriek", max: 12, required: true)
  public let hierarchie =
    Field<String>("hierarchieInformatieobjecttypeOmschrijvingGeneriek", max: 80, required: true)
  public let opmerking = Field<String>("opmerkingInformatieobjecttypeOmschrijvingGeneriek", max: 255)
}

public typealias Besluittype = Record<BesluittypeFields>

public struct BesluittypeFields: ResourceFields {
  public static let fields = BesluittypeFields()
  public static let kind = ResourceKind.besluittypen

  public let url = Field<Ref>("url", readOnly: true)
  public let catalogus = Field<Ref>("catalogus", required: true)
  public let zaaktypen = Field<[Ref]>("zaaktypen")
  public let omschrijving = Field<String>("omschrijving", max: 80)
  public let omschrijvingGeneriek = Field<String>("omschrijvingGeneriek", max: 80)
  public let besluitcategorie = Field<String>("besluitcategorie", max: 40)
  /// The time in which a belanghebbende can react.
  public let reactietermijn = Field<ISODuration?>("reactietermijn")
  public let publicatieIndicatie = Field<Bool>("publicatieIndicatie", required: true)
  public let publicatietekst = Field<String>("publicatietekst")
  public let publicatietermijn = Field<ISODuration?>("publicatietermijn")
  public let toelichting = Field<String>("toelichting")
  public let informatieobjecttypen = Field<[Ref]>("informatieobjecttypen", required: true)
  public let beginGeldigheid = Field<Day>("beginGeldigheid", required: true)
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let concept = Field<Bool>("concept", readOnly: true)
  // From Catalogi 1.1.
  public let zaaktypeIdentificaties = Field<[String]>("zaaktypeIdentificaties", readOnly: true)
  public let informatieobjecttypeOmschrijvingen =
    Field<[String]>("informatieobjecttypeOmschrijvingen", readOnly: true)
  public let resultaattypen = Field<[Ref]>("resultaattypen", readOnly: true)
  public let resultaattypenOmschrijving = Field<[String]>("resultaattypenOmschrijving", readOnly: true)
  public let vastgelegdIn = Field<[String]>("vastgelegdIn", readOnly: true)
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}

public typealias ZaaktypeInformatieobjecttype = Record<ZaaktypeInformatieobjecttypeFields>

/// Which documents a zaak of a zaaktype may have (`zrc-017`).
public struct ZaaktypeInformatieobjecttypeFields: ResourceFields {
  public static let fields = ZaaktypeInformatieobjecttypeFields()
  public static let kind = ResourceKind.zaaktypeInformatieobjecttypen

  public let url = Field<Ref>("url", readOnly: true)
  public let zaaktype = Field<Ref>("zaaktype", required: true)
  public let informatieobjecttype = Field<Ref>("informatieobjecttype", required: true)
  /// 1 to 999.
  public let volgnummer = Field<Int>("volgnummer", required: true)
  public let richting = Field<Richting?>("richting", required: true)
  public let statustype = Field<Ref?>("statustype")
  public let catalogus = Field<Ref?>("catalogus", readOnly: true)
  public let zaaktypeIdentificatie = Field<String>("zaaktypeIdentificatie", readOnly: true)
}

public enum Richting: String, Code {
  case inkomend, intern, uitgaand
  public static var empty: Self { .intern }
}

public typealias Zaakobjecttype = Record<ZaakobjecttypeFields>

public struct ZaakobjecttypeFields: ResourceFields {
  public static let fields = ZaakobjecttypeFields()
  public static let kind = ResourceKind.zaakobjecttypen

  public let url = Field<Ref>("url", readOnly: true)
  public let zaaktype = Field<Ref>("zaaktype", required: true)
  public let anderObjecttype = Field<Bool>("anderObjecttype", required: true)
  public let objecttype = Field<Ref>("objecttype", required: true)
  public let relatieOmschrijving = Field<String>("relatieOmschrijving", max: 80, required: true)
  public let statustype = Field<Ref?>("statustype")
  public let catalogus = Field<Ref?>("catalogus")
  public let zaaktypeIdentificatie = Field<String>("zaaktypeIdentificatie", readOnly: true)
  public let resultaattypen = Field<[Ref]>("resultaattypen", readOnly: true)
  public let resultaattypeOmschrijving = Field<[String]>("resultaattypeOmschrijving", readOnly: true)
  public let statustypen = Field<[Ref]>("statustypen", readOnly: true)
  public let beginGeldigheid = Field<Day?>("beginGeldigheid")
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
}
