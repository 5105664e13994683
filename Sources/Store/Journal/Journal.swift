import Model
import Synchronization

/// The file with the user's operations: the only one that cannot be fetched again.
final class Journal: Sendable {
  private struct State {
    /// Bytes of whole lines; what stands beyond is what a failed append left.
    var length = 0
    var lines = 0
    /// Lines beyond `length` may be there.
    var hasTail = false
    var queue = OperationQueue()
  }
  private let files: any FileSystem
  private let path: String
  /// Compaction at this many lines of ended operations.
  private let limit: Int
  private let state: Mutex<State>

  /// Reads the journal.
  ///
  /// A torn tail is cut off and lines that are no JSON are taken out; both are kept in files beside.
  init(
    _ layout: Layout, files: any FileSystem, limit: Int, findings: Findings
  ) throws(FileError) {
    self.files = files
    self.limit = limit
    path = layout.journal
    let name = layout.name(path)
    var bytes: [UInt8] = []
    if try files.stamp(path) != nil { bytes = try files.read(path) }
    let file = JournalFile(bytes)
    if !file.damaged.isEmpty {
      let aside = "\(path).\(Findings.timeStamp).damaged"
      try files.write(Array(file.damaged.joined(separator: [0x0A])) + [0x0A], to: aside, durably: true)
      findings.add(
        Finding(.damagedLine, name, "\(file.damaged.count) onleesbare regels bewaard in \(layout.name(aside))"))
    }
    if !file.torn.isEmpty {
      let aside = "\(path).\(Findings.timeStamp).torn"
      try files.write(Array(file.torn), to: aside, durably: true)
      findings.add(
        Finding(.tornJournal, name, "een afgebroken laatste regel is bewaard in \(layout.name(aside))"))
    }
    let whole = JournalFile.bytes(file.lines)
    if !file.damaged.isEmpty {
      try files.write(whole, to: path, durably: true)
    } else if file.lacksNewline {
      try files.append([0x0A], to: path)
    } else if !file.torn.isEmpty {
      try files.truncate(path, to: file.torn.startIndex)
    }
    let unknown = file.lines.count { $0.entry == nil }
    if unknown > 0 {
      findings.add(Finding(.unknownLine, name, "\(unknown) regels van een soort die deze versie niet kent"))
    }
    let length = try files.stamp(path)?.size ?? 0
    state = Mutex(State(length: length, lines: file.lines.count, queue: OperationQueue(file.entries)))
  }

  var queue: OperationQueue { state.withLock { $0.queue } }

  /// Returns when the entries are on the disk; only then the queue has them.
  ///
  /// When it throws nothing has changed.
  ///
  /// `decide` gives the entries for the queue as it is; nobody else records in between. `taken` runs before anyone
  /// else can record, so that what is derived from the queue sees entries in their order.
  func record(
    _ decide: (OperationQueue) -> [JournalEntry], taken: ([JournalEntry], OperationQueue) -> Void
  ) throws(FileError) {
    try state.withLock { state throws(FileError) in
      let entries = decide(state.queue)
      guard !entries.isEmpty else { return }
      var bytes: [UInt8] = []
      for entry in entries {
        bytes += entry.json.bytes()
        bytes.append(0x0A)
      }
      if state.hasTail { try cut(&state) }
      do throws(FileError) {
        try files.append(bytes, to: path)
      } catch {
        state.hasTail = true
        // When this fails too, the next record tries again, and opening the store sees to it otherwise.
        try? cut(&state)
        throw error
      }
      state.length += bytes.count
      state.lines += entries.count
      for entry in entries { state.queue.take(entry) }
      taken(entries, state.queue)
    }
  }

  private func cut(_ state: inout State) throws(FileError) {
    if try files.stamp(path) != nil { try files.truncate(path, to: state.length) }
    state.hasTail = false
  }

  /// Leaves out the lines of ended operations, when there are many of them.
  func compact() throws(FileError) {
    try state.withLock { state throws(FileError) in
      // An operation that has not ended has two or three lines; more than that beyond the limit are of ended ones.
      guard !state.hasTail, state.lines > limit + 3 * state.queue.pending.count else { return }
      let file = JournalFile(try files.read(path))
      let living = file.living(state.queue)
      guard file.torn.isEmpty, file.lines.count - living.count > limit else { return }
      let bytes = JournalFile.bytes(living)
      try files.write(bytes, to: path, durably: true)
      state.length = bytes.count
      state.lines = living.count
    }
  }
}
