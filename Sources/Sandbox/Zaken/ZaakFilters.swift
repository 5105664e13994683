import Model

/// The parameters of the list of zaken.
enum ZaakFilters {
  static func known(_ personality: Personality) -> [String: Filter] {
    var filters = standard
    if personality.expands.contains("zaken") { filters["expand"] = .passed }
    if personality.extraFilters { filters.merge(ofOpenZaak) { $1 } }
    return filters
  }

  private static let standard: [String: Filter] = {
    var filters: [String: Filter] = [
      "identificatie": .equals("identificatie"), "bronorganisatie": .equals("bronorganisatie"),
      "bronorganisatie__in": .within("bronorganisatie"), "zaaktype": .equals("zaaktype"),
      "archiefnominatie": .equals("archiefnominatie", .choice(["blijvend_bewaren", "vernietigen"])),
      "archiefnominatie__in": .within("archiefnominatie", .choice(["blijvend_bewaren", "vernietigen"])),
      "archiefstatus": .equals("archiefstatus", .choice(archiveStates)),
      "archiefstatus__in": .within("archiefstatus", .choice(archiveStates)),
      "rol__betrokkeneType": rol("betrokkeneType"), "rol__betrokkene": rol("betrokkene"),
      "rol__omschrijvingGeneriek": rol("omschrijvingGeneriek"),
      "maximaleVertrouwelijkheidaanduiding": Filter(check: .choice(confidentialities)) { _, row, values in
        let greatest = values.first.flatMap { confidentialities.firstIndex(of: $0) } ?? 7
        return (confidentialities.firstIndex(of: row.text("vertrouwelijkheidaanduiding")) ?? 7) <= greatest
      },
      "ordering": Filter(check: .choice(orderings)) { _, _, _ in true },
    ]
    filters.merge(Filter.dates("archiefactiedatum", ["", "gt", "lt", "isnull"])) { $1 }
    filters.merge(Filter.dates("startdatum", ["", "gt", "gte", "lt", "lte"])) { $1 }
    filters.merge(Filter.dates("einddatum", ["", "gt", "lt", "isnull"])) { $1 }
    for field in ["registratiedatum", "einddatumGepland", "uiterlijkeEinddatumAfdoening"] {
      filters.merge(Filter.dates(field, ["", "gt", "lt"])) { $1 }
    }
    for path in identifications {
      filters["rol__betrokkeneIdentificatie__\(path)"] =
        rol("", type: path)
    }
    return filters
  }()

  private static let ofOpenZaak: [String: Filter] = [
    "identificatie__icontains": .contains("identificatie"), "omschrijving": .contains("omschrijving"),
    "zaaktype__omschrijving": Filter(check: .text) { state, row, values in
      state.find(.zaaktypen, row["zaaktype"]?.string).map { values.contains($0.row.text("omschrijving")) } ?? false
    },
    "kenmerk": kenmerk("kenmerk"), "kenmerk__bron": kenmerk("bron"),
    "status__statustype": Filter(check: .text) { state, row, values in
      state.find(.statussen, row["status"]?.string).map { values.contains($0.row.text("statustype")) } ?? false
    },
    "resultaat__resultaattype": Filter(check: .text) { state, row, values in
      state.find(.resultaten, row["resultaat"]?.string).map { values.contains($0.row.text("resultaattype")) } ?? false
    },
  ]

  private static let archiveStates = [
    "nog_te_archiveren", "gearchiveerd", "gearchiveerd_procestermijn_onbekend", "overgedragen",
  ]

  private static let orderings: [String] =
    ["startdatum", "einddatum", "publicatiedatum", "archiefactiedatum", "registratiedatum", "identificatie"]
    .flatMap { [$0, "-" + $0] }

  static let identifications = [
    "natuurlijkPersoon__inpBsn", "natuurlijkPersoon__anpIdentificatie", "natuurlijkPersoon__inpA_nummer",
    "nietNatuurlijkPersoon__innNnpId", "nietNatuurlijkPersoon__annIdentificatie", "nietNatuurlijkPersoon__kvkNummer",
    "nietNatuurlijkPersoon__vestigingsNummer", "vestiging__vestigingsNummer", "vestiging__kvkNummer",
    "medewerker__identificatie", "organisatorischeEenheid__identificatie",
  ]

  private static let types = [
    "natuurlijkPersoon": "natuurlijk_persoon", "nietNatuurlijkPersoon": "niet_natuurlijk_persoon",
    "vestiging": "vestiging", "medewerker": "medewerker", "organisatorischeEenheid": "organisatorische_eenheid",
  ]

  /// `natuurlijkPersoon__inpA_nummer` → (`natuurlijk_persoon`, `betrokkeneIdentificatie.inpA_nummer`).
  static func identification(_ path: String) -> (type: String, field: String) {
    let cut = path.firstIndex(of: "_") ?? path.endIndex
    let field = path[cut...].drop { $0 == "_" }
    return (types[String(path[..<cut])] ?? "", "betrokkeneIdentificatie.\(field)")
  }

  /// One of the rollen of the zaak has this value.
  private static func rol(_ field: String, type path: String? = nil) -> Filter {
    let (type, field) = path.map(identification) ?? ("", field)
    return Filter(check: .text) { state, row, values in
      state.rows(.rollen, "zaak", row.text("url")).contains { rol in
        (type.isEmpty || rol.row.text("betrokkeneType") == type)
          && (rol.row.text(at: field).map(values.contains) ?? false)
      }
    }
  }

  private static func kenmerk(_ field: String) -> Filter {
    Filter(check: .text) { _, row, values in
      (row["kenmerken"]?.array ?? []).contains { $0[field]?.string.map(values.contains) ?? false }
    }
  }
}
