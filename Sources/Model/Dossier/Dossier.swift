/// One zaak with all that hangs on it: what the server last said, each resource as received.
public struct Dossier: Sendable, Hashable {
  public var zaak: Fetched<ZaakFields>
  public var statussen: [Fetched<StatusFields>] = []
  public var rollen: [Fetched<RolFields>] = []
  public var resultaat: Fetched<ResultaatFields>?
  public var eigenschappen: [Fetched<ZaakEigenschapFields>] = []
  public var zaakobjecten: [Fetched<ZaakObjectFields>] = []
  public var zaakinformatieobjecten: [Fetched<ZaakInformatieObjectFields>] = []
  public var documenten: [Fetched<EnkelvoudigInformatieObjectFields>] = []
  public var besluiten: [Fetched<BesluitFields>] = []
  public var notities: [Fetched<ZaakNotitieFields>] = []
  /// Whether all parts were read; false where only the row of the werkvoorraad is known.
  public var isComplete = false
  /// Whether work of our own reached the server since the parts were read: then they are read again, for what the
  /// server made of it does not always show in the body of the zaak.
  public var needsReading = false

  public init(zaak: Fetched<ZaakFields>) { self.zaak = zaak }

  /// The UUID of the zaak: the name of the dossier in the store.
  public var uuid: String { zaak.value.uuid ?? "" }
  public var ref: Ref { zaak.ref }

  /// The latest status by datumStatusGezet.
  public var status: Status? {
    statussen.max { $0.value.datumStatusGezet < $1.value.datumStatusGezet }?.value
  }

  /// The rollen of those who deal with the zaak.
  public var behandelaars: [Rol] {
    rollen.map(\.value).filter { $0.omschrijvingGeneriek == .behandelaar }
  }
}

extension Dossier {
  static let format = 1

  /// The form in which the store keeps it.
  public var json: JSON {
    var object: JSONObject = ["formaat": .number(Dossier.format), "volledig": .bool(isComplete), "zaak": zaak.json]
    if needsReading { object["herlezen"] = true }
    object.put("statussen", statussen)
    object.put("rollen", rollen)
    if let resultaat { object["resultaat"] = resultaat.json }
    object.put("eigenschappen", eigenschappen)
    object.put("zaakobjecten", zaakobjecten)
    object.put("zaakinformatieobjecten", zaakinformatieobjecten)
    object.put("documenten", documenten)
    object.put("besluiten", besluiten)
    object.put("notities", notities)
    return .object(object)
  }

  public init(json: JSON) throws(MalformedFile) {
    guard let object = json.object else { throw MalformedFile(member: "dossier") }
    try object.checkFormat(Dossier.format)
    guard let zaak: Fetched<ZaakFields> = try object.one("zaak"), zaak.value.uuid != nil else {
      throw MalformedFile(member: "zaak")
    }
    self.init(zaak: zaak)
    statussen = try object.fetched("statussen")
    rollen = try object.fetched("rollen")
    resultaat = try object.one("resultaat")
    eigenschappen = try object.fetched("eigenschappen")
    zaakobjecten = try object.fetched("zaakobjecten")
    zaakinformatieobjecten = try object.fetched("zaakinformatieobjecten")
    documenten = try object.fetched("documenten")
    besluiten = try object.fetched("besluiten")
    notities = try object.fetched("notities")
    isComplete = object["volledig"]?.bool ?? false
    needsReading = object["herlezen"]?.bool ?? false
  }
}
