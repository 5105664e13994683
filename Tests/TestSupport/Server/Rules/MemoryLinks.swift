import Model
import Sync

/// Besluiten, and documents at zaken and besluiten.
extension MemoryServer.State {
  mutating func newBesluit(_ body: JSONObject) throws(RemoteError) -> JSONObject {
    if let zaak = body["zaak"]?.string, !zaak.isEmpty { _ = try named("zaak", in: body, .zaken) }
    try mustBeUnique(body, .besluiten, "verantwoordelijkeOrganisatie")
    guard body["identificatie"]?.string?.isEmpty ?? true else { return body }
    return body.merging(["identificatie": .string(number("BESLUIT"))])
  }

  /// A document hangs on a zaak or besluit once.
  func newLink(
    _ body: JSONObject, _ field: String, _ owner: ResourceKind, _ kind: ResourceKind
  ) throws(RemoteError) -> JSONObject {
    let object = try named(field, in: body, owner)
    _ = try named("informatieobject", in: body, .enkelvoudiginformatieobjecten)
    guard !rows(kind, field, object).contains(where: { $0["informatieobject"] == body["informatieobject"] }) else {
      throw .refused("unique")
    }
    return body
  }

  /// The same link, seen from the document (`drc-004`).
  mutating func mirror(_ row: JSONObject, _ type: String) {
    guard let object = row[type], let document = row["informatieobject"] else { return }
    _ = add(
      .objectinformatieobjecten, ["informatieobject": document, "object": object, "objectType": .string(type)])
  }

  mutating func unmirror(_ row: JSONObject, _ type: String) {
    for mirror in all(.objectinformatieobjecten)
    where mirror["object"] == row[type] && mirror["informatieobject"] == row["informatieobject"] {
      drop(mirror["url"]?.string ?? "")
    }
  }

  /// Without any gebruiksrechten left, whether there are conditions is open again.
  mutating func dropRight(_ row: JSONObject) {
    let document = Ref(row["informatieobject"]?.string ?? "")
    guard rows(.gebruiksrechten, "informatieobject", document).isEmpty else { return }
    _ = update(document) { $0["indicatieGebruiksrecht"] = .null }
  }
}
