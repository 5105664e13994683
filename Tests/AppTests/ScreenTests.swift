import App
import Model
import Screen
import TestSupport
import Testing

/// Every screen in both sizes, as it has to look.
@Suite struct ScreenTests {
  private func expect(_ name: String, _ make: (Size) -> App) {
    for size in [World.small, World.large] {
      expectScreen(make(size).view(), name + "-\(size.columns)x\(size.rows)")
    }
  }

  @Test func werkvoorraad() {
    expect("werkvoorraad") { size in
      var app = World.werkvoorraad(size: size)
      app.type(.down)
      _ = app.update(.zaak(uuid: World.uuid(4102), World.shown()))
      return app
    }
  }

  @Test func werkvoorraadLong() {
    let rows = (1...1204).map { World.row($0, days: $0 / 4 - 2) }
    expect("werkvoorraad-lang") { size in
      var app = World.werkvoorraad(size: size, rows: rows, sync: [.failed(.unreachable, "Server onbereikbaar.")])
      app.answer(app.type(.pageDown, .pageDown), rows: rows)
      return app
    }
  }

  @Test func werkvoorraadNotReadYet() {
    let rows = (1...1204).map { World.row($0) }
    expect("werkvoorraad-onderweg") { size in
      var app = World.werkvoorraad(size: size, rows: rows)
      app.type("G")
      return app
    }
  }

  @Test func filter() {
    expect("werkvoorraad-filter") { size in
      var app = World.werkvoorraad(size: size)
      app.answer(app.type("/oud"), rows: World.rows)
      return app
    }
  }

  @Test func filterWithoutResult() {
    expect("werkvoorraad-filter-leeg") { size in
      var app = World.werkvoorraad(size: size)
      app.answer(app.type("/xyz"), rows: World.rows)
      app.type(.enter)
      return app
    }
  }

  @Test func firstRun() {
    expect("werkvoorraad-eerste-keer") {
      World.werkvoorraad(size: $0, rows: [], summary: StoreSummary(), sync: [])
    }
  }

  @Test func firstSync() {
    expect("werkvoorraad-eerste-sync") { size in
      var app = World.werkvoorraad(size: size, rows: [], summary: StoreSummary(), sync: [])
      app.type("S")
      _ = app.update(.sync(.started))
      _ = app.update(.sync(.progress(.sending, done: 0, total: 0)))
      _ = app.update(.sync(.progress(.list, done: 340, total: 1204)))
      return app
    }
  }

  @Test func english() {
    expect("werkvoorraad-en") { World.werkvoorraad(.en, size: $0) }
    expect("zaak-overzicht-en") { World.zaak(.en, size: $0) }
  }

  @Test func leavingWithText() {
    expect("stoppen-met-tekst") { size in
      var app = World.zaak(size: size)
      app.type("e")
      app.type("x")
      app.type(.escape, .escape)
      app.type("q")
      return app
    }
  }

  @Test(arguments: ZaakTabName.allCases) func tab(_ tab: ZaakTabName) {
    let pending = [
      PendingOperation(World.statusOperation(3, toelichting: "Zienswijzen zijn binnen.")),
      PendingOperation(
        World.editOperation("omschrijving", "Woo-verzoek windmolens", "Woo-verzoek windmolens Oud-Velde")),
    ]
    expect(tab.rawValue) { size in
      var app = World.zaak(size: size, shown: World.shown(pending: pending))
      app.type(tab.key)
      return app
    }
  }

  @Test func overviewBelow() {
    expect("zaak-overzicht-onderaan") { size in
      var app = World.zaak(size: size)
      app.type("G")
      return app
    }
  }

  @Test func detailLarge() {
    expect("zaak-documenten-groot") { size in
      var app = World.zaak(size: size)
      app.type("3j")
      app.type(.enter)
      return app
    }
  }

  @Test func trouble() {
    let rejection = Rejection(
      status: 400, code: "resultaat-does-not-exist", detail: "Zet het resultaat van de zaak voordat u deze afsluit.")
    let pending = [
      PendingOperation(World.statusOperation(4), state: .rejected(rejection), attempts: 1),
      PendingOperation(
        World.editOperation("toelichting", "Offerte volgt.", "Offerte volgt, gebeld 21 nov."),
        state: .conflict([
          FieldConflict(
            field: "toelichting", base: "Offerte volgt.", theirs: "Offerte ontvangen.",
            mine: "Offerte volgt, gebeld 21 nov.")
        ]), attempts: 1),
      PendingOperation(World.statusOperation(3, at: "2026-11-22T13:00:00Z", id: "c1"), state: .unknown, attempts: 1),
    ]
    expect("zaak-conflict") { size in
      var app = World.zaak(size: size, shown: World.shown(pending: pending))
      _ = app.update(
        .storeChanged(StoreSummary(zaken: 1204, waiting: 1, rejected: 1, conflicts: 1, lastSync: World.now)))
      return app
    }
  }

