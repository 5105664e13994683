import Model

/// The catalogus of one gemeente: its types by what the recipes call them.
struct DemoCatalogus {
  let gemeente: Names.Gemeente
  let rsin: String
  private(set) var link = ""
  /// By code of the recipe.
  private(set) var zaaktypen: [String: String] = [:]
  /// `CODE/naam` to URL, per collection.
  private(set) var types: [Collection: [String: String]] = [:]

  /// What kind of document may come from where, and how secret it is.
  static let documentTypes: [(name: String, category: String, level: String, direction: String)] = [
    ("Aanvraag", "Verzoek", "zaakvertrouwelijk", "inkomend"),
    ("Ontvangstbevestiging", "Correspondentie", "openbaar", "uitgaand"),
    ("Brief inkomend", "Correspondentie", "zaakvertrouwelijk", "inkomend"),
    ("Brief uitgaand", "Correspondentie", "zaakvertrouwelijk", "uitgaand"),
    ("E-mail", "Correspondentie", "zaakvertrouwelijk", "inkomend"), ("Besluit", "Besluit", "openbaar", "uitgaand"),
    ("Advies", "Advies", "intern", "intern"), ("Rapport", "Rapport", "intern", "intern"),
    ("Verslag", "Verslag", "vertrouwelijk", "intern"), ("Notitie", "Notitie", "intern", "intern"),
    ("Inventarislijst", "Overzicht", "openbaar", "uitgaand"),
    ("Zienswijze", "Correspondentie", "zaakvertrouwelijk", "inkomend"),
    ("Tekening", "Bijlage", "openbaar", "inkomend"), ("Offerte", "Bijlage", "beperkt_openbaar", "inkomend"),
    ("Contract", "Overeenkomst", "beperkt_openbaar", "uitgaand"),
  ]

  static let roles = [
    ("Aanvrager", "initiator"), ("Behandelaar", "behandelaar"), ("Beslisser", "beslisser"),
    ("Zaakcoördinator", "zaakcoordinator"), ("Belanghebbende", "belanghebbende"), ("Adviseur", "adviseur"),
  ]

  init(_ gemeente: Names.Gemeente, into state: inout State) {
    self.gemeente = gemeente
    rsin = CheckDigits.nextEleven(from: gemeente.rsinFrom)
    let id = state.newId()
    link = state.url(.catalogussen, id)
    for type in Self.documentTypes { name(.informatieobjecttypen, type.name, &state) }
    for recipe in Recipe.all {
      for besluit in recipe.besluiten where types[.besluittypen]?[besluit] == nil {
        name(.besluittypen, besluit, &state)
      }
      name(.zaaktypen, recipe.code, &state)
      zaaktypen[recipe.code] = types[.zaaktypen]?[recipe.code]
    }
    for recipe in Recipe.all { add(recipe, &state) }
    addDocumentTypes(&state)
    addBesluittypen(&state)
    state.put(
      .catalogussen, id,
      [
        "url": .string(link), "domein": .string(gemeente.domain), "rsin": .string(rsin),
        "contactpersoonBeheerNaam": "Functioneel beheer", "contactpersoonBeheerTelefoonnummer": "0800-9901",
        "contactpersoonBeheerEmailadres": .string("beheer@\(gemeente.name.lowercased()).example"),
        "zaaktypen": links(.zaaktypen), "besluittypen": links(.besluittypen),
        "informatieobjecttypen": links(.informatieobjecttypen), "naam": .string("Gemeente \(gemeente.name)"),
        "versie": "1", "begindatumVersie": "2024-01-01",
      ])
  }

  func url(_ collection: Collection, _ name: String) -> String { types[collection]?[name] ?? "" }

  private func links(_ collection: Collection, prefix: String = "") -> JSON {
    let named = (types[collection] ?? [:]).filter { $0.key.hasPrefix(prefix) }
    return .array(named.sorted { $0.key < $1.key }.map { .string($0.value) })
  }

  @discardableResult
  private mutating func name(_ collection: Collection, _ name: String, _ state: inout State) -> String {
    let id = state.newId()
    types[collection, default: [:]][name] = state.url(collection, id)
    return id
  }

  /// Adds a type that belongs to a zaaktype: first what it is about, then what all of them have.
  private mutating func part(
    _ collection: Collection, _ recipe: Recipe, _ name: String, _ state: inout State, _ fields: JSONObject
  ) {
    let id = self.name(collection, "\(recipe.code)/\(name)", &state)
    var row: JSONObject = [
      "url": .string(url(collection, "\(recipe.code)/\(name)")), "zaaktype": .string(zaaktypen[recipe.code] ?? ""),
      "zaaktypeIdentificatie": .string(recipe.code), "catalogus": .string(link),
    ]
    for member in fields.members { row[member.name] = member.value }
    guard collection != .zaaktypeInformatieobjecttypen else { return state.put(collection, id, row) }
    for name in ["beginGeldigheid", "eindeGeldigheid", "beginObject", "eindeObject"] { row[name] = JSON.null }
    state.put(collection, id, row)
  }

