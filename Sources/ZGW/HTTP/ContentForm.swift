import NIOCore
import Sync

/// A bestandsdeel as `multipart/form-data`: the fields `lock` and `inhoud`, given in pieces of at most 1 MiB.
///
/// Each iterator begins at the start, so a form can be sent again with another token.
struct ContentForm: Sendable, AsyncSequence {
  static let piece = 1_048_576

  private let part: ContentPart
  private let boundary: String
  private let head, tail: [UInt8]

  /// - Parameter boundary: a line that is not in the content
  init(_ part: ContentPart, lock: String, boundary: String) {
    self.part = part
    self.boundary = boundary
    let field = "--\(boundary)\r\nContent-Disposition: form-data; name="
    head = Array(
      (field + "\"lock\"\r\n\r\n\(lock)\r\n" + field + "\"inhoud\"; filename=\"deel\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n").utf8)
    tail = Array("\r\n--\(boundary)--\r\n".utf8)
  }

  /// 128 bits of chance: a content has them by accident as often as two UUIDs are the same.
  init(_ part: ContentPart, lock: String) {
    let numbers = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 16) }
    self.init(part, lock: lock, boundary: "zaaklijn-" + numbers.joined(separator: "-"))
  }

  var type: String { "multipart/form-data; boundary=" + boundary }
  /// Bytes, with all that stands around the content.
  var size: Int { head.count + part.size + tail.count }

  func makeAsyncIterator() -> Iterator { Iterator(form: self) }

  struct Iterator: AsyncIteratorProtocol {
    private enum Place { case head, content(Int), end }
    private let form: ContentForm
    private var place = Place.head

    fileprivate init(form: ContentForm) { self.form = form }

    /// Throws what the reading of the content throws.
    mutating func next() async throws -> ByteBuffer? {
      switch place {
      case .head:
        place = .content(0)
        return ByteBuffer(bytes: form.head)
      case .content(let offset) where offset < form.part.size:
        let count = Swift.min(ContentForm.piece, form.part.size - offset)
        let bytes = try form.part.read(offset, count)
        guard bytes.count == count else {
          throw RemoteError.configuration("Het bestand op deze machine is korter geworden. Voeg het opnieuw toe.")
        }
        place = .content(offset + count)
        return ByteBuffer(bytes: bytes)
      case .content:
        place = .end
        return ByteBuffer(bytes: form.tail)
      case .end: return nil
      }
    }
  }
}
