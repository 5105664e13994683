import GRDB
import Model
import Synchronization

extension Store {
  /// By name; none where the catalogues cannot be read.
  public func zaaktypen() -> [ZaaktypeVersie] {
    knownZaaktypen().values.sorted { ($0.naam, $0.uuid) < ($1.naam, $1.uuid) }
  }

  /// Nil where its catalogue is not here.
  public func zaaktype(of ref: Ref) -> ZaaktypeVersie? {
    ref.uuid.flatMap { knownZaaktypen()[$0] }
  }

  private func knownZaaktypen() -> [String: ZaaktypeVersie] {
    do throws(StoreError) { return try catalogi.all() } catch {
      log.error("catalogi niet gelezen: \(error)")
      return [:]
    }
  }

  /// Keeps a version of a zaaktype; the rows of its zaken get its names.
  public func put(_ versie: ZaaktypeVersie) throws(StoreError) {
    guard !versie.uuid.isEmpty else { throw .damaged(file: "zaaktype", why: "het zaaktype heeft geen UUID") }
    try mustBeOpen()
    try writing.withLock { _ throws(StoreError) in
      let old = try catalogi.all()[versie.uuid]
      guard old != versie else { return }
      let stale = Catalogi.names(old) == Catalogi.names(versie) ? [] : try markDirty(zaaktype: versie.uuid)
      do throws(StoreError) {
        try catalogi.put(versie)
        try reindex(stale)
      } catch {
        reindexOrRemember(stale)
        throw error
      }
    }
  }

  /// Says in the index that the rows of a zaaktype will be older than its catalogue; gives their UUIDs.
  private func markDirty(zaaktype uuid: String) throws(StoreError) -> Set<String> {
    try index.write { db in
      let of = "SELECT uuid FROM zaak WHERE zaaktypeUUID = ?"
      try db.execute(sql: "INSERT OR IGNORE INTO vuil(uuid) \(of)", arguments: [uuid])
      return try Set(String.fetchCursor(db, sql: of, arguments: [uuid]))
    }
  }
}

extension Store {
  static func readMeta(
    _ layout: Layout, _ files: any FileSystem, _ findings: Findings
  ) throws(StoreError) -> JSONObject {
    guard try storing({ () throws(FileError) in try files.stamp(layout.state) }) != nil else { return [:] }
    let bytes = try storing { () throws(FileError) in try files.read(layout.state) }
    guard let meta = (try? JSON(parsing: bytes))?.object else {
      try storing { () throws(FileError) in try findings.moveAside(layout.state, "geen geldige JSON") }
      return [:]
    }
    guard meta["formaat"]?.int ?? 0 <= Store.format else { throw .tooNew }
    return meta
  }

  /// Something that sync wants to know the next time: when it last ran, what the server can do.
  public func meta(_ name: String) -> JSON? { state.withLock { $0.meta[name] } }

  /// Keeps it for the next time; nil takes it away.
  ///
  /// Nothing is written where it is so already.
  public func setMeta(_ name: String, _ value: JSON?) throws(StoreError) {
    try changeMeta(name, durably: false) { $0 = value }
  }

  /// - Parameter durably: a power cut soon after does not bring the old value back
  func changeMeta<Answer>(
    _ name: String, durably: Bool, _ change: (inout JSON?) -> Answer
  ) throws(StoreError) -> Answer {
    try mustBeOpen()
    return try writing.withLock { _ throws(StoreError) in
      var meta = state.withLock { $0.meta }
      var value = meta[name]
      let answer = change(&value)
      guard meta[name] != value else { return answer }
      meta[name] = value
      meta["formaat"] = .number(Store.format)
      try storing { () throws(FileError) in
        try files.write(JSON.object(meta).bytes(pretty: true), to: layout.state, durably: durably)
      }
      state.withLock { $0.meta = meta }
      return answer
    }
  }
}
