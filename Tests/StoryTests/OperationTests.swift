import Foundation
import Model
import Sandbox
import Testing

/// Every operation by its command: done without a network, sent by one sync, and then looked for on the server.
@Suite("Operations by command", .serialized)
struct OperationTests {
  /// One command, and what the server has after the sync.
  struct Step: Sendable {
    let arguments: [String]
    let holds: @Sendable (Server) -> Bool

    init(_ arguments: String..., holds: @escaping @Sendable (Server) -> Bool) {
      self.arguments = arguments
      self.holds = holds
    }
  }

  /// What the server has of one zaak.
  struct Server: Sendable {
    let zaak: JSONObject
    let parts: [String: [JSONObject]]
    subscript(_ kind: String) -> [JSONObject] { parts[kind] ?? [] }

    func has(_ kind: String, _ fields: JSONObject) -> Bool {
      self[kind].contains { row in fields.members.allSatisfy { row[$0.name] == $0.value } }
    }
  }

  private static let kinds = [
    "statussen", "resultaten", "rollen", "zaakeigenschappen", "zaakobjecten", "zaakinformatieobjecten",
  ]

  private static func server(_ desk: CommandLineDesk, _ number: String) async throws -> Server {
    let zaak = try #require(await desk.sandbox.all("zaken").first { $0["identificatie"] == .string(number) })
    let url = zaak["url"]
    var parts: [String: [JSONObject]] = [:]
    for kind in kinds { parts[kind] = await desk.sandbox.all(kind).filter { $0["zaak"] == url } }
    parts["besluiten"] = await desk.sandbox.all("besluiten").filter { $0["zaak"] == url }
    parts["zaaknotities"] = await desk.sandbox.all("zaaknotities").filter { $0["gerelateerdAan"] == url }
    let links = Set((parts["zaakinformatieobjecten"] ?? []).compactMap { $0["informatieobject"]?.string })
    let documents = await desk.sandbox.all("enkelvoudiginformatieobjecten")
    parts["documenten"] = documents.filter { links.contains($0["url"]?.string ?? "") }
    parts["gebruiksrechten"] = await desk.sandbox.all("gebruiksrechten")
      .filter { links.contains($0["informatieobject"]?.string ?? "") }
    parts["besluitinformatieobjecten"] = await desk.sandbox.all("besluitinformatieobjecten")
      .filter { links.contains($0["informatieobject"]?.string ?? "") }
    return Server(zaak: zaak, parts: parts)
  }

