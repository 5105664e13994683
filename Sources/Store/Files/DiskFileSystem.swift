#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The disk of this machine.
public struct DiskFileSystem: FileSystem {
  public init() {}

  public func read(_ path: String) throws(FileError) -> [UInt8] {
    let file = try Descriptor(path, O_RDONLY)
    let size = try file.stamp().size
    var bytes: [UInt8] = []
    // One byte more than there should be, so that a file of the expected size is read in one go.
    var wanted = size + 1
    while true {
      let piece = try file.read(wanted)
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if piece.count < wanted, piece.isEmpty || bytes.count == size { return bytes }
      wanted = 65_536
    }
  }

  public func read(_ path: String, piece: Int, _ take: ([UInt8]) -> Void) throws(FileError) {
    let file = try Descriptor(path, O_RDONLY)
    while true {
      let bytes = try file.read(piece)
      if bytes.isEmpty { return }
      take(bytes)
    }
  }

  public func read(_ path: String, at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    let file = try Descriptor(path, O_RDONLY)
    guard lseek(file.number, off_t(offset), SEEK_SET) >= 0 else { throw FileError.last(path) }
    return try file.read(count)
  }

  @discardableResult
  public func write(_ bytes: [UInt8], to path: String, durably: Bool) throws(FileError) -> FileStamp {
    let file = try TemporaryFile(in: folder(of: path))
    try file.write(bytes)
    try file.descriptor.sync()
    let stamp = try file.descriptor.stamp()
    try file.rename(to: path)
    if durably { try Descriptor(folder(of: path), O_RDONLY | O_DIRECTORY).sync() }
    return stamp
  }

  public func write(_ files: [NewFile], written: (NewFile, FileStamp) -> Void) throws(FileError) {
    // A sync of one file costs about as much as one of the whole disk, so few files are synced one by one.
    guard files.count > 8 else {
      for file in files { written(file, try write(file.bytes, to: file.path, durably: true)) }
      return
    }
    var temporary: [(file: NewFile, name: String, stamp: FileStamp)] = []
    defer { for rest in temporary { unlink(rest.name) } }
    for file in files {
      let new = try TemporaryFile(in: folder(of: file.path))
      try new.write(file.bytes)
      temporary.append((file, new.path, try new.descriptor.stamp()))
      new.keep()
    }
    temporary.reverse()
    try Descriptor(folder(of: temporary[0].name), O_RDONLY | O_DIRECTORY).syncDisk(of: temporary.map(\.name))
    while let next = temporary.last {
      try rename(next.name, to: next.file.path)
      temporary.removeLast()
      written(next.file, next.stamp)
    }
  }

  public func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try Descriptor(path, O_WRONLY | O_APPEND | O_CREAT)
    let isNew = try file.stamp().size == 0
    try file.write(bytes)
    try file.syncData()
    if isNew { try Descriptor(folder(of: path), O_RDONLY | O_DIRECTORY).sync() }
  }

  public func truncate(_ path: String, to size: Int) throws(FileError) {
    let file = try Descriptor(path, O_WRONLY)
    guard ftruncate(file.number, off_t(size)) == 0 else { throw FileError.last(path) }
    try file.sync()
  }

  public func list(_ folder: String) throws(FileError) -> [String] {
    guard let handle = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw FileError.last(folder)
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  public func remove(_ path: String) throws(FileError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw FileError.last(path) }
  }

  public func removeAll(_ folder: String) throws(FileError) {
    guard folder.hasPrefix("/"), folder.contains(where: { $0 != "/" }) else {
      throw FileError(.other, folder, "geen map om weg te halen")
    }
    for name in try list(folder) {
      let path = "\(folder)/\(name)"
      if unlink(path) == 0 || errno == ENOENT { continue }
      // That is how the system says that it is a folder: EISDIR on Linux, EPERM elsewhere.
      guard errno == EISDIR || errno == EPERM else { throw FileError.last(path) }
      try removeAll(path)
    }
    guard rmdir(folder) == 0 || errno == ENOENT else { throw FileError.last(folder) }
  }

  public func rename(_ path: String, to other: String) throws(FileError) {
    guard systemRename(path, other) == 0 else { throw FileError.last(other) }
  }

  public func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, path != "/", !path.isEmpty else { throw FileError.last(path) }
    try makeFolder(folder(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileError.last(path) }
  }

  public func stamp(_ path: String) throws(FileError) -> FileStamp? {
    var info = stat()
    if stat(path, &info) == 0 { return FileStamp(info) }
    if errno == ENOENT { return nil }
    throw FileError.last(path)
  }

  public func lock(_ path: String) throws(FileError) -> any FileLock {
    let file = try Descriptor(path, O_RDWR | O_CREAT)
    // flock belongs to the open file: it also keeps out a second store in this process, and ends with the process.
    guard flock(file.number, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw FileError.last(path) }
      let holder = Int(String(decoding: try file.read(32), as: UTF8.self).filter(\.isNumber))
      throw FileError(.locked(pid: holder), path, "in gebruik")
    }
    guard ftruncate(file.number, 0) == 0 else { throw FileError.last(path) }
    try file.write(Array("\(getpid())\n".utf8))
    return DiskLock(file)
  }

  public func makeFile(in folder: String) throws(FileError) -> any FileWriter {
    DiskWriter(try TemporaryFile(in: folder))
  }

  public func databasePath(_ path: String) -> String? { path }
}

/// What stands before the last `/`.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

extension FileStamp {
  init(_ info: stat) {
    #if canImport(Glibc)
      self.init(size: Int(info.st_size), modified: info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec)
    #else
      let time = info.st_mtimespec
      self.init(size: Int(info.st_size), modified: time.tv_sec * 1_000_000_000 + time.tv_nsec)
    #endif
  }
}
