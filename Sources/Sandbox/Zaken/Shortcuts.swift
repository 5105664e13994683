import Model

let shortcutEndpoints: [Endpoint] = [
  Endpoint(
    .zrc, "zaaknummer_reserveren", ["POST": { try $0.reserveNumbers($1, "ZAAK", "zaaknummer", "zaken.aanmaken") }]),
  Endpoint(
    .zrc, "zaak_registreren",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.registerZaak(call) } }]),
  Endpoint(
    .zrc, "zaak_opschorten/{}",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.stepZaak(call) } }]),
  Endpoint(
    .zrc, "zaak_verlengen/{}",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.stepZaak(call) } }]),
  Endpoint(
    .zrc, "zaak_bijwerken/{}",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.stepZaak(call) } }]),
  Endpoint(
    .zrc, "zaak_afsluiten/{}",
    ["POST": { state, call in try state.whole { s throws(Problem) in try s.stepZaak(call) } }]),
]

extension State {
  /// All steps of one request, or none of them.
  mutating func whole(_ steps: (inout State) throws(Problem) -> Reply) throws(Problem) -> Reply {
    let before = self
    do throws(Problem) {
      return try steps(&self)
    } catch {
      self = before
      throw error
    }
  }

  /// Hands out numbers that nothing else will get; with `aantal` a list, else one object.
  mutating func reserveNumbers(
    _ call: Call, _ kind: String, _ field: String, _ scope: String
  ) throws(Problem) -> Reply {
    try call.caller.must([scope], kind == "ZAAK" ? .zrc : .drc)
    let body = try call.body()
    let schema = Schema(
      Field(name: "bronorganisatie", kind: .rsin, required: true),
      Field(name: "aantal", kind: .integer(1...500), standard: 1))
    let row = try schema.read(body)
    var numbers: [JSON] = []
    let count = row["aantal"]?.int ?? 1
    for _ in 0..<count {
      let number = newNumber(kind, year: call.now.day.parts.year)
      reserved.insert("\(row.text("bronorganisatie"))/\(number)")
      numbers.append([field: .string(number)])
    }
    // By the standard one number is one object, also where the body says `aantal: 1`.
    let isAlone = body["aantal"] == nil || (count == 1 && !personality.quirks)
    return Reply(status: 201, body: .json(isAlone ? numbers[0] : .array(numbers)))
  }

  /// A part of a shortcut's body with its complaints under that part's name.
  func under<Value>(_ name: String, _ body: () throws(Problem) -> Value) throws(Problem) -> Value {
    do throws(Problem) {
      return try body()
    } catch {
      var problem = error
      problem.params = error.params.map {
        $0.name == "nonFieldErrors" ? $0 : .init("\(name).\($0.name)", $0.code, $0.reason)
      }
      throw problem
    }
  }

  private func member(_ body: JSONObject, _ name: String, zaak: String? = nil) throws(Problem) -> JSONObject {
    guard var object = body[name]?.object else { throw .invalid(.required(name)) }
    if let zaak { object["zaak"] = .string(zaak) }
    return object
  }

  mutating func registerZaak(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    let start = try member(body, "zaak")
    let zaak = try insertZaak(start, call).text("url")
    var answer: JSONObject = ["zaak": nil]
    let parts: [(String, (inout State, JSONObject) throws(Problem) -> JSONObject)] = [
      ("rollen", { state, part throws(Problem) in try state.insertRol(part, call) }),
      (
        "zaakinformatieobjecten",
        { state, part throws(Problem) in try state.insertZaakinformatieobject(part, call) }
      ),
      ("zaakobjecten", { state, part throws(Problem) in try state.insertZaakobject(part, call) }),
    ]
    for (name, insert) in parts {
      var made: [JSON] = []
      for item in body[name]?.array ?? [] {
        guard var part = item.object else { throw .invalid(.init(name, "invalid", "Hier horen objecten te staan.")) }
        part["zaak"] = .string(zaak)
        made.append(.object(try insert(&self, part)))
      }
      answer[name] = .array(made)
    }
    answer["status"] = .object(try insertStatus(try member(body, "status", zaak: zaak), call))
    answer["zaak"] = find(.zaken, zaak).map { .object(shown(.zaken, $0.row)) } ?? .null
    return Reply(status: 201, body: .json(.object(answer)))
  }

  /// Opschorten, verlengen, bijwerken and afsluiten: fields of the zaak, for the last a resultaat, and a status.
  mutating func stepZaak(_ call: Call) throws(Problem) -> Reply {
    let body = try call.body()
    guard let link = table(.zaken)[call.id]?.text("url") else { throw .notFound }
    let closes = call.request.path.contains("zaak_afsluiten")
    var answer: JSONObject = ["zaak": nil]
    let fields = body["zaak"]?.object ?? [:]
    let needed =
      call.request.path.contains("zaak_opschorten")
      ? "opschorting" : call.request.path.contains("zaak_verlengen") ? "verlenging" : nil
    if let needed, fields[needed]?.object == nil { throw .invalid(.required("zaak.\(needed)")) }
    if !fields.isEmpty { _ = try changeZaak(call.id, fields, call, partial: true) }
    if closes {
      answer["resultaat"] = .object(try insertResultaat(try member(body, "resultaat", zaak: link), call))
    }
    answer["status"] = .object(try insertStatus(try member(body, "status", zaak: link), call))
    var rollen: [JSON] = []
    for item in body["rollen"]?.array ?? [] {
      guard var rol = item.object else { continue }
      rol["zaak"] = .string(link)
      rollen.append(.object(try insertRol(rol, call)))
    }
    if call.request.path.contains("zaak_bijwerken") { answer["rollen"] = .array(rollen) }
    answer["zaak"] = table(.zaken)[call.id].map { .object(shown(.zaken, $0)) } ?? .null
    return Reply(body: .json(.object(answer)))
  }
}