  /// Does the steps with the server away, syncs once, and looks for each of them.
  private func play(_ desk: CommandLineDesk, _ number: String, _ steps: [Step]) async throws {
    await desk.sandbox.stop()
    for step in steps {
      let outcome = try await desk.run(step.arguments)
      #expect(outcome.code == 0, "\(step.arguments): \(outcome.errors)")
    }
    try await desk.sandbox.restart()
    let sync = try await desk.run("sync", "--json").json
    #expect(sync["verstuurd"]?.int == steps.count, "\(sync)")
    let waiting = try await desk.run("wachtrij", "--json").json
    #expect(waiting == [], "\(waiting.text())")
    let server = try await OperationTests.server(desk, number)
    for step in steps {
      let holds = step.holds(server)
      #expect(holds, "\(step.arguments)")
    }
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 0)
  }

  /// - Parameter client: `superuser` may change closed zaken too
  private func desk(_ personality: String, client: String? = nil) async throws -> CommandLineDesk {
    var configuration = SandboxConfiguration(personality: try #require(Personality.named(personality)))
    configuration.partSize = 65_536
    let desk = try await CommandLineDesk(configuration, zaaktypen: ["OMGEVING"], client: client)
    #expect(try await desk.run("sync").code == 0)
    return desk
  }

  /// A zaak that was made here and is on the server.
  private func zaak(_ desk: CommandLineDesk, _ more: String...) async throws -> String {
    let made = try await desk.run(
      ["nieuw", "--zaaktype", "OMGEVING", "--catalogus", "Veldmeer", "--omschrijving", "Dakkapel"] + more)
    #expect(made.code == 0, "\(made.errors)")
    #expect(try await desk.run("sync").code == 0)
    return made.output.trimmingCharacters(in: .newlines)
  }

  @Test("A zaak with everything in one command", arguments: Personality.all.map(\.name))
  func nieuw(_ personality: String) async throws {
    let desk = try await desk(personality)
    await desk.sandbox.stop()
    let main = try await desk.run(
      "nieuw", "--zaaktype", "OMGEVING", "--catalogus", "Veldmeer", "--omschrijving", "Hoofdzaak", "--json"
    ).json
    let reserves = personality != "zgw-1.0"
    let mainNumber = try #require(main["identificatie"]?.string)
    #expect(main["definitief"] == .bool(reserves))
    #expect(mainNumber.hasPrefix(reserves ? "ZAAK-" : "ZL-"))
    let made = try await desk.run(
      "nieuw", "--zaaktype", "Omgevingsvergunning", "--catalogus", "Gemeente Veldmeer", "--omschrijving", "Dakkapel",
      "--toelichting", "Op zolder", "--startdatum", "2026-11-02", "--initiator", "bsn:999990019", "--initiator",
      "naam:J. de Wit", "--behandelaar", "ik", "--eigenschap", "activiteit=bouwen", "--eigenschap",
      "bouwkosten=18500", "--kenmerk", "Formulieren=FORM-1", "--hoofdzaak", mainNumber, "--betalingsindicatie",
      "nog_niet")
    #expect(made.code == 0, "\(made.errors)")
    let number = made.output.trimmingCharacters(in: .newlines)
    #expect(try await desk.run("toon", number, "--json").json["rollen"]?.array?.count == 2)
    try await desk.sandbox.restart()
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 2)
    let server = try await OperationTests.server(desk, number)
    let above = try await OperationTests.server(desk, mainNumber)
    #expect(server.zaak["hoofdzaak"] == above.zaak["url"])
    #expect(server.zaak["toelichting"] == "Op zolder" && server.zaak["betalingsindicatie"] == "nog_niet")
    #expect(server.zaak["kenmerken"] == [["kenmerk": "FORM-1", "bron": "Formulieren"]])
    #expect(server.zaak["uiterlijkeEinddatumAfdoening"] == "2026-12-28")
    #expect(server["statussen"].count == 1 && server["rollen"].count == 2)
    #expect(server["rollen"].contains { $0["betrokkeneIdentificatie"]?["inpBsn"] == "999990019" })
    #expect(server["rollen"].contains { $0["betrokkeneIdentificatie"]?["achternaam"] == "Breugel" })
    #expect(Set(server["zaakeigenschappen"].compactMap { $0["waarde"]?.string }) == ["bouwen", "18500"])
    await desk.end()
  }

  @Test("Fields, statussen, eigenschappen, objects and relations", arguments: Personality.all.map(\.name))
  func fields(_ personality: String) async throws {
    let desk = try await desk(personality)
    let zaak = try await zaak(desk, "--eigenschap", "activiteit=bouwen")
    let other = try await self.zaak(desk)
    let otherURL = try await OperationTests.server(desk, other).zaak["url"] ?? .null
    try await play(
      desk, zaak,
      [
        Step(
          "wijzig", zaak, "--omschrijving", "Dakkapel achter", "--vertrouwelijkheidaanduiding", "geheim", "--kenmerk",
          "Post=P-1", "--uiterlijkeEinddatumAfdoening", "2027-03-01", "--archiefnominatie", "vernietigen"
        ) {
          $0.zaak["omschrijving"] == "Dakkapel achter" && $0.zaak["vertrouwelijkheidaanduiding"] == "geheim"
            && $0.zaak["kenmerken"] == [["kenmerk": "P-1", "bron": "Post"]]
            && $0.zaak["uiterlijkeEinddatumAfdoening"] == "2027-03-01"
            && $0.zaak["archiefnominatie"] == "vernietigen"
        },
        Step("status", zaak, "2", "--toelichting", "Alles is er") {
          $0["statussen"].count == 2 && $0.has("statussen", ["statustoelichting": "Alles is er"])
        },
        Step("eigenschap", zaak, "activiteit", "kappen") {
          $0.has("zaakeigenschappen", ["naam": "activiteit", "waarde": "kappen"])
        },
        Step("property", zaak, "kosten", "18500") { $0.has("zaakeigenschappen", ["waarde": "18500"]) },
        Step(
          "object", "voeg-toe", zaak, "--soort", "adres", "--identificatie", "0518200000366054", "--woonplaats",
          "Veldmeer", "--straat", "Kerkstraat", "--huisnummer", "12", "--relatie", "Locatie"
        ) { $0.has("zaakobjecten", ["objectType": "adres", "relatieomschrijving": "Locatie"]) },
        Step("object", "add", zaak, "--soort", "pand", "--identificatie", "0518100000366054") {
          $0.has("zaakobjecten", ["objectType": "pand"])
        },
        Step("object", "voeg-toe", zaak, "--soort", "overige", "--overig", "boom", "--gegeven", "nummer=12") {
          $0.has("zaakobjecten", ["objectTypeOverige": "boom"])
        },
        Step("relatie", zaak, other, "--aard", "vervolg") {
          $0.zaak["relevanteAndereZaken"]?.array?.map { $0["url"] } == [otherURL]
        },
        Step("relatie", zaak, other, "--hoofdzaak") { $0.zaak["hoofdzaak"] == otherURL },
      ])
    try await play(
      desk, zaak,
      [
        Step("eigenschap", zaak, "activiteit", "--verwijder", "--reden", "fout") {
          $0["zaakeigenschappen"].count == 1
        },
        Step("object", "verwijder", zaak, "boom", "--reden", "fout") { $0["zaakobjecten"].count == 2 },
        Step("relation", zaak, "--geen-hoofdzaak") { $0.zaak["hoofdzaak"]?.isNull == true },
        Step("relatie", zaak, other, "--verwijder") { $0.zaak["relevanteAndereZaken"] == [] },
        Step("wijzig", zaak, "--zonder-kenmerk", "Post=P-1") { $0.zaak["kenmerken"] == [] },
      ])
    await desk.end()
  }

  @Test("Rollen of all kinds, assigning and releasing", arguments: Personality.all.map(\.name))
  func rollen(_ personality: String) async throws {
    let desk = try await desk(personality)
    let zaak = try await zaak(desk, "--behandelaar", "ik")
    func who(_ server: Server, _ name: String, _ value: String) -> Bool {
      server["rollen"].contains { $0["betrokkeneIdentificatie"]?[name] == .string(value) }
    }
    func add(_ parts: String...) -> [String] {
      ["rol", "voeg-toe", zaak, "belanghebbende"] + parts.flatMap { ["--betrokkene", $0] }
    }
    let steps: [([String], String, String)] = [
      (add("bsn:999990019", "naam:J. de Wit"), "inpBsn", "999990019"),
      (add("rsin:111222333", "organisatie:Stichting Veld"), "innNnpId", "111222333"),
      (add("vestiging:000012345678", "naam:Bakkerij"), "vestigingsNummer", "000012345678"),
      (add("eenheid:TEAM-1", "naam:Team Bouwen"), "naam", "Team Bouwen"),
      (add("medewerker:mw077", "naam:K. Vos"), "achternaam", "Vos"),
    ]
    await desk.sandbox.stop()
    for (arguments, _, _) in steps { #expect(try await desk.run(arguments).code == 0) }
    #expect(try await desk.run("wijs-toe", zaak, "mw099", "--naam", "A. Mol").code == 0)
    try await desk.sandbox.restart()
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == steps.count + 1)
    let server = try await OperationTests.server(desk, zaak)
    for (_, name, value) in steps { #expect(who(server, name, value), "\(name)") }
    #expect(who(server, "identificatie", "mw099") && !who(server, "identificatie", "mw028"))
    try await play(
      desk, zaak,
      [
        Step("rol", "vervang", zaak, "Vos", "--betrokkene", "medewerker:mw077", "--betrokkene", "naam:K. de Vos") {
          $0["rollen"].contains { $0["betrokkeneIdentificatie"]?["voorvoegselAchternaam"] == "de" }
        },
        // Six there were: the five, and the one who had it; then this one went, and the one who had it.
        Step("rol", "verwijder", zaak, "Bakkerij", "--reden", "fout") { $0["rollen"].count == 4 },
        Step("geef-vrij", zaak) { server in
          !server["rollen"].contains { $0["omschrijvingGeneriek"] == "behandelaar" }
        },
      ])
    await desk.end()
  }

  @Test("Suspended, resumed, extended; a resultaat, closed and reopened", arguments: Personality.all.map(\.name))
  func terms(_ personality: String) async throws {
    let desk = try await desk(personality, client: "superuser")
    let zaak = try await zaak(desk, "--startdatum", "2026-11-02", "--uiterlijkeEinddatumAfdoening", "2026-12-28")
    let notities = personality != "zgw-1.0"
    try await play(
      desk, zaak,
      [
        Step("opschort", zaak, "--reden", "Wachten op gegevens", "--sinds", "2026-11-10") { server in
          notities == server["zaaknotities"].contains { $0["tekst"]?.string?.contains("2026-11-10") == true }
        },
        Step("hervat", zaak, "--reden", "Alles is er", "--op", "2026-11-20") {
          $0.zaak["opschorting"]?["indicatie"] == false
        },
        Step("verleng", zaak, "P2W", "--reden", "Complex") {
          $0.zaak["verlenging"]?["reden"] == "Complex"
            && $0.zaak["uiterlijkeEinddatumAfdoening"] == .string("2027-01-20")
        },
        Step("resultaat", zaak, "geweigerd", "--toelichting", "Te hoog") {
          $0["resultaten"].count == 1
        },
        Step("sluit", zaak, "verleend") { $0["resultaten"].count == 1 && $0.has("resultaten", ["toelichting": ""]) },
      ])
    #expect(try await OperationTests.server(desk, zaak).zaak["einddatum"]?.isNull == false)
    #expect(try await desk.run("wijzig", zaak, "--toelichting", "x").code == 65)
    #expect(try await desk.run("heropen", zaak, "in advies").code == 65)
    try await play(
      desk, zaak,
      [
        Step("heropen", zaak, "in advies", "--reden", "Bezwaar") { $0.zaak["einddatum"]?.isNull == true },
        Step("wijzig", zaak, "--toelichting", "Heropend") { $0.zaak["toelichting"] == "Heropend" },
      ])
    await desk.end()
  }

  @Test("Documents up and down, in versions, and gone", arguments: Personality.all.map(\.name))
  func documents(_ personality: String) async throws {
    let desk = try await desk(personality)
    let zaak = try await zaak(desk)
    let (big, small) = (desk.home + "/tekening.pdf", desk.home + "/brief.txt")
    try Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }).write(to: URL(fileURLWithPath: big))
    try Data("Beste lezer".utf8).write(to: URL(fileURLWithPath: small))
    await desk.sandbox.stop()
    let one = try await desk.run("document", "voeg-toe", zaak, big, "--type", "tekening", "--titel", "Tekening").output
      .trimmingCharacters(in: .newlines)
    let two = try await desk.run("document", "voeg-toe", zaak, small, "--type", "brief inkomend", "--json").json
    let letter = try #require(two["identificatie"]?.string)
    #expect(try await desk.run("document", "versie", one, small).code == 0)
    #expect(try await desk.run("document", "gebruiksrecht", letter, "--geen").code == 0)
    #expect(try await desk.run("document", "wijzig", letter, "--titel", "Brief", "--status", "definitief").code == 0)
    // The content is here, so it can be had without the server.
    #expect(try await desk.run("document", "haal", letter, "-o", desk.home + "/terug.txt").code == 0)
    #expect(try String(contentsOfFile: desk.home + "/terug.txt", encoding: .utf8) == "Beste lezer")
    try await desk.sandbox.restart()
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 5)
    let server = try await OperationTests.server(desk, zaak)
    #expect(server["documenten"].count == 2)
    #expect(
      server.has(
        "documenten",
        [
          "identificatie": .string(letter), "titel": "Brief", "status": "definitief", "indicatieGebruiksrecht": false,
        ]))
    #expect(server.has("documenten", ["identificatie": .string(one), "bestandsnaam": "brief.txt", "versie": 2]))
    let first = desk.home + "/eerste.pdf"
    #expect(try await desk.run("document", "haal", one, "--versie", "1", "-o", first).code == 0)
    #expect(FileManager.default.contentsEqual(atPath: first, andPath: big))
    let again = try await desk.run("document", "haal", one, "-o", first)
    #expect(again.code == 65 && again.errors.contains("--over"))
    #expect(try await desk.run("document", "get", one, "-o", first, "--over").code == 0)
    #expect(FileManager.default.contentsEqual(atPath: first, andPath: small))
    let besluit = try await desk.run(
      "document", "voeg-toe", zaak, small, "--type", "besluit", "--zonder-gebruiksrecht"
    ).output.trimmingCharacters(in: .newlines)
    let made = try await desk.run(
      "besluit", "voeg-toe", zaak, "omgevingsvergunning", "--document", besluit, "--toelichting", "Verleend")
    #expect(made.code == 0, "\(made.errors)")
    let number = made.output.trimmingCharacters(in: .newlines)
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 2)
    try await play(
      desk, zaak,
      [
        Step("besluit", "wijzig", zaak, number, "--bestuursorgaan", "College") {
          $0.has("besluiten", ["identificatie": .string(number), "bestuursorgaan": "College"])
            && $0["besluitinformatieobjecten"].count == 1
        },
        Step("besluit", "trek-in", zaak, number, "--reden", "Fout") {
          $0.has("besluiten", ["vervalreden": "ingetrokken_overheid"])
        },
        Step("document", "gebruiksrecht", one, "--voorwaarden", "Alleen intern") {
          $0.has("gebruiksrechten", ["omschrijvingVoorwaarden": "Alleen intern"])
        },
        Step("document", "ontkoppel", one, "--reden", "Verkeerde zaak") {
          !$0.has("documenten", ["identificatie": .string(one)])
        },
        Step("document", "verwijder", letter, "--reden", "Dubbel") { $0["documenten"].count == 1 },
      ].filter { !$0.arguments.contains("gebruiksrecht") })
    let left = await desk.sandbox.all("enkelvoudiginformatieobjecten").compactMap { $0["identificatie"]?.string }
    #expect(left.contains(one) && !left.contains(letter))
    await desk.end()
  }

  @Test("Notities where the server has them; where not, that is said beforehand")
  func notities() async throws {
    let desk = try await desk("openzaak-1.30")
    let zaak = try await zaak(desk)
    let made = try await desk.run("notitie", zaak, "--onderwerp", "gebeld", "--tekst", "Belt terug", "--json").json
    #expect(Ref.uuid(made["uuid"]?.string ?? "") != nil)
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 1)
    try await play(
      desk, zaak,
      [
        Step("notitie", "wijzig", zaak, "gebeld", "--tekst", "Heeft gebeld", "--status", "definitief") { _ in true },
        Step("note", zaak, "--onderwerp", "mail", "--tekst", "Gemaild") {
          $0.has("zaaknotities", ["onderwerp": "gebeld", "tekst": "Heeft gebeld", "status": "definitief"])
            && $0.has("zaaknotities", ["onderwerp": "mail", "aangemaaktDoor": "C. Breugel"])
        },
      ])
    try await play(
      desk, zaak,
      [Step("notitie", "verwijder", zaak, "mail", "--reden", "fout") { $0["zaaknotities"].count == 1 }])
    #expect(try await desk.run("toon", zaak, "--json").json["notities"]?.array?.count == 1)
    await desk.end()
    let old = try await self.desk("zgw-1.0")
    let there = try await self.zaak(old)
    let refused = try await old.run("notitie", there, "--onderwerp", "gebeld", "--tekst", "Belt terug")
    #expect(refused.code == 65 && refused.errors.contains("geen notities"))
    await old.end()
  }

  @Test("A conflict is resolved field by field; an operation is shown whole, and withdrawn")
  func conflict() async throws {
    let desk = try await desk("openzaak-1.30")
    let zaak = try await zaak(desk)
    let url = try #require(try await OperationTests.server(desk, zaak).zaak["url"]?.string)
    #expect(
      try await desk.run(
        "wijzig", zaak, "--omschrijving", "Van mij", "--toelichting", "Van mij", "--publicatiedatum", "2026-12-01"
      ).code == 0)
    try await desk.sandbox.edit(
      .patch, url, ["omschrijving": "Van hen", "toelichting": "Van hen", "publicatiedatum": "2026-12-02"])
    #expect(try await desk.run("sync", "--json").json["conflicten"]?.int == 1)
    let id = try #require(try await desk.run("wachtrij", "--json").json.array?.first?["id"]?.string)
    let whole = try await desk.run("wachtrij", "toon", id, "--json").json
    #expect(whole["velden"]?.array?.count == 3 && whole["wijzigingen"]?.array?.count == 3)
    #expect(try await desk.run("wachtrij", "toon", id).output.contains("Van hen"))
    #expect(try await desk.run("wachtrij", "los-op", id, "--kies", "omschrijving=mijn").code == 65)
    #expect(
      try await desk.run(
        "wachtrij", "los-op", id, "--kies", "hunne", "--kies", "toelichting=Van ons", "--kies", "omschrijving=mijn"
      ).code == 0)
    #expect(try await desk.run("sync", "--json").json["verstuurd"]?.int == 1)
    let server = try await OperationTests.server(desk, zaak)
    #expect(server.zaak["omschrijving"] == "Van mij" && server.zaak["toelichting"] == "Van ons")
    #expect(server.zaak["publicatiedatum"] == "2026-12-02")
    #expect(try await desk.run("geef-vrij", zaak).code == 65)
    #expect(try await desk.run("wijs-toe", zaak, "ik").code == 0)
    let next = try #require(try await desk.run("wachtrij", "--json").json.array?.first?["id"]?.string)
    #expect(try await desk.run("queue", "withdraw", next).code == 0)
    let waiting = try await desk.run("wachtrij", "--json").json
    #expect(waiting == [], "\(waiting.text())")
    await desk.end()
  }

  @Test("What cannot be is said beforehand in one sentence, and no BSN is in it")
  func refusals() async throws {
    let desk = try await desk("openzaak-1.30")
    let zaak = try await zaak(desk)
    let cases: [([String], Int32, String)] = [
      (["nieuw", "--zaaktype", "OMGEVING", "--omschrijving", "x"], 65, "Gemeente Duinbergen"),
      (["nieuw", "--zaaktype", "OMGEVING", "--catalogus", "Veldmeer"], 64, "--omschrijving"),
      (["wijzig", zaak, "--startdatum", "morgen"], 65, "2026-11-22"),
      (["wijzig", zaak], 64, "--omschrijving"),
      (["rol", "voeg-toe", zaak, "aanvrager", "--betrokkene", "bsn:123456789"], 65, "11-proef"),
      (["rol", "verwijder", zaak, "999990019", "--reden", "x"], 65, "rol"),
      (["eigenschap", zaak, "bouwkosten", "veel"], 65, "getal"),
      (["verleng", zaak, "P1Y", "--reden", "x"], 65, "P42D"),
      (["hervat", zaak, "--reden", "x"], 65, "niet opgeschort"),
      (["status", zaak, "bestaat niet"], 65, "Ontvankelijk"),
      (["sluit", zaak, "misschien"], 65, "Verleend"),
      (["document", "voeg-toe", zaak, desk.home + "/weg.txt", "--type", "tekening"], 65, "niet te lezen"),
      (["document", "voeg-toe", zaak, desk.home, "--type", "tekening"], 65, "geen bestand"),
      (["document", "haal", "DOC-2026-BESTAATNIET"], 65, "--zaak"),
      (["notitie", "verwijder", zaak, "x", "--reden", "y"], 65, "notitie"),
      (["wachtrij", "los-op", "00000000", "--kies", "mijn"], 65, "wachtrij"),
    ]
    for (arguments, code, words) in cases {
      let outcome = try await desk.run(arguments)
      #expect(outcome.code == code && outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.contains("123456789") && !outcome.errors.contains("999990019"))
    }
    let waiting = try await desk.run("wachtrij", "--json").json
    #expect(waiting == [], "\(waiting.text())")
    await desk.end()
  }
}
