import Screen

/// How one moves through a list or a text; the same keys everywhere.
enum Motion: Sendable, Hashable, CaseIterable {
  case down, up, pageDown, pageUp, halfDown, halfUp, first, last

  static func bindings<Action: Sendable>(_ action: @escaping @Sendable (Motion) -> Action) -> [KeyBinding<Action>] {
    allCases.map { motion in KeyBinding(motion.keys, help: motion.help, action(motion)) }
  }

  private var keys: [Key] {
    switch self {
    case .down: [.down, .character("j")]
    case .up: [.up, .character("k")]
    case .pageDown: [.pageDown, .control("f")]
    case .pageUp: [.pageUp, .control("b")]
    case .halfDown: [.control("d")]
    case .halfUp: [.control("u")]
    case .first: [.home, .character("g")]
    case .last: [.end, .character("G")]
    }
  }

  private var help: Words {
    switch self {
    case .down: Words("een regel omlaag", "one line down")
    case .up: Words("een regel omhoog", "one line up")
    case .pageDown: Words("een bladzijde verder", "one page on")
    case .pageUp: Words("een bladzijde terug", "one page back")
    case .halfDown: Words("een halve bladzijde verder", "half a page on")
    case .halfUp: Words("een halve bladzijde terug", "half a page back")
    case .first: Words("naar het begin", "to the beginning")
    case .last: Words("naar het einde", "to the end")
    }
  }
}

/// Rows of the mouse wheel at one turn.
let wheelRows = 3

extension ListWindow {
  mutating func move(_ motion: Motion) {
    switch motion {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: pageDown()
    case .pageUp: pageUp()
    case .halfDown: move(by: max(1, height / 2))
    case .halfUp: move(by: -max(1, height / 2))
    case .first: toFirst()
    case .last: toLast()
    }
  }
}

/// Which lines of a text are in sight, where no line is selected.
struct Scroll: Sendable, Hashable {
  private(set) var first = 0
  private(set) var count = 0
  private(set) var height = 0

  var visible: Range<Int> { first..<min(count, first + height) }

  mutating func resize(count: Int, height: Int) {
    self.count = count
    self.height = height
    move(by: 0)
  }

  mutating func move(by lines: Int) { first = max(0, min(first + lines, count - height)) }

  mutating func move(_ motion: Motion) {
    switch motion {
    case .down: move(by: 1)
    case .up: move(by: -1)
    case .pageDown: move(by: max(1, height - 1))
    case .pageUp: move(by: -max(1, height - 1))
    case .halfDown: move(by: max(1, height / 2))
    case .halfUp: move(by: -max(1, height / 2))
    case .first: move(by: -first)
    case .last: move(by: count)
    }
  }
}
