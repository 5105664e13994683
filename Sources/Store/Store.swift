import Logging
import Model
import Synchronization

/// All that is kept of one profile on this machine: dossiers, catalogues, the journal, contents and the index.
///
/// All calls block on the disk. Readers do not wait for writers; recording waits for a batch of `put` at most.
public final class Store: Sendable {
  struct State {
    var queue = OperationQueue()
    /// The same operations, by the UUID of their zaak.
    var byDossier: [String: [PendingOperation]] = [:]
    var dossierOf: [String: String] = [:]
    /// Dossiers whose rows could not be written.
    var stale: Set<String> = []
    var meta: JSONObject = [:]
    var folders: Set<String> = []
    var isOpen = true
  }
  static let format = 1

  let layout: Layout
  let files: any FileSystem
  let log: Logger
  let bootID: String
  let state = Mutex(State())
  let findingsList: Findings
  let catalogi: Catalogi
  let journal: Journal
  let index: Index
  /// One writer of dossiers at a time.
  ///
  /// Taken before a transaction of the index, never within one.
  let writing = Mutex<Void>(())
  private let lock: any FileLock

  /// Takes the lock, reads the journal, and sees to it that the index tells what the files say.
  ///
  /// - Parameters:
  ///   - folder: of the profile; made when it is not there
  ///   - bootID: differs after each start of the machine
  ///   - compaction: lines of ended operations in the journal before they are left out
  ///   - progress: of making the index anew, from 0 to 1
  public init(
    folder: String, files: any FileSystem = DiskFileSystem(), log: Logger, bootID: String = Store.currentBoot,
    compaction: Int = 1000, progress: (Double) -> Void = { _ in }
  ) throws(StoreError) {
    let layout = Layout(root: folder)
    let findings = Findings(layout, files: files, log: log)
    (self.layout, self.files, self.log, self.bootID, self.findingsList) = (layout, files, log, bootID, findings)
    lock = try storing { () throws(FileError) in
      for folder in [layout.root, layout.dossiers, layout.catalogi, layout.contents] { try files.makeFolder(folder) }
      return try files.lock(layout.lock)
    }
    let meta = try Store.readMeta(layout, files, findings)
    let journal = try storing { () throws(FileError) in
      try Journal(layout, files: files, limit: compaction, findings: findings)
    }
    let (index, opened) = try Index.open(layout.index, files: files, bootID: bootID)
    (self.journal, self.index) = (journal, index)
    catalogi = Catalogi(layout, files: files, findings: findings)
    state.withLock { state in
      state.meta = meta
      state.take(journal.queue)
    }
    try catchUp(opened, progress)
    try compactJournal()
  }

  /// From `/proc`; elsewhere empty, and then an index that was not closed is compared with all files.
  public static var currentBoot: String {
    let bytes = try? DiskFileSystem().read("/proc/sys/kernel/random/boot_id")
    return String(decoding: bytes ?? [], as: UTF8.self).filter { !$0.isWhitespace }
  }

  /// Lets go of the files and the lock.
  ///
  /// Whatever is asked afterwards throws.
  public func close() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    guard wasOpen else { return }
    do throws(StoreError) { try compactJournal() } catch { log.error("journal niet ingekort: \(error)") }
    index.close()
    lock.release()
  }

  func mustBeOpen() throws(StoreError) {
    guard state.withLock({ $0.isOpen }) else { throw .io("het profiel is al gesloten") }
  }

  /// What was not as it should be, since the store was opened.
  public var findings: [Finding] { findingsList.all }

  /// The operations that have not ended.
  public var queue: OperationQueue { state.withLock { $0.queue } }

  /// Keeps what the user or sync did.
  ///
  /// Returns when it is on the disk; when it throws, nothing has changed.
  public func record(_ entries: [JournalEntry]) throws(StoreError) {
    try record { _ in entries }
  }

  /// Keeps what `decide` makes of the queue as it is at that moment; nobody else records in between.
  ///
  /// - Returns: what was recorded; nothing where there was nothing to
  @discardableResult
  public func record(_ decide: (OperationQueue) -> [JournalEntry]) throws(StoreError) -> [JournalEntry] {
    try mustBeOpen()
    var recorded: [JournalEntry] = []
    var touched: Set<String> = []
    try storing { () throws(FileError) in
      try journal.record(decide) { entries, queue in
        recorded = entries
        touched = state.withLock { state in state.take(entries, queue) }
      }
    }
    // From here on it is kept. Rows that cannot be written now are written later.
    reindexOrRemember(touched)
    return recorded
  }

  /// Leaves the lines of ended operations out of the journal, when there are many.
  public func compactJournal() throws(StoreError) {
    try storing { () throws(FileError) in try journal.compact() }
  }

  func pending(_ uuid: String) -> [PendingOperation] {
    state.withLock { $0.byDossier[uuid] ?? [] }
  }
}

extension Store.State {
  /// Takes the queue as it is after the entries; gives the UUIDs of the zaken that the entries are about.
  mutating func take(_ entries: [JournalEntry], _ queue: OperationQueue) -> Set<String> {
    self.queue = queue
    var touched: Set<String> = []
    for entry in entries {
      if let uuid = dossierOf[entry.operationID] { touched.insert(uuid) }
      // What waited on a zaak of this machine only, now waits on the zaak of the server.
      if case .placed(_, let local, let url, _) = entry {
        touched.formUnion([local.uuid, url.uuid].compactMap(\.self))
      }
    }
    dossierOf = [:]
    for pending in queue.pending { dossierOf[pending.id] = pending.operation.dossier }
    for entry in entries { if let uuid = dossierOf[entry.operationID] { touched.insert(uuid) } }
    for uuid in touched { byDossier[uuid] = nil }
    for pending in queue.pending where touched.contains(pending.operation.dossier) {
      byDossier[pending.operation.dossier, default: []].append(pending)
    }
    return touched
  }

  fileprivate mutating func take(_ queue: OperationQueue) {
    self.queue = queue
    for pending in queue.pending {
      let uuid = pending.operation.dossier
      dossierOf[pending.id] = uuid
      byDossier[uuid, default: []].append(pending)
    }
  }
}
