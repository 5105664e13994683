/// Another file system, at one step of which something goes wrong.
///
/// Steps are the calls that change something; reading fails only after a crash. Replacing many files is a step for
/// each of them.
public struct FaultyFileSystem: FileSystem {
  private let inner: any FileSystem
  public let steps: StepCounter

  public init(wrapping inner: any FileSystem, steps: StepCounter) {
    self.inner = inner
    self.steps = steps
  }

  public func read(_ path: String) throws(FileError) -> [UInt8] {
    try alive(path)
    return try inner.read(path)
  }

  public func read(_ path: String, piece: Int, _ take: ([UInt8]) -> Void) throws(FileError) {
    try alive(path)
    try inner.read(path, piece: piece, take)
  }

  public func read(_ path: String, at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    try alive(path)
    return try inner.read(path, at: offset, count: count)
  }

  @discardableResult
  public func write(_ bytes: [UInt8], to path: String, durably: Bool) throws(FileError) -> FileStamp {
    try step("write", path) { () throws(FileError) in
      try inner.write(bytes, to: path, durably: durably)
    } torn: { () throws(FileError) in
      try leaveHalf(bytes, beside: path)
    }
  }

  public func write(_ files: [NewFile], written: (NewFile, FileStamp) -> Void) throws(FileError) {
    for file in files {
      try step("write", file.path) { () throws(FileError) in
        try inner.write([file], written: written)
      } torn: { () throws(FileError) in
        try leaveHalf(file.bytes, beside: file.path)
      }
    }
  }

  public func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    try step("append", path) { () throws(FileError) in
      try inner.append(bytes, to: path)
    } torn: { () throws(FileError) in
      try inner.append(Array(bytes.prefix(bytes.count / 2)), to: path)
    }
  }

  public func truncate(_ path: String, to size: Int) throws(FileError) {
    try step("truncate", path) { () throws(FileError) in try inner.truncate(path, to: size) }
  }

  public func list(_ folder: String) throws(FileError) -> [String] {
    try alive(folder)
    return try inner.list(folder)
  }

  public func remove(_ path: String) throws(FileError) {
    try step("remove", path) { () throws(FileError) in try inner.remove(path) }
  }

  public func removeAll(_ folder: String) throws(FileError) {
    try step("removeAll", folder) { () throws(FileError) in try inner.removeAll(folder) }
  }

  public func rename(_ path: String, to other: String) throws(FileError) {
    try step("rename", path) { () throws(FileError) in try inner.rename(path, to: other) }
  }

  public func makeFolder(_ path: String) throws(FileError) {
    try step("folder", path) { () throws(FileError) in try inner.makeFolder(path) }
  }

  public func stamp(_ path: String) throws(FileError) -> FileStamp? {
    try alive(path)
    return try inner.stamp(path)
  }

  public func lock(_ path: String) throws(FileError) -> any FileLock {
    try step("lock", path) { () throws(FileError) in try inner.lock(path) }
  }

  public func makeFile(in folder: String) throws(FileError) -> any FileWriter {
    try alive(folder)
    return FaultyWriter(try inner.makeFile(in: folder), in: self)
  }

  public func databasePath(_ path: String) -> String? { inner.databasePath(path) }

  public func willCommit(_ path: String) throws(FileError) {
    try step("commit", path) { () throws(FileError) in try inner.willCommit(path) }
  }

  private func alive(_ path: String) throws(FileError) {
    if steps.hasCrashed { throw FileError(.crashed, path, "gecrasht") }
  }

  /// What a crash leaves of a file that was to be replaced: a part of the temporary one.
  private func leaveHalf(_ bytes: [UInt8], beside path: String) throws(FileError) {
    try inner.append(Array(bytes.prefix(bytes.count / 2)), to: "\(folder(of: path))/\(TemporaryFile.prefix)half")
  }

  fileprivate func step<Reply>(
    _ name: String, _ path: String, whole: () throws(FileError) -> Reply,
    torn: () throws(FileError) -> Void = { () throws(FileError) in }
  ) throws(FileError) -> Reply {
    let file = path.split(separator: "/").last.map { String($0) } ?? path
    guard let fault = steps.step("\(name) \(file)") else { return try whole() }
    switch fault {
    case .error(let when):
      try happen(when, whole: whole, torn: torn)
      throw FileError(.other, path, "ingevoerde fout")
    case .crash(let when):
      try happen(when, whole: whole, torn: torn)
      throw FileError(.crashed, path, "gecrasht")
    case .diskFull:
      try torn()
      throw FileError(.full, path, "ingevoerd: schijf vol")
    case .status, .timeOut: return try whole()
    }
  }

  private func happen<Reply>(
    _ when: Fault.When, whole: () throws(FileError) -> Reply, torn: () throws(FileError) -> Void
  ) throws(FileError) {
    switch when {
    case .before: break
    case .torn: try torn()
    case .after: _ = try whole()
    }
  }
}

private final class FaultyWriter: FileWriter {
  let inner: any FileWriter
  let files: FaultyFileSystem

  init(_ inner: any FileWriter, in files: FaultyFileSystem) {
    self.inner = inner
    self.files = files
  }

  func write(_ bytes: some Collection<UInt8>) throws(FileError) {
    try files.step("piece", "") { () throws(FileError) in
      try inner.write(bytes)
    } torn: { () throws(FileError) in
      try inner.write(Array(bytes.prefix(bytes.count / 2)))
    }
  }

  func finish(as path: String) throws(FileError) {
    try files.step("finish", path) { () throws(FileError) in try inner.finish(as: path) }
  }

  func discard() { inner.discard() }
}
