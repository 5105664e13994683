import Model

extension State {
  mutating func createNotitie(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    let zaak = try require(.zaken, body, "gerelateerdAan")
    guard may(call, ["zaken.bijwerken"], zaak: zaak.row) else { throw .forbidden() }
    var row = try Schema.zaaknotitie.read(body)
    row["aanmaakdatum"] = .string(call.now.text)
    row["wijzigingsdatum"] = .string(call.now.text)
    let (id, named) = named(row, .zaaknotities)
    put(.zaaknotities, id, named)
    return .created(named)
  }

  private func ownNotitie(_ call: Call) throws(Problem) -> JSONObject {
    guard let row = table(.zaaknotities)[call.id], let zaak = owner(row) else { throw .notFound }
    guard may(call, ["zaken.bijwerken"], zaak: zaak) else { throw .forbidden() }
    return row
  }

  mutating func updateNotitie(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    let old = try ownNotitie(call)
    var row = try Schema.zaaknotitie.read(try call.body(), over: old, partial: partial)
    row["wijzigingsdatum"] = .string(call.now.text)
    put(.zaaknotities, call.id, row)
    return .saved(row)
  }

  mutating func deleteNotitie(_ call: Call) throws(Problem) -> Reply {
    _ = try ownNotitie(call)
    remove(.zaaknotities, call.id)
    return .deleted
  }
}
