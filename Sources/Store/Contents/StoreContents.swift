import Crypto
import Model

/// A file content on its way into the store, piece by piece, in constant memory.
///
/// Not for use from two tasks at once. Without `finish` nothing of it remains.
public final class ContentWriter {
  private let layout: Layout
  private let files: any FileSystem
  private let file: any FileWriter
  private var hash = SHA256()
  /// Bytes so far.
  public private(set) var size = 0

  init(_ layout: Layout, files: any FileSystem) throws(StoreError) {
    self.layout = layout
    self.files = files
    file = try storing { () throws(FileError) in try files.makeFile(in: layout.contents) }
  }

  public func write(_ bytes: some Collection<UInt8>) throws(StoreError) {
    let piece = Array(bytes)
    try storing { () throws(FileError) in try file.write(piece) }
    hash.update(data: piece)
    size += piece.count
  }

  /// Keeps the content; gives its SHA-256 in 64 hexadecimal digits, by which it is found again.
  public func finish() throws(StoreError) -> String {
    let name = hexadecimal(hash.finalize())
    try storing { () throws(FileError) in
      if try files.stamp(layout.content(name)) != nil { return file.discard() }
      try files.makeFolder(layout.contentFolder(name))
      try file.finish(as: layout.content(name))
    }
    return name
  }

  public func discard() { file.discard() }
}

/// Two digits a byte, in lower case.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  var text = ""
  for byte in bytes {
    if byte < 16 { text += "0" }
    text += String(byte, radix: 16)
  }
  return text
}

extension Store {
  /// Read in pieces, for a content may be larger than memory.
  func hash(of path: String) throws(FileError) -> String {
    var hash = SHA256()
    try files.read(path, piece: 1 << 20) { hash.update(data: $0) }
    return hexadecimal(hash.finalize())
  }

  /// For a content that comes in pieces.
  public func makeContent() throws(StoreError) -> ContentWriter { try ContentWriter(layout, files: files) }

  /// Keeps a content; gives its SHA-256.
  public func putContent(_ pieces: some Sequence<[UInt8]>) throws(StoreError) -> String {
    let writer = try makeContent()
    do throws(StoreError) {
      for piece in pieces { try writer.write(piece) }
      return try writer.finish()
    } catch {
      writer.discard()
      throw error
    }
  }

  /// So many bytes of a content from an offset on; `.damaged` where the content is not here or is shorter.
  public func content(_ sha256: String, at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    guard let path = try content(sha256) else {
      throw .damaged(file: "contents/" + sha256, why: "de inhoud van het document is niet (meer) op deze machine")
    }
    let bytes = try storing { () throws(FileError) in try files.read(path, at: offset, count: count) }
    guard bytes.count == count else {
      throw .damaged(file: layout.name(path), why: "is korter dan toen het bewaard werd")
    }
    return bytes
  }

  /// The path of a content by its SHA-256; nil where it is not here.
  public func content(_ sha256: String) throws(StoreError) -> String? {
    guard sha256.utf8.count == 64, sha256.utf8.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    let path = layout.content(sha256.lowercased())
    return try storing { () throws(FileError) in try files.stamp(path) } == nil ? nil : path
  }
}
