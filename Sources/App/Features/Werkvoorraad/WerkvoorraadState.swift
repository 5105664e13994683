import Model
import Screen

/// The list of zaken: a window of rows out of as many as there are.
struct WerkvoorraadState: Sendable {
  /// Rows asked for at a time.
  static let windowRows = 300
  /// Rows before and after those in sight that have to be there before one scrolls to them.
  static let margin = 50

  /// The zaak under the selection, with its content as soon as that is read.
  struct Preview: Sendable, Hashable {
    let uuid: String
    var shown: ShownDossier?
  }

  var list = ListWindow()
  private(set) var rows: [ZaakRow] = []
  /// The rows of the query that were read; `rows` are those of them that exist.
  private(set) var loaded = 0..<0
  /// The filter that the rows belong to; nil until the first rows came.
  private(set) var loadedText: String?
  /// What was asked for last, while there is no answer.
  private(set) var asked: RowQuery?
  private(set) var ticket = 0
  /// The zaak that the selection stays on.
  private(set) var selected: String?
  var filter = TextInput(maximumLength: 200)
  var isFiltering = false
  private(set) var preview: Preview?

  var filterText: String { filter.text.trimmed }

  /// The row at a place of the whole list; nil where it is not read yet.
  func row(at index: Int) -> ZaakRow? {
    let place = index - loaded.lowerBound
    return rows.indices.contains(place) ? rows[place] : nil
  }

  var selectedRow: ZaakRow? { list.selection.flatMap { row(at: $0) } }

  // MARK: Asking

  mutating func reload() -> Effect { ask(offset: loadedText == filterText ? loaded.lowerBound : 0) }

  /// Asks for the rows around those in sight, where they are not here and not on their way.
  mutating func neededRows() -> [Effect] {
    guard loadedText != nil else { return asked == nil ? [ask(offset: 0)] : [] }
    guard loadedText == filterText else {
      // While somebody types only what will be in sight counts.
      return asked?.text == filterText ? [] : [ask(offset: 0, limit: list.height + Self.margin)]
    }
    let visible = list.visible
    let near = max(0, visible.lowerBound - Self.margin)..<min(list.count, visible.upperBound + Self.margin)
    if near.isEmpty || loaded.contains(near) { return [] }
    if let asked, asked.text == filterText, (asked.offset..<asked.offset + asked.limit).contains(near) { return [] }
    let limit = max(Self.windowRows, near.count)
    return [ask(offset: max(0, (near.lowerBound + near.upperBound - limit) / 2), limit: limit)]
  }

  private mutating func ask(offset: Int, limit: Int = windowRows) -> Effect {
    ticket += 1
    let query = RowQuery(text: filterText, offset: offset, limit: limit)
    asked = query
    return .loadRows(query, ticket: ticket)
  }

  /// Asks for the zaak under the selection, where it is shown beside the list.
  mutating func neededPreview(_ layout: WerkvoorraadLayout) -> [Effect] {
    guard layout.preview != nil, let uuid = selectedRow?.uuid, uuid != preview?.uuid else { return [] }
    preview = Preview(uuid: uuid)
    return [.loadZaak(uuid: uuid)]
  }

  // MARK: Answers

  /// Takes rows in; those of an older question are dropped.
  mutating func take(_ page: RowPage, query: RowQuery, ticket: Int) {
    guard ticket == self.ticket else { return }
    let isSameList = loadedText == query.text
    asked = nil
    rows = page.rows
    loaded = query.offset..<query.offset + query.limit
    loadedText = query.text
    list.resize(count: page.count)
    if let selected, let place = rows.firstIndex(where: { $0.uuid == selected }) {
      list.select(loaded.lowerBound + place)
    } else if !isSameList {
      list.select(0)
    }
    if selectedRow != nil || !isSameList { selected = selectedRow?.uuid }
  }

  mutating func take(_ shown: ShownDossier?, of uuid: String) {
    if preview?.uuid == uuid { preview?.shown = shown }
  }

  // MARK: Moving

  mutating func move(_ motion: Motion) {
    list.move(motion)
    selected = selectedRow?.uuid
  }

  mutating func wheel(by rows: Int) {
    list.wheel(by: rows)
    selected = selectedRow?.uuid
  }

  mutating func click(row: Int) -> Bool {
    defer { selected = selectedRow?.uuid }
    return list.click(row: row)
  }

  mutating func resize(to layout: WerkvoorraadLayout) { list.resize(height: layout.rows.rows) }
}

extension Range where Bound == Int {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && upperBound >= other.upperBound
  }
}

extension String {
  /// Without blanks and line ends at both ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
