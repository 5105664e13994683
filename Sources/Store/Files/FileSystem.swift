/// All access to the disk: few primitives, each of which is one step that can fail.
///
/// Paths are absolute. New folders are for the user only (0700), new files too (0600).
public protocol FileSystem: Sendable {
  func read(_ path: String) throws(FileError) -> [UInt8]

  /// Reads a file in pieces of so many bytes, the last one shorter.
  func read(_ path: String, piece: Int, _ take: ([UInt8]) -> Void) throws(FileError)

  /// Reads so many bytes from an offset on; fewer where the file ends before.
  func read(_ path: String, at offset: Int, count: Int) throws(FileError) -> [UInt8]

  /// Replaces a file whole: a temporary file in the same folder, fsync, rename. Its folder has to be there.
  ///
  /// `durably` also has the folder synced, so that after a power cut the new content is certain to be there.
  @discardableResult
  func write(_ bytes: [UInt8], to path: String, durably: Bool) throws(FileError) -> FileStamp

  /// Replaces many files whole, with one sync of the disk for all of them.
  ///
  /// Few files (up to 8) are replaced durably. Of more, a power cut soon after may bring the old ones back, whole.
  ///
  /// When it throws, some files are new and the others as they were; none is half-written. `written` is told of each
  /// file that is in place.
  func write(_ files: [NewFile], written: (NewFile, FileStamp) -> Void) throws(FileError)

  /// Adds to the end of a file, which is made when it is not there; returns when the bytes are on the disk (fdatasync).
  func append(_ bytes: [UInt8], to path: String) throws(FileError)

  /// Cuts a file off, and returns when that is on the disk.
  func truncate(_ path: String, to size: Int) throws(FileError)

  /// The names in a folder, in no order; none where there is no such folder.
  func list(_ folder: String) throws(FileError) -> [String]

  /// No error where there is no such file.
  func remove(_ path: String) throws(FileError)
  func rename(_ path: String, to other: String) throws(FileError)

  /// Removes a folder with all that is in it; no error where it is not there. Links are removed, not followed.
  func removeAll(_ folder: String) throws(FileError)

  /// Makes the folder and those above it; no error where it is there.
  func makeFolder(_ path: String) throws(FileError)

  /// Nil where there is no such file.
  func stamp(_ path: String) throws(FileError) -> FileStamp?

  /// Takes the file as a lock for this process and writes its process id in it; kept until the lock is let go.
  func lock(_ path: String) throws(FileError) -> any FileLock

  /// A new file without a name yet, in an existing folder, to be filled piece by piece.
  func makeFile(in folder: String) throws(FileError) -> any FileWriter

  /// Where SQLite can keep the database that belongs at `path`; nil for in memory only.
  func databasePath(_ path: String) -> String?

  /// Is told before each transaction on a database, so that faults can be injected there too.
  func willCommit(_ path: String) throws(FileError)
}

extension FileSystem {
  public func willCommit(_ path: String) throws(FileError) {}
}

/// A file to be written, with its whole content.
public struct NewFile: Sendable, Hashable {
  public let path: String
  public let bytes: [UInt8]

  public init(_ path: String, _ bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// By what a file is seen to have been replaced, without reading it.
public struct FileStamp: Sendable, Hashable {
  /// Bytes.
  public let size: Int
  /// Nanoseconds since 1970.
  public let modified: Int

  /// Of what has no file.
  static let none = FileStamp(size: 0, modified: 0)

  public init(size: Int, modified: Int) {
    self.size = size
    self.modified = modified
  }
}

/// A lock on a file; let go by `release`, or when nobody holds this object any more.
public protocol FileLock: AnyObject, Sendable {
  func release()
}

/// A file that is being filled; without `finish` nothing of it remains.
public protocol FileWriter: AnyObject {
  func write(_ bytes: some Collection<UInt8>) throws(FileError)
  /// Syncs the file and gives it its name.
  func finish(as path: String) throws(FileError)
  func discard()
}

/// What went wrong with which file.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    case notFound, noAccess, full
    /// Held by the process with this id; nil where it is not known.
    case locked(pid: Int?)
    /// The process counts as dead (only in tests of faults).
    case crashed
    case other
  }
  public let kind: Kind
  public let path: String
  /// The system's own words.
  public let words: String

  public init(_ kind: Kind, _ path: String, _ words: String) {
    self.kind = kind
    self.path = path
    self.words = words
  }

  public var description: String { "\(path): \(words)" }
}
