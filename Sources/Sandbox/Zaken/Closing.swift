import Model

/// What an afleidingswijze says about the day from which a bewaartermijn counts.
private enum Brondatum {
  case day(Day)
  /// Not to be known; the zaak closes with an empty archiefactiedatum.
  case unknown
  /// Not to be known although the resultaattype says that it must be: the zaak cannot close.
  case missing(String)
}

extension State {
  /// zrc-007: no locked documents, each with indicatieGebruiksrecht; then a resultaat, and closed deelzaken.
  ///
  /// Open Zaak looks at the documents first, and at the rest only when they are in order (measured).
  func mustBeReady(_ zaak: JSONObject) throws(Problem) {
    var problems: [InvalidParam] = []
    let documents = rows(.zaakinformatieobjecten, "zaak", zaak.text("url"))
      .compactMap { find(.enkelvoudiginformatieobjecten, $0.row["informatieobject"]?.string)?.row }
    if documents.contains(where: { $0["locked"]?.bool == true }) {
      problems.append(.object("informatieobject-locked", "Documenten van de zaak zijn nog vergrendeld."))
    }
    if documents.contains(where: { $0["indicatieGebruiksrecht"]?.isNull ?? true }) {
      problems.append(
        .object("indicatiegebruiksrecht-unset", "Van documenten is indicatieGebruiksrecht nog niet gezet."))
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    guard let result = find(.resultaten, zaak["resultaat"]?.string) else {
      throw .invalid(.object("resultaat-does-not-exist", "De zaak heeft geen resultaat."))
    }
    let deelzaken = rows(.zaken, "hoofdzaak", zaak.text("url"))
    if deelzaken.contains(where: { $0.row["einddatum"]?.string == nil }) {
      throw .invalid(.object("deelzaken-not-closed", "Niet alle deelzaken zijn gesloten."))
    }
    if deelzaken.contains(where: { $0.row["resultaat"]?.string == nil }) {
      throw .invalid(.object("deelzaak-resultaat-does-not-exist", "Een deelzaak heeft geen resultaat."))
    }
    let type = find(.resultaattypen, result.row["resultaattype"]?.string)?.row ?? [:]
    if case .missing(let reason) = brondatum(zaak, type, einddatum: Day(number: 0)) {
      throw .invalid(.object("archiefactiedatum-error", reason))
    }
  }

  /// Sets einddatum and the archive fields (zrc-021, B1).
  mutating func close(_ zaak: String, on day: Day, statusId: String) throws(Problem) {
    guard var row = table(.zaken)[zaak] else { return }
    row["einddatum"] = .string(day.text)
    let result = find(.resultaten, row["resultaat"]?.string)?.row
    let type = find(.resultaattypen, result?["resultaattype"]?.string)?.row ?? [:]
    archive(&row, type, on: day)
    put(.zaken, zaak, row)
    // A deelzaak whose term hangs on this zaak gets its date now.
    for deelzaak in rows(.zaken, "hoofdzaak", row.text("url")) {
      let outcome = find(.resultaten, deelzaak.row["resultaat"]?.string)?.row
      guard let type = find(.resultaattypen, outcome?["resultaattype"]?.string)?.row,
        type["brondatumArchiefprocedure"]?["afleidingswijze"]?.string == "hoofdzaak"
      else { continue }
      var changed = deelzaak.row
      archive(&changed, type, on: day)
      put(.zaken, deelzaak.id, changed)
    }
  }

  private func archive(_ row: inout JSONObject, _ type: JSONObject, on day: Day) {
    if row["archiefnominatie"]?.string == nil {
      let nominatie = type.text("archiefnominatie")
      row["archiefnominatie"] = nominatie.isEmpty ? .null : .string(nominatie)
    }
    var start = row["startdatumBewaartermijn"]?.string.flatMap(Day.init(_:))
    if start == nil, case .day(let found) = brondatum(row, type, einddatum: day) {
      start = found
      row["startdatumBewaartermijn"] = .string(found.text)
    }
    guard row["archiefactiedatum"]?.string == nil, let start, let term = Period(type.text("archiefactietermijn"))
    else { return }
    row["archiefactiedatum"] = .string((start + term).text)
  }

  private func brondatum(_ zaak: JSONObject, _ type: JSONObject, einddatum: Day) -> Brondatum {
    guard let procedure = type["brondatumArchiefprocedure"]?.object else { return .unknown }
    let attribute = procedure.text("datumkenmerk")
    let known = procedure["einddatumBekend"]?.bool == true
    func latest(_ days: [Day?]) -> Brondatum {
      let found = days.compactMap { $0 }
      return found.max().map(Brondatum.day) ?? (known ? .missing("De brondatum is niet bekend.") : .unknown)
    }
    switch procedure.text("afleidingswijze") {
    case "afgehandeld": return .day(einddatum)
    case "termijn": return Period(procedure.text("procestermijn")).map { .day(einddatum + $0) } ?? .unknown
    case "hoofdzaak":
      return latest([find(.zaken, zaak["hoofdzaak"]?.string).flatMap { Day($0.row.text("einddatum")) }])
    case "eigenschap":
      let values = rows(.zaakeigenschappen, "zaak", zaak.text("url"))
        .filter { $0.row.text("naam") == attribute }.map { dayIn($0.row.text("waarde")) }
      return values.compactMap { $0 }.max().map(Brondatum.day) ?? .unknown
    case "zaakobject":
      let objects = rows(.zaakobjecten, "zaak", zaak.text("url"))
        .filter { $0.row.text("objectType") == procedure.text("objecttype") }
      return latest(objects.map { dayIn($0.row["objectIdentificatie"]?[attribute]?.string ?? "") })
    case "gerelateerde_zaak":
      let urls = (zaak["relevanteAndereZaken"]?.array ?? []).compactMap { $0["url"]?.string }
      return latest(urls.map { find(.zaken, $0).flatMap { Day($0.row.text("einddatum")) } })
    case "ingangsdatum_besluit":
      return latest(rows(.besluiten, "zaak", zaak.text("url")).map { Day($0.row.text("ingangsdatum")) })
    case "vervaldatum_besluit":
      let days = rows(.besluiten, "zaak", zaak.text("url")).map { Day($0.row.text("vervaldatum")) }
      return days.compactMap { $0 }.max().map(Brondatum.day) ?? .unknown
    default: return .unknown
    }
  }

  /// `2026-11-22`, `20261122` or `20261122093000`, the ways in which a zaakeigenschap holds a date.
  private func dayIn(_ text: String) -> Day? {
    if let day = Day(String(text.prefix(10))) { return day }
    let plain = Array(text.prefix(8))
    guard plain.count == 8 else { return nil }
    return Day("\(String(plain[0..<4]))-\(String(plain[4..<6]))-\(String(plain[6..<8]))")
  }
}
