import Foundation

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// Sends recorded requests to a state that was filled with what they lean on.
struct Replay {
  static let base = "http://openzaak.test/"
  /// A moment after everything that was recorded as the past, and before what was recorded as the future.
  static let now = "2026-11-22T04:30:40Z"

  var state: State
  let now: Moment
  var names: [String: String] = [:]

  init(_ exchanges: [Exchange]) throws {
    now = Moment(Replay.now) ?? Moment(microseconds: 0)
    state = State(base: Replay.base, personality: .openZaak130)
    try state.load(folder: Recordings.dataset)
    seed(exchanges)
    Clients.admit(to: &state, main: "behandelaar-main", secret: Tokens.secret)
  }

  /// The zaak that was read, with its parts, and the concept: from their own answers.
  private mutating func seed(_ exchanges: [Exchange]) {
    func results(_ number: Int) -> [JSONObject] {
      exchanges.first { $0.number == number }?.answer?["results"]?.array?.compactMap(\.object) ?? []
    }
    for type in results(202) { put(.zaaktypen, type) }
    for zaak in results(37) {
      for part in zaak["_expand"]?["rollen"]?.array ?? [] { put(.rollen, part.object) }
      put(.statussen, zaak["_expand"]?["status"]?.object)
      put(.zaken, zaak)
    }
  }

  private mutating func put(_ collection: Collection, _ row: JSONObject?) {
    guard var row, let id = state.id(of: row.text("url")) else { return }
    row["_expand"] = nil
    state.put(collection, id, row)
  }

  static func bytes(_ answer: JSON?) -> [UInt8]? {
    answer?["_recorder_base64"]?.string.flatMap { Data(base64Encoded: $0) }.map { [UInt8]($0) }
  }

  /// Does what was done between the recorded requests, without being recorded.
  mutating func prepare(_ number: Int) {
    let zaak = "\(Replay.base)zaken/api/v1/zaken/"
    let type = "\(Replay.base)catalogi/api/v1/"
    func start(_ zaaktype: String) -> JSONObject {
      [
        "bronorganisatie": "851234562", "verantwoordelijkeOrganisatie": "851234562", "startdatum": "2026-11-22",
        "zaaktype": .string("\(type)zaaktypen/\(zaaktype)"),
      ]
    }
    let mor = "f3604439-96d6-478a-89f3-3d158ee5f938"
    switch number {
    case 104: document(as: "15990b01-a33f-44cc-b37c-caa8d229a9ad", foreignType)
    case 149: make("/zaken/api/v1/zaken", start(mor), as: "c898e16d-fa16-4208-831a-fb88f0aa5f9b")
    case 150:
      let link = zaak + (names["c898e16d-fa16-4208-831a-fb88f0aa5f9b"] ?? "")
      let results = state.rows(.resultaattypen, "zaaktype", "\(type)zaaktypen/\(mor)")
      make("/zaken/api/v1/resultaten", ["zaak": .string(link), "resultaattype": results.first?.row["url"] ?? .null])
    case 152: document(as: "0529f5e5-4c2a-441e-984d-94ea601333fb", "f45506d2-3eb3-457b-aaf5-2288793721ca")
    case 154:
      let document = names["ad382109-00ac-44a6-b929-3762e0967611"] ?? ""
      make(
        "/zaken/api/v1/zaakinformatieobjecten",
        [
          "zaak": .string(zaak + (names["e70d44ac-e780-460a-8fd4-c579df4720a5"] ?? "")),
          "informatieobject": .string("\(Replay.base)documenten/api/v1/enkelvoudiginformatieobjecten/\(document)"),
        ])
    case 159:
      let document = names["ad382109-00ac-44a6-b929-3762e0967611"] ?? ""
      make("/documenten/api/v1/enkelvoudiginformatieobjecten/\(document)/unlock", [:])
    case 194: make("/zaken/api/v1/zaken", start(mor), as: "aca55a5b-58e8-49a5-8a25-1a921b0d9665")
    default: break
    }
  }

  /// An informatieobjecttype that omgevingsvergunningen take and Woo-verzoeken do not.
  private var foreignType: String {
    func types(_ zaaktype: String) -> [String] {
      state.rows(.zaaktypeInformatieobjecttypen, "zaaktype", "\(Replay.base)catalogi/api/v1/zaaktypen/\(zaaktype)")
        .map { $0.row.text("informatieobjecttype") }
    }
    let woo = types("5d7e74ff-d648-4aa5-8424-ef00bef03e13")
    let other = types("1ba0c712-bc35-41d6-ab9a-4e6d61874591").first { !woo.contains($0) }
    return other.flatMap { state.id(of: $0) } ?? ""
  }

