extension Frame {
  /// Joins crossing lines: every line cell whose neighbours are lines too becomes ├ ┤ ┬ ┴ or ┼.
  ///
  /// Called once, after all rules have been drawn.
  public mutating func joinRules() {
    for row in 0..<size.rows {
      // Line characters are three bytes long; most others are told apart by that alone.
      for column in 0..<size.columns where self[row, column].text.utf8.count == 3 && isLine(row, column) {
        let up = reaches(row - 1, column, vertical: true)
        let down = reaches(row + 1, column, vertical: true)
        let left = reaches(row, column - 1, vertical: false)
        let right = reaches(row, column + 1, vertical: false)
        guard up || down, left || right else { continue }
        put(Self.junction(up, down, left, right), row: row, column: column, role: self[row, column].role)
      }
    }
  }

  private func isLine(_ row: Int, _ column: Int) -> Bool {
    let scalar = self[row, column].text.unicodeScalars.first
    return scalar == "─" || scalar == "│"
  }

  /// Whether the neighbour at a place is a line that runs towards us, or a junction that was made before.
  private func reaches(_ row: Int, _ column: Int, vertical: Bool) -> Bool {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return false }
    return switch self[row, column].text.unicodeScalars.first {
    case "─": !vertical
    case "│": vertical
    case "├", "┤", "┬", "┴", "┼", "┌", "┐", "└", "┘": true
    default: false
    }
  }

  private static func junction(_ up: Bool, _ down: Bool, _ left: Bool, _ right: Bool) -> String {
    switch (up, down, left, right) {
    case (true, true, true, true): "┼"
    case (true, true, false, true): "├"
    case (true, true, true, false): "┤"
    case (false, true, true, true): "┬"
    case (true, false, true, true): "┴"
    case (false, true, false, true): "┌"
    case (false, true, true, false): "┐"
    case (true, false, false, true): "└"
    default: "┘"
    }
  }
}
