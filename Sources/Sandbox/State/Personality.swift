/// What one kind of server can do; the differences between servers are rows of this, never branches on a name.
public struct Personality: Sendable, Hashable {
  public var name: String
  /// `API-version` of the five APIs.
  public var versions: [String: String]
  /// Whether `pageSize` is a parameter at all, and how much it may ask.
  public var pageSize = true
  public var greatestPage = 500
  /// The collections whose answers can be expanded.
  public var expands: Set<String> = []
  /// Paths that this server has over the oldest standard.
  public var extraPaths: Set<String> = []
  /// Query parameters over the standard's.
  public var extraFilters = true
  public var rolPut = true
  /// Fields that this server does not have, per collection.
  public var absent: [String: Set<String>] = [:]
  /// `X-Warning` where a zaakeigenschap breaks its specification (ZGW 1.7).
  public var warnsOnEigenschap = false
  /// Open Zaak's own mistakes: DELETE of a zaak with a resultaat answers 500, a malformed uuid too, one `versie` in
  /// all `inhoud` links of a list, PUT on a rol answers with the old betrokkene.
  public var quirks = true

  /// The paths that came after ZGW 1.0, by what brought them.
  static let sinceStandard17: Set<String> = ["zaaknotities", "zaaknummer_reserveren"]
  static let ofOpenZaak: Set<String> = [
    "substatussen", "zaak_registreren", "zaak_opschorten", "zaak_verlengen", "zaak_bijwerken", "zaak_afsluiten",
    "document_registreren", "documentnummer_reserveren", "besluit_verwerken",
  ]

  static let extraZaakFields: Set<String> = [
    "laatstGemuteerd", "laatstGeopend", "communicatiekanaalNaam", "gerelateerdeZaken",
  ]

  public static let openZaak130 = Personality(
    name: "openzaak-1.30",
    versions: ["zrc": "1.5.1", "drc": "1.4.2", "ztc": "1.3.1", "brc": "1.1.0", "ac": "1.0.0"],
    expands: ["zaken", "enkelvoudiginformatieobjecten"], extraPaths: sinceStandard17.union(ofOpenZaak))

  public static let strict10 = Personality(
    name: "zgw-1.0", versions: ["zrc": "1.0.0", "drc": "1.0.0", "ztc": "1.0.0", "brc": "1.0.0", "ac": "1.0.0"],
    pageSize: false, extraFilters: false, rolPut: false,
    absent: [
      "zaken": extraZaakFields.union([
        "rollen", "zaakinformatieobjecten", "zaakobjecten", "opdrachtgevendeOrganisatie", "processobjectaard",
        "processobject", "startdatumBewaartermijn", "opschorting.eerdereOpschorting",
      ]),
      "statussen": ["indicatieLaatstGezetteStatus", "gezetdoor", "zaakinformatieobjecten"],
      "rollen": [
        "afwijkendeNaamBetrokkene", "contactpersoonRol", "statussen", "authenticatieContext", "beginGeldigheid",
        "eindeGeldigheid",
      ],
    ],
    quirks: false)

  public static let standard17 = Personality(
    name: "zgw-1.7", versions: ["zrc": "1.7.0", "drc": "1.7.1", "ztc": "1.4.0", "brc": "1.1.0", "ac": "1.1.0"],
    pageSize: false,
    expands: [
      "zaken", "enkelvoudiginformatieobjecten", "statussen", "rollen", "resultaten", "zaakinformatieobjecten",
      "zaakobjecten", "besluiten", "gebruiksrechten",
    ],
    extraPaths: sinceStandard17, extraFilters: false, rolPut: false,
    absent: [
      "zaken": extraZaakFields.union(["opschorting.eerdereOpschorting"]), "rollen": ["authenticatieContext"],
    ],
    warnsOnEigenschap: true, quirks: false)

  public static let all = [openZaak130, strict10, standard17]

  public static func named(_ name: String) -> Personality? { all.first { $0.name == name } }
}
