import Model

/// What the user can point at by a name: the types of a zaaktype, and what hangs on a zaak.
public struct Keuze<Item> {
  /// The word for what is chosen, such as `statustype`.
  let soort: String
  let items: [Item]
  let naam: (Item) -> String
  let ref: (Item) -> Ref
  let nummer: (Item) -> Int?

  public init(
    _ soort: String, _ items: [Item], naam: @escaping (Item) -> String, ref: @escaping (Item) -> Ref,
    nummer: @escaping (Item) -> Int? = { _ in nil }
  ) {
    self.soort = soort
    self.items = items
    self.naam = naam
    self.ref = ref
    self.nummer = nummer
  }

  /// The one that the text means: its name, its number, its URL or UUID, else a part of its name or UUID that only one has.
  public func een(_ text: String) throws(RuleError) -> Item {
    let wanted = text.lowercased()
    let exact = items.filter {
      naam($0).lowercased() == wanted || nummer($0).map(String.init) == wanted || ref($0).url == text
        || ref($0).uuid == wanted
    }
    let found = exact.isEmpty ? items.filter { isLike($0, wanted) } : exact
    if found.count == 1, let only = found.first { return only }
    let choices = (found.isEmpty ? items : found).map { item in
      (nummer(item).map { "\($0) " } ?? "") + naam(item)
    }
    throw .notOne(text: text, of: soort, choices: choices)
  }

  private func isLike(_ item: Item, _ wanted: String) -> Bool {
    guard !wanted.isEmpty else { return false }
    return naam(item).lowercased().contains(wanted)
      || wanted.utf8.count >= 4 && ref(item).uuid?.hasPrefix(wanted) == true
  }
}

extension ZaaktypeVersie {
  public func statustype(_ text: String) throws(RuleError) -> Statustype {
    try Keuze("statustype", path, naam: \.omschrijving, ref: \.ref, nummer: \.volgnummer).een(text)
  }

  public func resultaattype(_ text: String) throws(RuleError) -> Resultaattype {
    try Keuze("resultaattype", resultaattypen.map(\.value), naam: \.omschrijving, ref: \.ref).een(text)
  }

  /// By its omschrijving, or by its omschrijvingGeneriek where only one has it.
  public func roltype(_ text: String) throws(RuleError) -> Roltype {
    let generic = roltypen.map(\.value).filter { $0.omschrijvingGeneriek?.rawValue == text.lowercased() }
    if generic.count == 1, let only = generic.first { return only }
    return try Keuze("roltype", roltypen.map(\.value), naam: \.omschrijving, ref: \.ref).een(text)
  }

  func roltype(_ generic: RolOmschrijving) throws(RuleError) -> Roltype {
    guard let found = roltypen.first(where: { $0.value.omschrijvingGeneriek == generic }) else {
      throw .zaaktypeHasNone("roltype \(generic.rawValue)")
    }
    return found.value
  }

  public func eigenschap(_ text: String) throws(RuleError) -> Eigenschap {
    try Keuze("eigenschap", eigenschappen.map(\.value), naam: \.naam, ref: \.ref).een(text)
  }

  public func besluittype(_ text: String) throws(RuleError) -> Besluittype {
    try Keuze("besluittype", besluittypen.map(\.value), naam: \.omschrijving, ref: \.ref).een(text)
  }

  /// Among those that the zaaktype takes (`zrc-017`).
  public func informatieobjecttype(_ text: String) throws(RuleError) -> Informatieobjecttype {
    let taken = Set(zaaktypeInformatieobjecttypen.map(\.value.informatieobjecttype))
    let types = informatieobjecttypen.map(\.value).filter { taken.isEmpty || taken.contains($0.ref) }
    return try Keuze("informatieobjecttype", types, naam: \.omschrijving, ref: \.ref).een(text)
  }

  /// Whether new zaken can be made of it on a day (`zrc-001`).
  public func isInForce(on day: Day) -> Bool {
    let zaaktype = zaaktype.value
    return !zaaktype.concept && zaaktype.beginGeldigheid <= day
      && (zaaktype.eindeGeldigheid.map { day <= $0 } ?? true)
  }
}

extension [ZaaktypeVersie] {
  /// The version that new zaken are made of, by identificatie, omschrijving or a part of it that only one has.
  ///
  /// - Parameter catalogus: where more have it: its naam, domein or RSIN, or a part of the naam
  public func zaaktype(_ text: String, catalogus: String? = nil, on day: Day) throws(RuleError) -> ZaaktypeVersie {
    var newest: [String: ZaaktypeVersie] = [:]
    for versie in self where versie.isInForce(on: day) && catalogus.map(versie.isIn) ?? true {
      let key = versie.zaaktype.value.catalogus.url + " " + versie.zaaktype.value.identificatie
      if let known = newest[key], known.begin >= versie.begin { continue }
      newest[key] = versie
    }
    let all = newest.values.sorted { ($0.naam, $0.uuid) < ($1.naam, $1.uuid) }
    let wanted = text.lowercased()
    let named = all.filter {
      [$0.naam.lowercased(), $0.zaaktype.value.identificatie.lowercased()].contains(wanted)
    }
    if named.count == 1, let only = named.first { return only }
    return try Keuze("zaaktype", named.isEmpty ? all : named, naam: \.volleNaam, ref: \.ref).een(text)
  }
}

extension ZaaktypeVersie {
  fileprivate var begin: Day { zaaktype.value.beginGeldigheid }

  /// With its catalogus, for organisations may have zaaktypen of one name.
  public var volleNaam: String {
    guard let catalogus = catalogus?.value else { return naam }
    return "\(naam) (\(catalogus.naam.isEmpty ? catalogus.domein : catalogus.naam))"
  }

  fileprivate func isIn(_ text: String) -> Bool {
    guard let catalogus = catalogus?.value else { return false }
    let wanted = text.lowercased()
    return catalogus.rsin == wanted || catalogus.domein.lowercased() == wanted
      || catalogus.naam.lowercased().contains(wanted)
  }
}

extension Dossier {
  /// By titel, identificatie, URL or UUID.
  public func document(_ text: String) throws(RuleError) -> EnkelvoudigInformatieObject {
    let all = documenten.map(\.value)
    if let found = all.first(where: { !$0.identificatie.isEmpty && $0.identificatie == text }) { return found }
    return try Keuze("document", all, naam: \.titel, ref: \.ref).een(text)
  }

  public func besluit(_ text: String) throws(RuleError) -> Besluit {
    try Keuze("besluit", besluiten.map(\.value), naam: \.identificatie, ref: \.ref).een(text)
  }

  public func notitie(_ text: String) throws(RuleError) -> ZaakNotitie {
    try Keuze("notitie", notities.map(\.value), naam: \.onderwerp, ref: \.ref).een(text)
  }

  /// By the name of who has it, `roltype: name`, URL or UUID.
  public func rol(_ text: String) throws(RuleError) -> Rol {
    let all = rollen.map(\.value)
    return try Keuze("rol", all, naam: \.roepnaam, ref: \.ref).een(text)
  }

  public func zaakobject(_ text: String) throws(RuleError) -> ZaakObject {
    try Keuze("zaakobject", zaakobjecten.map(\.value), naam: \.naam, ref: \.ref).een(text)
  }
}
