import GRDB
import Model
import Synchronization

extension Store {
  /// So many dossiers are written before their rows are, so that recording never waits long.
  static let batch = 256

  /// What the server last said of a zaak; nil where it is not on this machine.
  ///
  /// A file that does not parse is moved aside and reported, and counts as not here: sync fetches it again.
  public func dossier(_ uuid: String) throws(StoreError) -> Dossier? {
    guard let uuid = Ref.uuid(uuid) else { return nil }
    switch try read(uuid) {
    case .missing: return nil
    case .whole(let dossier, _): return dossier
    case .damaged(let why):
      try writing.withLock { _ throws(StoreError) in
        // Meanwhile sync may have put a whole one in its place.
        guard case .damaged = try read(uuid) else { return }
        try storing { () throws(FileError) in try findingsList.moveAside(layout.dossier(uuid), why) }
        try index.write { db in try IndexRows.remove(uuid, in: db) }
      }
      return nil
    }
  }

  /// The dossier with the operations that wait on it; also of a zaak that the server does not have yet, by the UUID of
  /// its address on this machine, and by that UUID still when the server has it.
  public func shown(_ uuid: String) throws(StoreError) -> ShownDossier? {
    let uuid = queue.place(of: .local(.zaken, uuid)).uuid ?? uuid
    guard let dossier = try dossier(uuid) ?? created(uuid) else { return nil }
    return ShownDossier(
      dossier, pending: pending(dossier.uuid), zaaktype: zaaktype(of: dossier.zaak.value.zaaktype))
  }

  /// The dossier of a zaak that exists only in the journal yet; nil where no operation makes it.
  func created(_ uuid: String) -> Dossier? {
    for pending in pending(uuid) {
      guard let creation = pending.operation.creation, creation.ref.uuid == uuid else { continue }
      return Dossier(creating: creation, made: pending.operation.made)
    }
    return nil
  }

  /// Replaces dossiers whole by what the server now says; gives how many were other than before.
  ///
  /// A file that would be the same is not written. Of two dossiers of one zaak the last one counts.
  @discardableResult
  public func put(_ dossiers: [Dossier]) throws(StoreError) -> Int {
    var last: [String: Int] = [:]
    for (at, dossier) in dossiers.enumerated() { last[dossier.uuid] = at }
    guard last[""] == nil else { throw .damaged(file: "dossier", why: "de zaak heeft geen UUID") }
    let wanted = dossiers.enumerated().filter { last[$0.element.uuid] == $0.offset }.map(\.element)
    var changed = 0
    for start in stride(from: 0, to: wanted.count, by: Store.batch) {
      let part = Array(wanted[start..<min(start + Store.batch, wanted.count)])
      changed += try writing.withLock { _ throws(StoreError) in try putPart(part) }
    }
    return changed
  }

  private func putPart(_ dossiers: [Dossier]) throws(StoreError) -> Int {
    try mustBeOpen()
    try writeStaleRows()
    let new = parallelMap(dossiers) { dossier -> (dossier: Dossier, file: NewFile)? in
      let file = NewFile(layout.dossier(dossier.uuid), dossier.json.bytes() + [0x0A])
      if let old = try? files.read(file.path), old == file.bytes { return nil }
      return (dossier, file)
    }.compactMap { $0 }
    guard !new.isEmpty else { return 0 }
    let byPath = Dictionary(new.map { ($0.file.path, $0.dossier) }) { $1 }
    try markDirty(new.map(\.dossier.uuid))
    var written: [(Dossier, FileStamp)] = []
    do throws(FileError) {
      for folder in Set(new.map { layout.dossierFolder($0.dossier.uuid) }) { try makeFolderOnce(folder) }
      try files.write(new.map(\.file)) { file, stamp in
        if let dossier = byPath[file.path] { written.append((dossier, stamp)) }
      }
    } catch {
      // Some are in place, some are not: the rows come from what there is.
      reindexOrRemember(Set(new.map(\.dossier.uuid)))
      throw StoreError(error)
    }
    do throws(StoreError) {
      let zaaktypen = try catalogi.all()
      try index.write { db in
        for (dossier, stamp) in written { try putRow(dossier, stamp, zaaktypen, in: db) }
      }
    } catch {
      reindexOrRemember(Set(written.map(\.0.uuid)))
      throw error
    }
    return written.count
  }

  func putRow(
    _ dossier: Dossier, _ stamp: FileStamp, _ zaaktypen: [String: ZaaktypeVersie], in db: Database
  ) throws {
    // The operations are looked up within the transaction, so that the row of whoever comes last is the right one.
    try IndexRows.put(entry(dossier, stamp, zaaktypen), in: db)
    try db.cachedStatement(sql: "DELETE FROM vuil WHERE uuid = ?").execute(arguments: [dossier.uuid])
  }

  func entry(_ dossier: Dossier, _ stamp: FileStamp, _ zaaktypen: [String: ZaaktypeVersie]) -> IndexEntry {
    IndexEntry(
      dossier, stamp: stamp, pending: pending(dossier.uuid),
      zaaktype: dossier.zaak.value.zaaktype.uuid.flatMap { zaaktypen[$0] })
  }

  /// Says in the index, before files are written, which rows will be older than their files.
  private func markDirty(_ uuids: [String]) throws(StoreError) {
    try index.write { db in
      let statement = try db.cachedStatement(sql: "INSERT OR IGNORE INTO vuil(uuid) VALUES(?)")
      for uuid in uuids { try statement.execute(arguments: [uuid]) }
    }
  }

  private func makeFolderOnce(_ folder: String) throws(FileError) {
    if state.withLock({ $0.folders.contains(folder) }) { return }
    try files.makeFolder(folder)
    _ = state.withLock { $0.folders.insert(folder) }
  }

  /// Takes the offline copy of a zaak away; its operations stay in the queue.
  public func remove(_ uuid: String) throws(StoreError) {
    guard let uuid = Ref.uuid(uuid) else { return }
    try writing.withLock { _ throws(StoreError) in
      try markDirty([uuid])
      do throws(StoreError) {
        try storing { () throws(FileError) in try files.remove(layout.dossier(uuid)) }
        try reindex([uuid])
      } catch {
        reindexOrRemember([uuid])
        throw error
      }
    }
  }

  /// The UUIDs of all zaken of which the server's word is on this machine.
  public func knownDossiers() throws(StoreError) -> Set<String> {
    retryStaleRows()
    return try index.read { db in try Set(String.fetchCursor(db, sql: "SELECT uuid FROM zaak WHERE omvang > 0")) }
  }
}

/// What is in the file of a dossier.
enum ReadDossier: Sendable {
  case missing
  case whole(Dossier, FileStamp)
  case damaged(why: String)
}

extension Store {
  func read(_ uuid: String) throws(StoreError) -> ReadDossier {
    do throws(FileError) {
      // The stamp first: if the file is replaced in between, the index knows an old stamp and looks again.
      guard let stamp = try files.stamp(layout.dossier(uuid)) else { return .missing }
      let bytes = try files.read(layout.dossier(uuid))
      do {
        let dossier = try Dossier(json: JSON(parsing: bytes))
        return dossier.uuid == uuid ? .whole(dossier, stamp) : .damaged(why: "een andere zaak dan de naam zegt")
      } catch {
        return .damaged(why: "\(error)")
      }
    } catch {
      if error.kind == .notFound { return .missing }
      throw StoreError(error)
    }
  }
}
