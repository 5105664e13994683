import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

@Suite struct ListTests {
  private static let zaken = "/zaken/api/v1/zaken"

  @Test func pagesFollowEachOtherWithoutGapOrOverlap() throws {
    var bench = Bench()
    var seen: [String] = []
    var target: String? = "\(Self.zaken)?pageSize=50"
    var pages = 0
    while let here = target {
      let page = bench.get(here)
      #expect(page["count"] == 120)
      seen += (page["results"]?.array ?? []).compactMap { $0["url"]?.string }
      target = page["next"]?.string
      pages += 1
    }
    #expect(pages == 3)
    #expect(Set(seen).count == 120 && seen.count == 120)
    // Newest first: the order in which they were made, turned around.
    #expect(seen == bench.state.table(.zaken).order.reversed().map { bench.state.url(.zaken, $0) })
  }

  @Test(arguments: [
    ("page=4&pageSize=50", 404), ("page=0", 404), ("page=x", 404), ("page=9223372036854775807", 404),
    ("page=3&pageSize=50", 200), ("pageSize=1000", 200),
    ("onbekend=1", 400), ("ordering=-laatstGemuteerd", 400), ("startdatum__gte=gisteren", 400),
    ("einddatum__isnull=misschien", 400), ("archiefnominatie=weggooien", 400), ("expand=nergens", 400),
  ])
  func queriesAreChecked(query: String, status: Int) {
    var bench = Bench()
    #expect(bench.get("\(Self.zaken)?\(query)").status == status)
  }

  @Test func previousOfTheSecondPageHasNoNumber() {
    var bench = Bench()
    let page = bench.get("\(Self.zaken)?pageSize=20&page=2&einddatum__isnull=true")
    #expect(page["previous"] == "http://zgw.test/zaken/api/v1/zaken?einddatum__isnull=true&pageSize=20")
    #expect(page["next"] == "http://zgw.test/zaken/api/v1/zaken?einddatum__isnull=true&page=3&pageSize=20")
  }

  /// A filter and what must hold for all that it leaves, and for nothing that it leaves out.
  private static let filters: [(String, @Sendable (JSONObject, State) -> Bool)] = [
    ("einddatum__isnull=true", { zaak, _ in zaak["einddatum"] == .null }),
    ("einddatum__gt=2026-10-01", { zaak, _ in zaak.text("einddatum") > "2026-10-01" }),
    (
      "startdatum__gte=2026-10-01&startdatum__lt=2026-11-01",
      { zaak, _ in zaak.text("startdatum").hasPrefix("2026-10") }
    ),
    (
      "uiterlijkeEinddatumAfdoening=2026-11-22",
      { zaak, _ in zaak.text("uiterlijkeEinddatumAfdoening") == "2026-11-22" }
    ),
    ("archiefnominatie__in=vernietigen,blijvend_bewaren", { zaak, _ in zaak["archiefnominatie"] != .null }),
    ("omschrijving=wmo", { zaak, _ in zaak.text("omschrijving").lowercased().contains("wmo") }),
    ("zaaktype__omschrijving=Jeugdhulp%20aanvragen", { _, _ in false }),
    (
      "maximaleVertrouwelijkheidaanduiding=intern",
      { zaak, _ in ["openbaar", "beperkt_openbaar", "intern"].contains(zaak.text("vertrouwelijkheidaanduiding")) }
    ),
    (
      "rol__betrokkeneIdentificatie__medewerker__identificatie=mw028",
      { zaak, state in
        state.rows(.rollen, "zaak", zaak.text("url")).contains {
          $0.row["betrokkeneIdentificatie"]?["identificatie"] == "mw028"
        }
      }
    ),
    (
      "rol__omschrijvingGeneriek=belanghebbende",
      { zaak, state in
        state.rows(.rollen, "zaak", zaak.text("url")).contains {
          $0.row.text("omschrijvingGeneriek") == "belanghebbende"
        }
      }
    ),
  ]

