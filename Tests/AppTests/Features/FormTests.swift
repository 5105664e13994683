import App
import Model
import Rules
import Screen
import Testing

@Suite struct FormTests {
  // MARK: Status

  @Test func theNextStatusIsChosenBeforehand() {
    var app = World.zaak()
    app.type("s")
    #expect(
      app.type(.enter) == [
        .record(
          Operation(
            id: World.newID, zaak: World.zaakRef, made: World.now,
            change: .zetStatus(
              ZetStatus(
                statustype: Make.statustype(3), datumStatusGezet: World.now, toelichting: "",
                previous: Make.statustype(2)))))
      ])
  }

  @Test func theToelichtingGoesAlong() throws {
    var app = World.zaak()
    app.type("st")
    app.type("Binnen: q, S en ? zijn hier tekst.")
    let effects = app.type(.control("s"))
    guard case .record(let operation) = effects.first, case .zetStatus(let status) = operation.change else {
      Issue.record("no status was recorded: \(effects)")
      return
    }
    #expect(status.toelichting == "Binnen: q, S en ? zijn hier tekst.")
  }

  @Test func withoutTheRightNothingIsKeptAndTheTextStays() {
    var app = World.zaak()
    _ = app.update(.rights(World.reading))
    app.type("sj")
    #expect(app.type(.enter) == [])
    #expect(app.message == "Kan nu niet: geen recht.")
    app.type(.escape)
    app.type("e")
    app.type("!")
    #expect(app.type(.control("s")) == [])
    #expect(app.message == "Kan nu niet: het recht zaken.bijwerken ontbreekt.")
    _ = app.update(.rights(Rights(nil)))
    #expect(app.type(.control("s")).count == 1)
  }

  @Test func aStatusThatCannotBeSetSaysWhy() {
    var app = World.zaak()
    app.type("sG")
    #expect(app.type(.enter) == [])
    #expect(app.text.contains("Kan nu niet: er is nog geen resultaat gekozen"))
    #expect(app.text.contains("Kan nu niet: geen resultaat, 1 document vergrendeld"))
  }

  @Test func theFormClosesWhenTheOperationIsKept() {
    var app = World.zaak()
    app.type("s")
    guard case .record(let operation) = app.type(.enter).first else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(app.text.contains("Welke status"), "kept before shown")
    let effects = app.update(.recorded(operation))
    #expect(effects == [.loadRows(RowQuery(limit: 300), ticket: 3), .loadZaak(uuid: World.uuid(4102))])
    #expect(app.text.contains("▌Overzicht"))
    #expect(app.message == "Bewaard, wordt verstuurd bij de volgende sync.")
  }

  @Test func withoutACatalogueTheKeySaysSo() {
    var app = World.zaak(shown: World.shown(hasZaaktype: false))
    app.type("s")
    #expect(app.message == "Het zaaktype staat nog niet op deze computer; S haalt het op.")
  }

  @Test func aClosedZaakTakesNoStatus() {
    var app = World.zaak(shown: World.shown { $0.zaak.value.einddatum = World.day("2026-11-20") })
    app.type("s")
    #expect(app.message == "Kan nu niet: de zaak is afgesloten; heropenen vraagt een eigen recht.")
  }

  // MARK: Wijzigen

  private func editing() -> App {
    var app = World.zaak()
    app.type("e")
    app.type(" (spoed)")
    return app
  }

  private let edited = Operation(
    id: World.newID, zaak: World.zaakRef, made: World.now,
    change: .wijzigZaak([
      FieldChange(
        field: "omschrijving", old: "Woo-verzoek windmolens Oud-Velde", new: "Woo-verzoek windmolens Oud-Velde (spoed)")
    ]))

  @Test func onlyWhatChangedIsRecorded() {
    var app = editing()
    #expect(app.type(.control("s")) == [.record(edited)])
    #expect(app.type(.control("s")) == [], "once")
  }

  @Test func theOldValueIsTheServersOwn() {
    var app = World.zaak(shown: World.shown { $0.zaak.value.body["toelichting"] = .null })
    app.type("e")
    app.type(.tab)
    app.type("Nieuw")
    let change = FieldChange(field: "toelichting", old: .null, new: "Nieuw")
    #expect(
      app.type(.control("s")) == [
        .record(
          Operation(id: World.newID, zaak: World.zaakRef, made: World.now, change: .wijzigZaak([change])))
      ])
  }

  @Test func withoutChangeNothingIsRecorded() {
    var app = World.zaak()
    app.type("e")
    #expect(app.type(.control("s")) == [])
    #expect(app.message == "Er is niets gewijzigd.")
  }

  @Test func aFailureKeepsTheTextInTheForm() {
    var app = editing()
    app.type(.control("s"))
    _ = app.update(.recordFailed(edited, "De schijf is vol."))
    #expect(app.text.contains("Oud-Velde (spoed)"))
    #expect(app.message == "De schijf is vol.")
    #expect(app.type(.control("s")) == [.record(edited)], "and it can be tried again")
  }

  @Test func typedTextSurvivesEverything() {
    var app = editing()
    let events: [Event] = [
      .resized(Size(columns: 20, rows: 5)), .resized(World.large), .minute, .storeChanged(World.summary),
      .sync(.started), .sync(.progress(.list, done: 1, total: nil)), .sync(.failed(.unreachable, "Geen netwerk.")),
      .zaak(uuid: World.uuid(4102), World.shown { $0.zaak.value.omschrijving = "Anders" }), .failed("Iets."),
      .zaak(uuid: World.uuid(4102), nil), .zaak(uuid: World.uuid(4102), World.shown()), .withdrawn(id: "x"),
      .recorded(World.statusOperation(3)),
    ]
    for event in events {
      _ = app.update(event)
      if app.view().size.columns >= 80 { #expect(app.text.contains("Oud-Velde (spoed)"), "after \(event)") }
    }
    app.type(.escape, .escape, .down, .enter)
    app.type(.escape, .up, .enter)
    _ = app.update(.zaak(uuid: World.uuid(4102), World.shown()))
    #expect(app.text.contains("Er staat nog getypte tekst die niet bewaard is"))
    app.type("e")
    #expect(app.text.contains("Oud-Velde (spoed)"))
    #expect(app.type(.control("s")) == [.record(edited)], "with the value that was seen at first as the old one")
  }

  @Test func startingOverTakesWhatIsOnTheZaak() {
    var app = editing()
    app.type(.control("r"))
    #expect(!app.text.contains("(spoed)"))
    #expect(app.type(.control("s")) == [])
  }

  @Test func theLimitOfTheStandardHolds() {
    var app = World.zaak()
    app.type("e")
    app.type(.control("u"))
    app.type(String(repeating: "x", count: 97))
    #expect(app.text.contains("97/80"), "what is typed too much stays")
    #expect(app.type(.control("s")) == [])
    #expect(app.text.contains("ten hoogste 80"))
    for _ in 0..<17 { app.type(.backspace) }
    #expect(app.type(.control("s")).count == 1)
  }

  @Test func leavingWithUnsavedTextAsksOnce() {
    var app = editing()
    app.type(.escape, .escape)
    #expect(app.type("q") == [])
    #expect(app.text.contains("Druk nogmaals q"))
    app.type(.down)
    #expect(app.type("q") == [], "another key takes the question back")
    #expect(app.type("q") == [.quit])
  }

  // MARK: Intrekken

  @Test func uWithdrawsTheLastThatWasNotSentYet() {
    let pending = [
      PendingOperation(World.statusOperation(3)), PendingOperation(edited, attempts: 0),
      PendingOperation(World.statusOperation(4, id: "z"), state: .unknown, attempts: 1),
    ]
    var app = World.zaak(shown: World.shown(pending: pending))
    #expect(app.type("u") == [.withdraw(id: World.newID)])
    let effects = app.update(.withdrawn(id: World.newID))
    #expect(effects == [.loadRows(RowQuery(limit: 300), ticket: 3), .loadZaak(uuid: World.uuid(4102))])
    #expect(app.message == "Ingetrokken: wijziging van omschrijving.")
    _ = app.update(.zaak(uuid: World.uuid(4102), World.shown()))
    app.type("e")
    #expect(app.text.contains("Oud-Velde (spoed)"), "what was typed is offered again")
  }

  @Test func uSaysWhyNothingCanBeWithdrawn() {
    var app = World.zaak()
    #expect(app.type("u") == [])
    #expect(app.message == "Er is geen wijziging die nog verstuurd moet worden.")
    let sent = PendingOperation(World.statusOperation(3), state: .unknown, attempts: 1)
    app = World.zaak(shown: World.shown(pending: [sent]))
    #expect(app.type("u") == [])
    #expect(app.message.hasPrefix("De wijziging is misschien al bij de server"))
  }
}
