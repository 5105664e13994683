import GRDB
import Model

/// Writing the rows of the index, within a transaction of the caller.
enum IndexRows {
  /// Puts a row, in place of the one that the zaak has.
  static func put(_ entry: IndexEntry, in db: Database) throws {
    let old = try db.cachedStatement(sql: "SELECT id FROM zaak WHERE uuid = ?")
    let id = try Int64.fetchOne(old, arguments: [entry.row.uuid])
    if let id { try removeParts(of: id, in: db) }
    try insert(entry, id: id, in: db)
  }

  /// Puts a row for a zaak that has none, or whose row's parts have been removed.
  static func insert(_ entry: IndexEntry, id: Int64?, in db: Database) throws {
    let row = entry.row
    let zaak = try db.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO zaak(id, uuid, identificatie, omschrijving, zaaktype, status, behandelaar, deadline, open,
          merk, kort, zaaktypeUUID, omvang, gewijzigd) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try zaak.execute(arguments: [
      id, row.uuid, row.identificatie, row.omschrijving, row.zaaktype, row.status, row.behandelaar,
      row.deadline?.daysSince1970, row.isOpen, row.mark.rawValue, IndexEntry.short(row.identificatie), entry.zaaktype,
      entry.stamp.size, entry.stamp.modified,
    ])
    let id = id ?? db.lastInsertedRowID
    try db.cachedStatement(sql: "INSERT INTO volgorde(id, sleutel) VALUES(?, ?)")
      .execute(arguments: [id, entry.order])
    for nummer in entry.behandelaars {
      try db.cachedStatement(sql: "INSERT INTO behandelaar(nummer, id) VALUES(?, ?)").execute(arguments: [nummer, id])
    }
    try db.cachedStatement(sql: "INSERT INTO tekst(id, tekst) VALUES(?, ?)").execute(arguments: [id, entry.text])
    try db.cachedStatement(sql: "INSERT INTO zoek(rowid, tekst) VALUES(?, ?)").execute(arguments: [id, entry.text])
  }

  static func remove(_ uuid: String, in db: Database) throws {
    guard let id = try Int64.fetchOne(db, sql: "SELECT id FROM zaak WHERE uuid = ?", arguments: [uuid]) else { return }
    try removeParts(of: id, in: db)
    try db.execute(sql: "DELETE FROM zaak WHERE id = ?", arguments: [id])
  }

  /// A full text index without content has to be told what was in it.
  private static func removeParts(of id: Int64, in db: Database) throws {
    try db.cachedStatement(
      sql: "INSERT INTO zoek(zoek, rowid, tekst) SELECT 'delete', id, tekst FROM tekst WHERE id = ?"
    ).execute(arguments: [id])
    for table in ["tekst", "volgorde", "behandelaar"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE id = ?").execute(arguments: [id])
    }
  }

  /// All that the index says of each zaak, as one number.
  static func digests(in db: Database) throws -> [String: Int] {
    let numbers = try Row.fetchCursor(db, sql: "SELECT id, nummer FROM behandelaar ORDER BY id, nummer")
    var behandelaars: [Int64: [String]] = [:]
    while let row = try numbers.next() { behandelaars[row[0], default: []].append(row[1]) }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(columns.split(separator: ", ").map { "zaak." + $0 }.joined(separator: ", ")), zaaktypeUUID, omvang, gewijzigd, sleutel, tekst, zaak.id FROM zaak
        JOIN volgorde ON volgorde.id = zaak.id JOIN tekst ON tekst.id = zaak.id
        """)
    var digests: [String: Int] = [:]
    while let row = try rows.next() {
      var hasher = Hasher()
      hasher.combine(read(row))
      for column in [9, 12, 13] { hasher.combine(row[column] as String) }
      hasher.combine(FileStamp(size: row[10], modified: row[11]))
      hasher.combine(behandelaars[row[14]] ?? [])
      digests[row[0]] = hasher.finalize()
    }
    return digests
  }

  static func digest(_ entry: IndexEntry) -> Int {
    var hasher = Hasher()
    hasher.combine(entry.row)
    for text in [entry.zaaktype, entry.order, entry.text] { hasher.combine(text) }
    hasher.combine(entry.stamp)
    hasher.combine(entry.behandelaars.sorted())
    return hasher.finalize()
  }

  static let columns = "uuid, identificatie, omschrijving, zaaktype, status, behandelaar, deadline, open, merk"

  static func read(_ row: Row) -> ZaakRow {
    ZaakRow(
      uuid: row[0], identificatie: row[1], omschrijving: row[2], zaaktype: row[3], status: row[4], behandelaar: row[5],
      deadline: (row[6] as Int?).map { Day(daysSince1970: $0) }, isOpen: row[7],
      mark: SyncMark(rawValue: row[8]) ?? .none)
  }
}