  private mutating func document(as name: String, _ type: String) {
    make(
      "/documenten/api/v1/enkelvoudiginformatieobjecten",
      [
        "bronorganisatie": "851234562", "creatiedatum": "2026-11-22", "titel": "Testdocument", "auteur": "J. de Vries",
        "taal": "nld", "formaat": "text/plain", "bestandsnaam": "test.txt", "inhoud": "SGFsbG8gd2VyZWxkCg==",
        "bestandsomvang": 13,
        "vertrouwelijkheidaanduiding": "openbaar", "indicatieGebruiksrecht": false,
        "informatieobjecttype": .string("\(Replay.base)catalogi/api/v1/informatieobjecttypen/\(type)"),
      ], as: name)
  }

  private mutating func make(_ path: String, _ body: JSONObject, as name: String? = nil) {
    let request = SandboxRequest(method: "POST", path: path)
    let answer = try? state.perform(request, body, user: "voorbereiding", now: now)
    guard let name, let link = answer?.object?.text("url") else { return }
    names[name] = state.id(of: link)
  }

  /// The answer of the sandbox to a recorded request.
  mutating func send(_ exchange: Exchange) -> SandboxResponse {
    var headers = exchange.headers
    headers["authorization"] = authorization(exchange)
    for name in ["if-none-match"] {
      guard let tag = headers[name] else { continue }
      let bare = tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
      headers[name] = tag.replacing(bare, with: names[bare] ?? bare)
    }
    var body: [UInt8] = []
    switch exchange.body {
    case .string(let text)?: body = Array(text.utf8)
    case let json?:
      if let form = json["_recorder_multipart"] {
        body = multipart(form, headers["content-type"] ?? "")
      } else {
        body = Comparison.rename(json, names).bytes()
      }
    case nil: break
    }
    let halves = Comparison.rename(exchange.path, names).split(separator: "?", maxSplits: 1).map(String.init)
    let query = (halves.count == 2 ? halves[1] : "").split(separator: "&").map {
      pair -> (name: String, value: String) in
      let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
      let value = sides.count == 2 ? sides[1].removingPercentEncoding ?? sides[1] : ""
      // The recorder took the host out of the parameters that are URLs.
      let whole = value.hasPrefix("/") ? Replay.base + value.dropFirst() : value
      return (sides[0], names[whole] ?? whole)
    }
    return state.handle(
      SandboxRequest(method: exchange.method, path: halves[0], query: query, headers: headers, body: body), now: now)
  }

  private func authorization(_ exchange: Exchange) -> String? {
    let iat = now.seconds
    func bearer(_ token: String) -> String { "Bearer " + token }
    switch exchange.number {
    case 6: return nil
    case 7: return bearer("geen.token")
    case 8: return bearer(Tokens.make(client: "superuser", iat: iat, secret: "een ander geheim van 32 tekens!!"))
    case 9: return bearer(Tokens.make(client: "onbekend", iat: iat))
    case 10: return bearer(Tokens.make(client: "superuser", iat: iat - 7200))
    case 11: return bearer(Tokens.make(client: "superuser", iat: iat - 60, extra: ["exp": .number(iat - 30)]))
    case 12: return bearer(Tokens.make(client: "superuser", iat: iat, extra: ["nbf": .number(iat + 600)]))
    case 13: return bearer(Tokens.make(client: "superuser", iat: iat + 600))
    case 14: return bearer(Tokens.make(client: "superuser", iat: nil))
    case 15: return bearer(Tokens.make(client: nil, iat: iat))
    default:
      // Who was called zaaklijn when this was recorded had all rights.
      let client = exchange.auth.split(separator: "=").last.map(String.init) ?? ""
      return bearer(
        Tokens.make(client: ["raadpleger", "behandelaar"].contains(client) ? client : "superuser", iat: iat))
    }
  }

  private func multipart(_ form: JSON, _ type: String) -> [UInt8] {
    let boundary = type.split(separator: "=").last.map(String.init) ?? ""
    let count = Int(form["inhoud"]?.array?.last?.string?.filter(\.isNumber) ?? "") ?? 0
    let lock = Comparison.rename(form["lock"]?.string ?? "", names)
    let bytes = [UInt8](repeating: 65, count: count)
    var body = Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"lock\"\r\n\r\n\(lock)\r\n".utf8)
    body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"inhoud\"; filename=\"deel\"\r\n\r\n".utf8
    return body + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
  }
}
