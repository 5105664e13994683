import Model

/// What a zaak can be about, with what identifies it.
public enum ObjectGegevens: Sendable, Hashable {
  case adres(Adres)
  /// The identificatie in the BAG.
  case pand(String)
  /// Something in a register of its own; `data` is what identifies it.
  case overige(soort: String, data: JSONObject)
  /// Any other kind of the standard, with its own fields.
  case ander(ObjectType, JSONObject)
  /// An object that has an address of its own.
  case url(ObjectType, Ref)

  public struct Adres: Sendable, Hashable {
    /// In the BAG.
    public var identificatie, woonplaats, straat: String
    /// 0 to 99999.
    public var huisnummer: Int
    public var huisletter, toevoeging, postcode: String

    public init(
      identificatie: String, woonplaats: String, straat: String, huisnummer: Int, huisletter: String = "",
      toevoeging: String = "", postcode: String = ""
    ) {
      self.identificatie = identificatie
      self.woonplaats = woonplaats
      self.straat = straat
      self.huisnummer = huisnummer
      self.huisletter = huisletter
      self.toevoeging = toevoeging
      self.postcode = postcode
    }

    fileprivate func checked() throws(RuleError) -> JSONObject {
      guard (0...99_999).contains(huisnummer) else { throw .wrongForm(field: "huisnummer", .number) }
      var body: JSONObject = [:]
      let rows: [(String, String, max: Int, required: Bool)] = [
        ("identificatie", identificatie, 100, true), ("wplWoonplaatsNaam", woonplaats, 80, true),
        ("gorOpenbareRuimteNaam", straat, 80, true), ("huisletter", huisletter, 1, false),
        ("huisnummertoevoeging", toevoeging, 4, false), ("postcode", postcode, 7, false),
      ]
      for (name, text, max, required) in rows {
        try check(name, text, max: max, required: required)
        if !text.isEmpty { body[name] = .string(text) }
      }
      body["huisnummer"] = .number(huisnummer)
      return body
    }
  }
}

private func check(_ field: String, _ text: String, max: Int, required: Bool) throws(RuleError) {
  if required, text.trimmed.isEmpty { throw .missing(field: field) }
  let count = text.unicodeScalars.count
  guard count <= max else { throw .tooLong(field: field, count: count, max: max) }
}

extension Behandeling {
  /// - Parameter relatie: what the zaak has to do with it, at most 80 characters
  public func voegObjectToe(_ gegevens: ObjectGegevens, relatie: String = "") throws(RuleError) -> Change {
    var object = ZaakObject()
    object.zaak = dossier.ref
    object.relatieomschrijving = relatie
    switch gegevens {
    case .adres(let adres):
      object.objectType = .adres
      object.objectIdentificatie = .object(try adres.checked())
    case .pand(let identificatie):
      try check("identificatie", identificatie, max: 100, required: true)
      object.objectType = .pand
      object.objectIdentificatie = ["identificatie": .string(identificatie)]
    case .overige(let soort, let data):
      guard !soort.trimmed.isEmpty else { throw .missing(field: "objectTypeOverige") }
      object.objectType = .overige
      object.objectTypeOverige = soort
      object.objectIdentificatie = ["overigeData": .object(data)]
    case .ander(let type, let data):
      guard !data.isEmpty else { throw .missing(field: "objectIdentificatie") }
      object.objectType = type
      object.objectIdentificatie = .object(data)
    case .url(let type, let url):
      object.objectType = type
      object.object = url
    }
    let creation = try creation(object)
    guard creation.known.isEmpty else { throw .alreadyThere(object.naam) }
    return .handeling(Handeling(.objectToevoegen, [.create(creation)]))
  }

  public func verwijderObject(_ object: ZaakObject) -> Change {
    .handeling(Handeling(.objectVerwijderen, [removal(object)]))
  }
}

extension Record where Fields == ZaakObjectFields {
  /// The name to show: the address, or the kind and what identifies it.
  public var naam: String {
    let data = self.objectIdentificatie
    func text(_ name: String) -> String { data[name]?.string ?? data[name]?.int.map(String.init) ?? "" }
    if self.objectType == .adres, !text("gorOpenbareRuimteNaam").isEmpty {
      let number = text("huisnummer") + text("huisletter") + text("huisnummertoevoeging")
      return "\(text("gorOpenbareRuimteNaam")) \(number), \(text("wplWoonplaatsNaam"))"
    }
    let kind = self.objectType == .overige ? self.objectTypeOverige : body["objectType"]?.string ?? ""
    let number = self.objectType == .natuurlijkPersoon ? "" : text("identificatie")
    return [kind, number, self.relatieomschrijving, self.object.url].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
