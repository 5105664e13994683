/// One version of a zaaktype with the types that belong to it, as the catalogue gave them.
public struct ZaaktypeVersie: Sendable, Hashable {
  public var zaaktype: Fetched<ZaaktypeFields>
  public var catalogus: Fetched<CatalogusFields>?
  public var statustypen: [Fetched<StatustypeFields>] = []
  public var resultaattypen: [Fetched<ResultaattypeFields>] = []
  public var roltypen: [Fetched<RoltypeFields>] = []
  public var eigenschappen: [Fetched<EigenschapFields>] = []
  public var besluittypen: [Fetched<BesluittypeFields>] = []
  public var informatieobjecttypen: [Fetched<InformatieobjecttypeFields>] = []
  public var zaaktypeInformatieobjecttypen: [Fetched<ZaaktypeInformatieobjecttypeFields>] = []
  public var zaakobjecttypen: [Fetched<ZaakobjecttypeFields>] = []

  public init(zaaktype: Fetched<ZaaktypeFields>) { self.zaaktype = zaaktype }

  public var uuid: String { zaaktype.value.uuid ?? "" }
  public var ref: Ref { zaaktype.ref }
  public var naam: String { zaaktype.value.omschrijving }

  /// The statustypen in the order in which a zaak goes along them.
  public var path: [Statustype] {
    statustypen.map(\.value).sorted { $0.volgnummer < $1.volgnummer }
  }

  public func statustype(_ ref: Ref) -> Statustype? { statustypen.first { $0.ref == ref }?.value }

  /// Whether the statustype is the one that closes a zaak: the highest volgnummer (`zrc-007`).
  public func isEndStatus(_ ref: Ref) -> Bool { path.last?.ref == ref }
}

extension ZaaktypeVersie {
  static let format = 1

  public var json: JSON {
    var object: JSONObject = ["formaat": .number(ZaaktypeVersie.format), "zaaktype": zaaktype.json]
    if let catalogus { object["catalogus"] = catalogus.json }
    object.put("statustypen", statustypen)
    object.put("resultaattypen", resultaattypen)
    object.put("roltypen", roltypen)
    object.put("eigenschappen", eigenschappen)
    object.put("besluittypen", besluittypen)
    object.put("informatieobjecttypen", informatieobjecttypen)
    object.put("zaaktypeInformatieobjecttypen", zaaktypeInformatieobjecttypen)
    object.put("zaakobjecttypen", zaakobjecttypen)
    return .object(object)
  }

  public init(json: JSON) throws(MalformedFile) {
    guard let object = json.object else { throw MalformedFile(member: "catalogus") }
    try object.checkFormat(ZaaktypeVersie.format)
    guard let zaaktype: Fetched<ZaaktypeFields> = try object.one("zaaktype"), zaaktype.value.uuid != nil else {
      throw MalformedFile(member: "zaaktype")
    }
    self.init(zaaktype: zaaktype)
    catalogus = try object.one("catalogus")
    statustypen = try object.fetched("statustypen")
    resultaattypen = try object.fetched("resultaattypen")
    roltypen = try object.fetched("roltypen")
    eigenschappen = try object.fetched("eigenschappen")
    besluittypen = try object.fetched("besluittypen")
    informatieobjecttypen = try object.fetched("informatieobjecttypen")
    zaaktypeInformatieobjecttypen = try object.fetched("zaaktypeInformatieobjecttypen")
    zaakobjecttypen = try object.fetched("zaakobjecttypen")
  }
}
