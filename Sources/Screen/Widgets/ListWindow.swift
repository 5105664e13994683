/// Which row of a list is selected and which rows are in sight; the selected one always is.
public struct ListWindow: Sendable, Hashable {
  /// The number of rows of the list.
  public private(set) var count: Int
  /// The number of rows that fit on the screen.
  public private(set) var height: Int
  /// The selected row; 0 if there are none.
  public private(set) var selected: Int
  /// The row at the top of the window.
  public private(set) var first: Int

  public init(count: Int = 0, height: Int = 0, selected: Int = 0) {
    self.count = max(0, count)
    self.height = max(0, height)
    self.selected = selected
    first = 0
    settle()
  }

  /// The selected row, or nil if the list is empty.
  public var selection: Int? { count == 0 ? nil : selected }

  /// The rows in sight.
  public var visible: Range<Int> { first..<min(count, first + height) }

  /// The number of rows above and below the window.
  public var hidden: (above: Int, below: Int) { (first, count - visible.upperBound) }

  /// Another list or another screen; the selection stays as near as it can.
  public mutating func resize(count: Int? = nil, height: Int? = nil) {
    self.count = max(0, count ?? self.count)
    self.height = max(0, height ?? self.height)
    settle()
  }

  public mutating func select(_ row: Int) {
    selected = row
    settle()
  }

  public mutating func move(by rows: Int) {
    let (target, overflows) = selected.addingReportingOverflow(rows)
    select(overflows ? (rows < 0 ? 0 : count - 1) : target)
  }

  public mutating func toFirst() { select(0) }
  public mutating func toLast() { select(count - 1) }

  /// One page, less the row that shows where one was.
  public mutating func pageUp() { page(-1) }
  public mutating func pageDown() { page(1) }

  private mutating func page(_ direction: Int) {
    let step = direction * max(1, height - 1)
    first += step
    move(by: step)
  }

  /// Selects what stands in a row of the window, counted from its top; false if nothing stands there.
  public mutating func click(row: Int) -> Bool {
    guard row >= 0, visible.contains(first + row) else { return false }
    select(first + row)
    return true
  }

  /// Moves the window; the selection goes along only if it would get out of sight.
  public mutating func wheel(by rows: Int) {
    first = max(0, min(first + rows, count - height))
    selected = max(first, min(selected, first + height - 1))
    settle()
  }

  private mutating func settle() {
    selected = max(0, min(selected, count - 1))
    first = max(0, min(first, count - height))
    guard height > 0 else {
      first = selected
      return
    }
    if selected < first { first = selected }
    if selected >= first + height { first = selected - height + 1 }
  }
}
