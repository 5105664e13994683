import App
import Model
import Rules
import Screen
import TestSupport
import Testing

/// Whatever is typed, the screen is whole and the way back is there.
@Suite struct RandomKeysTests {
  private static let keys: [Key] =
    "qsSeuxtjkghlGn/?123456é日 ".map(Key.character)
    + [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .insert, .up, .down, .left, .right, .home, .end, .pageUp,
      .pageDown, .function(1), .control("s"), .control("r"), .control("d"), .control("u"), .control("w"), .alt("b"),
      .paste("geplakt\nop twee regels \u{1B}[2J"),
    ]

  private func pick<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  private func key(_ random: inout SeededGenerator, _ size: Size) -> Key {
    guard Int.random(in: 0..<6, using: &random) == 0 else { return pick(Self.keys, &random) }
    let kinds: [Mouse.Kind] = [.press, .release, .doublePress, .wheelUp, .wheelDown]
    let place = Position(
      row: Int.random(in: -1...size.rows, using: &random), column: Int.random(in: -1...size.columns, using: &random))
    return .mouse(Mouse(kind: pick(kinds, &random), button: 1, position: place))
  }

  private func event(_ random: inout SeededGenerator, _ size: Size) -> Event {
    let shown = World.shown(pending: [PendingOperation(World.statusOperation(3))])
    switch Int.random(in: 0..<40, using: &random) {
    case 0:
      return .resized(
        Size(columns: Int.random(in: 40...200, using: &random), rows: Int.random(in: 10...60, using: &random)))
    case 1: return .storeChanged(World.summary)
    case 2: return .sync(.progress(pick(SyncPhase.allCases, &random), done: 5, total: 4))
    case 3: return .sync(.finished(SyncResult(fetched: 1)))
    case 4: return .zaak(uuid: World.uuid(4102), nil)
    case 5, 6: return .zaak(uuid: World.uuid(4102), shown)
    case 7: return .recordFailed(World.statusOperation(3, id: World.newID), "Mislukt.")
    case 8: return .recorded(World.statusOperation(3, id: World.newID))
    case 9: return .withdrawn(id: "a1")
    case 10: return .minute
    case 11: return .rights(World.reading)
    case 12: return .rights(Rights(nil))
    default: return .key(key(&random, size))
    }
  }

  @Test(arguments: 0..<30) func nothingBreaks(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var app = World.werkvoorraad(size: seed.isMultiple(of: 2) ? World.small : World.large)
    var size = app.view().size
    for step in 0..<150 {
      let event = event(&random, size)
      if case .resized(let other) = event { size = other }
      app.answer(app.update(event), rows: World.rows)
      let frame = app.view()
      #expect(frame.size == size, "seed \(seed), step \(step): \(event)")
      if let cursor = frame.cursor {
        #expect(frame.area.contains(cursor), "seed \(seed), step \(step): \(event)")
      }
    }
    _ = app.update(.resized(World.small))
    app.type(.escape, .escape, .escape, .escape, .escape)
    #expect(app.lines[0].contains("Werkvoorraad"), "seed \(seed)")
    #expect(!app.text.contains(" Filter"), "seed \(seed)")
  }
}
