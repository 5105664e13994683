import Model

extension State {
  mutating func createZaak(_ call: Call) throws(Problem) -> Reply {
    let row = try insertZaak(try call.body(), call)
    return .created(shown(.zaken, row))
  }

  /// Makes a zaak (zrc-001, 002, 009–015) and returns its body.
  mutating func insertZaak(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let type = find(.zaaktypen, body["zaaktype"]?.string)
    let level =
      body["vertrouwelijkheidaanduiding"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      ?? type?.row["vertrouwelijkheidaanduiding"]?.string
    try call.caller.must(["zaken.aanmaken"], .zrc, type: type?.row["url"]?.string, level: level)
    var row = try Schema.zaak.read(body)
    guard let type else { throw .invalid(.missing("zaaktype", row.text("zaaktype"))) }
    guard type.row["concept"]?.bool != true else {
      throw .invalid(.init("zaaktype", "not-published", "Dit zaaktype is nog een concept."))
    }
    row["vertrouwelijkheidaanduiding"] = .string(level ?? "openbaar")
    try checkZaak(row, old: nil, type: type.row)
    let start = Day(row.text("startdatum")) ?? call.now.day
    try number(&row, year: start.parts.year)
    fillDates(&row, start: start, type: type.row, today: call.now.day)
    let id = newId()
    row["url"] = .string(url(.zaken, id))
    row["uuid"] = .string(id)
    row["laatstGemuteerd"] = .string(call.now.text)
    settle(&row, old: nil)
    put(.zaken, id, row)
    linkDeelzaak(row.text("url"), from: nil, to: row["hoofdzaak"]?.string)
    audit(call, .create, .zaken, old: nil, new: row)
    return row
  }

  private mutating func number(_ row: inout JSONObject, year: Int) throws(Problem) {
    let organisation = row.text("bronorganisatie")
    let given = row.text("identificatie")
    guard !given.isEmpty else {
      row["identificatie"] = .string(newNumber("ZAAK", year: year))
      return
    }
    let taken = rows(.zaken, "identificatie", given).contains { $0.row.text("bronorganisatie") == organisation }
    guard !taken else {
      throw .invalid(
        .init("identificatie", "identificatie-niet-uniek", "Het nummer \(given) is voor deze organisatie al gebruikt."))
    }
    reserved.remove("\(organisation)/\(given)")
    noteNumber(given)
  }

  /// What the zaaktype says about dates, where the body is silent: servicenorm and doorlooptijd from the startdatum.
  private func fillDates(_ row: inout JSONObject, start: Day, type: JSONObject, today: Day) {
    if row.text("registratiedatum").isEmpty { row["registratiedatum"] = .string(today.text) }
    let terms = [("einddatumGepland", "servicenorm"), ("uiterlijkeEinddatumAfdoening", "doorlooptijd")]
    for (field, term) in terms where row[field]?.isNull ?? true {
      if let period = Period(type.text(term)) { row[field] = .string((start + period).text) }
    }
  }

  /// Fields of a zaak that follow from other fields.
  private func settle(_ row: inout JSONObject, old: JSONObject?) {
    row["betalingsindicatieWeergave"] = .string(paymentTitles[row.text("betalingsindicatie")] ?? "")
    if row.text("betalingsindicatie") == "nvt" { row["laatsteBetaaldatum"] = JSON.null }
    if var opschorting = row["opschorting"]?.object {
      let before = old?["opschorting"]?["eerdereOpschorting"]?.bool ?? false
      opschorting["eerdereOpschorting"] = .bool(before || opschorting["indicatie"]?.bool == true)
      row["opschorting"] = [
        "indicatie": opschorting["indicatie"] ?? false,
        "eerdereOpschorting": opschorting["eerdereOpschorting"] ?? false, "reden": opschorting["reden"] ?? "",
      ]
    }
  }

  private func checkZaak(_ row: JSONObject, old: JSONObject?, type: JSONObject) throws(Problem) {
    var problems: [InvalidParam] = []
    if !CheckDigits.passesEleven(row.text("verantwoordelijkeOrganisatie")) {
      problems.append(.init("verantwoordelijkeOrganisatie", "invalid", "Dit RSIN klopt niet."))
    }
    let allowed = type.texts("productenOfDiensten")
    if !row.texts("productenOfDiensten").allSatisfy(allowed.contains) {
      problems.append(.init("productenOfDiensten", "invalid-products-services", "Niet van dit zaaktype."))
    }
    if row.text("betalingsindicatie") == "nvt", row["laatsteBetaaldatum"]?.string != nil,
      old?["betalingsindicatie"] == row["betalingsindicatie"] || old == nil
    {
      problems.append(.init("laatsteBetaaldatum", "betaling-nvt", "Zonder kosten is er geen betaaldatum."))
    }
    for (index, other) in (row["relevanteAndereZaken"]?.array ?? []).enumerated() {
      let link = other["url"]?.string ?? ""
      let unchanged = old?["relevanteAndereZaken"] == row["relevanteAndereZaken"]
      if !unchanged, link.hasPrefix(base), find(.zaken, link) == nil {
        problems.append(.init("relevanteAndereZaken.\(index).url", "bad-url", "Op \(link) is geen zaak te vinden."))
      }
    }
    if old?["hoofdzaak"] != row["hoofdzaak"], let main = row["hoofdzaak"]?.string {
      if let problem = checkHoofdzaak(main, of: row) { problems.append(problem) }
    }
    problems += archiveProblems(row)
    guard problems.isEmpty else { throw .invalid(problems) }
  }

  /// zrc-013: a hoofdzaak exists, is another zaak, and is no deelzaak itself.
  private func checkHoofdzaak(_ link: String, of row: JSONObject) -> InvalidParam? {
    if link == row["url"]?.string {
      return .init("hoofdzaak", "self-forbidden", "Een zaak is niet haar eigen hoofdzaak.")
    }
    guard let main = find(.zaken, link) else { return .missing("hoofdzaak", link) }
    if main.row["hoofdzaak"]?.string != nil || !row.texts("deelzaken").isEmpty {
      return .init("hoofdzaak", "deelzaak-als-hoofdzaak", "Een deelzaak kan geen hoofdzaak zijn.")
    }
    let types = find(.zaaktypen, main.row["zaaktype"]?.string)?.row.texts("deelzaaktypen") ?? []
    if !types.isEmpty, !types.contains(row.text("zaaktype")) {
      return .init("hoofdzaak", "invalid-deelzaaktype", "Dit zaaktype is geen deelzaaktype van de hoofdzaak.")
    }
    return nil
  }

  /// zrc-022: archiving asks for archived documents, a nominatie and a date.
  private func archiveProblems(_ row: JSONObject) -> [InvalidParam] {
    guard row.text("archiefstatus") != "nog_te_archiveren" else { return [] }
    var problems: [InvalidParam] = []
    let documents = rows(.zaakinformatieobjecten, "zaak", row.text("url"))
      .compactMap { find(.enkelvoudiginformatieobjecten, $0.row["informatieobject"]?.string)?.row }
    if !documents.allSatisfy({ $0.text("status") == "gearchiveerd" }) {
      problems.append(.object("documents-not-archived", "Niet alle documenten zijn gearchiveerd."))
    }
    for field in ["archiefnominatie", "archiefactiedatum"] where row[field]?.string == nil {
      problems.append(.init(field, "\(field)-not-set", "Eerst moet \(field) gevuld zijn."))
    }
    return problems
  }

  mutating func updateZaak(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    .saved(shown(.zaken, try changeZaak(call.id, try call.body(), call, partial: partial)))
  }

  /// Changes a zaak and gives the body of the answer; `laatstGemuteerd` moves on with its own fields, not with kenmerken and laatstGeopend (measured).
  mutating func changeZaak(
    _ id: String, _ body: JSONObject, _ call: Call, partial: Bool
  ) throws(Problem) -> JSONObject {
    guard let old = table(.zaken)[id] else { throw .notFound }
    try mustChange(call, zaak: old, part: false)
    var row = try Schema.zaak.read(body, over: old, partial: partial)
    guard let type = find(.zaaktypen, row["zaaktype"]?.string) else {
      throw .invalid(.missing("zaaktype", row.text("zaaktype")))
    }
    if row.text("betalingsindicatie") == "nvt", old.text("betalingsindicatie") != "nvt" {
      row["laatsteBetaaldatum"] = JSON.null
    }
    if row.text("vertrouwelijkheidaanduiding").isEmpty {
      row["vertrouwelijkheidaanduiding"] = type.row["vertrouwelijkheidaanduiding"]
    }
    try checkZaak(row, old: old, type: type.row)
    settle(&row, old: old)
    if hasMoved(row, old) { row["laatstGemuteerd"] = .string(call.now.text) }
    put(.zaken, id, row)
    linkDeelzaak(row.text("url"), from: old["hoofdzaak"]?.string, to: row["hoofdzaak"]?.string)
    // The answer still shows when it was opened before (measured); the next GET shows the new moment.
    if personality.quirks { row["laatstGeopend"] = old["laatstGeopend"] }
    audit(call, partial ? .partialUpdate : .update, .zaken, old: old, new: row)
    return row
  }

  private func hasMoved(_ row: JSONObject, _ old: JSONObject) -> Bool {
    var (new, before) = (row, old)
    for field in ["kenmerken", "laatstGeopend"] {
      new[field] = nil
      before[field] = nil
    }
    return new != before
  }

  private mutating func linkDeelzaak(_ url: String, from old: String?, to new: String?) {
    guard old != new else { return }
    if let id = find(.zaken, old)?.id { unlist(id, "deelzaken", url) }
    if let id = find(.zaken, new)?.id { enlist(id, "deelzaken", url) }
  }

  /// Adds a link to a list that a zaak shows.
  mutating func enlist(_ zaak: String, _ field: String, _ url: String) {
    change(.zaken, zaak) { $0[field] = .array($0.texts(field).map(JSON.string) + [.string(url)]) }
  }

  mutating func unlist(_ zaak: String, _ field: String, _ url: String) {
    change(.zaken, zaak) { $0[field] = .array($0.texts(field).filter { $0 != url }.map(JSON.string)) }
  }

  mutating func touch(_ zaak: String, _ now: Moment) {
    change(.zaken, zaak) { $0["laatstGemuteerd"] = .string(now.text) }
  }

  /// Removes a zaak with all that hangs on it (zrc-023).
  mutating func deleteZaak(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.zaken)[call.id] else { throw .notFound }
    guard may(call, ["zaken.verwijderen"], zaak: row) else { throw .forbidden() }
    guard rows(.besluiten, "zaak", row.text("url")).isEmpty else {
      throw .invalid(.object("related-besluiten", "Aan de zaak hangen besluiten; maak die eerst los."))
    }
    let hadResultaat = row["resultaat"]?.string != nil
    eraseZaak(call.id)
    // The zaak is gone and the answer is a 500: measured, and the reason why a client looks before it sends again.
    if personality.quirks, hadResultaat { throw .serverError() }
    return .deleted
  }

  mutating func eraseZaak(_ id: String) {
    guard let row = table(.zaken)[id] else { return }
    let link = row.text("url")
    for deelzaak in rows(.zaken, "hoofdzaak", link) { eraseZaak(deelzaak.id) }
    for zio in rows(.zaakinformatieobjecten, "zaak", link) {
      unmirror(object: link, informatieobject: zio.row.text("informatieobject"))
    }
    let parts: [Collection] = [
      .statussen, .substatussen, .resultaten, .rollen, .zaakeigenschappen, .zaakinformatieobjecten, .zaakobjecten,
      .zaakbesluiten,
    ]
    for collection in parts {
      for part in rows(collection, "zaak", link) { remove(collection, part.id) }
    }
    for note in rows(.zaaknotities, "gerelateerdAan", link) { remove(.zaaknotities, note.id) }
    if let main = find(.zaken, row["hoofdzaak"]?.string)?.id { unlist(main, "deelzaken", link) }
    trails[link] = nil
    remove(.zaken, id)
  }
}
