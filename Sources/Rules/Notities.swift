import Model

extension Behandeling {
  /// - Parameters:
  ///   - onderwerp: at most 255 characters
  ///   - type: extern where others than the organisation may read it
  public func voegNotitieToe(
    onderwerp: String, tekst: String, type: NotitieType = .intern, status: NotitieStatus = .concept
  ) throws(RuleError) -> Change {
    .handeling(Handeling(.notitie, [.create(try creation(notitie(onderwerp, tekst, type, status)))]))
  }

  /// - Parameter values: as `ZaakNotitie.value(_:for:)` makes them
  public func wijzigNotitie(
    _ notitie: ZaakNotitie, _ values: [(name: String, value: JSON)]
  ) throws(RuleError) -> Change? {
    try change(.notitieWijzigen, notitie, values)
  }

  public func verwijderNotitie(_ notitie: ZaakNotitie) -> Change {
    .handeling(Handeling(.notitieVerwijderen, [removal(notitie)]))
  }

  func notitie(
    _ onderwerp: String, _ tekst: String, _ type: NotitieType = .intern, _ status: NotitieStatus = .definitief
  ) -> ZaakNotitie {
    var notitie = ZaakNotitie()
    notitie.gerelateerdAan = dossier.ref
    notitie.onderwerp = onderwerp
    notitie.tekst = tekst
    notitie.aangemaaktDoor = gebruiker.naam
    notitie.notitieType = type
    notitie.status = status
    return notitie
  }
}
