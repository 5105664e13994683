import GRDB
import Model

extension RowSearch {
  /// As many as are worth showing to someone who has to choose.
  private static let shown = 20

  static func find(_ reference: String, in db: Database) throws -> FindResult {
    if let uuid = Ref.uuid(reference) {
      let known = try String.fetchOne(db, sql: "SELECT uuid FROM zaak WHERE uuid = ?", arguments: [uuid])
      return known.map { .one(uuid: $0) } ?? .none
    }
    let short = IndexEntry.short(reference)
    let escaped = short.map { "\\%_".contains($0) ? "\\\($0)" : String($0) }.joined()
    // The first of these that fits any zaak decides.
    let ways: [(condition: String, argument: String)] = [
      ("kort = ?", short), ("kort LIKE ? ESCAPE '\\'", "%-" + escaped),
      ("kort LIKE ? ESCAPE '\\'", "%" + escaped + "%"),
      ("uuid LIKE ? ESCAPE '\\'", reference.utf8.count < 4 ? "" : escaped + "%"),
    ]
    for way in ways {
      let sql = """
        SELECT \(IndexRows.columns) FROM zaak WHERE id IN
        (SELECT id FROM zaak WHERE \(way.condition) LIMIT \(shown)) ORDER BY identificatie
        """
      let rows = try Row.fetchAll(db, sql: sql, arguments: [way.argument]).map(IndexRows.read)
      // Two organisations may use one identificatie; then the exact one, letter by letter, decides nothing either.
      if rows.count == 1 { return .one(uuid: rows[0].uuid) }
      if !rows.isEmpty { return .many(rows) }
    }
    return .none
  }
}
