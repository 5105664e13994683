import Foundation
import Model
import Sandbox
import Store
import Testing

@Suite("Choosing the werkset, and reading a zaak anew")
struct WerksetTests {
  @Test("What a colleague changed out of sight of the list is on the screen soon after the zaak is opened, unasked")
  func openingRefreshes() async throws {
    let desk = try await Workplace()
    try desk.start()
    await desk.type("S")
    let row = try #require(try desk.store.rows(RowQuery(limit: 1)).rows.first)
    let zaak = try #require(try desk.store.dossier(row.uuid)).ref.url
    let eigenschap = await desk.sandbox.all("zaakeigenschappen").first { $0["zaak"]?.string == zaak }
    let url = try #require(eigenschap?["url"]?.string)
    try await desk.sandbox.overwrite(url, ["waarde": "Vers gelezen"])
    await desk.type(.enter)
    #expect(desk.screen.contains("Vers gelezen"))

    // Not again within a minute, and silent without a network.
    await desk.type("q")
    await desk.sandbox.forgetRequests()
    await desk.type(.enter)
    #expect(await desk.sandbox.requests().isEmpty)
    await desk.type("q")
    desk.clock.pass(seconds: 61)
    await desk.sandbox.stop()
    await desk.type(.enter)
    #expect(desk.screen.contains("Vers gelezen"))
    #expect(!desk.screen.contains("onbereikbaar"))
    await desk.type("qq")
    #expect(await desk.leave() == 0)
  }

  @Test("zaak werkset zet chooses what is here after the next sync, and toon says what was chosen")
  func werkset() async throws {
    let desk = try await CommandLineDesk()
    #expect(try await desk.run("werkset", "zet").code == 64)
    #expect(try await desk.run("werkset", "zet", "--alles", "--open").code == 64)
    #expect(try await desk.run("werkset", "zet", "--gestart-vanaf", "gisteren").code == 64)
    #expect(try await desk.run("sync", "--json").json["opgehaald"]?.int == 120)
    #expect(try await desk.run("werkset", "zet", "--open", "--behandelaar", "mw028", "--team", "T1").code == 0)
    let chosen = try await desk.run("werkset", "toon", "--json").json
    #expect(chosen["behandelaar"] == "mw028")
    #expect(chosen["teams"] == ["T1"])
    #expect(chosen["open"] == true)
    #expect(try await desk.run("profiel", "toon", "proef", "--json").json["werkset"] == chosen)
    #expect(try await desk.run("sync").code == 0)
    let mine = Set(
      await desk.sandbox.all("rollen").filter {
        $0["omschrijvingGeneriek"] == "behandelaar" && $0["betrokkeneIdentificatie"]?["identificatie"] == "mw028"
      }.compactMap { $0["zaak"]?.string })
    let open = await desk.sandbox.all("zaken").filter { ($0["einddatum"] ?? .null).isNull }
    let expected = Set(open.compactMap { $0["url"]?.string }).intersection(mine).compactMap { Ref($0).uuid }
    let rows = try await desk.run("lijst", "--json").json.array ?? []
    #expect(Set(rows.compactMap { $0["uuid"]?.string }) == Set(expected))
    #expect(!expected.isEmpty)
    #expect(try await desk.run("werkset", "zet", "--alles").code == 0)
    #expect(try await desk.run("sync").code == 0)
    #expect(try await desk.run("lijst", "--json").json.array?.count == 120)
    await desk.end()
  }

  @Test("zaak toon --ververs reads the zaak first, and shows what is here where the server cannot be reached")
  func refresh() async throws {
    let desk = try await CommandLineDesk()
    _ = try await desk.run("sync")
    let row = try #require(try await desk.run("lijst", "--json").json.array?.first)
    let uuid = try #require(row["uuid"]?.string)
    let zaak = try #require(await desk.sandbox.all("zaken").first { $0["uuid"]?.string == uuid }?["url"]?.string)
    try await desk.sandbox.overwrite(zaak, ["omschrijving": "Vers gelezen"])
    #expect(try await desk.run("toon", uuid, "--json").json["zaak"]?["omschrijving"] != "Vers gelezen")
    #expect(try await desk.run("toon", uuid, "--ververs", "--json").json["zaak"]?["omschrijving"] == "Vers gelezen")
    await desk.sandbox.stop()
    let offline = try await desk.run("toon", uuid, "--ververs", "--json")
    #expect(offline.code == 69)
    #expect(offline.json["zaak"]?["omschrijving"] == "Vers gelezen")
    #expect(!offline.errors.isEmpty)
    await desk.end()
  }

  @Test("A sync in one direction leaves the other alone; a complete one reads every zaak again")
  func directions() async throws {
    let desk = try await CommandLineDesk()
    #expect(try await desk.run("sync", "--alleen-ophalen", "--alleen-versturen").code == 64)
    #expect(try await desk.run("sync", "--volledig", "--alleen-versturen").code == 64)
    let empty = try await desk.run("sync", "--alleen-versturen", "--json")
    #expect(empty.json["opgehaald"]?.int == 0)
    _ = try await desk.run("sync", "--alleen-ophalen")
    let rows = try await desk.run("lijst", "--json").json.array ?? []
    #expect(rows.count == 120)
    let number = try #require(rows.first?["identificatie"]?.string)
    _ = try await desk.run("wijzig", number, "--toelichting", "Wacht nog")
    #expect(try await desk.run("sync", "--alleen-ophalen", "--json").json["verstuurd"]?.int == 0)
    #expect(try await desk.run("wachtrij", "--json").json.array?.count == 1)
    #expect(try await desk.run("sync", "--alleen-versturen", "--json").json["verstuurd"]?.int == 1)
    let complete = try await desk.run("sync", "--volledig", "--json").json
    // What we changed ourselves is read for that.
    #expect((complete["nagelezen"]?.int ?? 0) + (complete["opgehaald"]?.int ?? 0) == 120)
    #expect(complete["nagelezen"]?.int ?? 0 >= 119)
    await desk.end()
  }
}
