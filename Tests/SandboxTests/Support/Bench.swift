import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// A state with the demonstration in it, and requests to it without HTTP.
struct Bench {
  static let base = "http://zgw.test/"
  static let today = Day(number: 20_779)

  var state: State
  var now = Moment(day: Bench.today, hour: 12)

  struct Answer {
    let status: Int
    let headers: [String: String]
    let body: JSON
    let bytes: [UInt8]

    subscript(name: String) -> JSON? { body[name] }
    var url: String { body["url"]?.string ?? "" }
    /// `naam: code` of every complaint.
    var complaints: [String] {
      (body["invalidParams"]?.array ?? []).map { "\($0["name"]?.string ?? ""): \($0["code"]?.string ?? "")" }
    }
  }

  init(_ personality: Personality = .openZaak130, demo: Bool = true) {
    let filled = demo ? Self.demos[personality.name] : nil
    state = filled ?? State(base: Self.base, personality: personality)
    if filled == nil { Clients.admit(to: &state, main: "zaaklijn", secret: Tokens.secret) }
  }

  /// Made once; every bench begins with a copy.
  private static let demos: [String: State] = Dictionary(
    uniqueKeysWithValues: Personality.all.map { personality in
      var state = State(base: base, personality: personality)
      Demo.fill(&state, today: today)
      Clients.admit(to: &state, main: "zaaklijn", secret: Tokens.secret)
      return (personality.name, state)
    })

  mutating func send(
    _ method: String, _ target: String, _ body: JSON? = nil, as client: String = "zaaklijn",
    headers more: [String: String] = [:]
  ) -> Answer {
    var headers = [
      "authorization": "Bearer " + Tokens.make(client: client, iat: now.seconds), "accept": "*/*",
      "accept-crs": "EPSG:4326", "content-crs": "EPSG:4326", "content-type": "application/json",
    ]
    headers.merge(more) { $1 }
    let path = target.hasPrefix(Self.base) ? "/" + target.dropFirst(Self.base.count) : target
    let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
    let query = (halves.count == 2 ? halves[1] : "").split(separator: "&").map {
      pair -> (name: String, value: String) in
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      return (sides[0], sides.count == 2 ? sides[1] : "")
    }
    let answer = state.handle(
      SandboxRequest(method: method, path: halves[0], query: query, headers: headers, body: body?.bytes() ?? []),
      now: now)
    // Every request is a moment later than the one before it.
    now = Moment(microseconds: now.microseconds + 1_000_003)
    return Answer(
      status: answer.status,
      headers: Dictionary(answer.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 }),
      body: (try? JSON(parsing: answer.body)) ?? .null, bytes: answer.body)
  }

  mutating func post(_ target: String, _ body: JSON, as client: String = "zaaklijn") -> Answer {
    send("POST", target, body, as: client)
  }

  mutating func patch(_ target: String, _ body: JSON, as client: String = "zaaklijn") -> Answer {
    send("PATCH", target, body, as: client)
  }

  mutating func get(_ target: String, as client: String = "zaaklijn") -> Answer { send("GET", target, as: client) }

  /// The first zaaktype with this code.
  func zaaktype(_ code: String) -> JSONObject {
    let table = state.table(.zaaktypen)
    return table.order.compactMap { table[$0] }.first { $0.text("identificatie") == code } ?? [:]
  }

  func type(_ collection: Collection, _ code: String, _ omschrijving: String, field: String = "omschrijving") -> JSON {
    state.rows(collection, "zaaktype", zaaktype(code).text("url"))
      .first { $0.row.text(field) == omschrijving }?.row["url"] ?? .null
  }

  var rsin: String { state.find(.catalogussen, zaaktype("WOO").text("catalogus"))?.row.text("rsin") ?? "" }

  func start(_ code: String = "WOO") -> JSONObject {
    [
      "bronorganisatie": .string(rsin), "verantwoordelijkeOrganisatie": .string(rsin),
      "zaaktype": zaaktype(code)["url"] ?? .null, "startdatum": .string(Self.today.text), "omschrijving": "Proef",
    ]
  }

  mutating func newZaak(_ code: String = "WOO", _ more: JSONObject = [:]) -> Answer {
    post("/zaken/api/v1/zaken", .object(start(code).merging(more)))
  }

  func document(_ kind: String = "Notitie", _ more: JSONObject = [:]) -> JSON {
    let type = state.table(.informatieobjecttypen).rows.values
      .first { $0.text("omschrijving") == kind && $0["catalogus"] == zaaktype("WOO")["catalogus"] }
    let body: JSONObject = [
      "bronorganisatie": .string(rsin), "creatiedatum": .string(Self.today.text), "titel": "Proef", "auteur": "Proef",
      "taal": "nld", "bestandsnaam": "proef.txt", "inhoud": "SGFsbG8=", "bestandsomvang": 5,
      "informatieobjecttype": type?["url"] ?? .null, "indicatieGebruiksrecht": false,
    ]
    return .object(body.merging(more))
  }

  mutating func newDocument(_ kind: String = "Notitie", _ more: JSONObject = [:]) -> Answer {
    post("/documenten/api/v1/enkelvoudiginformatieobjecten", document(kind, more))
  }

  mutating func setStatus(
    _ zaak: String, _ name: String, code: String = "WOO", at moment: String? = nil, as client: String = "zaaklijn"
  ) -> Answer {
    post(
      "/zaken/api/v1/statussen",
      [
        "zaak": .string(zaak), "statustype": type(.statustypen, code, name),
        "datumStatusGezet": .string(moment ?? now.text),
      ], as: client)
  }

  /// A zaak with a resultaat that was closed today.
  mutating func closedZaak() -> String {
    let zaak = newZaak().url
    _ = post(
      "/zaken/api/v1/resultaten",
      ["zaak": .string(zaak), "resultaattype": type(.resultaattypen, "WOO", "Deels openbaar")])
    _ = setStatus(zaak, "Afgehandeld")
    return zaak
  }
}
