import Model

/// What the bytes of a journal say.
///
/// Pure: `Journal` does the reading and writing.
struct JournalFile {
  struct Line {
    let bytes: ArraySlice<UInt8>
    /// Nil for a line of a kind that this version does not know.
    let entry: JournalEntry?
  }
  private(set) var lines: [Line] = []
  /// Lines before the end that are not JSON.
  private(set) var damaged: [ArraySlice<UInt8>] = []
  /// What stands after the last whole line and is no line itself.
  private(set) var torn: ArraySlice<UInt8> = []
  /// The last line is whole and lacks only its newline.
  private(set) var lacksNewline = false

  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      take(bytes[start..<end], isLast: end + 1 >= bytes.count, hasNewline: end < bytes.count)
      start = end + 1
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>, isLast: Bool, hasNewline: Bool) {
    if line.isEmpty { return }
    if let json = try? JSON(parsing: line), json.object != nil {
      lines.append(Line(bytes: line, entry: JournalEntry(json: json)))
      lacksNewline = !hasNewline
    } else if isLast {
      torn = line
    } else {
      damaged.append(line)
    }
  }

  var entries: [JournalEntry] { lines.compactMap(\.entry) }

  /// The lines of operations that have not ended, and those that this version does not know.
  ///
  /// Where an operation was made before the server gave addresses that it names, those lines live as long as it does:
  /// its own line still names them by the addresses of this machine.
  func living(_ queue: OperationQueue) -> [Line] {
    let pending = Set(queue.pending.map(\.id) + queue.orphans.map(\.operation))
    return lines.filter { line in
      switch line.entry {
      case .placed: !pending.isEmpty
      case .some(let entry): pending.contains(entry.operationID)
      case nil: true
      }
    }
  }

  static func bytes(_ lines: [Line]) -> [UInt8] {
    var bytes: [UInt8] = []
    for line in lines {
      bytes += line.bytes
      bytes.append(0x0A)
    }
    return bytes
  }
}

extension JournalEntry {
  var operationID: String {
    switch self {
    case .added(let operation), .rebased(let operation, _): operation.id
    case .attempt(let id, _), .moved(let id, _, _), .confirmed(let id, _), .withdrawn(let id, _),
      .placed(let id, _, _, _), .locked(let id, _, _, _):
      id
    }
  }
}
