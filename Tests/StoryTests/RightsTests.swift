import Foundation
import Model
import Sandbox
import Testing

/// What a client may do: known beforehand where the server tells, found out by the sync where it does not.
@Suite("Rights", .serialized)
struct RightsTests {
  private func reader() async throws -> CommandLineDesk {
    try await CommandLineDesk(zaaktypen: ["WOO"], client: "raadpleger")
  }

  private func number(_ desk: CommandLineDesk) async throws -> String {
    try #require(try await desk.run("lijst", "--json").json.array?.first?["identificatie"]?.string)
  }

  @Test("A client that may only read is told so before any network, and keeps nothing that would be refused")
  func readsOnly() async throws {
    let desk = try await reader()
    #expect(try await desk.run("sync").code == 0)
    let zaak = try await number(desk)
    await desk.sandbox.stop()
    let wijzig = try await desk.run("wijzig", zaak, "--omschrijving", "Nieuw onderwerp")
    #expect(wijzig.code == 77)
    #expect(wijzig.errors.contains("zaken.bijwerken") && wijzig.errors.contains("zaak sync"))
    let english = try await desk.run("wijzig", zaak, "--omschrijving", "Nieuw onderwerp", "--taal", "en")
    #expect(english.errors.contains("Ask your administrator for the right zaken.bijwerken"))
    #expect(try await desk.run("wijs-toe", zaak, "ik").code == 77)
    let nieuw = try await desk.run("nieuw", "--zaaktype", "WOO", "--catalogus", "Veldmeer", "--omschrijving", "Verzoek")
    #expect(nieuw.code == 77)
    #expect(nieuw.errors.contains("zaken.aanmaken"))
    #expect(try await desk.run("wachtrij", "--json").json == [])
    let rows = try await desk.run("toon", zaak, "--json").json
    #expect(rows["zaak"]?["omschrijving"] != "Nieuw onderwerp")
    await desk.end()
  }

  @Test("zaak status names the right too, and --toch leaves it to the server")
  func anyway() async throws {
    let desk = try await reader()
    #expect(try await desk.run("sync").code == 0)
    var refused = ""
    for row in try await desk.run("lijst", "--json").json.array ?? [] {
      let zaak = try #require(row["identificatie"]?.string)
      let outcome = try await desk.run("status", zaak, "2")
      guard outcome.code == 77 else { continue }
      refused = zaak
      #expect(outcome.errors.contains("zaken.statussen.toevoegen") || outcome.errors.contains("zaken.heropenen"))
      break
    }
    #expect(!refused.isEmpty)
    #expect(try await desk.run("status", refused, "2", "--toch").code == 0)
    #expect(try await desk.run("sync", "--json").json["afgewezen"]?.int == 1)
    await desk.end()
  }

  @Test("Where the server keeps the rights hidden, the sync tells by the server's 403; once told they hold beforehand")
  func hidden() async throws {
    let desk = try await reader()
    let hides = Fault(.status(403), times: 1000, method: "GET", path: "/applicaties")
    await desk.sandbox.inject(hides)
    #expect(try await desk.run("sync").code == 0)
    let zaak = try await number(desk)
    #expect(try await desk.run("wijzig", zaak, "--omschrijving", "Nieuw onderwerp").code == 0)
    #expect(try await desk.run("sync", "--json").json["afgewezen"]?.int == 1)
    let waiting = try #require(try await desk.run("wachtrij", "--json").json.array?.first)
    #expect(waiting["staat"] == "afgewezen")
    let id = try #require(waiting["id"]?.string)
    #expect(try await desk.run("wachtrij", "toon", id, "--json").json["status"]?.int == 403)
    await desk.sandbox.clearFaults()
    #expect(try await desk.run("sync").code == 0)
    #expect(try await desk.run("wijzig", zaak, "--toelichting", "Anders").code == 77)
    await desk.end()
  }

  @Test("A BSN that was typed in the place of a number is not repeated")
  func masked() async throws {
    let desk = try await CommandLineDesk()
    let commands = [
      ["toon", "111222333"], ["wijzig", "bsn:111222333", "--omschrijving", "x"],
      ["document", "haal", "111222333"],
    ]
    for arguments in commands {
      let outcome = try await desk.run(arguments)
      #expect(outcome.code == 65)
      #expect(outcome.errors.contains("•••••••••"), "\(arguments): \(outcome.errors)")
      #expect(!(outcome.errors + outcome.output).contains("111222333"))
    }
    await desk.end()
  }
}
