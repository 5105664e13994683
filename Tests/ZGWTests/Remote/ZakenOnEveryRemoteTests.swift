import Model
import Sync
import Testing

@Suite struct ZakenOnEveryRemoteTests {
  private func start(_ town: Town, _ more: JSONObject = [:]) -> JSONObject {
    ([
      "bronorganisatie": "851234562", "verantwoordelijkeOrganisatie": "851234562",
      "zaaktype": town.json(town.sample.zaaktype), "startdatum": "2026-10-02", "omschrijving": "  Nieuw  ",
    ] as JSONObject).merging(more)
  }

  @Test(arguments: Town.Kind.allCases)
  func `a zaak gets the number that was chosen, and nothing else gets it`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let body = start(town, ["identificatie": "ZK-1"])
      let zaak = try await town.create(ZaakFields.self, body)
      #expect(zaak.identificatie == "ZK-1" && zaak.omschrijving == "Nieuw")
      #expect(
        await outcome { _ = try await town.create(ZaakFields.self, body) } == "rejected 400 identificatie-niet-uniek")
      let found = try await town.all(
        ZaakFields.self, ("identificatie", "ZK-1"), ("bronorganisatie", "851234562"))
      #expect(found.map(\.ref) == [zaak.ref])
      let other = try await town.create(ZaakFields.self, start(town))
      #expect(!other.identificatie.isEmpty && other.identificatie != "ZK-1")
      try await town.remove(zaak)
      #expect(await outcome { _ = try await town.read(zaak) } == "notFound")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a deelzaak shows at its hoofdzaak`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let main = try await town.create(ZaakFields.self, start(town))
      let part = try await town.create(ZaakFields.self, start(town, ["hoofdzaak": main.ref.json]))
      #expect(try await town.read(main).body["deelzaken"] == [part.ref.json])
      #expect(try await town.read(part).hoofdzaak == main.ref)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `numbers are handed out beforehand, once each, and can be used`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      guard !kind.isOld else {
        #expect(
          await outcome { _ = try await town.remote.reserveNumbers(for: "851234562", count: 2) } == "notFound")
        return
      }
      let numbers = try await town.remote.reserveNumbers(for: "851234562", count: 3)
      let one = try await town.remote.reserveNumbers(for: "851234562", count: 1)
      #expect(Set(numbers + one).count == 4)
      let zaak = try await town.create(ZaakFields.self, start(town, ["identificatie": .string(one[0])]))
      #expect(zaak.identificatie == one[0])
      let next = try await town.create(ZaakFields.self, start(town))
      #expect(!(numbers + one).contains(next.identificatie))
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `zaken are narrowed by their dates, and by no parameter that is not known`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let late = try await town.create(ZaakFields.self, start(town, ["startdatum": "2026-10-05"]))
      let rows: [(String, String, Int)] = [
        ("startdatum__gt", "2026-10-01", 1), ("startdatum__gte", "2026-10-05", 1), ("startdatum__lt", "2026-10-05", 2),
        ("startdatum__lte", "2026-10-05", 3), ("einddatum__isnull", "true", 3), ("einddatum__isnull", "false", 0),
        ("zaaktype", town.here(town.sample.zaaktype).url, 3), ("rol__omschrijvingGeneriek", "behandelaar", 2),
        ("rol__betrokkeneIdentificatie__medewerker__identificatie", "mw001", 2),
      ]
      for (name, value, count) in rows {
        #expect(try await town.all(ZaakFields.self, (name, value)).count == count, "\(name)")
      }
      let ordered = try await town.all(ZaakFields.self, ("ordering", "-startdatum"))
      #expect(ordered.first?.ref == late.ref)
      #expect(
        await outcome { _ = try await town.all(ZaakFields.self, ("laatstGemuteerd__gt", "2026-10-01")) }
          == "rejected 400 unknown-parameters")
      #expect(
        await outcome { _ = try await town.all(ResultaatFields.self, ("identificatie", "x")) }
          == "rejected 400 unknown-parameters")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a page after the last one is empty`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let page = try await town.remote.list(ZaakFields.self, of: nil, filters: [], page: 9)
      #expect(page.items.isEmpty && !page.hasNext)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `what cannot be changed is ignored in a change`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let zaak = try await town.readZaak()
      let changed = try await town.change(
        zaak, ["toelichting": "x", "einddatum": "2026-10-03", "status": nil, "deelzaken": ["https://elders.test/1"]])
      #expect(changed.toelichting == "x")
      #expect(changed.einddatum == nil && changed.status == zaak.status)
      #expect(changed.body["deelzaken"] == zaak.body["deelzaken"])
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `the client is told what it may do, or nothing`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let told = try await town.remote.applicatie()
      #expect((told == nil) == (kind == .memory))
      #expect(told?.clientIds ?? ["zaaklijn"] == ["zaaklijn"])
      if kind == .memory {
        town.sample.server.tell(Applicatie(["label": "x"]))
        #expect(try await town.remote.applicatie()?.label == "x")
      }
    }
  }
}
