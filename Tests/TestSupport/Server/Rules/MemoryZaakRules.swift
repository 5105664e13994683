import Model
import Sync

/// Zaken and what hangs on them.
extension MemoryServer.State {
  mutating func newZaak(_ body: JSONObject) throws(RemoteError) -> JSONObject {
    _ = try named("zaaktype", in: body, .zaaktypen)
    if body["hoofdzaak"]?.string != nil { _ = try named("hoofdzaak", in: body, .zaken) }
    try mustBeUnique(body, .zaken, "bronorganisatie")
    let start: JSONObject = [
      "identificatie": "", "omschrijving": "", "toelichting": "", "einddatum": nil, "hoofdzaak": nil, "deelzaken": [],
      "kenmerken": [], "relevanteAndereZaken": [], "status": nil, "resultaat": nil, "rollen": [], "eigenschappen": [],
      "zaakinformatieobjecten": [], "zaakobjecten": [], "archiefstatus": "nog_te_archiveren",
      "laatstGemuteerd": .string(tick().text),
    ]
    var row = start.merging(body)
    for field in ["einddatum", "status", "resultaat", "deelzaken"] { row[field] = start[field] }
    if row["identificatie"]?.string?.isEmpty ?? true { row["identificatie"] = .string(number("ZAAK")) }
    return row
  }

  /// Unique by zaak and datumStatusGezet; the end status needs a resultaat, and documents in order (zrc-007).
  func newStatus(_ body: JSONObject) throws(RemoteError) -> JSONObject {
    let zaak = try named("zaak", in: body, .zaken)
    let moment = body["datumStatusGezet"]?.string.flatMap { Moment($0) }
    guard !rows(.statussen, "zaak", zaak).contains(where: { Status($0).datumStatusGezet == moment }) else {
      throw .refused("unique")
    }
    if let now, let moment, moment > now() { throw .refused("date-in-future", "datumStatusGezet") }
    guard isEnd(body["statustype"]?.string) else { return body }
    let documents = rows(.zaakinformatieobjecten, "zaak", zaak).compactMap {
      rows[$0["informatieobject"]?.string ?? ""]
    }
    guard documents.allSatisfy({ $0["locked"]?.bool != true }) else { throw .refused("informatieobject-locked") }
    guard documents.allSatisfy({ $0["indicatieGebruiksrecht"]?.isNull != true }) else {
      throw .refused("indicatiegebruiksrecht-unset")
    }
    guard rows[zaak.url]?["resultaat"]?.string != nil else { throw .refused("resultaat-does-not-exist") }
    return body
  }

  /// Whether this statustype has the highest volgnummer of its zaaktype.
  private func isEnd(_ statustype: String?) -> Bool {
    guard let row = rows[statustype ?? ""], let zaaktype = row["zaaktype"]?.string else { return false }
    let numbers = rows(.statustypen, "zaaktype", Ref(zaaktype)).compactMap { $0["volgnummer"]?.int }
    return row["volgnummer"]?.int == numbers.max()
  }

  func newResultaat(_ body: JSONObject) throws(RemoteError) -> JSONObject {
    let zaak = try named("zaak", in: body, .zaken)
    guard rows(.resultaten, "zaak", zaak).isEmpty else { throw .refused("unique", "zaak") }
    return body
  }

  /// `naam` comes from the eigenschap in the catalogue.
  func newEigenschap(_ body: JSONObject) throws(RemoteError) -> JSONObject {
    _ = try named("zaak", in: body, .zaken)
    guard let naam = rows[body["eigenschap"]?.string ?? ""]?["naam"] else { return body }
    return body.merging(["naam": naam])
  }

  /// A notitie shows in no zaak body, and moves no `laatstGemuteerd` on.
  mutating func newNotitie(_ body: JSONObject) throws(RemoteError) -> JSONObject {
    _ = try named("gerelateerdAan", in: body, .zaken)
    let moment = JSON.string(tick().text)
    return body.merging(["aanmaakdatum": moment, "wijzigingsdatum": moment])
  }

