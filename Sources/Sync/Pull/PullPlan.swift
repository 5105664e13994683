import Model

/// Decides what of the server's zaken has to be fetched and what has to go.
///
/// Pure.
enum PullPlan {
  /// What to do with a zaak that the server listed.
  enum Need: Sendable, Hashable {
    /// The body is as stored, and its parts are here.
    case nothing
    /// The body is new or differs, or the parts were never read.
    case parts
  }

  static func need(listed: Zaak, stored: Dossier?) -> Need {
    guard let stored, stored.isComplete, stored.zaak.value.body == listed.body else { return .parts }
    return .nothing
  }

  /// The order in which dossiers are fetched: open before closed, then the nearest deadline.
  static func byUrgency(_ zaken: [Fetched<ZaakFields>]) -> [Fetched<ZaakFields>] {
    zaken.sorted { left, right in
      let (first, second) = (left.value, right.value)
      if first.isOpen != second.isOpen { return first.isOpen }
      return (first.deadline ?? latest) < (second.deadline ?? latest)
    }
  }

  private static let latest = Day(daysSince1970: .max)

  /// The questions that together give the zaken of a werkset: one, or one for each version of the zaaktypen asked for.
  ///
  /// Ordered by identificatie, so that a zaak that is made meanwhile comes at the end and shifts no page.
  static func listFilters(_ werkset: Werkset, zaaktypen: [ZaaktypeVersie]) -> [[Filter]] {
    var common = [Filter("ordering", "identificatie")]
    if werkset.openOnly { common.append(Filter("einddatum__isnull", "true")) }
    if let behandelaar = werkset.behandelaar {
      common.append(Filter("rol__omschrijvingGeneriek", RolOmschrijving.behandelaar.rawValue))
      common.append(Filter("rol__betrokkeneIdentificatie__medewerker__identificatie", behandelaar))
    }
    guard !werkset.zaaktypen.isEmpty else { return [common] }
    return zaaktypen.filter { werkset.contains($0.zaaktype.value) }.map { common + [Filter("zaaktype", $0.ref.url)] }
  }
}

extension Werkset {
  /// Whether zaken of this zaaktype are in the werkset, by identificatie or omschrijving in any case.
  func contains(_ zaaktype: Zaaktype) -> Bool {
    zaaktypen.isEmpty
      || zaaktypen.contains { wanted in
        [zaaktype.identificatie, zaaktype.omschrijving].contains { $0.lowercased() == wanted.lowercased() }
      }
  }

  /// Whether a zaak that the list did not show belongs to the werkset all the same, as when pages skipped it.
  func contains(_ zaak: Zaak, rollen: [Rol], zaaktype: ZaaktypeVersie?) -> Bool {
    if openOnly && !zaak.isOpen { return false }
    if !zaaktypen.isEmpty {
      guard let zaaktype, contains(zaaktype.zaaktype.value) else { return false }
    }
    guard let behandelaar else { return true }
    return rollen.contains { rol in
      rol.omschrijvingGeneriek == .behandelaar && rol.betrokkeneType == .medewerker
        && rol.identificatie?.nummer == behandelaar
    }
  }
}
