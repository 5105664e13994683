import Model

extension State {
  private func zaakInPath(_ call: Call) throws(Problem) -> JSONObject {
    guard let zaak = table(.zaken)[call.first] else { throw .notFound }
    return zaak
  }

  func listEigenschappen(_ call: Call) throws(Problem) -> Reply {
    let zaak = try zaakInPath(call)
    try mustRead(call, zaak: zaak)
    return Reply(body: .json(.array(rows(.zaakeigenschappen, "zaak", zaak.text("url")).map { .object($0.row) })))
  }

  mutating func createEigenschap(_ call: Call) throws(Problem) -> Reply {
    let zaak = try zaakInPath(call)
    try mustChange(call, zaak: zaak)
    var row = try Schema.zaakeigenschap.read(try call.body())
    row["zaak"] = zaak["url"]
    let type = try require(.eigenschappen, row, "eigenschap").row
    try mustFit(type, zaak)
    row["naam"] = type["naam"]
    let (id, named) = named(row, .zaakeigenschappen, under: zaak.text("url") + "/zaakeigenschappen")
    put(.zaakeigenschappen, id, named)
    enlist(call.first, "eigenschappen", named.text("url"))
    var reply = Reply.created(named)
    reply.headers = warnings(named, type)
    return reply
  }

  mutating func updateEigenschap(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    let (old, _) = try changeable(.zaakeigenschappen, call)
    let row = try Schema.zaakeigenschap.read(try call.body(), over: old, partial: partial)
    put(.zaakeigenschappen, call.id, row)
    var reply = Reply.saved(row)
    reply.headers = warnings(row, find(.eigenschappen, row["eigenschap"]?.string)?.row ?? [:])
    return reply
  }

  mutating func deleteEigenschap(_ call: Call) throws(Problem) -> Reply {
    let (row, zaak) = try changeable(.zaakeigenschappen, call)
    remove(.zaakeigenschappen, call.id)
    unlist(zaak, "eigenschappen", row.text("url"))
    return .deleted
  }

  /// ZGW 1.7 keeps a value that breaks its specification, and says so in `X-Warning`.
  private func warnings(_ row: JSONObject, _ type: JSONObject) -> [(name: String, value: String)] {
    guard personality.warnsOnEigenschap, let specification = type["specificatie"]?.object else { return [] }
    let value = row.text("waarde")
    let fits: Bool =
      switch specification.text("formaat") {
      case "getal": Double(value.replacing(",", with: ".")) != nil
      case "datum": value.count == 8 && Int(value) != nil
      case "datum_tijd": value.count == 14 && Int(value) != nil
      default: Int(specification.text("lengte")).map { value.count <= $0 } ?? true
      }
    let allowed = specification.texts("waardenverzameling")
    guard !fits || !(allowed.isEmpty || allowed.contains(value)) else { return [] }
    return [("X-Warning", "De waarde van \(row.text("naam")) past niet bij de specificatie.")]
  }
}
