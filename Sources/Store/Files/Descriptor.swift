import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An open file, closed when nobody holds it any more.
final class Descriptor: Sendable {
  let number: Int32
  let path: String

  init(_ path: String, _ flags: Int32) throws(FileError) {
    self.path = path
    var number: Int32
    repeat { number = open(path, flags | O_CLOEXEC, 0o600) } while number < 0 && errno == EINTR
    guard number >= 0 else { throw FileError.last(path) }
    self.number = number
  }

  deinit { close(number) }

  /// At most `count` bytes; fewer only at the end of the file.
  func read(_ count: Int) throws(FileError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = systemRead(number, buffer.baseAddress.map { $0 + filled }, count - filled)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        guard got > 0 else { return }
        filled += got
      }
    }
    if failed { throw FileError.last(path) }
    return bytes
  }

  func write(_ bytes: some Collection<UInt8>) throws(FileError) {
    let copied = ContiguousArray(bytes)
    let failed = copied.withUnsafeBytes { buffer -> Bool in
      var done = 0
      while done < buffer.count {
        let put = systemWrite(number, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if put < 0, errno == EINTR { continue }
        guard put >= 0 else { return true }
        done += put
      }
      return false
    }
    if failed { throw FileError.last(path) }
  }

  func sync() throws(FileError) {
    guard fsync(number) == 0 else { throw FileError.last(path) }
  }

  func syncData() throws(FileError) {
    #if canImport(Glibc)
      guard fdatasync(number) == 0 else { throw FileError.last(path) }
    #else
      try sync()
    #endif
  }

  /// Syncs the whole disk on which this is, or where the system cannot do that, each of the files.
  func syncDisk(of files: [String]) throws(FileError) {
    guard let syncfs = Descriptor.syncfs else {
      for file in files { try Descriptor(file, O_RDONLY).sync() }
      return
    }
    guard syncfs(number) == 0 else { throw FileError.last(path) }
  }

  /// Linux has it, though Swift's Glibc does not show it.
  private static let syncfs: (@convention(c) (Int32) -> Int32)? =
    dlsym(dlopen(nil, RTLD_NOW), "syncfs").map { unsafeBitCast($0, to: (@convention(c) (Int32) -> Int32).self) }

  func stamp() throws(FileError) -> FileStamp {
    var info = stat()
    guard fstat(number, &info) == 0 else { throw FileError.last(path) }
    return FileStamp(info)
  }
}

/// A file with a passing name; what is not renamed is removed with this object.
final class TemporaryFile {
  /// How the names begin, so that leftovers of a crash are known.
  static let prefix = ".tmp-"
  private static let made = Atomic<Int>(0)

  let path: String
  let descriptor: Descriptor
  private var isPassing = true

  init(in folder: String) throws(FileError) {
    let number = TemporaryFile.made.add(1, ordering: .relaxed).newValue
    path = "\(folder)/\(TemporaryFile.prefix)\(getpid())-\(number)"
    descriptor = try Descriptor(path, O_WRONLY | O_CREAT | O_TRUNC)
  }

  deinit { if isPassing { unlink(path) } }

  func write(_ bytes: some Collection<UInt8>) throws(FileError) { try descriptor.write(bytes) }

  /// Someone else looks after the file from now on.
  func keep() { isPassing = false }

  func rename(to other: String) throws(FileError) {
    guard systemRename(path, other) == 0 else { throw FileError.last(other) }
    keep()
  }
}

final class DiskLock: FileLock {
  private let file: Mutex<Descriptor?>

  init(_ file: Descriptor) { self.file = Mutex(file) }

  func release() { file.withLock { $0 = nil } }
}

final class DiskWriter: FileWriter {
  private var file: TemporaryFile?

  init(_ file: TemporaryFile) { self.file = file }

  func write(_ bytes: some Collection<UInt8>) throws(FileError) { try file?.write(bytes) }

  func finish(as path: String) throws(FileError) {
    guard let file else { return }
    try file.descriptor.sync()
    try file.rename(to: path)
    try Descriptor(folder(of: path), O_RDONLY | O_DIRECTORY).sync()
    self.file = nil
  }

  func discard() { file = nil }
}

extension FileError {
  /// The error of the system call just made.
  static func last(_ path: String) -> FileError {
    let number = errno
    let kind: Kind =
      switch number {
      case ENOENT: .notFound
      case EACCES, EPERM, EROFS: .noAccess
      case ENOSPC, EDQUOT: .full
      default: .other
      }
    return FileError(kind, path, String(cString: strerror(number)))
  }
}

// The system's functions, under names that the methods here do not have.
func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, buffer, count) }
func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(file, buffer, count) }
func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
