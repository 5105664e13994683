import App
import Model
import Screen
import Testing

@Suite struct WerkvoorraadTests {
  private static let many = (0..<200_000).map { World.row($0) }

  @Test func asksForItsFirstRows() {
    var app = World.app()
    #expect(app.start() == [.loadRows(RowQuery(offset: 0, limit: 300), ticket: 1)])
  }

  @Test func asksForRowsNearTheEdgeOfTheWindowOnly() {
    var app = World.werkvoorraad(rows: Self.many)
    #expect(app.type(.pageDown, .pageDown, .down) == [])
    #expect(app.type("G") == [.loadRows(RowQuery(offset: 199_816, limit: 300), ticket: 3)])
    #expect(app.type(.up) == [], "the rows are on their way already")
  }

  @Test func showsTheLastOf200000Rows() {
    var app = World.werkvoorraad(rows: Self.many)
    app.answer(app.type("G"), rows: Self.many)
    #expect(app.text.contains("2026-00209999"))
    #expect(app.text.contains("199.983–200.000 van 200.000"))
  }

  @Test func everyLetterOfTheFilterAsksAtOnceAndOldAnswersAreDropped() {
    var app = World.werkvoorraad()
    let first = app.type("/w")
    let second = app.type("o")
    #expect(first == [.loadRows(RowQuery(text: "w", limit: 67), ticket: 3)])
    #expect(second == [.loadRows(RowQuery(text: "wo", limit: 67), ticket: 4)])
    let late = [World.row(1, "Te laat gekomen")]
    _ = app.update(.rows(RowPage(rows: late, count: 1), query: RowQuery(text: "w", limit: 67), ticket: 3))
    #expect(!app.text.contains("Te laat gekomen"))
    app.answer(second, rows: World.rows)
    #expect(app.text.contains("2 van 1.204"))
  }

  @Test func escapeClearsTheFilterAndKeepsTheSelection() {
    var app = World.werkvoorraad()
    app.answer(app.type("/kappen"), rows: World.rows)
    app.answer(app.type(.escape), rows: World.rows)
    #expect(app.lines.contains { $0.hasPrefix(" ▌ 2026-0014301") })
    #expect(!app.text.contains("Filter"))
  }

  @Test func theSelectionStaysOnItsZaakWhenTheOrderChanges() {
    var app = World.werkvoorraad()
    app.type(.down, .down)
    app.answer(app.update(.storeChanged(World.summary)), rows: World.rows.reversed())
    #expect(app.lines.contains { $0.hasPrefix(" ▌ 2026-0013977") })
  }

  @Test func aChangedStoreReloadsTheRowsInSight() {
    var app = World.werkvoorraad(rows: Self.many)
    app.answer(app.type("G"), rows: Self.many)
    #expect(
      app.update(.storeChanged(World.summary)) == [.loadRows(RowQuery(offset: 199_816, limit: 300), ticket: 4)])
  }

  @Test func enterOpensTheZaak() {
    var app = World.werkvoorraad()
    app.type(.down)
    #expect(app.type(.enter) == [.loadZaak(uuid: World.uuid(4102)), .refresh(uuid: World.uuid(4102))])
    #expect(app.text.contains("▌Overzicht"))
  }

  @Test func enterOnARowThatIsNotReadYetSaysSo() {
    var app = World.werkvoorraad(rows: Self.many)
    app.type("G")
    #expect(app.type(.enter) == [])
    #expect(app.message == "Wordt gelezen…")
  }

  @Test func aWideScreenAsksForTheZaakUnderTheSelection() {
    var app = World.werkvoorraad(size: World.large)
    #expect(app.type(.down) == [.loadZaak(uuid: World.uuid(4102))])
    #expect(app.type(.function(12)) == [], "once")
  }

  @Test func clickSelectsDoubleClickOpensAndTheWheelScrolls() {
    var app = World.werkvoorraad()
    let place = Position(row: 5, column: 20)
    #expect(app.type(.mouse(Mouse(kind: .press, button: 1, position: place))) == [])
    #expect(app.lines[5].hasPrefix(" ▌ 2026-0013977"))
    let opened = app.type(.mouse(Mouse(kind: .doublePress, button: 1, position: place)))
    #expect(opened == [.loadZaak(uuid: World.uuid(3977)), .refresh(uuid: World.uuid(3977))])
    var long = World.werkvoorraad(rows: Self.many)
    long.type(.mouse(Mouse(kind: .wheelDown, button: 5, position: place)))
    #expect(long.text.contains("4–21 van 200.000"))
  }

  @Test func aClickOnTheKeyBarIsItsKey() {
    var app = World.werkvoorraad()
    let column = app.lines[23].firstIndex(of: "S").map {
      app.lines[23].distance(from: app.lines[23].startIndex, to: $0)
    }
    let click = Mouse(kind: .press, button: 1, position: Position(row: 23, column: column ?? 0))
    #expect(app.type(.mouse(click)) == [.startSync])
  }

  @Test func qQuitsAndEscapeDoesNot() {
    var app = World.werkvoorraad()
    #expect(app.type(.escape) == [])
    #expect(app.type("q") == [.quit])
  }

  @Test func aSignalQuits() {
    var app = World.werkvoorraad()
    #expect(app.update(.terminate) == [.quit])
  }

  @Test func textOfTheServerCannotLeaveItsCell() {
    let rows = [World.row(1, "\u{1B}[31mrood\u{1B}[0m\nregel\u{202E}om")]
    let app = World.werkvoorraad(rows: rows)
    let scalars = app.text.unicodeScalars
    #expect(!scalars.contains("\u{1B}") && !scalars.contains("\u{202E}"))
    #expect(app.lines.count == 24)
  }
}
