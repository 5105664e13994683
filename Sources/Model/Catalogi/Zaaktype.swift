public typealias Zaaktype = Record<ZaaktypeFields>

/// What holds for all zaken of one kind, in one version (Catalogi API 1.0 to 1.4).
public struct ZaaktypeFields: ResourceFields {
  public static let fields = ZaaktypeFields()
  public static let kind = ResourceKind.zaaktypen

  public let url = Field<Ref>("url", readOnly: true)
  public let identificatie = Field<String>("identificatie", max: 50, required: true)
  public let omschrijving = Field<String>("omschrijving", max: 80, required: true)
  public let omschrijvingGeneriek = Field<String>("omschrijvingGeneriek", max: 80)
  public let vertrouwelijkheidaanduiding =
    Field<Vertrouwelijkheidaanduiding?>("vertrouwelijkheidaanduiding", required: true)
  public let doel = Field<String>("doel", required: true)
  public let aanleiding = Field<String>("aanleiding", required: true)
  public let toelichting = Field<String>("toelichting")
  public let indicatieInternOfExtern = Field<InternOfExtern?>("indicatieInternOfExtern", required: true)
  public let handelingInitiator = Field<String>("handelingInitiator", max: 20, required: true)
  public let onderwerp = Field<String>("onderwerp", max: 80, required: true)
  public let handelingBehandelaar = Field<String>("handelingBehandelaar", max: 20, required: true)
  /// The time within which a zaak has to be done.
  public let doorlooptijd = Field<ISODuration?>("doorlooptijd", required: true)
  /// The time within which the organisation wants it done.
  public let servicenorm = Field<ISODuration?>("servicenorm")
  public let opschortingEnAanhoudingMogelijk = Field<Bool>("opschortingEnAanhoudingMogelijk", required: true)
  public let verlengingMogelijk = Field<Bool>("verlengingMogelijk", required: true)
  public let verlengingstermijn = Field<ISODuration?>("verlengingstermijn")
  public let trefwoorden = Field<[String]>("trefwoorden")
  public let publicatieIndicatie = Field<Bool>("publicatieIndicatie", required: true)
  public let publicatietekst = Field<String>("publicatietekst")
  public let verantwoordingsrelatie = Field<[String]>("verantwoordingsrelatie")
  public let productenOfDiensten = Field<[Ref]>("productenOfDiensten", required: true)
  public let selectielijstProcestype = Field<Ref>("selectielijstProcestype")
  public let referentieproces = Field<Referentieproces?>("referentieproces", required: true)
  public let verantwoordelijke = Field<String>("verantwoordelijke", max: 50, required: true)
  public let broncatalogus = Field<JSON>("broncatalogus")
  public let bronzaaktype = Field<JSON>("bronzaaktype")
  public let catalogus = Field<Ref>("catalogus", required: true)
  public let statustypen = Field<[Ref]>("statustypen", readOnly: true)
  public let resultaattypen = Field<[Ref]>("resultaattypen", readOnly: true)
  public let eigenschappen = Field<[Ref]>("eigenschappen", readOnly: true)
  public let informatieobjecttypen = Field<[Ref]>("informatieobjecttypen", readOnly: true)
  public let roltypen = Field<[Ref]>("roltypen", readOnly: true)
  public let zaakobjecttypen = Field<[Ref]>("zaakobjecttypen", readOnly: true)
  public let besluittypen = Field<[Ref]>("besluittypen", required: true)
  public let deelzaaktypen = Field<[Ref]>("deelzaaktypen")
  public let gerelateerdeZaaktypen = Field<[JSON]>("gerelateerdeZaaktypen", required: true)
  public let beginGeldigheid = Field<Day>("beginGeldigheid", required: true)
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  public let versiedatum = Field<Day?>("versiedatum")
  public let beginObject = Field<Day?>("beginObject")
  public let eindeObject = Field<Day?>("eindeObject")
  /// A concept can still change, and no zaak can be made of it (`zrc-001`).
  public let concept = Field<Bool>("concept", readOnly: true)
  // From Catalogi 1.4.
  public let informatieobjecttypeOmschrijving = Field<[String]>("informatieobjecttypeOmschrijving", readOnly: true)
  public let besluittypeOmschrijving = Field<[String]>("besluittypeOmschrijving", readOnly: true)
  public let deelzaaktypeIdentificaties = Field<[String]>("deelzaaktypeIdentificaties", readOnly: true)
}

public enum InternOfExtern: String, Code {
  case intern, extern
  public static var empty: Self { .extern }
}

public typealias Referentieproces = Record<ReferentieprocesFields>

public struct ReferentieprocesFields: RecordFields {
  public static let fields = ReferentieprocesFields()
  public let naam = Field<String>("naam", max: 80, required: true)
  public let link = Field<Ref>("link")
}

public typealias Catalogus = Record<CatalogusFields>

/// The zaaktypen and their like of one organisation.
public struct CatalogusFields: ResourceFields {
  public static let fields = CatalogusFields()
  public static let kind = ResourceKind.catalogussen

  public let url = Field<Ref>("url", readOnly: true)
  public let domein = Field<String>("domein", max: 5, required: true)
  public let rsin = Field<String>("rsin", max: 9, required: true)
  public let contactpersoonBeheerNaam = Field<String>("contactpersoonBeheerNaam", max: 40, required: true)
  public let contactpersoonBeheerTelefoonnummer = Field<String>("contactpersoonBeheerTelefoonnummer", max: 20)
  public let contactpersoonBeheerEmailadres = Field<String>("contactpersoonBeheerEmailadres", max: 254)
  public let naam = Field<String>("naam", max: 200)
  public let versie = Field<String>("versie", max: 20)
  public let begindatumVersie = Field<Day?>("begindatumVersie")
  public let zaaktypen = Field<[Ref]>("zaaktypen", readOnly: true)
  public let besluittypen = Field<[Ref]>("besluittypen", readOnly: true)
  public let informatieobjecttypen = Field<[Ref]>("informatieobjecttypen", readOnly: true)
  // From Catalogi 1.4.
  public let besluittypeOmschrijving = Field<[String]>("besluittypeOmschrijving", readOnly: true)
  public let informatieobjecttypeOmschrijving = Field<[String]>("informatieobjecttypeOmschrijving", readOnly: true)
}
