/// Who a rol is about, by the five betrokkeneTypen of the standard.
public enum Betrokkene: Sendable, Hashable {
  case natuurlijkPersoon(NatuurlijkPersoon)
  case nietNatuurlijkPersoon(NietNatuurlijkPersoon)
  case vestiging(Vestiging)
  case organisatorischeEenheid(OrganisatorischeEenheid)
  case medewerker(Medewerker)

  public init?(type: BetrokkeneType, identificatie: JSON) {
    guard let body = identificatie.object else { return nil }
    switch type {
    case .natuurlijkPersoon: self = .natuurlijkPersoon(NatuurlijkPersoon(body))
    case .nietNatuurlijkPersoon: self = .nietNatuurlijkPersoon(NietNatuurlijkPersoon(body))
    case .vestiging: self = .vestiging(Vestiging(body))
    case .organisatorischeEenheid: self = .organisatorischeEenheid(OrganisatorischeEenheid(body))
    case .medewerker: self = .medewerker(Medewerker(body))
    }
  }

  /// The name to show; empty where nothing names the betrokkene.
  public var naam: String {
    switch self {
    case .natuurlijkPersoon(let persoon):
      joined([
        persoon.voorletters.isEmpty ? persoon.voornamen : persoon.voorletters, persoon.voorvoegselGeslachtsnaam,
        persoon.geslachtsnaam,
      ])
    case .nietNatuurlijkPersoon(let persoon): persoon.statutaireNaam
    case .vestiging(let vestiging): vestiging.handelsnaam.first { !$0.isEmpty } ?? ""
    case .organisatorischeEenheid(let eenheid): eenheid.naam
    case .medewerker(let medewerker):
      joined([medewerker.voorletters, medewerker.voorvoegselAchternaam, medewerker.achternaam])
    }
  }

  /// The number by which a register knows the betrokkene; may be empty.
  ///
  /// A BSN, RSIN, vestigingsnummer or personeelsnummer, and where that is not given the next best one.
  public var nummer: String {
    switch self {
    case .natuurlijkPersoon(let persoon): first([persoon.inpBsn, persoon.anpIdentificatie, persoon.inpANummer])
    case .nietNatuurlijkPersoon(let persoon):
      first([persoon.innNnpId, persoon.annIdentificatie, persoon.kvkNummer, persoon.vestigingsNummer])
    case .vestiging(let vestiging): first([vestiging.vestigingsNummer, vestiging.kvkNummer])
    case .organisatorischeEenheid(let eenheid): eenheid.identificatie
    case .medewerker(let medewerker): medewerker.identificatie
    }
  }
}

private func joined(_ parts: [String]) -> String {
  parts.filter { !$0.isEmpty }.joined(separator: " ")
}

private func first(_ numbers: [String]) -> String { numbers.first { !$0.isEmpty } ?? "" }

extension Record where Fields == RolFields {
  public var identificatie: Betrokkene? {
    self.betrokkeneType.flatMap { Betrokkene(type: $0, identificatie: self.betrokkeneIdentificatie) }
  }

  /// The name to show for the rol: the deviating name, else that of the betrokkene, else its number.
  public var naam: String {
    if !self.afwijkendeNaamBetrokkene.isEmpty { return self.afwijkendeNaamBetrokkene }
    guard let identificatie else { return self.betrokkene.url }
    return identificatie.naam.isEmpty ? identificatie.nummer : identificatie.naam
  }
}

public typealias NatuurlijkPersoon = Record<NatuurlijkPersoonFields>

public struct NatuurlijkPersoonFields: RecordFields {
  public static let fields = NatuurlijkPersoonFields()
  public let inpBsn = Field<String>("inpBsn", max: 9)
  public let anpIdentificatie = Field<String>("anpIdentificatie", max: 17)
  public let inpANummer = Field<String>("inpA_nummer", max: 10)
  public let geslachtsnaam = Field<String>("geslachtsnaam", max: 200)
  public let voorvoegselGeslachtsnaam = Field<String>("voorvoegselGeslachtsnaam", max: 80)
  public let voorletters = Field<String>("voorletters", max: 20)
  public let voornamen = Field<String>("voornamen", max: 200)
  public let geslachtsaanduiding = Field<Geslachtsaanduiding?>("geslachtsaanduiding")
  public let geboortedatum = Field<String>("geboortedatum", max: 18)
  public let verblijfsadres = Field<Verblijfsadres?>("verblijfsadres")
  public let subVerblijfBuitenland = Field<VerblijfBuitenland?>("subVerblijfBuitenland")
}

