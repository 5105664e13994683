import Screen

/// The keys of the screen in its last line, as many as fit; help is always among them.
struct KeyBar: Sendable {
  struct Item: Sendable {
    let key: Key
    let columns: Range<Int>
    let label: String
    let word: String
    let isEnabled: Bool
  }

  private static let gap = 3
  let items: [Item]

  init(_ state: AppState) {
    let language = state.settings.language
    let rows = state.place.rows(state).filter { $0.short != nil }
    func width(_ row: KeyRow) -> Int {
      TextWidth.of(row.shortLabel) + 1 + TextWidth.of(row.short?[language] ?? "")
    }
    // The rows come in the order in which they may go; the last one stays.
    let room = state.size.columns - 2
    var used = rows.last.map(width) ?? 0
    var shown: [KeyRow] = []
    for row in rows.dropLast() {
      guard used + KeyBar.gap + width(row) <= room else { break }
      used += KeyBar.gap + width(row)
      shown.append(row)
    }
    shown += rows.suffix(1)
    var at = 1
    var items: [Item] = []
    for row in shown {
      guard let key = row.keys.first, let word = row.short?[language] else { continue }
      let columns = at..<at + width(row)
      items.append(
        Item(
          key: key, columns: columns, label: row.shortLabel, word: word, isEnabled: row.obstacle(state) == nil))
      at = columns.upperBound + KeyBar.gap
    }
    self.items = items
  }

  func draw(into frame: inout Frame, row: Int) {
    for item in items {
      let used = frame.put(
        item.label, row: row, column: item.columns.lowerBound, role: item.isEnabled ? .key : .quiet)
      frame.put(
        item.word, row: row, column: item.columns.lowerBound + used + 1, role: item.isEnabled ? .text : .quiet)
    }
  }

  /// The key that stands at a column.
  func key(at column: Int) -> Key? { items.first { $0.columns.contains(column) }?.key }
}
