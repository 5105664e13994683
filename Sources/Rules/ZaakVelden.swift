import Model

extension Behandeling {
  /// The intent to give fields of the zaak other values; nil where they have them already.
  ///
  /// - Parameter fields: as `Zaak.value(_:for:)` makes them, and lists as a whole
  public func wijzig(_ fields: [(name: String, value: JSON)]) throws(RuleError) -> Change? {
    for (name, value) in fields {
      guard !Fixed.names.contains(name), Zaak.field(name)?.limits.readOnly == false else {
        throw .fixed(field: name)
      }
      if name == "omschrijving", value == .string("") { throw .missing(field: name) }
    }
    guard let alteration = try alteration(zaak, fields) else { return nil }
    var changed = zaak
    for field in alteration.fields { changed.body[field.field] = field.new }
    // Of what the server has already nothing is said.
    if changed.isPaid(by: alteration.fields) { changed.laatsteBetaaldatum = nil }
    try changed.checkTogether(zaaktype)
    return .wijzigZaak(alteration.fields)
  }

  /// The kenmerken with some more and without others; a kenmerk that is there already is not added again.
  public func kenmerken(plus: [Kenmerk], minus: [Kenmerk]) throws(RuleError) -> JSON {
    for kenmerk in plus { try kenmerk.check() }
    var list = zaak.kenmerken
    for kenmerk in minus {
      guard list.contains(where: { $0.body.keeps(kenmerk.body) }) else { throw .notThere("kenmerk \(kenmerk.kenmerk)") }
      list.removeAll { $0.body.keeps(kenmerk.body) }
    }
    list += plus.filter { new in !list.contains { $0.body.keeps(new.body) } }
    return list.json
  }

  /// The productenOfDiensten with some more and without others.
  public func producten(plus: [Ref], minus: [Ref]) throws(RuleError) -> JSON {
    var list = zaak.productenOfDiensten
    for product in minus {
      guard list.contains(product) else { throw .notThere(product.url) }
      list.removeAll { $0 == product }
    }
    for product in plus where !list.contains(product) { list.append(product) }
    return list.json
  }
}

/// Fields that are given once, or that have operations of their own.
private enum Fixed {
  static let names: Set = [
    "identificatie", "bronorganisatie", "zaaktype", "opschorting", "verlenging", "hoofdzaak", "relevanteAndereZaken",
    "gerelateerdeZaken",
  ]
}

extension Record where Fields == ZaakFields {
  /// What has to hold between fields, and by the zaaktype.
  func checkTogether(_ zaaktype: ZaaktypeVersie) throws(RuleError) {
    let products = zaaktype.zaaktype.value.productenOfDiensten
    if let foreign = self.productenOfDiensten.first(where: { !products.contains($0) }) {
      throw .foreignProduct(foreign.url)
    }
    if self.betalingsindicatie == .nvt, self.laatsteBetaaldatum != nil { throw .betaaldatumWithoutKosten }
    for name in ["verantwoordelijkeOrganisatie", "opdrachtgevendeOrganisatie"] {
      let number = body[name]?.string ?? ""
      guard number.isEmpty || Nummer.passesEleven(number) else { throw .wrongForm(field: name, .rsin) }
    }
  }

  /// Whether the changes make that nothing is to be paid any more: the server then takes the date of payment away (`zrc-014`).
  fileprivate func isPaid(by changes: [FieldChange]) -> Bool {
    self.betalingsindicatie == .nvt && changes.contains { $0.field == "betalingsindicatie" }
      && !changes.contains { $0.field == "laatsteBetaaldatum" }
  }
}
