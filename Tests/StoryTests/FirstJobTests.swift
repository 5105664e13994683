import Foundation
import Model
import Rules
import Sandbox
import Screen
import Store
import Testing

/// The first whole job: open, look, find, set a status without a network, get the network back, sync.
@Suite("The first job of a caseworker")
struct FirstJobTests {
  @Test("An empty store says what to do, and S brings the werkvoorraad")
  func firstSync() async throws {
    let desk = try await Workplace()
    try desk.start()
    await desk.settle()
    #expect(desk.screen.contains("S"))
    await desk.type("S")
    #expect(desk.screen.contains("120"))
    #expect(try desk.store.knownDossiers().count == 120)
    await desk.type("q")
    #expect(await desk.leave() == 0)
    await desk.sandbox.stop()
  }

  @Test("A status set without a network arrives after it is back, once, and a second sync sends nothing")
  func statusOffline() async throws {
    let desk = try await Workplace()
    try desk.start()
    await desk.type("S")
    let zaak = try await desk.openZaakWithNextStatus()
    let before = await desk.sandbox.all("statussen").count

    await desk.sandbox.stop()
    await desk.type("s")
    await desk.type(.enter)
    #expect(desk.screen.contains("1 wachtend"))
    #expect(desk.store.queue.pending.count == 1)
    await desk.type("S")
    #expect(desk.screen.contains("onbereikbaar"))
    #expect(desk.store.queue.pending.map(\.state) == [.waiting])

    try await desk.sandbox.restart()
    desk.clock.pass(seconds: 60)
    await desk.type("S")
    #expect(desk.store.queue.pending.isEmpty)
    let statussen = await desk.sandbox.all("statussen").filter { $0["zaak"]?.string == zaak.zaak.ref.url }
    #expect(await desk.sandbox.all("statussen").count == before + 1)
    #expect(statussen.count == zaak.statussen.count + 1)

    await desk.sandbox.forgetRequests()
    await desk.type("S")
    #expect(await desk.sandbox.requests().allSatisfy { $0.method == "GET" })
    #expect(await !desk.sandbox.requests().isEmpty)
    await desk.type("qq")
    #expect(await desk.leave() == 0)
    await desk.sandbox.stop()
  }

  @Test("Omschrijving and toelichting are changed by keys, survive a killed client, and reach the server")
  func editAndKill() async throws {
    let desk = try await Workplace()
    try desk.start()
    await desk.type("S")
    let zaak = try await desk.openZaakWithNextStatus()
    await desk.type("e")
    await desk.type(.control("u"))
    await desk.type("Nieuw onderwerp")
    await desk.type(.control("s"))
    #expect(desk.store.queue.pending.count == 1)
    #expect(desk.screen.contains("Nieuw onderwerp"))

    // Killed: nothing is closed in an orderly way, and the next client finds it all.
    try desk.start()
    await desk.settle()
    #expect(desk.store.queue.pending.count == 1)
    #expect(desk.screen.contains("1 wachtend"))
    await desk.type("S")
    let server = await desk.sandbox.all("zaken").first { $0["url"]?.string == zaak.zaak.ref.url }
    #expect(server?["omschrijving"] == "Nieuw onderwerp")
    #expect(desk.store.queue.pending.isEmpty)
    await desk.sandbox.stop()
  }

  @Test("What a colleague changed too is a conflict that stays visible, and u takes one's own change back")
  func conflict() async throws {
    let desk = try await Workplace()
    try desk.start()
    await desk.type("S")
    let zaak = try await desk.openZaakWithNextStatus()
    await desk.type("e")
    await desk.type(.control("u"))
    await desk.type("Van mij")
    await desk.type(.control("s"))
    try await desk.sandbox.overwrite(zaak.zaak.ref.url, ["omschrijving": "Van een collega"])
    await desk.type("S")
    #expect(desk.store.queue.pending.map(\.state.word) == ["conflict"])
    #expect(desk.screen.contains("!"))
    await desk.type("u")
    #expect(desk.store.queue.pending.isEmpty)
    #expect(desk.screen.contains("Van een collega"))
    await desk.sandbox.stop()
  }

  @Test("A status set by keys typed ahead of leaving is kept")
  func typedAhead() async throws {
    let desk = try await Workplace()
    try desk.start()
    await desk.type("S")
    _ = try await desk.openZaakWithNextStatus()
    await desk.type("s")
    desk.terminal.type(.enter, .escape, .character("q"), .character("q"))
    #expect(await desk.leave() == 0)
    #expect(desk.store.queue.pending.count == 1)
    await desk.sandbox.stop()
  }

  @Test("Filtering while typing, tabs, help, resizing and leaving by a signal")
  func lookAround() async throws {
    let desk = try await Workplace()
    try desk.start(rows: 24, columns: 80)
    await desk.type("S")
    await desk.type("/")
    await desk.type("woo")
    #expect(desk.screen.contains("van 120"))
    await desk.type(.enter)
    await desk.type(.enter)
    for tab in ["Statussen", "Documenten", "Betrokkenen", "Besluiten", "Tijdlijn"] {
      await desk.type(.tab)
      #expect(desk.screen.contains(tab))
    }
    await desk.type("?")
    #expect(desk.screen.contains("Hulp"))
    desk.terminal.resize(to: Size(columns: 40, rows: 8))
    await desk.settle()
    #expect(desk.screen.contains("80"))
    desk.terminal.resize(to: Size(columns: 100, rows: 30))
    await desk.type(.escape)
    #expect(desk.screen.contains("Overzicht"))
    desk.terminal.terminate(signal: SIGTERM)
    #expect(await desk.leave() == 128 + SIGTERM)
    await desk.sandbox.stop()
  }
}

extension Workplace {
  /// Opens the first zaak of the werkvoorraad that is open and has a statustype after its current one that can be set.
  func openZaakWithNextStatus() async throws -> Dossier {
    for (index, row) in try store.rows(RowQuery(limit: 100)).rows.enumerated() {
      guard row.isOpen, let shown = try store.shown(row.uuid), let zaaktype = shown.zaaktype else { continue }
      let choices = shown.dossier.statusChoices(zaaktype)
      let current = choices.firstIndex { $0.obstacles.contains(.isCurrent) }
      guard let current, current + 1 < choices.count, choices[current + 1].isPossible else { continue }
      for _ in 0..<index { await type("j") }
      await type(.enter)
      return shown.dossier
    }
    throw NothingToDo()
  }
}

struct NothingToDo: Error {}
