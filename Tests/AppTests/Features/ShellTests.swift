import App
import Model
import Screen
import TestSupport
import Testing

@Suite struct ShellTests {
  private func header(_ app: App) -> String { app.lines[0] }

  // MARK: Sync

  @Test func theSyncStartsOnceAndTheSecondKeyShowsIt() {
    var app = World.werkvoorraad()
    #expect(app.type("S") == [.startSync])
    #expect(app.type("S") == [])
    #expect(app.text.contains("De sync loopt"))
    #expect(app.type("x") == [.stopSync])
    #expect(app.type("x") == [])
    #expect(app.message == "De sync wordt afgebroken.")
    _ = app.update(.sync(.stopped))
    #expect(header(app).hasSuffix("sync afgebroken"))
    app.type("q")
    #expect(header(app).contains("Werkvoorraad"))
  }

  @Test func theSyncLineSaysHowItGoes() {
    var app = World.werkvoorraad(sync: [])
    #expect(header(app).hasSuffix("stand 14:02 · 3 wachtend"))
    _ = app.update(.sync(.progress(.list, done: 340, total: 1204)))
    #expect(header(app).hasSuffix("stand 14:02 · 3 wachtend · sync 340 van 1.204"))
    _ = app.update(.sync(.failed(.unreachable, "Server onbereikbaar.")))
    #expect(header(app).hasSuffix("stand 14:02 · 3 wachtend · server onbereikbaar"))
    #expect(app.message == "Server onbereikbaar.")
    _ = app.update(.sync(.failed(.notSignedIn, "Meld u aan.")))
    #expect(header(app).hasSuffix("niet aangemeld"))
    let old = StoreSummary(
      zaken: 3, waiting: 12, rejected: 2, conflicts: 1, lastSync: World.moment("2026-11-20T08:00:00Z"))
    _ = app.update(.storeChanged(old))
    #expect(header(app).hasSuffix("vr 20 nov 2026 09:00 · 12 ↑ · 3 ! · niet aangemeld"))
  }

  @Test func theEndOfASyncSaysWhatCameOfIt() {
    var app = World.werkvoorraad()
    _ = app.update(.sync(.finished(SyncResult(fetched: 12, sent: 3, rejected: 1, conflicts: 2))))
    #expect(app.lines[21...22].joined().contains("Sync klaar: 12 opgehaald en 3 verstuurd."))
    #expect(app.lines[21...22].joined().contains("2 conflicten en 1 afgewezen"))
  }

  @Test func leavingStopsTheSync() {
    var app = World.werkvoorraad()
    app.type("S")
    #expect(app.type("q") == [.stopSync, .quit])
  }

  // MARK: Help

  @Test func everyKeyIsInTheTableOfBothLanguages() {
    for language in Language.allCases {
      let table = KeyTable.markdown(language)
      for key in ["| S |", "| s |", "| Ctrl-S |", "| / |", "| x |", "| 1–6 |"] { #expect(table.contains(key)) }
    }
    #expect(KeyTable.markdown(.nl).contains("| Toets | Wat zij doet |"))
    #expect(KeyTable.markdown(.nl) != KeyTable.markdown(.en))
  }

  @Test func noKeyMeansTwoThingsInOnePlace() {
    for section in KeyTable.markdown(.nl).components(separatedBy: "### ").dropFirst() {
      let keys = section.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        .flatMap { $0.split(separator: "|")[0].split(separator: " ").map(String.init) }
      let twice = Dictionary(grouping: keys, by: { $0 }).filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(twice) in \(section.prefix(30))")
    }
  }

  @Test func helpIsReachedFromAFieldToo() {
    var app = World.zaak()
    app.type("e")
    app.type("?")
    #expect(app.text.contains("Oud-Velde?"))
    app.type(.function(1))
    #expect(app.text.contains("Hulp"))
    app.type("q")
    #expect(app.text.contains("Oud-Velde?"))
  }

  // MARK: Size

  @Test func aSmallWindowLosesNothing() {
    var app = World.zaak()
    app.type("e")
    app.type("!")
    let before = app.view()
    _ = app.update(.resized(Size(columns: 79, rows: 24)))
    #expect(app.text.contains("80×24"))
    app.type("zz")
    _ = app.update(.resized(World.small))
    #expect(app.view() == before)
  }

  @Test func everySizeCanBeDrawn() {
    var app = World.zaak()
    for columns in [0, 1, 2, 79, 80, 81, 109, 110, 300] {
      for rows in [0, 1, 3, 23, 24, 25, 90] {
        let size = Size(columns: columns, rows: rows)
        _ = app.update(.resized(size))
        #expect(app.view().size == size)
      }
    }
  }

  // MARK: Tabs

  @Test func tabsAreReachedByKeyNumberAndClick() {
    var app = World.zaak()
    app.type(.tab)
    #expect(app.lines[2].contains("▌Statussen"))
    app.type(.backTab, .backTab)
    #expect(app.lines[2].contains("▌Tijdlijn"))
    app.type("4")
    #expect(app.lines[2].contains("▌Betrokkenen"))
    app.type(.mouse(Mouse(kind: .press, button: 1, position: Position(row: 2, column: 3))))
    #expect(app.lines[2].contains("▌Overzicht"))
  }

  @Test func theBSNIsMasked() {
    for key in ["1", "4"] {
      var app = World.zaak()
      app.type(key)
      app.type("j")
      #expect(app.text.contains("BSN ••••••782"))
      #expect(!app.text.contains("999990782"))
    }
  }
}
