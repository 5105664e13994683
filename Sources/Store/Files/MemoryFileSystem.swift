import Synchronization

/// A file system in memory that forgets, at a crash, what was not synced.
public final class MemoryFileSystem: FileSystem {
  fileprivate struct File {
    var bytes: [UInt8]
    var modified: Int
  }
  fileprivate struct State {
    /// What programs see.
    var files: [String: File] = [:]
    /// What is there after a power cut.
    var durable: [String: File] = [:]
    var folders: Set<String> = ["/"]
    var locks: [String: HeldLock] = [:]
    /// Nanoseconds; goes on at each change.
    var clock = 1
    var passing = 0
  }
  private let state = Mutex(State())

  public init() {}

  /// With the files of another, on which nothing is open.
  public init(copying other: MemoryFileSystem) {
    var copy = other.state.withLock { $0 }
    copy.locks = [:]
    let taken = copy
    state.withLock { $0 = taken }
  }

  /// The process dies, and its locks with it.
  ///
  /// At a power cut what was not synced goes too.
  public func crash(powerCut: Bool) {
    state.withLock { state in
      state.locks = [:]
      if powerCut { state.files = state.durable }
    }
  }

  public func read(_ path: String) throws(FileError) -> [UInt8] {
    guard let file = state.withLock({ $0.files[path] }) else { throw FileError(.notFound, path, "bestaat niet") }
    return file.bytes
  }

  public func read(_ path: String, piece: Int, _ take: ([UInt8]) -> Void) throws(FileError) {
    let bytes = try read(path)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      take(Array(bytes[start..<min(start + piece, bytes.count)]))
    }
  }

  public func read(_ path: String, at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    Array(try read(path).dropFirst(offset).prefix(count))
  }

  @discardableResult
  public func write(_ bytes: [UInt8], to path: String, durably: Bool) throws(FileError) -> FileStamp {
    try state.withLock { state throws(FileError) in
      try state.needFolder(of: path)
      return state.put(bytes, at: path, durably: durably)
    }
  }

  public func write(_ files: [NewFile], written: (NewFile, FileStamp) -> Void) throws(FileError) {
    for file in files { written(file, try write(file.bytes, to: file.path, durably: files.count <= 8)) }
  }

  public func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try state.withLock { state throws(FileError) in
      try state.needFolder(of: path)
      _ = state.put((state.files[path]?.bytes ?? []) + bytes, at: path, durably: true)
    }
  }

  public func truncate(_ path: String, to size: Int) throws(FileError) {
    try state.withLock { state throws(FileError) in
      guard let file = state.files[path] else { throw FileError(.notFound, path, "bestaat niet") }
      _ = state.put(Array(file.bytes.prefix(size)), at: path, durably: true)
    }
  }

  public func list(_ folder: String) throws(FileError) -> [String] {
    let start = folder + "/"
    return state.withLock { state in
      let below = (Array(state.files.keys) + Array(state.folders)).filter { $0.hasPrefix(start) && $0 != start }
      return Array(Set(below.map { String($0.dropFirst(start.count).prefix { $0 != "/" }) }))
    }
  }

  public func remove(_ path: String) throws(FileError) {
    state.withLock { state in
      state.files[path] = nil
      state.durable[path] = nil
    }
  }

  public func removeAll(_ folder: String) throws(FileError) {
    state.withLock { state in
      let start = folder + "/"
      state.files = state.files.filter { !$0.key.hasPrefix(start) }
      state.durable = state.durable.filter { !$0.key.hasPrefix(start) }
      state.folders = state.folders.filter { $0 != folder && !$0.hasPrefix(start) }
    }
  }

  public func rename(_ path: String, to other: String) throws(FileError) {
    try state.withLock { state throws(FileError) in
      guard let file = state.files.removeValue(forKey: path) else {
        throw FileError(.notFound, path, "bestaat niet")
      }
      try state.needFolder(of: other)
      state.files[other] = file
      state.durable[path] = nil
      state.durable[other] = file
    }
  }

  public func makeFolder(_ path: String) throws(FileError) {
    state.withLock { state in
      var path = path
      while state.folders.insert(path).inserted { path = folder(of: path) }
    }
  }

  public func stamp(_ path: String) throws(FileError) -> FileStamp? {
    state.withLock { state in
      state.files[path].map { FileStamp(size: $0.bytes.count, modified: $0.modified) }
    }
  }

  public func lock(_ path: String) throws(FileError) -> any FileLock {
    try state.withLock { state throws(FileError) in
      try state.needFolder(of: path)
      if let holder = state.locks[path]?.lock, holder.isHeld { throw FileError(.locked(pid: 1), path, "in gebruik") }
      if state.files[path] == nil { _ = state.put([], at: path, durably: false) }
      let lock = MemoryLock()
      state.locks[path] = HeldLock(lock: lock)
      return lock
    }
  }

  public func makeFile(in folder: String) throws(FileError) -> any FileWriter {
    try state.withLock { state throws(FileError) in try state.needFolder(of: folder + "/x") }
    return MemoryWriter(in: self)
  }

  public func databasePath(_ path: String) -> String? { nil }
}

extension MemoryFileSystem.State {
  fileprivate func needFolder(of path: String) throws(FileError) {
    guard folders.contains(folder(of: path)) else { throw FileError(.notFound, path, "de map bestaat niet") }
  }

  fileprivate mutating func put(_ bytes: [UInt8], at path: String, durably: Bool) -> FileStamp {
    clock += 1
    let file = MemoryFileSystem.File(bytes: bytes, modified: clock)
    files[path] = file
    if durably { durable[path] = file }
    return FileStamp(size: bytes.count, modified: clock)
  }
}

/// Weak, for a lock ends with its holder.
private struct HeldLock {
  weak var lock: MemoryLock?
}

private final class MemoryLock: FileLock {
  private let held = Atomic<Bool>(true)
  var isHeld: Bool { held.load(ordering: .acquiring) }
  func release() { held.store(false, ordering: .releasing) }
}

private final class MemoryWriter: FileWriter {
  private let files: MemoryFileSystem
  private var bytes: [UInt8] = []

  init(in files: MemoryFileSystem) { self.files = files }

  func write(_ bytes: some Collection<UInt8>) throws(FileError) { self.bytes += bytes }
  func finish(as path: String) throws(FileError) { try files.write(bytes, to: path, durably: true) }
  func discard() { bytes = [] }
}
