import Screen
import TestSupport
import Testing

@Suite("ListWindow")
struct ListWindowTests {
  @Test("The selection moves, the window follows")
  func moves() {
    var list = ListWindow(count: 10, height: 4)
    list.move(by: 3)
    #expect(list.selected == 3 && list.visible == 0..<4)
    list.move(by: 1)
    #expect(list.selected == 4 && list.visible == 1..<5)
    list.toLast()
    #expect(list.selected == 9 && list.visible == 6..<10)
    list.move(by: 1)
    #expect(list.selected == 9)
    list.pageUp()
    #expect(list.selected == 6 && list.visible == 3..<7)
    list.toFirst()
    #expect(list.selected == 0 && list.hidden == (0, 6))
    list.move(by: .max)
    #expect(list.selected == 9)
    list.move(by: .min)
    #expect(list.selected == 0)
  }

  @Test("Click and wheel")
  func mouse() {
    var list = ListWindow(count: 10, height: 4)
    list.wheel(by: 3)
    #expect(list.selected == 3 && list.visible == 3..<7)
    let hits = [2, 4, -1].map { list.click(row: $0) }
    #expect(hits == [true, false, false])
    #expect(list.selected == 5 && list.visible == 3..<7)
    list.resize(count: 5)
    #expect(list.selected == 4 && list.visible == 1..<5)
    #expect(ListWindow(count: 2, height: 4).visible == 0..<2)
  }

  @Test("An empty list has no selection")
  func empty() {
    var list = ListWindow(count: 0, height: 4)
    list.move(by: 1)
    list.pageDown()
    list.wheel(by: 2)
    #expect(list.selection == nil && list.visible.isEmpty)
    let hit = list.click(row: 0)
    #expect(!hit)
  }

  @Test("The selected row is always in sight", arguments: 1...40 as ClosedRange<UInt64>)
  func inSight(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var list = ListWindow(count: Int.random(in: 0...30, using: &random), height: 5)
    for _ in 0..<200 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: list.move(by: Int.random(in: -9...9, using: &random))
      case 1: list.pageUp()
      case 2: list.pageDown()
      case 3: list.wheel(by: Int.random(in: -9...9, using: &random))
      case 4: list.resize(count: Int.random(in: 0...30, using: &random))
      case 5: list.resize(height: Int.random(in: 0...8, using: &random))
      case 6: _ = list.click(row: Int.random(in: -1...9, using: &random))
      default: list.toLast()
      }
      #expect(list.visible.lowerBound >= 0 && list.visible.upperBound <= list.count, "seed \(seed)")
      if let selection = list.selection, list.height > 0 {
        #expect(list.visible.contains(selection), "seed \(seed): \(list)")
        #expect(list.visible.count == min(list.count, list.height), "seed \(seed): \(list)")
      }
    }
  }
}

@Suite("Area")
struct AreaTests {
  @Test("The parts of a split are together the whole, and never negative")
  func splits() {
    let area = Area(row: 2, column: 3, rows: 10, columns: 20)
    for count in -2...25 {
      #expect(area.top(count).rows + area.droppingTop(count).rows == 10)
      #expect(area.bottom(count).rows + area.droppingBottom(count).rows == 10)
      #expect(area.left(count).columns + area.droppingLeft(count).columns == 20)
      #expect(area.right(count).columns + area.droppingRight(count).columns == 20)
      #expect(area.bottom(count).endRow == 12 && area.right(count).endColumn == 23)
    }
    #expect(area.inset(rows: 1, columns: 2) == Area(row: 3, column: 5, rows: 8, columns: 16))
    #expect(area.inset(rows: 6, columns: 11).isEmpty)
  }
}

@Suite("Theme")
struct ThemeTests {
  @Test("A selected cell has its role's foreground on the selection's background")
  func selection() {
    let red = Color.rgb(red: 200, green: 0, blue: 0)
    let blue = Color.rgb(red: 0, green: 0, blue: 90)
    let pink = Color.rgb(red: 255, green: 150, blue: 150)
    let theme = Theme(
      name: "t", styles: [.danger: Style(foreground: red, isBold: true), .error: Style(foreground: red)],
      selection: Style(foreground: .palette(15), background: blue), selectedForegrounds: [.error: pink])
    #expect(theme.style(.danger, isSelected: true) == Style(foreground: red, background: blue, isBold: true))
    #expect(theme.style(.error, isSelected: true) == Style(foreground: pink, background: blue))
    #expect(theme.style(.text, isSelected: true) == Style(foreground: .palette(15), background: blue))
    #expect(theme.style(.quiet) == Style())
  }

  @Test("Colours are brought to what the terminal has")
  func nearest() {
    #expect(Color.rgb(red: 255, green: 0, blue: 0).nearestPaletteIndex == 196)
    #expect(Color.rgb(red: 8, green: 8, blue: 8).nearestPaletteIndex == 232)
    #expect(Color.palette(3).nearestPaletteIndex == 3)
    #expect(Color.standard.nearestPaletteIndex == nil)
    #expect(Color.rgb(red: 190, green: 20, blue: 30).nearestBasicIndex == 1)
    #expect(Color.palette(9).nearestBasicIndex == 1)
    #expect(Color.palette(255).nearestBasicIndex == 7)
  }

  @Test("Contrast is that of WCAG")
  func contrast() throws {
    let white = Color.rgb(red: 255, green: 255, blue: 255)
    let grey = Color.rgb(red: 0x77, green: 0x77, blue: 0x77)
    #expect(abs(try #require(Contrast.ratio(white, .rgb(red: 0, green: 0, blue: 0))) - 21) < 0.001)
    #expect(abs(try #require(Contrast.ratio(grey, white)) - 4.478) < 0.001)
    #expect(Contrast.ratio(.standard, white) == nil)
  }
}
