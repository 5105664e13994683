import Model

let applicatieEndpoints: [Endpoint] = [
  Endpoint(.ac, "applicaties", refused: ["POST"], ["GET": { try $0.listApplicaties($1) }]),
  Endpoint(.ac, "applicaties/consumer", ["GET": { try $0.readConsumer($1) }]),
  Endpoint(
    .ac, "applicaties/{}", refused: ["PUT", "PATCH", "DELETE"], ["GET": { try $0.readApplicatie($1) }]),
]

extension State {
  func listApplicaties(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["autorisaties.lezen"], .ac)
    let filters: [String: Filter] = [
      "clientIds": Filter(check: .text) { _, row, values in
        values.flatMap { $0.split(separator: ",").map(String.init) }.contains(where: row.texts("clientIds").contains)
      }
    ]
    try checkQuery(call, filters)
    let ids = narrowed(.applicaties, call, filters, newestFirst: true)
    return try page(ids, call) { id in table(.applicaties)[id].map(JSON.object) }
  }

  func readApplicatie(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["autorisaties.lezen"], .ac)
    guard let row = table(.applicaties)[call.id] else { throw .notFound }
    return .one(row)
  }

  /// What a client may do; its own rights are told to every client.
  func readConsumer(_ call: Call) throws(Problem) -> Reply {
    let asked = call.query("clientId") ?? call.caller.client.id
    if asked != call.caller.client.id { try call.caller.must(["autorisaties.lezen"], .ac) }
    guard let client = clients[asked], let row = table(.applicaties)[client.applicatie] else { throw .notFound }
    return .one(row)
  }

  /// Makes an applicatie out of a client, in the shape of the Autorisaties API.
  mutating func admit(_ client: Client) {
    clients[client.id] = client
    let typed: [Component: (field: String, leveled: Bool)] = [
      .zrc: ("zaaktype", true), .drc: ("informatieobjecttype", true), .brc: ("besluittype", false),
    ]
    let grants = client.grants.map { grant -> JSON in
      var row: JSONObject = [
        "component": .string(grant.component.rawValue), "componentWeergave": .string(grant.component.title),
        "scopes": .array(grant.scopes.sorted().map(JSON.string)),
      ]
      if let type = grant.type, let kind = typed[grant.component] {
        row[kind.field] = .string(type)
        if kind.leveled { row["maxVertrouwelijkheidaanduiding"] = .string(confidentialities[grant.level]) }
      }
      return .object(row)
    }
    put(
      .applicaties, client.applicatie,
      [
        "url": .string(url(.applicaties, client.applicatie)), "clientIds": [.string(client.id)],
        "label": .string(client.id), "heeftAlleAutorisaties": .bool(client.all), "autorisaties": .array(grants),
      ])
  }
}
