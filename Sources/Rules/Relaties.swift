import Model

extension Behandeling {
  /// The zaak gets to do with another one; nil where it is so already.
  ///
  /// - Parameter toelichting: at most 255 characters, where the server has room for it
  public func voegRelatieToe(
    _ andere: Ref, _ aard: AardRelatie, toelichting: String = ""
  ) throws(RuleError) -> Change? {
    guard andere != dossier.ref else { throw .relatie(.itself) }
    var row = RelevanteZaak()
    row.url = andere
    row.aardRelatie = aard
    if !toelichting.isEmpty { row.toelichting = toelichting }
    try row.check()
    let others = zaak.relevanteAndereZaken.filter { $0.url != andere }
    return try change(.relatie, zaak, [("relevanteAndereZaken", (others + [row]).json)])
  }

  public func verwijderRelatie(_ andere: Ref) throws(RuleError) -> Change? {
    let others = zaak.relevanteAndereZaken.filter { $0.url != andere }
    guard others.count < zaak.relevanteAndereZaken.count else { throw .notThere(andere.url) }
    return try change(.relatie, zaak, [("relevanteAndereZaken", others.json)])
  }

  /// The zaak becomes a deelzaak; with nil it is no longer one.
  public func zetHoofdzaak(_ hoofdzaak: Hoofdzaak?) throws(RuleError) -> Change? {
    try hoofdzaak?.check(deelzaak: zaak)
    return try change(.relatie, zaak, [("hoofdzaak", hoofdzaak?.zaak.ref.json ?? .null)])
  }
}