public enum Geslachtsaanduiding: String, Code {
  case man = "m"
  case vrouw = "v"
  case onbekend = "o"
  public static var empty: Self { .onbekend }
}

public typealias NietNatuurlijkPersoon = Record<NietNatuurlijkPersoonFields>

public struct NietNatuurlijkPersoonFields: RecordFields {
  public static let fields = NietNatuurlijkPersoonFields()
  public let innNnpId = Field<String>("innNnpId", max: 9)
  public let annIdentificatie = Field<String>("annIdentificatie", max: 17)
  public let kvkNummer = Field<String>("kvkNummer", max: 8)
  public let vestigingsNummer = Field<String>("vestigingsNummer", max: 24)
  public let statutaireNaam = Field<String>("statutaireNaam", max: 500)
  public let innRechtsvorm = Field<String>("innRechtsvorm", max: 30)
  public let bezoekadres = Field<String>("bezoekadres", max: 1000)
  /// Open Zaak only.
  public let verblijfsadres = Field<Verblijfsadres?>("verblijfsadres")
  public let subVerblijfBuitenland = Field<VerblijfBuitenland?>("subVerblijfBuitenland")
}

public typealias Vestiging = Record<VestigingFields>

public struct VestigingFields: RecordFields {
  public static let fields = VestigingFields()
  public let vestigingsNummer = Field<String>("vestigingsNummer", max: 24)
  public let handelsnaam = Field<[String]>("handelsnaam")
  public let kvkNummer = Field<String>("kvkNummer", max: 8)
  public let verblijfsadres = Field<Verblijfsadres?>("verblijfsadres")
  public let subVerblijfBuitenland = Field<VerblijfBuitenland?>("subVerblijfBuitenland")
}

public typealias OrganisatorischeEenheid = Record<OrganisatorischeEenheidFields>

public struct OrganisatorischeEenheidFields: RecordFields {
  public static let fields = OrganisatorischeEenheidFields()
  public let identificatie = Field<String>("identificatie", max: 24)
  public let naam = Field<String>("naam", max: 50)
  public let isGehuisvestIn = Field<String>("isGehuisvestIn", max: 24)
}

public typealias Medewerker = Record<MedewerkerFields>

public struct MedewerkerFields: RecordFields {
  public static let fields = MedewerkerFields()
  /// 24 characters up to ZGW 1.5, 128 in Open Zaak, 254 from ZGW 1.6.
  public let identificatie = Field<String>("identificatie", max: 254)
  public let achternaam = Field<String>("achternaam", max: 200)
  public let voorletters = Field<String>("voorletters", max: 20)
  public let voorvoegselAchternaam = Field<String>("voorvoegselAchternaam", max: 10)
}

public typealias Verblijfsadres = Record<VerblijfsadresFields>

public struct VerblijfsadresFields: RecordFields {
  public static let fields = VerblijfsadresFields()
  public let aoaIdentificatie = Field<String>("aoaIdentificatie", max: 100, required: true)
  public let wplWoonplaatsNaam = Field<String>("wplWoonplaatsNaam", max: 80, required: true)
  public let gorOpenbareRuimteNaam = Field<String>("gorOpenbareRuimteNaam", max: 80, required: true)
  public let aoaPostcode = Field<String>("aoaPostcode", max: 7)
  /// 0 to 99999.
  public let aoaHuisnummer = Field<Int>("aoaHuisnummer", required: true)
  public let aoaHuisletter = Field<String>("aoaHuisletter", max: 1)
  public let aoaHuisnummertoevoeging = Field<String>("aoaHuisnummertoevoeging", max: 4)
  public let inpLocatiebeschrijving = Field<String>("inpLocatiebeschrijving", max: 1000)
}

public typealias VerblijfBuitenland = Record<VerblijfBuitenlandFields>

public struct VerblijfBuitenlandFields: RecordFields {
  public static let fields = VerblijfBuitenlandFields()
  public let lndLandcode = Field<String>("lndLandcode", max: 4, required: true)
  public let lndLandnaam = Field<String>("lndLandnaam", max: 40, required: true)
  public let subAdresBuitenland1 = Field<String>("subAdresBuitenland_1", max: 35)
  public let subAdresBuitenland2 = Field<String>("subAdresBuitenland_2", max: 35)
  public let subAdresBuitenland3 = Field<String>("subAdresBuitenland_3", max: 35)
}
