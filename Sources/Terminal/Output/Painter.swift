import CNcurses
import Screen

/// Gives ncurses the cells that differ from the frame before.
struct Painter {
  private var shown: Frame?
  private let characters: Characters

  init(characters: Characters) {
    self.characters = characters
  }

  /// The next frame is drawn whole.
  mutating func forget() {
    shown = nil
  }

  mutating func paint(_ frame: Frame, looks: Looks) {
    let before = shown?.size == frame.size ? shown : nil
    for row in 0..<frame.size.rows {
      let cells = frame.row(row)
      guard let changed = Self.changed(from: before?.row(row), to: cells) else { continue }
      for column in changed {
        let cell = cells[cells.startIndex + column]
        guard cell.width > 0 else { continue }
        let look = looks.look(cell)
        let scalars = characters.scalars(of: cell)
        zk_put(Int32(row), Int32(column), scalars, Int32(scalars.count), look.attributes, look.pair)
      }
    }
    shown = frame
  }

  /// The columns from the first to the last change, or nil if there is none.
  ///
  /// A frame changes both halves of a wide character together, so neither end of the range splits one.
  private static func changed(from before: ArraySlice<Cell>?, to cells: ArraySlice<Cell>) -> Range<Int>? {
    guard let before else { return 0..<cells.count }
    let pairs = zip(before, cells)
    guard let first = pairs.enumerated().first(where: { $1.0 != $1.1 })?.offset else { return nil }
    let same = zip(before.reversed(), cells.reversed()).prefix { $0 == $1 }.count
    return first..<max(first + 1, cells.count - same)
  }
}
