import GRDB
import Model
import Synchronization

/// The list of zaken and their full text in SQLite: derived from the files, and made again when it is lost.
final class Index: Sendable {
  /// What has to be done before an index that was opened tells the truth.
  enum Opened: Sendable, Hashable {
    /// These dossiers may have been written without their rows.
    case current(stale: Set<String>)
    /// The machine stopped under it: each file has to be compared.
    case uncertain
    case needsRebuild(why: String)
  }

  private let files: any FileSystem
  private let path: String
  private let database: Mutex<(any DatabaseWriter)?>

  private init(_ files: any FileSystem, _ path: String) {
    self.files = files
    self.path = path
    database = Mutex(nil)
  }

  /// Opens what there is, and says whether it can be relied on.
  ///
  /// `bootID` tells one start of the machine from another.
  static func open(_ path: String, files: any FileSystem, bootID: String) throws(StoreError) -> (Index, Opened) {
    let index = Index(files, path)
    guard let place = files.databasePath(path) else {
      try index.start { try DatabaseQueue() }
      return (index, .needsRebuild(why: "in het geheugen"))
    }
    guard try storing({ () throws(FileError) in try files.stamp(path) }) != nil else {
      return (index, .needsRebuild(why: "er is geen index"))
    }
    do {
      let pool = try DatabasePool(path: place, configuration: Index.configuration)
      let opened = try pool.write { db in try Index.state(db, bootID: bootID) }
      index.database.withLock { $0 = pool }
      return (index, opened)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
      throw StoreError.diskFull
    } catch let error as DatabaseError where [.SQLITE_READONLY, .SQLITE_PERM].contains(error.resultCode) {
      throw StoreError.noAccess(file: path)
    } catch {
      return (index, .needsRebuild(why: "de index is onleesbaar"))
    }
  }

  private static func state(_ db: Database, bootID: String) throws -> Opened {
    guard try Schema.get("versie", in: db) == String(Schema.version) else {
      return .needsRebuild(why: "de index is van een andere versie")
    }
    let wasClosed = try Schema.get("gesloten", in: db) == "ja"
    let sameBoot = try !bootID.isEmpty && Schema.get("boot", in: db) == bootID
    try Schema.set("gesloten", "nee", in: db)
    try Schema.set("boot", bootID, in: db)
    guard wasClosed || sameBoot else { return .uncertain }
    return .current(stale: try Set(String.fetchAll(db, sql: "SELECT uuid FROM vuil")))
  }

  /// Two readers are enough for one screen and one sync; each connection has its own page cache.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = 2
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA cache_size = -6000; PRAGMA temp_store = MEMORY") }
    return configuration
  }

  private func start(_ open: () throws -> any DatabaseWriter) throws(StoreError) {
    do {
      let opened = try open()
      database.withLock { $0 = opened }
    } catch { throw self.error(error) }
  }

  func read<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try current().read(work) } catch { throw self.error(error) }
  }

  /// One transaction.
  func write<Value>(_ work: (Database) throws -> Value) throws(StoreError) -> Value {
    try storing { () throws(FileError) in try files.willCommit(path) }
    do { return try current().write(work) } catch { throw self.error(error) }
  }

  private func current() throws -> any DatabaseWriter {
    guard let current = database.withLock({ $0 }) else { throw StoreError.io("de index is niet open") }
    return current
  }

  /// A new index with these entries, in place of the one that there is.
  ///
  /// It is built in a file beside, without a journal, and gets its name when it is whole and synced.
  func rebuild(
    bootID: String, _ fill: (_ insert: ([IndexEntry]) throws(StoreError) -> Void) throws(StoreError) -> Void
  ) throws(StoreError) {
    guard let place = files.databasePath(path) else {
      let queue: DatabaseQueue
      do { queue = try DatabaseQueue() } catch { throw self.error(error) }
      try build(queue, bootID: bootID, fill)
      return database.withLock { $0 = queue }
    }
    let new = place + ".nieuw"
    try storing { () throws(FileError) in
      try files.remove(new)
      // Made here, so that the file has the rights that files of the store have.
      try files.append([], to: new)
    }
    var configuration = Configuration()
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -32000; PRAGMA temp_store = MEMORY
          """)
    }
    do {
      let queue = try DatabaseQueue(path: new, configuration: configuration)
      try build(queue, bootID: bootID, fill)
      try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      try queue.write { db in try Schema.set("gesloten", "nee", in: db) }
      try queue.close()
      try replace(with: new, at: place)
    } catch { throw self.error(error) }
  }

  /// Gives the new file its name; where that fails, the old index goes on.
  private func replace(with new: String, at place: String) throws {
    do {
      try database.withLock { $0.take() }?.close()
      // The log of the old index must not be taken for that of the new one.
      for log in ["-wal", "-shm"] { try files.remove(path + log) }
      try files.rename(new, to: path)
    } catch {
      try? openPool(place)
      throw error
    }
    try openPool(place)
  }

  private func openPool(_ place: String) throws {
    let pool = try DatabasePool(path: place, configuration: Index.configuration)
    database.withLock { $0 = pool }
  }

  private func build(
    _ queue: DatabaseQueue, bootID: String,
    _ fill: (_ insert: ([IndexEntry]) throws(StoreError) -> Void) throws(StoreError) -> Void
  ) throws(StoreError) {
    try storing { () throws(FileError) in try files.willCommit(path) }
    do {
      try queue.write { db in
        try Schema.create(db)
        try db.execute(sql: "INSERT INTO zoek(zoek, rank) VALUES('hashsize', 16000000)")
        try fill { entries throws(StoreError) in
          do {
            for entry in entries { try IndexRows.insert(entry, id: nil, in: db) }
          } catch { throw self.error(error) }
        }
        try db.execute(sql: "INSERT INTO zoek(zoek, rank) VALUES('hashsize', 1048576)")
        try Schema.set("boot", bootID, in: db)
      }
    } catch { throw self.error(error) }
  }

  /// Closes the database.
  ///
  /// Only a closed one is relied on after the machine was started again.
  func close() {
    guard let database = database.withLock({ $0.take() }) else { return }
    do {
      try files.willCommit(path)
      try database.write { db in try Schema.set("gesloten", "ja", in: db) }
      if let pool = database as? DatabasePool {
        _ = try pool.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
      }
    } catch {
      // Then the next opening finds an index that was not closed, and looks after it.
    }
    try? database.close()
  }

  private func error(_ error: any Error) -> StoreError {
    switch error {
    case let error as StoreError: return error
    case let error as FileError: return StoreError(error)
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_FULL: return .diskFull
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: return .noAccess(file: path)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        // Without the file the next opening makes a new one.
        try? files.remove(path)
        return .damaged(file: path, why: "de index is onleesbaar; bij de volgende start wordt hij opnieuw gemaakt")
      default: return .io(error.message ?? "SQLite \(error.resultCode.rawValue)")
      }
    default: return .io(String(describing: error))
    }
  }
}
