import Foundation
import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// The recorded exchanges of Open Zaak 1.30, sent again: same status, same headers, same body.
@Suite(.enabled(if: Recordings.areThere)) struct ContractTests {
  /// What is compared by shape alone (members and kinds of values): the answer is about other zaken, was cut short by
  /// the recorder, or lists links in another order than the dataset does.
  static let byShape: Set<Int> = [
    13, 16, 17, 24, 25, 26, 27, 28, 31, 33, 35, 36, 37, 137, 182, 183, 200, 201, 202, 203, 206, 207, 208,
  ]

  /// Why an exchange is not compared, or in what it is known to differ.
  static let exceptions: [Int: String] = [
    1: "de sandbox heeft geen klantcontacten, zaakcontactmomenten, zaakverzoeken en reserveer_zaaknummer",
    2: "de sandbox heeft geen verzendingen",
    178: "de wijziging door superuser (175) staat niet in de opgenomen audittrail",
    209: "de rechten van raadpleger volgen uit de data van de sandbox",
  ]

  @Test func exchangesAreAnsweredAsRecorded() throws {
    let exchanges = try Exchange.all()
    var replay = try Replay(exchanges)
    var compared = (exactly: 0, byShape: 0)
    for exchange in exchanges {
      replay.prepare(exchange.number)
      let answer = replay.send(exchange)
      let title = "\(exchange.number) \(exchange.name)"
      if Self.exceptions[exchange.number] != nil {
        #expect(answer.status == exchange.status, "\(title)")
        continue
      }
      #expect(
        answer.status == exchange.status,
        "\(title): \(String(decoding: answer.body.prefix(400), as: UTF8.self))")
      let differences = Self.compare(exchange, answer, &replay)
      #expect(differences.isEmpty, "\(title)")
      if Self.byShape.contains(exchange.number) { compared.byShape += 1 } else { compared.exactly += 1 }
    }
    print("Contract: \(exchanges.count) uitwisselingen, \(compared.exactly) op waarde, \(compared.byShape) op vorm.")
    for (number, reason) in Self.exceptions.sorted(by: { $0.key < $1.key }) { print("  \(number): \(reason)") }
    #expect(compared.exactly >= 180)
    #expect(compared.exactly + compared.byShape >= 205)
  }

  private static func compare(_ exchange: Exchange, _ answer: SandboxResponse, _ replay: inout Replay) -> [String] {
    var differences: [String] = []
    let headers = Dictionary(answer.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
    for name in ["allow", "content-type", "content-crs", "api-version"]
    where headers[name] != exchange.answerHeaders[name] {
      // An answer without body has no type to tell.
      guard name != "content-type" || !answer.body.isEmpty else { continue }
      differences.append("\(name): \(exchange.answerHeaders[name] ?? "–") werd \(headers[name] ?? "–")")
    }
    for name in ["etag", "location"] where (headers[name] == nil) != (exchange.answerHeaders[name] == nil) {
      differences.append("\(name) is er \(headers[name] == nil ? "niet" : "wel")")
    }
    if let before = exchange.answerHeaders["etag"], let now = headers["etag"] { replay.names[before] = now }
    if let size = exchange.answer?["_recorder_bytes"]?.int {
      // Of the large file only the size is known; the bytes that were sent are this test's own.
      let bytes = exchange.number == 118 ? nil : Replay.bytes(exchange.answer)
      if answer.body.count != size || (bytes ?? answer.body) != answer.body {
        differences.append("de inhoud is anders")
      }
      return differences
    }
    guard exchange.method != "HEAD" else { return differences }
    guard let recorded = exchange.answer else {
      return differences + (answer.body.isEmpty ? [] : ["er is een body"])
    }
    guard let actual = try? JSON(parsing: answer.body) else { return differences + ["geen JSON"] }
    var comparison = Comparison(exact: !byShape.contains(exchange.number), names: replay.names)
    comparison.compare(recorded, actual)
    replay.names = comparison.names
    return differences + comparison.differences
  }
}