  private mutating func add(_ recipe: Recipe, _ state: inout State) {
    for (index, status) in recipe.statuses.enumerated() {
      part(
        .statustypen, recipe, status, &state,
        [
          "omschrijving": .string(status), "omschrijvingGeneriek": .string(status),
          "statustekst": .string("Uw zaak is nu: \(status.lowercased())."), "volgnummer": .number(index + 1),
          "isEindstatus": .bool(index == recipe.statuses.count - 1), "informeren": .bool(index == 0),
          "doorlooptijd": nil, "toelichting": nil, "checklistitemStatustype": [], "eigenschappen": [],
          "zaakobjecttypen": [],
        ])
    }
    for outcome in recipe.outcomes { add(outcome, recipe, &state) }
    for (name, generic) in Self.roles {
      part(.roltypen, recipe, name, &state, ["omschrijving": .string(name), "omschrijvingGeneriek": .string(generic)])
    }
    for property in recipe.properties { add(property, recipe, &state) }
    let allowed = Set(recipe.documents).union(["Brief inkomend", "Brief uitgaand", "E-mail", "Notitie"])
    for (index, type) in Self.documentTypes.filter({ allowed.contains($0.name) }).enumerated() {
      part(
        .zaaktypeInformatieobjecttypen, recipe, type.name, &state,
        [
          "informatieobjecttype": .string(url(.informatieobjecttypen, type.name)), "volgnummer": .number(index + 1),
          "richting": .string(type.direction), "statustype": nil,
        ])
    }
    part(
      .zaakobjecttypen, recipe, "adres", &state,
      [
        "anderObjecttype": false, "objecttype": "https://objecttypen.example/adres",
        "relatieOmschrijving": "heeft betrekking op", "resultaattypen": [], "statustype": nil,
      ])
    addZaaktype(recipe, allowed, &state)
  }

  private mutating func add(_ property: Recipe.Property, _ recipe: Recipe, _ state: inout State) {
    part(
      .eigenschappen, recipe, property.name, &state,
      [
        "naam": .string(property.name), "definitie": .string(property.name.replacing("_", with: " ")),
        "specificatie": [
          "groep": .string(recipe.code.lowercased()), "formaat": .string(property.format),
          "lengte": .string(property.length), "kardinaliteit": "1", "waardenverzameling": [],
        ], "toelichting": "", "statustype": nil,
      ])
  }

  private mutating func add(_ outcome: Recipe.Outcome, _ recipe: Recipe, _ state: inout State) {
    let klasse = "https://selectielijst.example/api/v1/resultaten/\(state.newId())"
    let besluit = outcome.besluit.map { JSON.array([.string(url(.besluittypen, $0))]) } ?? []
    part(
      .resultaattypen, recipe, outcome.name, &state,
      [
        "omschrijving": .string(outcome.name),
        "resultaattypeomschrijving": .string("https://selectielijst.example/api/v1/resultaattypeomschrijvingen/1"),
        "omschrijvingGeneriek": .string(outcome.name), "selectielijstklasse": .string(klasse), "toelichting": "",
        "archiefnominatie": .string(outcome.nominatie), "archiefactietermijn": .string(outcome.termijn),
        "brondatumArchiefprocedure": [
          "afleidingswijze": "afgehandeld", "datumkenmerk": "", "einddatumBekend": false, "objecttype": "",
          "registratie": "", "procestermijn": nil,
        ], "procesobjectaard": "", "indicatieSpecifiek": nil, "procestermijn": nil, "besluittypen": besluit,
        "besluittypeOmschrijving": .array(outcome.besluit.map { [.string($0)] } ?? []), "informatieobjecttypen": [],
        "informatieobjecttypeOmschrijving": [],
      ])
  }

