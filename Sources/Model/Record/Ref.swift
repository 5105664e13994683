/// The URL by which one resource points at another.
public struct Ref: Sendable, Hashable, CustomStringConvertible {
  public let url: String

  public init(_ url: String) { self.url = url }

  public var isEmpty: Bool { url.isEmpty }
  public var description: String { url }

  /// The UUID at the end of the URL, in lower case; nil where the URL does not end in one.
  public var uuid: String? {
    let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let last = path.suffix(36)
    guard last.count == 36, path.count == 36 || path[path.index(path.endIndex, offsetBy: -37)] == UInt8(ascii: "/")
    else { return nil }
    return Ref.uuid(String(decoding: last, as: UTF8.self))
  }

  /// The text in lower case where it has the form of a UUID, else nil.
  public static func uuid(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count == 36 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
      default: guard Character(Unicode.Scalar(byte)).isHexDigit else { return nil }
      }
    }
    return text.lowercased()
  }
}

extension Ref: FieldValue {
  public static var empty: Ref { Ref("") }
  public init?(json: JSON) {
    guard let url = String(json: json) else { return nil }
    self.init(url)
  }
  public var json: JSON { .string(url) }
}
