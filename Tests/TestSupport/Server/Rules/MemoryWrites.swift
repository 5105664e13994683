import Model
import Sync

/// Which rule a write meets, by its kind.
extension MemoryServer.State {
  mutating func create(_ body: JSONObject, _ kind: ResourceKind) throws(RemoteError) -> Ref {
    let row: JSONObject
    switch kind {
    case .zaken: row = try newZaak(body)
    case .statussen: row = try newStatus(body)
    case .resultaten: row = try newResultaat(body)
    case .rollen, .zaakobjecten:
      _ = try named("zaak", in: body, .zaken)
      row = body
    case .zaakeigenschappen: row = try newEigenschap(body)
    case .zaaknotities: row = try newNotitie(body)
    case .zaakinformatieobjecten: row = try newLink(body, "zaak", .zaken, .zaakinformatieobjecten)
    case .besluitinformatieobjecten: row = try newLink(body, "besluit", .besluiten, .besluitinformatieobjecten)
    case .besluiten: row = try newBesluit(body)
    case .gebruiksrechten:
      _ = try named("informatieobject", in: body, .enkelvoudiginformatieobjecten)
      row = body
    case .enkelvoudiginformatieobjecten: return try newDocument(body)
    case .objectinformatieobjecten, .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen,
      .eigenschappen, .informatieobjecttypen, .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen,
      .applicaties:
      throw .rejected(.made(405, "method_not_allowed"))
    }
    let ref = add(kind, row)
    attach(kind, ref)
    if MemoryServer.State.moves.contains(kind), let zaak = row["zaak"]?.string { touch(Ref(zaak)) }
    return ref
  }

  /// The parts that move `laatstGemuteerd` of their zaak on (OPENZAAK.md).
  private static let moves: Set<ResourceKind> = [
    .statussen, .resultaten, .zaakobjecten, .zaakinformatieobjecten, .besluiten,
  ]

  /// Fields that a server fills itself; in a change they are silently ignored.
  private static let readOnly: [ResourceKind: Set<String>] = [
    .zaken: [
      "url", "uuid", "einddatum", "status", "resultaat", "rollen", "zaakinformatieobjecten", "zaakobjecten",
      "eigenschappen", "deelzaken", "laatstGemuteerd", "registratiedatum",
    ],
    .zaakeigenschappen: ["url", "uuid", "zaak", "naam", "eigenschap"],
    .zaaknotities: ["url", "uuid", "aanmaakdatum", "wijzigingsdatum", "gerelateerdAan"],
  ]

  mutating func change(
    _ kind: ResourceKind, _ ref: Ref, _ row: JSONObject, _ body: JSONObject
  ) throws(RemoteError) {
    switch kind {
    case .enkelvoudiginformatieobjecten: return try changeDocument(ref, row, body)
    case .statussen, .rollen, .besluitinformatieobjecten, .objectinformatieobjecten:
      throw .rejected(.made(405, "method_not_allowed"))
    case .besluiten: try mustBeUnique(body.over(row), .besluiten, "verantwoordelijkeOrganisatie", but: ref)
    case .zaken: try mustBeUnique(body.over(row), .zaken, "bronorganisatie", but: ref)
    case .resultaten, .zaakeigenschappen, .zaakinformatieobjecten, .zaakobjecten, .zaaknotities, .gebruiksrechten,
      .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen,
      .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      break
    }
    let fixed = MemoryServer.State.readOnly[kind] ?? ["url", "uuid", "zaak"]
    _ = update(ref) {
      $0 = $0.merging(JSONObject(body.members.map { ($0.name, $0.value) }.filter { !fixed.contains($0.0) }))
    }
    if kind == .zaken { touch(ref) }
    if MemoryServer.State.moves.contains(kind), let zaak = row["zaak"]?.string { touch(Ref(zaak)) }
  }

  mutating func remove(_ kind: ResourceKind, _ ref: Ref, _ row: JSONObject) throws(RemoteError) {
    switch kind {
    case .statussen: throw .rejected(.made(405, "method_not_allowed"))
    case .zaken:
      guard rows(.besluiten, "zaak", ref).isEmpty else { throw .refused("related-besluiten") }
    case .enkelvoudiginformatieobjecten:
      guard rows(.objectinformatieobjecten, "informatieobject", ref).isEmpty else {
        throw .refused("pending-relations")
      }
      guard locks[ref.url] == nil else { throw .refused("locked") }
    case .resultaten, .rollen, .zaakeigenschappen, .zaakinformatieobjecten, .zaakobjecten, .zaaknotities,
      .objectinformatieobjecten, .gebruiksrechten, .besluiten, .besluitinformatieobjecten, .catalogussen, .zaaktypen,
      .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen, .besluittypen,
      .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      break
    }
    detach(ref)
    if MemoryServer.State.moves.contains(kind), let zaak = row["zaak"]?.string { touch(Ref(zaak)) }
  }

  /// `identificatie` within an organisation; other resources of the kind may not have it.
  func mustBeUnique(
    _ body: JSONObject, _ kind: ResourceKind, _ organisation: String, but ref: Ref? = nil
  ) throws(RemoteError) {
    guard let number = body["identificatie"]?.string, !number.isEmpty else { return }
    let isTaken = all(kind).contains {
      $0["url"]?.string != ref?.url && $0["identificatie"]?.string == number && $0[organisation] == body[organisation]
    }
    guard !isTaken else { throw .refused("identificatie-niet-uniek", "identificatie") }
  }
}

extension JSONObject {
  fileprivate func over(_ old: JSONObject) -> JSONObject { old.merging(self) }
}
