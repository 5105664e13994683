import GRDB
import Model

/// Reading pages of rows from the index.
struct RowSearch {
  private static let isOpen = "v.sleutel < '1'"

  private let db: Database
  private var conditions: [String] = []
  private var arguments: StatementArguments = []
  private var from = "volgorde v"

  init(_ query: RowQuery, in db: Database) throws {
    self.db = db
    if let match = try RowSearch.match(query.text, in: db) {
      from = "zoek f CROSS JOIN volgorde v ON v.id = f.rowid"
      add("f.zoek MATCH ?", match)
    }
    limit(to: query.scope)
  }

  private mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)?...) {
    conditions.append(condition)
    arguments += StatementArguments(values)
  }

  private mutating func limit(to scope: RowScope) {
    if scope.openOnly { add(RowSearch.isOpen) }
    if let nummer = scope.behandelaar { add("v.id IN (SELECT id FROM behandelaar WHERE nummer = ?)", nummer) }
    if scope.withoutBehandelaar { add("NOT EXISTS (SELECT 1 FROM behandelaar b WHERE b.id = v.id)") }
    if let marks = scope.marks {
      // The words are those of the enum, not of the user; written out, so that the partial index is used.
      let words = marks.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      add("v.id IN (SELECT id FROM zaak WHERE merk IN (\(words))\(marks.contains(.none) ? "" : " AND merk <> ''"))")
    }
    if let day = scope.deadlineFrom { add("v.sleutel >= ?", IndexEntry.order(isOpen: true, deadline: day)) }
    if let day = scope.deadlineThrough { add("v.sleutel < ?", IndexEntry.order(isOpen: true, deadline: day + 1)) }
    if scope.deadlineFrom != nil { add("v.sleutel < ?", IndexEntry.order(isOpen: true, deadline: nil)) }
  }

  private var condition: String { conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ") }

  func count() throws -> Int {
    // The narrowest index counts fastest, and these two are asked for all the time.
    if conditions.isEmpty { return try Int.fetchOne(db, sql: "SELECT count(*) FROM zaak") ?? 0 }
    if conditions == [RowSearch.isOpen] {
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM zaak WHERE open = 1") ?? 0
    }
    let statement = try db.cachedStatement(sql: "SELECT count(*) FROM \(from) \(condition)")
    return try Int.fetchOne(statement, arguments: arguments) ?? 0
  }

  func page(offset: Int, limit: Int) throws -> RowPage {
    let count = try count()
    let start = max(0, offset)
    let wanted = min(max(0, limit), count - start)
    guard wanted > 0 else { return RowPage(rows: [], count: count) }
    // Passing over rows takes time, so they are passed over from the nearer end.
    let fromEnd = start + wanted / 2 > count / 2
    let passed = fromEnd ? count - start - wanted : start
    let way = fromEnd ? "DESC" : "ASC"
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(IndexRows.columns) FROM (
          SELECT v.id AS nummer, v.sleutel AS sleutel FROM \(from) \(condition)
          ORDER BY v.sleutel \(way) LIMIT ? OFFSET ?
        ) CROSS JOIN zaak z ON z.id = nummer ORDER BY sleutel
        """)
    let rows = try Row.fetchAll(statement, arguments: arguments + [wanted, passed]).map(IndexRows.read)
    return RowPage(rows: rows, count: count)
  }

  /// The text as a query for FTS5: each word in quotes, as a beginning; nil where there is no word in it.
  ///
  /// FTS5 itself splits the text, so that what it would not take as one word never stands in quotes together.
  static func match(_ text: String, in db: Database) throws -> String? {
    guard text.contains(where: { !$0.isWhitespace }) else { return nil }
    let tokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove))
    let words = try tokenizer.tokenize(query: text).map(\.token)
    // Text of nothing but punctuation is found nowhere, rather than everywhere.
    guard !words.isEmpty else { return "\"\u{1}\"" }
    return words.map { word in
      let quoted = "\"\(word)\"*"
      // `0014102` is written for `0000014102` too.
      let number = word.drop { $0 == "0" }
      guard number.count < word.count, number.count >= 3, number.allSatisfy(\.isNumber) else { return quoted }
      return "(\(quoted) OR \"\(number)\"*)"
    }.joined(separator: " AND ")
  }
}
