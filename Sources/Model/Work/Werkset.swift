/// Which zaken are kept on this machine.
///
/// All that is asked for has to hold; of `behandelaar` and `teams` any one is enough.
public struct Werkset: Sendable, Hashable {
  /// The identificaties or omschrijvingen of zaaktypen; empty for all.
  public var zaaktypen: [String]
  /// Words of which a zaaktype has at least one, as a trefwoord or in its omschrijving; empty for all.
  public var trefwoorden: [String]
  /// The identificatie of a medewerker; nil for whoever deals with the zaak.
  public var behandelaar: String?
  /// The identificaties of organisatorische eenheden that deal with the zaak.
  public var teams: [String]
  /// Only zaken without an einddatum, and those that `closedFrom` lets in.
  public var openOnly: Bool
  /// Only zaken that started on this day or later.
  public var startedFrom: Day?
  /// Of the closed zaken only those that closed on this day or later.
  public var closedFrom: Day?

  public init(
    zaaktypen: [String] = [], trefwoorden: [String] = [], behandelaar: String? = nil, teams: [String] = [],
    openOnly: Bool = false, startedFrom: Day? = nil, closedFrom: Day? = nil
  ) {
    self.zaaktypen = zaaktypen
    self.trefwoorden = trefwoorden
    self.behandelaar = behandelaar
    self.teams = teams
    self.openOnly = openOnly
    self.startedFrom = startedFrom
    self.closedFrom = closedFrom
  }

  /// Whether only some zaaktypen are in it.
  public var choosesZaaktypen: Bool { !zaaktypen.isEmpty || !trefwoorden.isEmpty }

  /// Whether it matters who deals with a zaak.
  public var choosesBehandelaars: Bool { behandelaar != nil || !teams.isEmpty }

  /// Whether zaken of this zaaktype are in it: by identificatie or omschrijving, and by trefwoord, in any case.
  ///
  /// The trefwoorden of a zaaktype are compared on this machine: no server filters on them.
  public func contains(_ zaaktype: Zaaktype) -> Bool {
    let names = [zaaktype.identificatie, zaaktype.omschrijving].map { $0.lowercased() }
    let words = zaaktype.trefwoorden.map { $0.lowercased() }
    let isNamed = zaaktypen.isEmpty || zaaktypen.contains { names.contains($0.lowercased()) }
    let isMeant =
      trefwoorden.isEmpty
      || trefwoorden.contains { word in
        let word = word.lowercased()
        return words.contains(word) || zaaktype.omschrijving.lowercased().contains(word)
      }
    return isNamed && isMeant
  }

  /// Whether a zaak is in it, also one that no list showed, as when pages skipped it.
  ///
  /// - Parameter zaaktype: nil where its catalogue is not here; such a zaak is in no werkset that chooses zaaktypen
  public func contains(_ zaak: Zaak, rollen: [Rol], zaaktype: Zaaktype?) -> Bool {
    if let closed = zaak.einddatum {
      if let closedFrom { if closed < closedFrom { return false } } else if openOnly { return false }
    }
    if let startedFrom, zaak.startdatum < startedFrom { return false }
    if choosesZaaktypen {
      guard let zaaktype, contains(zaaktype) else { return false }
    }
    return !choosesBehandelaars || rollen.contains(where: isOurs)
  }

  private func isOurs(_ rol: Rol) -> Bool {
    guard rol.omschrijvingGeneriek == .behandelaar else { return false }
    switch rol.identificatie {
    case .medewerker(let medewerker)?: return medewerker.identificatie == behandelaar
    case .organisatorischeEenheid(let eenheid)?: return teams.contains(eenheid.identificatie)
    case .natuurlijkPersoon?, .nietNatuurlijkPersoon?, .vestiging?, nil: return false
    }
  }
}
