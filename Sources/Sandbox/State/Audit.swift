import Model

/// What was done to a resource, as an audittrail names it.
enum AuditAction: String, Sendable {
  case create, update, destroy
  case partialUpdate = "partial_update"

  var title: String {
    switch self {
    case .create: "Object aangemaakt"
    case .update: "Object bijgewerkt"
    case .partialUpdate: "Object deels bijgewerkt"
    case .destroy: "Object verwijderd"
    }
  }

  var status: Int {
    switch self {
    case .create: 201
    case .update, .partialUpdate: 200
    case .destroy: 204
    }
  }
}

extension State {
  /// Adds a line to the audittrail of a zaak, document or besluit.
  mutating func audit(
    _ call: Call, _ action: AuditAction, _ collection: Collection, old: JSONObject?, new: JSONObject?
  ) {
    guard let row = new ?? old, let url = row["url"]?.string else { return }
    let name =
      collection == .zaken ? "zaak" : collection == .besluiten ? "besluit" : "enkelvoudiginformatieobject"
    let organisation = collection == .besluiten ? "verantwoordelijkeOrganisatie" : "bronorganisatie"
    let client = call.caller.client
    let line: JSONObject = [
      "uuid": .string(newId()), "bron": .string(collection.component.rawValue.uppercased()),
      "applicatieId": .string(client.applicatie), "applicatieWeergave": .string(client.id),
      "gebruikersId": .string(call.caller.user), "gebruikersWeergave": .string(call.caller.userName),
      "actie": .string(action.rawValue), "actieWeergave": .string(action.title), "resultaat": .number(action.status),
      "hoofdObject": .string(url), "resource": .string(name), "resourceUrl": .string(url),
      "toelichting": .string(call.request.headers["x-audit-toelichting"] ?? ""),
      "resourceWeergave": .string("\(row.text(organisation)) - \(row.text("identificatie"))"),
      "aanmaakdatum": .string(call.now.text),
      "wijzigingen": ["oud": old.map(JSON.object) ?? nil, "nieuw": new.map(JSON.object) ?? nil],
    ]
    trails[url, default: []].append(.object(line))
  }

  /// `GET …/audittrail`: all lines, oldest first, without paging.
  func audittrail(_ call: Call, _ collection: Collection) throws(Problem) -> Reply {
    try call.caller.must(["audittrails.lezen"], collection.component)
    guard let row = table(collection)[call.first], let url = row["url"]?.string else { throw .notFound }
    let lines = trails[url] ?? []
    guard call.ids.count == 2 else { return Reply(body: .json(.array(lines))) }
    guard let line = lines.first(where: { $0["uuid"]?.string == call.id })?.object else { throw .notFound }
    return .one(line)
  }
}
