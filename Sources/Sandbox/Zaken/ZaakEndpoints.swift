import Model

let zaakEndpoints: [Endpoint] = [
  Endpoint(
    .zrc, "zaken", geographic: true,
    ["GET": { try $0.listZaken($1) }, "POST": { try $0.createZaak($1) }]),
  Endpoint(.zrc, "zaken/_zoek", geographic: true, ["POST": { try $0.searchZaken($1) }]),
  Endpoint(
    .zrc, "zaken/{}", geographic: true,
    [
      "GET": { try $0.readZaak($1) }, "PUT": { try $0.updateZaak($1, partial: false) },
      "PATCH": { try $0.updateZaak($1, partial: true) }, "DELETE": { try $0.deleteZaak($1) },
    ]),
  Endpoint(.zrc, "zaken/{}/audittrail", ["GET": { try $0.audittrail($1, .zaken) }]),
  Endpoint(.zrc, "zaken/{}/audittrail/{}", ["GET": { try $0.audittrail($1, .zaken) }]),
]

extension State {
  func listZaken(_ call: Call) throws(Problem) -> Reply {
    let filters = ZaakFilters.known(personality)
    try call.caller.must(["zaken.lezen"], .zrc)
    try checkQuery(call, filters)
    let paths = try expansions(call.query("expand"), .zaken)
    let ids = visibleZaken(narrowed(.zaken, call, filters, newestFirst: true), call)
    return try page(ordered(ids, call.query("ordering")), call) { id in zaakBody(id, paths) }
  }

  func zaakBody(_ id: String, _ paths: [[String]]) -> JSON? {
    guard let row = table(.zaken)[id] else { return nil }
    let body = shown(.zaken, row)
    return .object(personality.expands.contains("zaken") ? expanded(body, paths) : body)
  }

  func visibleZaken(_ ids: [String], _ call: Call) -> [String] {
    let visibility = visibility(call.caller, .zrc, scope: "zaken.lezen")
    guard case .upTo = visibility else { return ids }
    return ids.filter { isVisible(zaak: table(.zaken)[$0], visibility) }
  }

  func isVisible(zaak: JSONObject?, _ visibility: Visibility) -> Bool {
    visibility.shows(type: zaak?["zaaktype"]?.string, level: zaak?["vertrouwelijkheidaanduiding"]?.string)
  }

  private func ordered(_ ids: [String], _ ordering: String?) -> [String] {
    guard let ordering, !ordering.isEmpty else { return ids }
    let down = ordering.hasPrefix("-")
    let field = down ? String(ordering.dropFirst()) : ordering
    let keyed = ids.enumerated().map { (key: table(.zaken)[$1]?[field]?.string, place: $0, id: $1) }
    // PostgreSQL puts what is null last going up and first going down.
    return keyed.sorted { left, right in
      guard left.key != right.key else { return left.place < right.place }
      guard let one = left.key else { return down }
      guard let other = right.key else { return !down }
      return down ? one > other : one < other
    }.map(\.id)
  }

  mutating func readZaak(_ call: Call) throws(Problem) -> Reply {
    guard let row = table(.zaken)[call.id] else { throw .notFound }
    try mustRead(call, zaak: row)
    let paths = try expansions(call.query("expand"), .zaken)
    guard let body = zaakBody(call.id, paths) else { throw .notFound }
    if false304 { oldTags[call.request.path, default: []].insert(State.tag(of: .object(shown(.zaken, row)))) }
    return Reply(body: .json(body), tagged: body)
  }

  mutating func searchZaken(_ call: Call) throws(Problem) -> Reply {
    try call.caller.must(["zaken.lezen"], .zrc)
    let body = try call.body()
    let asked = Set(body.names).subtracting(["expand", "ordering", "page", "pageSize"])
    guard !asked.isEmpty else { throw .invalid(.object("empty_search_body", "Geef op waarop gezocht wordt.")) }
    let paths = try searchExpansions(body["expand"])
    var ids = visibleZaken(table(.zaken).order.reversed(), call)
    if let wanted = body["uuid__in"]?.array {
      let set = Set(wanted.compactMap { $0.string?.lowercased() })
      ids = ids.filter(set.contains)
    }
    if let wanted = body["zaaktype__in"]?.array {
      let set = Set(wanted.compactMap(\.string))
      ids = ids.filter { set.contains(table(.zaken)[$0]?["zaaktype"]?.string ?? "") }
    }
    if let within = body["zaakgeometrie"]?["within"] {
      let ring = Ring(polygon: within)
      ids = ids.filter { ring.contains(table(.zaken)[$0]?["zaakgeometrie"]) }
    }
    ids = try searched(ids, body)
    return try page(ordered(ids, body["ordering"]?.string), call) { id in zaakBody(id, paths) }
  }

  /// The other members of a `_zoek` body are the parameters of the list, with JSON values.
  private func searched(_ ids: [String], _ body: JSONObject) throws(Problem) -> [String] {
    let filters = ZaakFilters.known(personality)
    var kept = ids
    for member in body.members where !["uuid__in", "zaaktype__in", "zaakgeometrie", "expand"].contains(member.name) {
      guard let filter = filters[member.name] else { continue }
      let values = member.value.array?.compactMap(\.string) ?? [member.value.string ?? member.value.text()]
      for value in values { try filter.read(member.name, value) }
      let joined = member.name.hasSuffix("__in") ? [values.joined(separator: ",")] : values
      kept = kept.filter { id in table(.zaken)[id].map { filter.keeps(self, $0, joined) } ?? false }
    }
    return kept
  }

  /// In a `_zoek` body `expand` is a list; Open Zaak breaks on a string.
  private func searchExpansions(_ value: JSON?) throws(Problem) -> [[String]] {
    guard let value, !value.isNull else { return [] }
    guard let names = value.array else {
      guard personality.quirks else { return try expansions(value.string, .zaken) }
      throw .serverError()
    }
    return try expansions(names.compactMap(\.string), .zaken)
  }
}

/// The outer ring of a GeoJSON polygon.
struct Ring {
  private let points: [(x: Double, y: Double)]

  init(polygon: JSON) {
    points = (polygon["coordinates"]?.array?.first?.array ?? []).compactMap(Ring.point)
  }

  private static func point(_ value: JSON) -> (x: Double, y: Double)? {
    guard let pair = value.array, pair.count >= 2, let x = pair[0].double, let y = pair[1].double else { return nil }
    return (x, y)
  }

  /// Whether a Point lies inside; other geometries never do here.
  func contains(_ geometry: JSON?) -> Bool {
    guard geometry?["type"]?.string == "Point", let place = geometry?["coordinates"].flatMap(Ring.point) else {
      return false
    }
    var inside = false
    var previous = points.count - 1
    for index in points.indices {
      let (one, other) = (points[index], points[previous])
      if (one.y > place.y) != (other.y > place.y),
        place.x < (other.x - one.x) * (place.y - one.y) / (other.y - one.y) + one.x
      {
        inside.toggle()
      }
      previous = index
    }
    return inside
  }
}
