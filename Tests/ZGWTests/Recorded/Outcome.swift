import Model
import Sync

@testable import ZGW

/// What the client makes of a recorded response, in a few words.
struct Outcome {
  let decoding: Decoding

  static let kinds: [any ResourceFields.Type] = [
    ZaakFields.self, StatusFields.self, ResultaatFields.self, RolFields.self, ZaakEigenschapFields.self,
    ZaakInformatieObjectFields.self, ZaakObjectFields.self, ZaakNotitieFields.self,
    EnkelvoudigInformatieObjectFields.self, ObjectInformatieObjectFields.self, GebruiksrechtFields.self,
    BesluitFields.self, BesluitInformatieObjectFields.self, CatalogusFields.self, ZaaktypeFields.self,
    StatustypeFields.self, ResultaattypeFields.self, RoltypeFields.self, EigenschapFields.self,
    InformatieobjecttypeFields.self, BesluittypeFields.self, ZaakobjecttypeFields.self,
    ZaaktypeInformatieobjecttypeFields.self, ApplicatieFields.self,
  ]

  func text(_ exchange: Exchange) -> String {
    do throws(RemoteError) {
      let success = try exchange.reply.success(decoding.roots, now: decoding.now)
      switch success {
      case .nothing: return "leeg"
      case .unchanged: return "ongewijzigd"
      case .body(let reply):
        if exchange.method == "HEAD" { return "kop \(success.etag == nil ? "zonder" : "met") etag" }
        if reply["Content-Type"] == "application/octet-stream" { return "\(reply.body.count) bytes" }
        return try json(try decoding.json(success), exchange, etag: success.etag)
      }
    } catch { return named(error).trimmingSpace }
  }

  private func json(_ json: JSON, _ exchange: Exchange, etag: String?) throws(RemoteError) -> String {
    let segments = exchange.path.split(separator: "/").filter { $0 != "_zoek" && $0 != "consumer" }
    guard segments.count > 3 else { return "\(json.object?.members.count ?? 0) namen" }
    let name = segments.last.flatMap { Ref.uuid(String($0)) } == nil ? segments.last : segments.dropLast().last
    guard let type = Outcome.kinds.first(where: { $0.kind.rawValue == name.map { String($0) } }),
      // besluiten below a zaak are zaakbesluiten: links, not besluiten
      !(name == "besluiten" && segments.first == "zaken")
    else { return "json " + (json.array.map { "lijst \($0.count)" } ?? "object") }
    return try resource(json, type, etag)
  }

  private func resource<Fields: ResourceFields>(
    _ json: JSON, _ type: Fields.Type, _ etag: String?
  ) throws(RemoteError) -> String {
    let kind = Fields.kind.rawValue
    if json.array == nil, json["results"] == nil {
      let one = try decoding.resource(json, as: type, etag: etag)
      return "\(kind) 1" + (one.etag == nil ? "" : " etag")
    }
    let page = try decoding.page(json, of: type)
    let total = page.total.map { String($0) } ?? "?"
    return "\(kind) \(json.array == nil ? "pagina" : "lijst") \(page.items.count)/\(total)\(page.hasNext ? " +" : "")"
  }
}
