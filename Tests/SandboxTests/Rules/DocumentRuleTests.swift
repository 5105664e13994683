import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct DocumentRuleTests {
  private static let path = "/documenten/api/v1/enkelvoudiginformatieobjecten"

  private static let refusals: [(JSONObject, String)] = [
    (["bestandsomvang": 4], "nonFieldErrors: file-size"), (["inhoud": "geen base64!"], "inhoud: invalid-base64"),
    (["taal": "nederlands"], "taal: max_length"), (["titel": ""], "titel: blank"),
    (["status": "in_bewerking", "ontvangstdatum": "2026-11-01"], "status: invalid_for_received"),
    (["indicatieGebruiksrecht": true], "indicatieGebruiksrecht: missing-gebruiksrechten"),
    (["ondertekening": ["soort": "zegel", "datum": "2026-11-01"]], "ondertekening.soort: invalid_choice"),
  ]

  @Test(arguments: refusals)
  func creationIsRefused(more: JSONObject, complaint: String) {
    var bench = Bench()
    let answer = bench.newDocument("Notitie", more)
    #expect(answer.status == 400)
    #expect(answer.complaints == [complaint])
  }

  @Test func everyPatchMakesAVersion() {
    var bench = Bench()
    let document = bench.newDocument()
    #expect(document["lock"] == "")
    #expect(bench.patch(document.url, ["titel": "x"]).complaints == ["nonFieldErrors: unlocked"])
    let lock = bench.post(document.url + "/lock", [:])["lock"] ?? .null
    #expect(bench.post(document.url + "/lock", [:]).complaints == ["nonFieldErrors: existing-lock"])
    #expect(bench.patch(document.url, ["titel": "x"]).complaints == ["nonFieldErrors: missing-lock-id"])
    #expect(bench.patch(document.url, ["titel": "x", "lock": "y"]).complaints == ["nonFieldErrors: incorrect-lock-id"])
    #expect(bench.patch(document.url, ["titel": "Tweede", "lock": lock])["versie"] == 2)
    #expect(bench.patch(document.url, ["inhoud": "SG9p", "bestandsomvang": 3, "lock": lock])["versie"] == 3)
    #expect(bench.get(document.url + "?versie=1")["titel"] == "Proef")
    #expect(bench.get(document.url + "/download?versie=2").bytes == Array("Hallo".utf8))
    #expect(bench.get(document.url + "/download").bytes == Array("Hoi".utf8))
    #expect(bench.get(document.url + "/download?versie=9").status == 404)
    #expect(bench.get(document.url)["locked"] == true)
    #expect(bench.post(document.url + "/unlock", ["lock": lock]).status == 204)
    #expect(bench.get(document.url)["locked"] == false)
  }

  @Test func largeFilesComeInParts() {
    var bench = Bench()
    bench.state.partSize = 4
    let document = bench.newDocument("Notitie", ["inhoud": nil, "bestandsomvang": 10])
    let parts = document["bestandsdelen"]?.array ?? []
    #expect(parts.map { $0["omvang"] } == [4, 4, 2])
    let lock = document["lock"]?.string ?? ""
    for (index, text) in ["abcd", "efgh", "ij"].enumerated() {
      #expect(bench.post(document.url + "/unlock", ["lock": .string(lock)]).complaints == ["nonFieldErrors: file-size"])
      let answer = bench.upload(parts[index]["url"]?.string ?? "", text, lock: lock)
      #expect(answer["voltooid"] == true)
    }
    #expect(bench.get(document.url)["bestandsdelen"]?.array?.first?["lock"] == .string(lock))
    #expect(bench.post(document.url + "/unlock", ["lock": .string(lock)]).status == 204)
    #expect(bench.get(document.url + "/download").bytes == Array("abcdefghij".utf8))
    #expect(bench.get(document.url)["bestandsdelen"] == [])
  }

  @Test func aForcedUnlockLeavesAnEmptyDocument() {
    var bench = Bench()
    bench.state.partSize = 4
    let document = bench.newDocument("Notitie", ["inhoud": nil, "bestandsomvang": 10])
    #expect(bench.post(document.url + "/unlock", [:], as: "superuser").status == 204)
    let after = bench.get(document.url)
    #expect(after["inhoud"] == .null)
    #expect(after["bestandsdelen"]?.array?.count == 3)
    #expect(after["locked"] == false)
  }

  @Test func inhoudLinksOfAListHaveTheVersieOfTheFirst() {
    var bench = Bench()
    let one = bench.newDocument().url
    let other = bench.newDocument().url
    let lock = bench.post(one + "/lock", [:])["lock"] ?? .null
    _ = bench.patch(one, ["titel": "x", "lock": lock])
    let ids = [one, other].map { JSON.string($0.split(separator: "/").last.map(String.init) ?? "") }
    let list = bench.post(Self.path + "/_zoek", ["uuid__in": .array(ids)])["results"]?.array ?? []
    #expect(list.map { $0["inhoud"]?.string?.suffix(9) } == ["?versie=2", "?versie=2"].map { $0[...] })
    #expect(bench.get(list[1]["inhoud"]?.string ?? "").status == 404)
  }

  @Test func mirrorsFollowTheZaak() {
    var bench = Bench()
    let zaak = bench.newZaak().url
    let document = bench.newDocument().url
    let mirrors = "/documenten/api/v1/objectinformatieobjecten"
    let body: JSON = ["informatieobject": .string(document), "object": .string(zaak), "objectType": "zaak"]
    #expect(bench.post(mirrors, body).complaints == ["nonFieldErrors: inconsistent-relation"])
    let link = bench.post(
      "/zaken/api/v1/zaakinformatieobjecten", ["zaak": .string(zaak), "informatieobject": .string(document)]
    ).url
    #expect(bench.get("\(mirrors)?object=\(zaak)").body.array?.count == 1)
    #expect(bench.get("\(Self.path)?objectinformatieobjecten__object=\(zaak)")["count"] == 1)
    #expect(bench.send("DELETE", link).status == 204)
    #expect(bench.get("\(mirrors)?object=\(zaak)").body == [])
    #expect(bench.get(zaak)["zaakinformatieobjecten"] == [])
  }
}

extension Bench {
  mutating func upload(_ url: String, _ text: String, lock: String) -> Answer {
    let form =
      "--x\r\nContent-Disposition: form-data; name=\"lock\"\r\n\r\n\(lock)\r\n"
      + "--x\r\nContent-Disposition: form-data; name=\"inhoud\"; filename=\"deel\"\r\n\r\n\(text)\r\n--x--\r\n"
    let token = "Bearer " + Tokens.make(client: "zaaklijn", iat: now.seconds)
    let answer = state.handle(
      SandboxRequest(
        method: "PUT", path: "/" + url.dropFirst(Self.base.count),
        headers: ["authorization": token, "content-type": "multipart/form-data; boundary=x"], body: Array(form.utf8)),
      now: now)
    return Answer(
      status: answer.status, headers: [:], body: (try? JSON(parsing: answer.body)) ?? .null, bytes: answer.body)
  }
}