  @Test(arguments: filters.indices) func filtersKeepWhatTheySay(index: Int) {
    var bench = Bench()
    let (query, holds) = Self.filters[index]
    let answer = bench.get("\(Self.zaken)?\(query)&pageSize=500")
    let kept = Set((answer["results"]?.array ?? []).compactMap { $0["uuid"]?.string })
    let expected = Set(bench.state.table(.zaken).rows.filter { holds($0.value, bench.state) }.keys)
    #expect(kept == expected, "\(query)")
    #expect(!expected.isEmpty || query.contains("zaaktype__"))
  }

  @Test func orderingPutsWhatIsNullLastGoingUp() {
    var bench = Bench()
    func ends(_ ordering: String) -> [JSON] {
      (bench.get("\(Self.zaken)?ordering=\(ordering)&pageSize=500")["results"]?.array ?? []).map {
        $0["einddatum"] ?? .null
      }
    }
    let (up, down) = (ends("einddatum"), ends("-einddatum"))
    #expect(up.last == .null && down.first == .null)
    #expect(up.compactMap(\.string) == up.compactMap(\.string).sorted())
    #expect(down.compactMap(\.string) == up.compactMap(\.string).sorted(by: >))
  }

  @Test func expandFollowsNamedRelations() throws {
    var bench = Bench()
    let page = bench.get("\(Self.zaken)?expand=status,status.statustype,rollen,resultaat.resultaattype&pageSize=5")
    let first = try #require(page["results"]?.array?.first)
    #expect(first["_expand"]?["status"]?["_expand"]?["statustype"]?["volgnummer"]?.int != nil)
    #expect(first["_expand"]?["rollen"]?.array?.count == first["rollen"]?.array?.count)
    // Open Zaak gives nothing for a path whose beginning is not named.
    #expect(first["_expand"]?["resultaat"] == nil)
  }

  @Test func searchingNeedsSomethingToSearchFor() {
    var bench = Bench()
    #expect(bench.post("\(Self.zaken)/_zoek", [:]).complaints == ["nonFieldErrors: empty_search_body"])
    #expect(bench.post("\(Self.zaken)/_zoek", ["uuid__in": [], "expand": "status"]).status == 500)
    let type = bench.zaaktype("WMO")["url"] ?? .null
    let found = bench.post("\(Self.zaken)/_zoek", ["zaaktype__in": [type]])["results"]?.array ?? []
    #expect(!found.isEmpty && found.allSatisfy { $0["zaaktype"] == type })
  }

  @Test func conceptsAreShownWhenAskedFor() throws {
    var bench = Bench()
    let path = "/catalogi/api/v1/zaaktypen"
    let type = bench.zaaktype("WOO")
    let id = try #require(bench.state.id(of: type.text("url")))
    bench.state.change(.zaaktypen, id) { $0["concept"] = true }
    #expect(bench.get(path)["count"] == 32)
    #expect(bench.get("\(path)?status=concept")["count"] == 1)
    #expect(bench.get("\(path)?status=alles")["count"] == 33)
    #expect(bench.get("/catalogi/api/v1/statustypen?zaaktype=\(type.text("url"))")["count"] == 0)
    #expect(bench.newZaak("WOO", ["zaaktype": .string(type.text("url"))]).complaints == ["zaaktype: not-published"])
    #expect(bench.send("DELETE", type.text("url")).status == 403)
  }

  @Test func twentyThousandZakenAreServed() throws {
    var bench = Bench()
    let model = try #require(bench.state.table(.zaken).rows.values.first { $0["einddatum"] == .null })
    for number in 0..<20_000 {
      let id = "00000000-0000-4000-8000-\(digits(number, 12))"
      bench.state.put(.zaken, id, model.merging(["url": .string(bench.state.url(.zaken, id)), "uuid": .string(id)]))
    }
    var changed = 0
    for page in 1...40 { #expect(bench.get("\(Self.zaken)?page=\(page * 5)").status == 200) }
    for number in 0..<200 {
      let zaak = "\(Self.zaken)/00000000-0000-4000-8000-\(digits(number * 90, 12))"
      if bench.patch(zaak, ["toelichting": .string("\(number)")]).status == 200 { changed += 1 }
    }
    #expect(changed == 200)
  }
}