  private func addZaaktype(_ recipe: Recipe, _ documents: Set<String>, _ state: inout State) {
    guard let link = zaaktypen[recipe.code], let id = state.id(of: link) else { return }
    var row: JSONObject = [
      "url": .string(link), "identificatie": .string(recipe.code), "omschrijving": .string(recipe.title),
      "omschrijvingGeneriek": .string(recipe.title), "vertrouwelijkheidaanduiding": .string(recipe.level),
      "doel": .string(recipe.goal), "aanleiding": .string("Er komt een verzoek of signaal binnen"), "toelichting": "",
      "indicatieInternOfExtern": .string(recipe.code == "INKOOP" ? "intern" : "extern"),
      "handelingInitiator": .string(recipe.asks), "onderwerp": .string(recipe.subject),
      "handelingBehandelaar": "Behandelen",
      "doorlooptijd": .string("P\(recipe.doorlooptijd)D"), "servicenorm": .string("P\(recipe.servicenorm)D"),
      "opschortingEnAanhoudingMogelijk": .bool(recipe.opschorting),
      "verlengingMogelijk": .bool(recipe.verlenging != nil),
      "verlengingstermijn": recipe.verlenging.map { .string("P\($0)D") } ?? .null,
      "trefwoorden": [.string(recipe.subject.lowercased())], "publicatieIndicatie": false, "publicatietekst": "",
      "verantwoordingsrelatie": [], "productenOfDiensten": [],
      "selectielijstProcestype": "https://selectielijst.example/api/v1/procestypen/1",
      "referentieproces": ["naam": .string(recipe.title), "link": ""], "concept": false,
      "verantwoordelijke": .string("Gemeente \(gemeente.name)"),
      "broncatalogus": ["url": "", "domein": "", "rsin": ""],
      "bronzaaktype": ["url": "", "identificatie": "", "omschrijving": ""], "beginGeldigheid": "2024-01-01",
      "eindeGeldigheid": nil, "versiedatum": "2024-01-01", "beginObject": "2024-01-01", "eindeObject": nil,
      "catalogus": .string(self.link),
    ]
    for (field, collection) in [
      ("statustypen", Collection.statustypen), ("resultaattypen", .resultaattypen), ("eigenschappen", .eigenschappen),
    ] {
      row[field] = links(collection, prefix: recipe.code + "/")
    }
    row["informatieobjecttypen"] = .array(documents.sorted().map { .string(url(.informatieobjecttypen, $0)) })
    row["roltypen"] = links(.roltypen, prefix: recipe.code + "/")
    row["besluittypen"] = .array(recipe.besluiten.map { .string(url(.besluittypen, $0)) })
    row["deelzaaktypen"] = []
    row["gerelateerdeZaaktypen"] = []
    row["zaakobjecttypen"] = links(.zaakobjecttypen, prefix: recipe.code + "/")
    state.put(.zaaktypen, id, row)
  }

  private func addDocumentTypes(_ state: inout State) {
    for type in Self.documentTypes {
      let link = url(.informatieobjecttypen, type.name)
      guard let id = state.id(of: link) else { continue }
      let users = state.rows(.zaaktypeInformatieobjecttypen, "informatieobjecttype", link)
      state.put(
        .informatieobjecttypen, id,
        [
          "url": .string(link), "catalogus": .string(self.link), "omschrijving": .string(type.name),
          "vertrouwelijkheidaanduiding": .string(type.level), "beginGeldigheid": "2024-01-01", "eindeGeldigheid": nil,
          "concept": false, "besluittypen": type.name == "Besluit" ? links(.besluittypen) : [],
          "informatieobjectcategorie": .string(type.category), "trefwoord": [],
          "omschrijvingGeneriek": [
            "informatieobjecttypeOmschrijvingGeneriek": .string(type.name),
            "definitieInformatieobjecttypeOmschrijvingGeneriek": .string(type.name),
            "herkomstInformatieobjecttypeOmschrijvingGeneriek": "KING",
            "hierarchieInformatieobjecttypeOmschrijvingGeneriek": .string(type.category),
            "opmerkingInformatieobjecttypeOmschrijvingGeneriek": "",
          ], "zaaktypen": .array(users.compactMap { $0.row["zaaktype"] }), "beginObject": "2024-01-01",
          "eindeObject": nil,
        ])
    }
  }

  private func addBesluittypen(_ state: inout State) {
    for (name, link) in (types[.besluittypen] ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let id = state.id(of: link) else { continue }
      let users = Recipe.all.filter { $0.besluiten.contains(name) }.compactMap { zaaktypen[$0.code] }
      state.put(
        .besluittypen, id,
        [
          "url": .string(link), "catalogus": .string(self.link), "zaaktypen": .array(users.map(JSON.string)),
          "omschrijving": .string(name), "omschrijvingGeneriek": .string(name), "besluitcategorie": "beschikking",
          "reactietermijn": "P42D", "publicatieIndicatie": false, "publicatietekst": "", "publicatietermijn": nil,
          "toelichting": "",
          "informatieobjecttypen": [
            .string(url(.informatieobjecttypen, "Besluit")), .string(url(.informatieobjecttypen, "Brief uitgaand")),
          ], "beginGeldigheid": "2024-01-01", "eindeGeldigheid": nil, "concept": false, "resultaattypen": [],
          "resultaattypenOmschrijving": [], "vastgelegdIn": ["Besluit", "Brief uitgaand"],
          "beginObject": "2024-01-01", "eindeObject": nil,
        ])
    }
  }
}
