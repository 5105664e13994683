import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct DemoTests {
  @Test func rulesRefuseNothingOfTheDemonstration() {
    for shift in [1, 40, 365] {
      var state = State(base: Bench.base, personality: .openZaak130)
      let refusals = Demo.fill(&state, today: Bench.today + shift)
      #expect(refusals == [])
      #expect(state.table(.zaken).count == 120)
    }
  }

  @Test(arguments: Personality.all) func everyPersonalityHasTheDemonstration(personality: Personality) {
    var state = State(base: Bench.base, personality: personality)
    #expect(Demo.fill(&state, today: Bench.today) == [])
    #expect(state.table(.zaken).count == 120)
  }

  @Test func oneDayIsAlwaysTheSame() {
    let one = Bench().state
    var other = State(base: Bench.base, personality: .openZaak130)
    Demo.fill(&other, today: Bench.today)
    for collection in Collection.allCases where collection != .applicaties {
      #expect(one.table(collection).rows == other.table(collection).rows)
    }
  }

  @Test func identifiersPassTheirCheckDigits() {
    let state = Bench().state
    var numbers: [String] = []
    for rol in state.table(.rollen).rows.values {
      for field in ["inpBsn", "innNnpId"] {
        if let text = rol["betrokkeneIdentificatie"]?[field]?.string, !text.isEmpty { numbers.append(text) }
      }
    }
    for zaak in state.table(.zaken).rows.values { numbers.append(zaak.text("bronorganisatie")) }
    #expect(numbers.count > 200)
    #expect(numbers.allSatisfy(CheckDigits.passesEleven))
    // The range that is given out for testing.
    #expect(numbers.allSatisfy { $0.hasPrefix("999") })
    #expect(Set(state.table(.zaken).rows.values.map { $0.text("bronorganisatie") }).count == 3)
  }

  @Test func everyReferenceResolves() throws {
    let state = Bench().state
    var known: Set<String> = []
    for collection in Collection.allCases {
      for row in state.table(collection).rows.values { known.insert(row.text("url")) }
    }
    var checked = 0
    var lost: [String] = []
    func check(_ value: JSON, _ place: String) {
      switch value {
      case .string(let text) where text.hasPrefix(Bench.base):
        checked += 1
        let link = text.range(of: "/download").map { String(text[..<$0.lowerBound]) } ?? text
        if !known.contains(link) { lost.append("\(place): \(text)") }
      case .array(let items): for item in items { check(item, place) }
      case .object(let object): for member in object.members { check(member.value, "\(place).\(member.name)") }
      case .null, .bool, .number, .string: break
      }
    }
    for collection in Collection.allCases {
      for row in state.table(collection).rows.values { check(.object(row), collection.rawValue) }
    }
    #expect(lost == [])
    #expect(checked > 5000)
  }

  @Test func datesAreRelativeToToday() throws {
    let state = Bench().state
    let zaken = Array(state.table(.zaken).rows.values)
    let open = zaken.filter { $0["einddatum"]?.isNull == true }
    let ahead = try open.map { try #require(Day($0.text("uiterlijkeEinddatumAfdoening"))).number - Bench.today.number }
    #expect(open.count >= 75 && open.count <= 90)
    #expect(ahead.allSatisfy { (-20...60).contains($0) })
    #expect(ahead.filter { $0 == 0 }.count >= 5)
    #expect(ahead.filter { $0 < 0 }.count >= 10)
    #expect(ahead.filter { (1...7).contains($0) }.count >= 5)
    #expect(ahead.contains { $0 > 45 })
    for zaak in zaken {
      let start = try #require(Day(zaak.text("startdatum")))
      #expect(start < Bench.today)
      #expect(zaak.text("identificatie").hasPrefix("ZAAK-\(start.parts.year)-"))
      #expect(try #require(Moment(zaak.text("laatstGemuteerd"))).day <= Bench.today)
    }
  }

  @Test func thereIsSomethingOfEverything() {
    let state = Bench().state
    let zaken = Array(state.table(.zaken).rows.values)
    #expect(Set(zaken.map { $0.text("zaaktype") }).count == 33)
    #expect(zaken.filter { $0["verlenging"]?.object != nil }.count >= 3)
    #expect(zaken.filter { $0["opschorting"]?["indicatie"]?.bool == true }.count >= 3)
    #expect(zaken.filter { $0["resultaat"]?.string != nil }.count >= 30)
    #expect(state.table(.besluiten).count >= 20)
    #expect(state.table(.zaaknotities).count >= 5)
    #expect(state.table(.enkelvoudiginformatieobjecten).count >= 250)
    let workers = state.table(.rollen).rows.values.filter { $0.text("omschrijvingGeneriek") == "behandelaar" }
    let breugel = workers.filter { $0["betrokkeneIdentificatie"]?["identificatie"]?.string == "mw028" }
    #expect(breugel.count >= 20)
    #expect(breugel.allSatisfy { $0["betrokkeneIdentificatie"]?["achternaam"]?.string == "Breugel" })
    #expect(zaken.count - workers.count >= 5)
    #expect(Set(zaken.map { $0.text("omschrijving") }).count >= 60)
    #expect(zaken.allSatisfy { !$0.text("omschrijving").contains("%") })
  }

  @Test func documentsAreRealFiles() throws {
    let state = Bench().state
    var kinds: Set<String> = []
    for (id, row) in state.table(.enkelvoudiginformatieobjecten).rows {
      let bytes = try #require(state.contents["\(id)/1"])
      #expect(bytes.count == row["bestandsomvang"]?.int)
      kinds.insert(row.text("formaat"))
      guard row.text("formaat") == "application/pdf" else { continue }
      #expect(bytes.starts(with: Array("%PDF-1.4".utf8)) && bytes.suffix(6) == Array("%%EOF\n".utf8)[...])
    }
    #expect(kinds == ["application/pdf", "text/plain"])
  }
}
