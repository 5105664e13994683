/// A size in character cells.
public struct Size: Sendable, Hashable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A cell on the screen; the top left one is 0, 0.
public struct Position: Sendable, Hashable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells, never of negative extent.
///
/// The functions that split cut off at most what is there, so that a layout that does not fit yields empty areas
/// instead of overlapping ones.
public struct Area: Sendable, Hashable {
  public let row: Int
  public let column: Int
  public let rows: Int
  public let columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a screen.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  /// The first row below the area.
  public var endRow: Int { row + rows }

  /// The first column to the right of the area.
  public var endColumn: Int { column + columns }

  public var isEmpty: Bool { rows == 0 || columns == 0 }
  public var rowRange: Range<Int> { row..<endRow }
  public var columnRange: Range<Int> { column..<endColumn }

  public func contains(_ position: Position) -> Bool {
    rowRange.contains(position.row) && columnRange.contains(position.column)
  }

  public func top(_ count: Int) -> Area {
    Area(row: row, column: column, rows: min(rows, count), columns: columns)
  }

  public func bottom(_ count: Int) -> Area {
    droppingTop(rows - min(rows, max(0, count)))
  }

  public func left(_ count: Int) -> Area {
    Area(row: row, column: column, rows: rows, columns: min(columns, count))
  }

  public func right(_ count: Int) -> Area {
    droppingLeft(columns - min(columns, max(0, count)))
  }

  public func droppingTop(_ count: Int) -> Area {
    let dropped = min(rows, max(0, count))
    return Area(row: row + dropped, column: column, rows: rows - dropped, columns: columns)
  }

  public func droppingBottom(_ count: Int) -> Area {
    top(rows - min(rows, max(0, count)))
  }

  public func droppingLeft(_ count: Int) -> Area {
    let dropped = min(columns, max(0, count))
    return Area(row: row, column: column + dropped, rows: rows, columns: columns - dropped)
  }

  public func droppingRight(_ count: Int) -> Area {
    left(columns - min(columns, max(0, count)))
  }

  /// The area without a margin on all four sides.
  public func inset(rows margin: Int = 0, columns side: Int = 0) -> Area {
    droppingTop(margin).droppingBottom(margin).droppingLeft(side).droppingRight(side)
  }
}
