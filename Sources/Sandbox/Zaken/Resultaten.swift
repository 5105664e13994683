import Model

extension State {
  mutating func createResultaat(_ call: Call) throws(Problem) -> Reply {
    .created(try insertResultaat(try call.body(), call))
  }

  /// One resultaat a zaak, of a type of its zaaktype (zrc-019).
  mutating func insertResultaat(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let zaak = try target(body, call)
    let row = try Schema.resultaat.read(body)
    if let other = rows(.resultaten, "zaak", row.text("zaak")).first {
      throw duplicate(other.id, .init("zaak", "unique", "Deze zaak heeft al een resultaat."))
    }
    try mustFit(try require(.resultaattypen, row, "resultaattype").row, zaak.row)
    let (id, named) = named(row, .resultaten)
    put(.resultaten, id, named)
    change(.zaken, zaak.id) { $0["resultaat"] = named["url"] }
    touch(zaak.id, call.now)
    return named
  }

  mutating func updateResultaat(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    let (old, zaak) = try changeable(.resultaten, call)
    let row = try Schema.resultaat.read(try call.body(), over: old, partial: partial)
    put(.resultaten, call.id, row)
    touch(zaak, call.now)
    return .saved(row)
  }

  mutating func deleteResultaat(_ call: Call) throws(Problem) -> Reply {
    let (_, zaak) = try changeable(.resultaten, call)
    remove(.resultaten, call.id)
    change(.zaken, zaak) { $0["resultaat"] = JSON.null }
    touch(zaak, call.now)
    return .deleted
  }
}
