import GRDB
import Model
import Synchronization

extension Store {
  // MARK: reading

  public func rows(_ query: RowQuery) throws(StoreError) -> RowPage {
    retryStaleRows()
    return try index.read { db in try RowSearch(query, in: db).page(offset: query.offset, limit: query.limit) }
  }

  public func summary() throws(StoreError) -> StoreCounts {
    retryStaleRows()
    let queue = queue
    return try index.read { db in
      let zaken = try RowSearch(RowQuery(), in: db).count()
      let open = try RowSearch(RowQuery(scope: .open), in: db).count()
      return StoreCounts(zaken: zaken, open: open, queue: queue)
    }
  }

  /// The zaak that a user means: by identificatie, by UUID, or by a part that fits one zaak only.
  ///
  /// A part that ends where the identificatie ends goes before one that stands elsewhere in it; zeros before a number
  /// do not count.
  public func find(_ reference: String) throws(StoreError) -> FindResult {
    let wanted = reference.filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return .none }
    retryStaleRows()
    return try index.read { db in try RowSearch.find(wanted, in: db) }
  }

  // MARK: keeping it right

  /// Writes the rows of these dossiers from their files; those that have no file, and that no operation makes, go.
  ///
  /// Called within `writing`, or where operations are what changed.
  func reindex(_ uuids: Set<String>) throws(StoreError) {
    guard !uuids.isEmpty else { return }
    let zaaktypen = try catalogi.all()
    let sorted = uuids.sorted()
    for start in stride(from: 0, to: sorted.count, by: Store.batch) {
      let part = Array(sorted[start..<min(start + Store.batch, sorted.count)])
      try index.write { db in
        // Read within the transaction, so that no older dossier overwrites the row of a newer one.
        for (uuid, read) in zip(part, parallelMap(part) { uuid in Result { try read(uuid) } }) {
          switch try read.get() {
          case .whole(let dossier, let stamp): try putRow(dossier, stamp, zaaktypen, in: db)
          case .missing, .damaged:
            if case .damaged(let why) = try read.get() { try findingsList.moveAside(layout.dossier(uuid), why) }
            if let dossier = created(uuid) {
              try putRow(dossier, .none, zaaktypen, in: db)
              continue
            }
            try IndexRows.remove(uuid, in: db)
            try db.execute(sql: "DELETE FROM vuil WHERE uuid = ?", arguments: [uuid])
          }
        }
      }
    }
  }

  func remember(_ uuids: Set<String>) { state.withLock { $0.stale.formUnion(uuids) } }

  /// For operations that are kept already: that a row cannot be written must not look as if they were not.
  func reindexOrRemember(_ uuids: Set<String>) {
    let all = state.withLock { state in
      defer { state.stale = [] }
      return state.stale.union(uuids)
    }
    do throws(StoreError) { try reindex(all) } catch {
      log.error("index niet bijgewerkt: \(error)")
      remember(all)
    }
  }

  /// Rows that could not be written are tried again before rows are read.
  func retryStaleRows() {
    guard state.withLock({ !$0.stale.isEmpty }) else { return }
    reindexOrRemember([])
  }

  func writeStaleRows() throws(StoreError) {
    let stale = state.withLock { $0.stale }
    guard !stale.isEmpty else { return }
    try reindex(stale)
    state.withLock { $0.stale.subtract(stale) }
  }

  /// Makes a freshly opened index tell what the files and the journal say.
  func catchUp(_ opened: Index.Opened, _ progress: (Double) -> Void) throws(StoreError) {
    var stale: Set<String> = []
    switch opened {
    case .needsRebuild(let why):
      log.notice("index wordt gemaakt: \(why)")
      return try rebuild(progress)
    case .uncertain:
      log.notice("index wordt vergeleken met de bestanden")
      stale = try differing()
    case .current(let dirty): stale = dirty
    }
    if !stale.isEmpty { try storing { () throws(FileError) in try removeLeftovers() } }
    // A crash between journal and index leaves a row without its mark, or one with a mark too many.
    let marked = try index.read { db in try String.fetchAll(db, sql: "SELECT uuid FROM zaak WHERE merk <> ''") }
    stale.formUnion(marked)
    stale.formUnion(state.withLock { $0.byDossier.keys })
    try reindex(stale)
  }

  /// Dossiers whose file is not the one from which their row was made, and rows without a file.
  private func differing() throws(StoreError) -> Set<String> {
    var known = try index.read { db in
      try Dictionary(
        uniqueKeysWithValues: Row.fetchCursor(db, sql: "SELECT uuid, omvang, gewijzigd FROM zaak").map { row in
          (row[0] as String, FileStamp(size: row[1], modified: row[2]))
        })
    }
    var stale: Set<String> = []
    for uuid in try storedDossiers() {
      let stamp = try storing { () throws(FileError) in try files.stamp(layout.dossier(uuid)) }
      if known.removeValue(forKey: uuid) != stamp { stale.insert(uuid) }
    }
    return stale.union(known.keys)
  }

  /// The UUIDs of all dossiers that have a file.
  func storedDossiers() throws(StoreError) -> [String] {
    try storing { () throws(FileError) in
      var uuids: [String] = []
      for folder in try files.list(layout.dossiers).sorted() {
        uuids += try files.list("\(layout.dossiers)/\(folder)").compactMap(Layout.uuid(file:)).sorted()
      }
      return uuids
    }
  }

  /// Makes the index anew from the files.
  public func rebuildIndex(progress: (Double) -> Void = { _ in }) throws(StoreError) {
    try writing.withLock { _ throws(StoreError) in try rebuild(progress) }
  }

  func rebuild(_ progress: (Double) -> Void) throws(StoreError) {
    let uuids = try storedDossiers()
    let zaaktypen = try catalogi.all()
    var damaged: [(uuid: String, why: String)] = []
    try index.rebuild(bootID: bootID) { insert throws(StoreError) in
      var done = 0
      let make: @Sendable (String) -> Result<Built, StoreError> = { [self] uuid in built(uuid, zaaktypen) }
      try pipeline(uuids, piece: 2000, make) { results throws(StoreError) in
        var entries: [IndexEntry] = []
        for (uuid, result) in zip(uuids[done...], results) {
          switch try result.get() {
          case .entry(let entry): entries.append(entry)
          case .missing: break
          case .damaged(let why): damaged.append((uuid, why))
          }
        }
        try insert(entries)
        done += results.count
        progress(uuids.isEmpty ? 1 : Double(done) / Double(uuids.count))
      }
    }
    try storing { () throws(FileError) in
      for (uuid, why) in damaged { try findingsList.moveAside(layout.dossier(uuid), why) }
      try removeLeftovers()
    }
    try reindex(onlyHere)
  }

  /// The UUIDs of the zaken that exist only in the journal yet.
  var onlyHere: Set<String> {
    Set(queue.pending.compactMap { $0.operation.creation?.ref }.filter(\.isPending).compactMap(\.uuid))
  }

  enum Built: Sendable {
    case entry(IndexEntry), missing, damaged(String)
  }

  func built(_ uuid: String, _ zaaktypen: [String: ZaaktypeVersie]) -> Result<Built, StoreError> {
    do throws(StoreError) {
      switch try read(uuid) {
      case .missing: return .success(.missing)
      case .damaged(let why): return .success(.damaged(why))
      case .whole(let dossier, let stamp): return .success(.entry(entry(dossier, stamp, zaaktypen)))
      }
    } catch { return .failure(error) }
  }

  /// Removes the temporary files that a crash left.
  func removeLeftovers() throws(FileError) {
    var folders = [layout.root, layout.catalogi, layout.contents]
    for parent in [layout.dossiers, layout.contents] {
      folders += try files.list(parent).filter { $0.utf8.count == 2 }.map { "\(parent)/\($0)" }
    }
    for folder in folders {
      for name in try files.list(folder) where name.hasPrefix(TemporaryFile.prefix) {
        try files.remove("\(folder)/\(name)")
      }
    }
  }
}
