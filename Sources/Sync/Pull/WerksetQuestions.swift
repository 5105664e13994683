import Model

extension Werkset {
  /// The questions that together give the zaken of the werkset; a zaak may be in the answer to several.
  ///
  /// One for each combination of open or closed since, mine or a team's, and version of a zaaktype: filters of the
  /// standard are all "and", so each "or" takes a question of its own.
  ///
  /// - Parameter zaaktypen: all versions that the catalogues have
  func questions(_ zaaktypen: [ZaaktypeVersie]) -> [[Filter]] {
    var common: [Filter] = []
    if let startedFrom { common.append(Filter("startdatum__gte", startedFrom.text)) }
    var questions = [common]
    func multiply(_ ways: [[Filter]]) {
      questions = questions.flatMap { question in ways.map { question + $0 } }
    }
    if let closedFrom {
      // The standard has only "after" for an einddatum.
      multiply([[.isOpen], [Filter("einddatum__gt", (closedFrom + -1).text)]])
    } else if openOnly {
      multiply([[.isOpen]])
    }
    if choosesBehandelaars {
      multiply(
        (behandelaar.map { [Filter.medewerker($0)] } ?? []) + teams.map { Filter.organisatorischeEenheid($0) })
    }
    if choosesZaaktypen {
      multiply(zaaktypen.filter { contains($0.zaaktype.value) }.map { [Filter("zaaktype", $0.ref.url)] })
    }
    return questions
  }
}

extension Filter {
  static let isOpen = Filter("einddatum__isnull", "true")
  /// The newest first, also on a server whose lists have no order of their own.
  ///
  /// Why this way round: `ListWatch`.
  static let newestFirst = Filter("ordering", "-identificatie")
  static let behandelaar = Filter("rol__omschrijvingGeneriek", RolOmschrijving.behandelaar.rawValue)

  static func medewerker(_ identificatie: String) -> [Filter] {
    [.behandelaar, Filter("rol__betrokkeneIdentificatie__medewerker__identificatie", identificatie)]
  }

  static func organisatorischeEenheid(_ identificatie: String) -> [Filter] {
    [.behandelaar, Filter("rol__betrokkeneIdentificatie__organisatorischeEenheid__identificatie", identificatie)]
  }
}
