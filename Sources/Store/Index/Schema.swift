import GRDB

/// The tables of the index.
///
/// A change of anything here, or of what goes in, needs a new `version`.
enum Schema {
  static let version = 2

  static func create(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE meta(naam TEXT PRIMARY KEY, waarde TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE vuil(uuid TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE zaak(
          id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE, identificatie TEXT NOT NULL, omschrijving TEXT NOT NULL,
          zaaktype TEXT NOT NULL, status TEXT NOT NULL, behandelaar TEXT NOT NULL, deadline INTEGER,
          open INTEGER NOT NULL, merk TEXT NOT NULL, kort TEXT NOT NULL, zaaktypeUUID TEXT NOT NULL,
          omvang INTEGER NOT NULL, gewijzigd INTEGER NOT NULL);
        CREATE INDEX zaak_open ON zaak(open);
        CREATE INDEX zaak_kort ON zaak(kort);
        CREATE INDEX zaak_zaaktype ON zaak(zaaktypeUUID);
        CREATE INDEX zaak_merk ON zaak(merk) WHERE merk <> '';
        CREATE TABLE volgorde(id INTEGER PRIMARY KEY, sleutel TEXT NOT NULL);
        CREATE INDEX volgorde_sleutel ON volgorde(sleutel);
        CREATE TABLE behandelaar(nummer TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(nummer, id)) WITHOUT ROWID;
        CREATE INDEX behandelaar_id ON behandelaar(id);
        CREATE TABLE tekst(id INTEGER PRIMARY KEY, tekst TEXT NOT NULL);
        CREATE VIRTUAL TABLE zoek USING fts5(
          tekst, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='unicode61 remove_diacritics 2');
        """)
    try set("versie", String(version), in: db)
  }

  static func get(_ name: String, in db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT waarde FROM meta WHERE naam = ?", arguments: [name])
  }

  static func set(_ name: String, _ value: String, in db: Database) throws {
    try db.execute(sql: "INSERT OR REPLACE INTO meta(naam, waarde) VALUES(?, ?)", arguments: [name, value])
  }
}
