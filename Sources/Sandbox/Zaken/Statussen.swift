import Model

extension State {
  mutating func createStatus(_ call: Call) throws(Problem) -> Reply {
    .created(shown(.statussen, try insertStatus(try call.body(), call)))
  }

  /// Sets a status; the one with the highest volgnummer closes the zaak (zrc-007), any other reopens it (zrc-008).
  mutating func insertStatus(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    if let zaak = find(.zaken, body["zaak"]?.string) { try maySetStatus(call, zaak.row) }
    var row = try Schema.status.read(body)
    let zaak = try require(.zaken, row, "zaak")
    let type = try require(.statustypen, row, "statustype")
    guard let moment = Moment(row.text("datumStatusGezet")) else { throw .invalid(.required("datumStatusGezet")) }
    guard moment <= call.now else {
      throw .invalid(.init("datumStatusGezet", "date-in-future", "Dit tijdstip moet nog komen."))
    }
    try mustFit(type.row, zaak.row)
    let others = rows(.statussen, "zaak", row.text("zaak"))
    if let other = others.first(where: { $0.row["datumStatusGezet"] == row["datumStatusGezet"] }) {
      throw duplicate(other.id, .notUnique("zaak en datumStatusGezet"))
    }
    let closes = isEnd(type.row)
    if closes { try mustBeReady(zaak.row) }
    if !closes, zaak.row["einddatum"]?.string != nil, let main = find(.zaken, zaak.row["hoofdzaak"]?.string),
      main.row["einddatum"]?.string != nil
    {
      throw .invalid(.object("hoofdzaak-closed", "De hoofdzaak is gesloten; heropen die eerst."))
    }
    let (id, named) = named(row, .statussen)
    row = named
    put(.statussen, id, row)
    // The day counts in the offset that the client sent, not in UTC (measured).
    let day = body["datumStatusGezet"]?.string.flatMap { Day(String($0.prefix(10))) } ?? moment.day
    if closes { try close(zaak.id, on: day, statusId: id) } else { reopen(zaak.id) }
    markLatest(zaak.id)
    touch(zaak.id, call.now)
    return table(.statussen)[id] ?? row
  }

  private func maySetStatus(_ call: Call, _ zaak: JSONObject) throws(Problem) {
    if zaak["einddatum"]?.string != nil {
      guard may(call, ["zaken.heropenen"], zaak: zaak) else {
        throw .forbidden("Een gesloten zaak heropenen vraagt de scope zaken.heropenen.")
      }
      return
    }
    if may(call, ["zaken.statussen.toevoegen", "zaken.heropenen"], zaak: zaak) { return }
    let first = rows(.statussen, "zaak", zaak.text("url")).isEmpty
    guard first, may(call, ["zaken.aanmaken"], zaak: zaak) else {
      throw .forbidden("Met zaken.aanmaken alleen kan één status gezet worden.")
    }
  }

  /// Whether this statustype has the highest volgnummer of its zaaktype.
  func isEnd(_ type: JSONObject) -> Bool {
    let numbers = rows(.statustypen, "zaaktype", type.text("zaaktype")).compactMap { $0.row["volgnummer"]?.int }
    return type["volgnummer"]?.int == numbers.max()
  }

  /// `status` of the zaak and `indicatieLaatstGezetteStatus` follow the greatest datumStatusGezet.
  mutating func markLatest(_ zaak: String) {
    guard let link = table(.zaken)[zaak]?.text("url") else { return }
    let all = rows(.statussen, "zaak", link)
    let latest = all.max {
      Moment($0.row.text("datumStatusGezet")) ?? .init(microseconds: 0)
        < Moment($1.row.text("datumStatusGezet")) ?? .init(microseconds: 0)
    }
    for status in all {
      let isLatest = JSON.bool(status.id == latest?.id)
      if status.row["indicatieLaatstGezetteStatus"] != isLatest {
        change(.statussen, status.id) { $0["indicatieLaatstGezetteStatus"] = isLatest }
      }
    }
    change(.zaken, zaak) { $0["status"] = latest?.row["url"] ?? .null }
  }

  mutating func reopen(_ zaak: String) {
    guard table(.zaken)[zaak]?["einddatum"]?.string != nil else { return }
    change(.zaken, zaak) { row in
      for field in ["einddatum", "archiefactiedatum", "archiefnominatie", "startdatumBewaartermijn"] {
        row[field] = JSON.null
      }
    }
  }

  mutating func createSubstatus(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    let zaak = try target(body, call, scopes: ["zaken.bijwerken", "zaken.statussen.toevoegen"])
    var row = try Schema.substatus.read(body)
    if row["status"]?.isNull ?? true { row["status"] = zaak.row["status"] ?? .null }
    guard let status = find(.statussen, row["status"]?.string), status.row["zaak"] == row["zaak"] else {
      throw .invalid(.init("status", "invalid", "De zaak heeft deze status niet."))
    }
    if row["tijdstip"]?.isNull ?? true { row["tijdstip"] = .string(call.now.text) }
    let (id, named) = named(row, .substatussen)
    put(.substatussen, id, named)
    touch(zaak.id, call.now)
    return .created(named)
  }
}