  @Test func closedZaak() {
    expect("zaak-afgesloten") { size in
      World.zaak(
        size: size,
        shown: World.shown {
          $0.zaak.value.einddatum = World.day("2026-11-20")
          $0.resultaat = Make.resource(800, ["resultaattype": .string(Make.url(.resultaattypen, 140))])
          $0.rollen = []
        })
    }
  }

  @Test func gone() {
    expect("zaak-weg") { World.zaak(size: $0, shown: nil) }
  }

  @Test func statusKiezen() {
    expect("status-kiezen") { size in
      var app = World.zaak(size: size)
      app.type("s")
      return app
    }
    expect("status-kiezen-kan-niet") { size in
      var app = World.zaak(size: size)
      app.type("sG")
      app.type(.enter)
      return app
    }
    expect("status-kiezen-geen-recht") { size in
      var app = World.zaak(size: size)
      _ = app.update(.rights(World.reading))
      app.type("sj")
      app.type(.enter)
      return app
    }
    expect("status-kiezen-toelichting") { size in
      var app = World.zaak(size: size)
      app.type("st")
      app.type("Zienswijzen zijn binnen; geen bezwaren.")
      return app
    }
  }

  @Test func wijzigen() {
    expect("wijzigen") { size in
      var app = World.zaak(size: size)
      app.type("e")
      app.type(" en Nieuw-Velde")
      return app
    }
    expect("wijzigen-geen-recht") { size in
      var app = World.zaak(size: size)
      _ = app.update(.rights(World.reading))
      app.type("e")
      app.type(" en Nieuw-Velde")
      app.type(.control("s"))
      return app
    }
    expect("wijzigen-intussen-gewijzigd") { size in
      var app = World.zaak(size: size)
      app.type("e")
      app.type(.tab)
      app.type(.control("u"))
      _ = app.update(
        .zaak(uuid: World.uuid(4102), World.shown { $0.zaak.value.toelichting = "Stukken zijn verzameld." }))
      _ = app.update(
        .recordFailed(World.editOperation("toelichting", "", ""), "De schijf is vol. Maak ruimte en bewaar opnieuw."))
      return app
    }
  }

  @Test func sync() {
    expect("sync") { size in
      var app = World.werkvoorraad(size: size)
      app.type("S")
      _ = app.update(.sync(.started))
      _ = app.update(.sync(.progress(.sending, done: 3, total: 3)))
      _ = app.update(.sync(.progress(.catalogues, done: 12, total: 12)))
      _ = app.update(.sync(.progress(.list, done: 340, total: 1204)))
      app.type("S")
      return app
    }
    expect("sync-mislukt") { size in
      var app = World.werkvoorraad(size: size)
      app.type("SS")
      let text = "Server onbereikbaar. Uw werk staat veilig in de wachtrij (3); sync volgt vanzelf."
      _ = app.update(.sync(.failed(.unreachable, text)))
      return app
    }
  }

  @Test func help() {
    expect("hulp") { size in
      var app = World.zaak(size: size)
      app.type("?")
      return app
    }
  }

  @Test func tooSmall() {
    let app = World.zaak(size: Size(columns: 60, rows: 18))
    expectScreen(app.view(), "te-klein")
  }

  @Test func noScreenIsForgotten() { #expect(unreferencedScreens() == []) }
}

/// The tabs by the name of their screen.
enum ZaakTabName: String, CaseIterable {
  case overzicht = "zaak-overzicht"
  case statussen = "zaak-statussen"
  case documenten = "zaak-documenten"
  case betrokkenen = "zaak-betrokkenen"
  case besluiten = "zaak-besluiten"
  case tijdlijn = "zaak-tijdlijn"

  var key: Key {
    let index = Self.allCases.firstIndex(of: self) ?? 0
    return .character(Character(String(index + 1)))
  }
}
