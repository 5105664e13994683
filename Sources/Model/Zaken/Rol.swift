public typealias Rol = Record<RolFields>

/// Someone who has a part in a zaak.
public struct RolFields: ResourceFields {
  public static let fields = RolFields()
  public static let kind = ResourceKind.rollen

  public let url = Field<Ref>("url", readOnly: true)
  public let uuid = Field<String>("uuid", readOnly: true)
  public let zaak = Field<Ref>("zaak", required: true)
  /// Where someone else keeps the person; else betrokkeneIdentificatie says who it is.
  public let betrokkene = Field<Ref>("betrokkene", max: 1000)
  public let betrokkeneType = Field<BetrokkeneType?>("betrokkeneType", required: true)
  public let afwijkendeNaamBetrokkene = Field<String>("afwijkendeNaamBetrokkene", max: 625)
  public let roltype = Field<Ref>("roltype", max: 1000, required: true)
  public let omschrijving = Field<String>("omschrijving", readOnly: true)
  public let omschrijvingGeneriek = Field<RolOmschrijving?>("omschrijvingGeneriek", readOnly: true)
  public let roltoelichting = Field<String>("roltoelichting", max: 1000, required: true)
  public let registratiedatum = Field<Moment?>("registratiedatum", readOnly: true)
  public let indicatieMachtiging = Field<IndicatieMachtiging?>("indicatieMachtiging")
  public let contactpersoonRol = Field<ContactpersoonRol?>("contactpersoonRol")
  public let statussen = Field<[Ref]>("statussen", readOnly: true)
  public let beginGeldigheid = Field<Day?>("beginGeldigheid")
  public let eindeGeldigheid = Field<Day?>("eindeGeldigheid")
  /// Its fields depend on betrokkeneType; `identificatie` reads them.
  public let betrokkeneIdentificatie = Field<JSON>("betrokkeneIdentificatie")
  /// Open Zaak only.
  public let authenticatieContext = Field<JSON>("authenticatieContext")
}

public enum BetrokkeneType: String, Code {
  case natuurlijkPersoon = "natuurlijk_persoon"
  case nietNatuurlijkPersoon = "niet_natuurlijk_persoon"
  case vestiging
  case organisatorischeEenheid = "organisatorische_eenheid"
  case medewerker
  public static var empty: Self { .natuurlijkPersoon }
}

public enum RolOmschrijving: String, Code {
  case adviseur, behandelaar, belanghebbende, beslisser, initiator, klantcontacter, zaakcoordinator
  case medeInitiator = "mede_initiator"
  public static var empty: Self { .belanghebbende }
}

public enum IndicatieMachtiging: String, Code {
  case gemachtigde, machtiginggever
  public static var empty: Self { .gemachtigde }
}

public typealias ContactpersoonRol = Record<ContactpersoonRolFields>

public struct ContactpersoonRolFields: RecordFields {
  public static let fields = ContactpersoonRolFields()
  public let naam = Field<String>("naam", max: 200, required: true)
  public let emailadres = Field<String>("emailadres", max: 254)
  public let functie = Field<String>("functie", max: 50)
  public let telefoonnummer = Field<String>("telefoonnummer", max: 20)
}
