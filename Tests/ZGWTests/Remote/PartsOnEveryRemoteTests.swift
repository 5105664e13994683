import Model
import Sync
import TestSupport
import Testing

@Suite struct PartsOnEveryRemoteTests {
  private func rol(_ town: Town, _ name: String) -> JSONObject {
    [
      "zaak": town.zaak.json, "betrokkeneType": "medewerker",
      "roltype": town.json(town.sample.roltypen[name] ?? Ref("")),
      "roltoelichting": "Test", "betrokkeneIdentificatie": ["identificatie": "mw002", "achternaam": "Vis"],
    ]
  }

  @Test(arguments: Town.Kind.allCases)
  func `a rol comes and goes, and cannot be changed`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let rol = try await town.create(RolFields.self, rol(town, "belanghebbende"))
      #expect(try await town.lists("rollen", rol, else: true))
      #expect(try await town.all(RolFields.self, ("zaak", town.zaak.url)).count == 2)
      #expect(
        await outcome { _ = try await town.change(rol, ["roltoelichting": "x"]) }
          == "rejected 405 method_not_allowed")
      try await town.remove(rol)
      #expect(try await !town.lists("rollen", rol, else: false))
      #expect(await outcome { try await town.remove(rol) } == "notFound")
      #expect(try await town.all(RolFields.self, ("zaak", town.zaak.url)).count == 1)
    }
  }

  /// The sandbox has a guard on an initiator that the server in memory does not need.
  @Test(arguments: Town.Kind.allCases)
  func `nothing guards against a second rol of the same person`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let first = try await town.create(RolFields.self, rol(town, "behandelaar"))
      let second = try await town.create(RolFields.self, rol(town, "behandelaar"))
      #expect(first.ref != second.ref)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a zaak has one resultaat at most`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let body: JSONObject = ["zaak": town.zaak.json, "resultaattype": town.json(town.sample.resultaattypen[0])]
      let resultaat = try await town.create(ResultaatFields.self, body)
      #expect(try await town.readZaak().resultaat == resultaat.ref)
      #expect(await outcome { _ = try await town.create(ResultaatFields.self, body) } == "rejected 400 unique")
      #expect(try await town.change(resultaat, ["toelichting": "Deels"]).toelichting == "Deels")
      #expect(try await town.all(ResultaatFields.self, ("zaak", town.zaak.url)).count == 1)
      try await town.remove(resultaat)
      #expect(try await town.readZaak().resultaat == nil)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a zaakeigenschap lives below its zaak`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let body: JSONObject = [
        "zaak": town.zaak.json, "eigenschap": town.json(town.sample.eigenschap), "waarde": "3",
      ]
      let eigenschap = try await town.create(ZaakEigenschapFields.self, body, of: town.zaak)
      #expect(eigenschap.ref.url.hasPrefix(town.zaak.url + "/zaakeigenschappen/"))
      #expect(eigenschap.naam == "bouwlaag")
      #expect(try await town.lists("eigenschappen", eigenschap, else: true))
      #expect(try await town.change(eigenschap, ["waarde": "4"]).waarde == "4")
      #expect(try await town.remote.all(ZaakEigenschapFields.self, of: town.zaak).count == 2)
      try await town.remove(eigenschap)
      #expect(try await !town.lists("eigenschappen", eigenschap, else: false))
      #expect(await outcome { _ = try await town.read(eigenschap) } == "notFound")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a zaakobject comes, changes and goes`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let object = try await town.create(
        ZaakObjectFields.self,
        [
          "zaak": town.zaak.json, "objectType": "pand", "objectIdentificatie": ["identificatie": "0599100000000001"],
          "relatieomschrijving": "Het pand",
        ])
      #expect(try await town.lists("zaakobjecten", object, else: true))
      #expect(try await town.change(object, ["relatieomschrijving": "Ander"]).relatieomschrijving == "Ander")
      try await town.remove(object)
      #expect(try await !town.lists("zaakobjecten", object, else: false))
      #expect(try await town.all(ZaakObjectFields.self, ("zaak", town.zaak.url)).isEmpty)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a notitie comes, changes and goes, where there are any`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let body: JSONObject = [
        "gerelateerdAan": town.zaak.json, "onderwerp": "Gebeld", "tekst": "Belt terug", "status": "concept",
        "notitieType": "intern", "aangemaaktDoor": "F. Breugel",
      ]
      guard !kind.isOld else {
        #expect(await outcome { _ = try await town.create(ZaakNotitieFields.self, body) } == "notFound")
        #expect(
          await outcome { _ = try await town.all(ZaakNotitieFields.self, ("gerelateerdAan", town.zaak.url)) }
            == "notFound")
        return
      }
      let notitie = try await town.create(ZaakNotitieFields.self, body)
      #expect(notitie.body["gerelateerdAan"] == town.zaak.json && notitie.body["aanmaakdatum"] != nil)
      #expect(try await town.change(notitie, ["tekst": "Belde terug"]).tekst == "Belde terug")
      #expect(try await town.all(ZaakNotitieFields.self, ("gerelateerdAan", town.zaak.url)).count == 1)
      #expect(
        try await town.all(ZaakNotitieFields.self, ("gerelateerdAan", town.here(town.sample.zaken[1]).url)).isEmpty)
      #expect(try await town.remote.list(ZaakNotitieFields.self, of: town.zaak, filters: [], page: 1).items.count == 1)
      try await town.remove(notitie)
      #expect(try await town.all(ZaakNotitieFields.self, ("gerelateerdAan", town.zaak.url)).isEmpty)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a besluit has a number of its own, and its documents go with it`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let body: JSONObject = [
        "identificatie": "BS-1", "verantwoordelijkeOrganisatie": "851234562", "zaak": town.zaak.json,
        "besluittype": town.json(town.sample.besluittype), "datum": "2026-10-02", "ingangsdatum": "2026-10-02",
      ]
      let besluit = try await town.create(BesluitFields.self, body)
      #expect(
        await outcome { _ = try await town.create(BesluitFields.self, body) } == "rejected 400 identificatie-niet-uniek"
      )
      let found = try await town.all(
        BesluitFields.self, ("identificatie", "BS-1"), ("verantwoordelijkeOrganisatie", "851234562"))
      #expect(found.map(\.ref) == [besluit.ref])
      let document = try await town.create(EnkelvoudigInformatieObjectFields.self, town.document())
      let link: JSONObject = ["besluit": besluit.ref.json, "informatieobject": document.ref.json]
      let linked = try await town.create(BesluitInformatieObjectFields.self, link)
      #expect(
        await outcome { _ = try await town.create(BesluitInformatieObjectFields.self, link) } == "rejected 400 unique")
      #expect(try await town.all(BesluitInformatieObjectFields.self, ("besluit", besluit.ref.url)).count == 1)
      #expect(try await town.change(besluit, ["toelichting": "x"]).toelichting == "x")
      #expect(await outcome { try await town.remove(try await town.readZaak()) } == "rejected 400 related-besluiten")
      try await town.remove(besluit)
      #expect(await outcome { _ = try await town.read(linked) } == "notFound")
      try await town.remove(document)
    }
  }

  private func set(
    _ town: Town, _ index: Int, _ seconds: Int, zaak: Ref? = nil
  ) async throws(RemoteError) -> Status {
    try await town.create(
      StatusFields.self,
      [
        "zaak": (zaak ?? town.zaak).json, "statustype": town.json(town.sample.statustypen[index]),
        "datumStatusGezet": .string(SampleServer.moment(seconds).text), "statustoelichting": "",
      ])
  }

  @Test(arguments: Town.Kind.allCases)
  func `a status is unique by its moment, cannot be taken back, and the latest counts`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let status = try await set(town, 1, 20)
      #expect(await outcome { _ = try await set(town, 1, 20) } == "rejected 400 unique")
      _ = try await set(town, 2, 10)
      #expect(try await town.readZaak().status == status.ref)
      #expect(
        await outcome { _ = try await town.change(status, ["statustoelichting": "x"]) }
          == "rejected 405 method_not_allowed")
      #expect(await outcome { try await town.remove(status) } == "rejected 405 method_not_allowed")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `the last statustype closes the zaak, and any other opens it again`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let last = town.sample.statustypen.count - 1
      #expect(await outcome { _ = try await set(town, last, 10) } == "rejected 400 resultaat-does-not-exist")
      _ = try await town.create(
        ResultaatFields.self,
        ["zaak": town.zaak.json, "resultaattype": town.json(town.sample.resultaattypen[0])])
      let end = try await set(town, last, 30)
      #expect(try await town.readZaak().einddatum?.json == .string(String(SampleServer.moment(30).text.prefix(10))))
      guard kind == .memory else {
        // The caseworkers' client may not open a closed zaak.
        #expect(await outcome { _ = try await set(town, 1, 20) } == "forbidden permission_denied")
        return
      }
      _ = try await set(town, 1, 20)
      let zaak = try await town.readZaak()
      #expect(zaak.einddatum == nil && zaak.status == end.ref)
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `documents have to be in order before a zaak is closed`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let last = town.sample.statustypen.count - 1
      _ = try await town.create(
        ResultaatFields.self,
        ["zaak": town.zaak.json, "resultaattype": town.json(town.sample.resultaattypen[0])])
      let document = try await town.create(
        EnkelvoudigInformatieObjectFields.self, town.document(["indicatieGebruiksrecht": nil]))
      _ = try await town.create(
        ZaakInformatieObjectFields.self, ["zaak": town.zaak.json, "informatieobject": document.ref.json])
      #expect(await outcome { _ = try await set(town, last, 10) } == "rejected 400 indicatiegebruiksrecht-unset")
      let lock = try await town.remote.lock(document.ref)
      #expect(await outcome { _ = try await set(town, last, 11) } == "rejected 400 informatieobject-locked")
      _ = try await town.change(document, ["indicatieGebruiksrecht": false, "lock": .string(lock)])
      try await town.remote.unlock(document.ref, lock: lock)
      #expect(await outcome { _ = try await set(town, last, 12) } == "goed")
    }
  }
}
