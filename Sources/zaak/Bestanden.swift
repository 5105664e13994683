import Crypto
import Foundation
import Model
import Rules
import Runtime
import Store
import Sync

extension Session {
  /// Takes a file into the store, in pieces.
  ///
  /// - Parameters:
  ///   - naam: nil for the name that it has
  ///   - formaat: nil for what its extension says
  func keep(_ path: String, naam: String?, formaat: String?) throws -> Bestand {
    let url = URL(fileURLWithPath: path)
    let file: FileHandle
    do {
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        throw Failure(.badData, "'\(path)' is geen bestand. Geef een bestand.")
      }
      file = try FileHandle(forReadingFrom: url)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badData, "'\(path)' is niet te lezen. Kijk of het er staat en of u het mag lezen.")
    }
    defer { try? file.close() }
    let writer = try stored { try store.makeContent() }
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty { try writer.write(piece) }
      let sha256 = try writer.finish()
      let name = naam ?? url.lastPathComponent
      return Bestand(
        naam: name, formaat: formaat ?? MediaType.of(name),
        content: DocumentContent(sha256: sha256, size: writer.size))
    } catch let error as StoreError {
      writer.discard()
      throw Failure(ExitCode(error), error.description)
    } catch {
      writer.discard()
      throw Failure(.io, "'\(path)' kon niet helemaal worden gelezen. Probeer het opnieuw.")
    }
  }
}

/// A file of the user that is being written: beside its place until it is whole.
final class Uitvoer: @unchecked Sendable {
  private let path: String
  private let part: String
  private let file: FileHandle
  private var hash = SHA256()

  /// - Parameter over: what is there already may go
  init(_ path: String, over: Bool) throws {
    guard over || !FileManager.default.fileExists(atPath: path) else {
      throw Failure(.badData, "'\(path)' bestaat al. Geef een andere naam met -o, of --over om het te vervangen.")
    }
    self.path = path
    part = path + ".deel-" + UUID().uuidString.prefix(8).lowercased()
    let made = FileManager.default.createFile(
      atPath: part, contents: nil, attributes: [.posixPermissions: 0o600])
    guard made, let file = FileHandle(forWritingAtPath: part) else {
      throw Failure(.io, "'\(path)' kan niet worden geschreven. Kijk of de map bestaat en of u er mag schrijven.")
    }
    self.file = file
  }

  func write(_ piece: [UInt8]) throws {
    do {
      try file.write(contentsOf: piece)
    } catch {
      throw Failure(.io, "'\(path)' kon niet helemaal worden geschreven; de schijf is misschien vol.")
    }
    hash.update(data: piece)
  }

  /// Puts it in its place.
  ///
  /// - Parameter sha256: what it has to be; nil where that is not known
  func finish(sha256: String?) throws {
    let found = hexadecimal(hash.finalize())
    guard sha256 == nil || sha256?.lowercased() == found else {
      throw Failure(
        .badData, "De inhoud is niet wat de server erover heeft vastgelegd (integriteit). Vraag de beheerder.")
    }
    try? file.synchronize()
    try? file.close()
    guard rename(part, path) == 0 else { throw Failure(.io, "'\(path)' kan niet worden geschreven.") }
  }

  func discard() {
    try? file.close()
    unlink(part)
  }
}

/// The media type that an extension of a file stands for.
enum MediaType {
  private static let known: [String: String] = [
    "csv": "text/csv", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "eml": "message/rfc822",
    "gif": "image/gif", "htm": "text/html", "html": "text/html", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "json": "application/json", "md": "text/markdown", "mp3": "audio/mpeg", "mp4": "video/mp4",
    "msg": "application/vnd.ms-outlook", "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet", "odt": "application/vnd.oasis.opendocument.text",
    "pdf": "application/pdf", "png": "image/png", "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", "rtf": "application/rtf",
    "svg": "image/svg+xml", "tif": "image/tiff", "tiff": "image/tiff", "txt": "text/plain",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xml": "application/xml",
    "zip": "application/zip",
  ]

  static func of(_ name: String) -> String {
    known[URL(fileURLWithPath: name).pathExtension.lowercased()] ?? "application/octet-stream"
  }
}