  /// Shows a new resource where others name it: in its zaak's lists, as the zaak's status or resultaat, at its document.
  mutating func attach(_ kind: ResourceKind, _ ref: Ref) {
    guard let row = rows[ref.url] else { return }
    switch kind {
    case .statussen: setStatus(row)
    case .resultaten: _ = update(zaak(of: row)) { $0["resultaat"] = ref.json }
    case .zaakeigenschappen: link(ref, "eigenschappen", of: zaak(of: row))
    case .rollen, .zaakobjecten: link(ref, kind.rawValue, of: zaak(of: row))
    case .zaakinformatieobjecten:
      link(ref, kind.rawValue, of: zaak(of: row))
      mirror(row, "zaak")
    case .besluitinformatieobjecten: mirror(row, "besluit")
    case .gebruiksrechten:
      _ = update(Ref(row["informatieobject"]?.string ?? "")) { $0["indicatieGebruiksrecht"] = true }
    case .zaken:
      if let hoofdzaak = row["hoofdzaak"]?.string { link(ref, "deelzaken", of: Ref(hoofdzaak)) }
    case .zaaknotities, .enkelvoudiginformatieobjecten, .objectinformatieobjecten, .besluiten, .catalogussen,
      .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen, .besluittypen,
      .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      break
    }
  }

  private func zaak(of row: JSONObject) -> Ref { Ref(row["zaak"]?.string ?? "") }

  private mutating func link(_ ref: Ref, _ name: String, of zaak: Ref) {
    _ = update(zaak) { row in
      guard let links = row[name]?.array else { return }
      row[name] = .array(links + [ref.json])
    }
  }

  /// The zaak has the status of the latest moment; the one that was set last closes it or opens it again.
  private mutating func setStatus(_ row: JSONObject) {
    let zaak = zaak(of: row)
    let latest = rows(.statussen, "zaak", zaak).map { Status($0) }.max { $0.datumStatusGezet < $1.datumStatusGezet }
    let day = row["datumStatusGezet"]?.string.map { JSON.string(String($0.prefix(10))) }
    let closes = isEnd(row["statustype"]?.string)
    _ = update(zaak) { row in
      row["status"] = latest.map { .string($0.ref.url) } ?? .null
      if row["einddatum"] != nil || closes { row["einddatum"] = closes ? day : .null }
    }
  }

  /// Takes a resource away with what cannot be without it, and out of what names it.
  mutating func detach(_ ref: Ref) {
    guard let kind = kinds[ref.url], let row = rows[ref.url] else { return }
    drop(ref.url)
    switch kind {
    case .resultaten: _ = update(zaak(of: row)) { $0["resultaat"] = .null }
    case .zaakeigenschappen: unlink(ref, "eigenschappen", of: zaak(of: row))
    case .rollen, .zaakobjecten: unlink(ref, kind.rawValue, of: zaak(of: row))
    case .zaakinformatieobjecten:
      unlink(ref, kind.rawValue, of: zaak(of: row))
      unmirror(row, "zaak")
    case .besluitinformatieobjecten: unmirror(row, "besluit")
    case .gebruiksrechten: dropRight(row)
    case .besluiten: detachAll([.besluitinformatieobjecten], "besluit", ref)
    case .enkelvoudiginformatieobjecten: dropDocument(ref)
    case .zaken:
      detachAll(
        [.statussen, .resultaten, .rollen, .zaakeigenschappen, .zaakobjecten, .zaakinformatieobjecten], "zaak", ref)
      detachAll([.zaaknotities], "gerelateerdAan", ref)
    case .statussen, .zaaknotities, .objectinformatieobjecten, .catalogussen, .zaaktypen, .statustypen,
      .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen, .besluittypen, .zaakobjecttypen,
      .zaaktypeInformatieobjecttypen, .applicaties:
      break
    }
  }

  mutating func detachAll(_ kinds: [ResourceKind], _ field: String, _ ref: Ref) {
    for kind in kinds {
      for row in rows(kind, field, ref) { detach(Ref(row["url"]?.string ?? "")) }
    }
  }

  private mutating func unlink(_ ref: Ref, _ name: String, of zaak: Ref) {
    _ = update(zaak) { row in
      guard let links = row[name]?.array else { return }
      row[name] = .array(links.filter { $0 != ref.json })
    }
  }
}
