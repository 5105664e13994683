/// What is wrong with a text that should have been JSON, and where.
public struct JSONError: Error, Hashable, CustomStringConvertible {
  public let problem: String
  /// Bytes from the start of the text.
  public let offset: Int

  public var description: String { "geen geldige JSON bij byte \(offset): \(problem)" }
}

extension JSON {
  /// Values may stand in each other this deep; deeper is refused, so that a hostile text cannot exhaust the stack.
  public static let greatestDepth = 128

  /// Reads one JSON value (RFC 8259); throws `JSONError` on anything else, also on text after it.
  ///
  /// Bytes that are no UTF-8 and escapes that name half a surrogate pair become U+FFFD.
  public init(parsing bytes: some Sequence<UInt8>) throws(JSONError) {
    let copy = ContiguousArray(bytes)
    let result: Result<JSON, JSONError> = copy.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(JSONError) { return .success(try parser.document()) } catch { return .failure(error) }
    }
    self = try result.get()
  }

  public init(parsing text: String) throws(JSONError) {
    try self.init(parsing: text.utf8)
  }
}

private struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  var depth = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func document() throws(JSONError) -> JSON {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
    let value = try value()
    skipSpace()
    guard at == bytes.count else { throw error("er staat nog tekst achter") }
    return value
  }

  private func error(_ problem: String) -> JSONError { JSONError(problem: problem, offset: at) }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
  }

  private mutating func value() throws(JSONError) -> JSON {
    skipSpace()
    guard at < bytes.count else { throw error("de tekst houdt op") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return .object(try object())
    case UInt8(ascii: "["): return .array(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error("een waarde verwacht")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
    guard at + word.utf8CodeUnitCount <= bytes.count else { throw error("onbekend woord") }
    for index in 0..<word.utf8CodeUnitCount where bytes[at + index] != word.utf8Start[index] {
      throw error("onbekend woord")
    }
    at += word.utf8CodeUnitCount
    return value
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= JSON.greatestDepth else { throw error("meer dan \(JSON.greatestDepth) niveaus diep") }
    at += 1
    skipSpace()
  }

  /// Whether the closing byte stands here, and then goes past it.
  private mutating func closes(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    depth -= 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else {
      throw error("'\(Character(Unicode.Scalar(byte)))' verwacht")
    }
    at += 1
  }

  private mutating func object() throws(JSONError) -> JSONObject {
    try enter()
    var members: [JSONObject.Member] = []
    while !closes(UInt8(ascii: "}")) {
      if !members.isEmpty { try expect(UInt8(ascii: ",")) }
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error("een naam verwacht") }
      let name = try string()
      try expect(UInt8(ascii: ":"))
      members.append(.init(name, try value()))
    }
    return JSONObject(members: members)
  }

  private mutating func array() throws(JSONError) -> [JSON] {
    try enter()
    var items: [JSON] = []
    while !closes(UInt8(ascii: "]")) {
      if !items.isEmpty { try expect(UInt8(ascii: ",")) }
      items.append(try value())
    }
    return items
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    guard at > start else { throw error("een cijfer verwacht") }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let first = at
    try digits()
    guard bytes[first] != 0x30 || at == first + 1 else { throw error("een getal begint niet met een losse 0") }
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    at += 1
    var start = at
    var text = ""
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        defer { at += 1 }
        let rest = bytes[start..<at]
        if text.isEmpty { return String(decoding: rest, as: UTF8.self) }
        return text + String(decoding: rest, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += String(decoding: bytes[start..<at], as: UTF8.self)
        text.unicodeScalars.append(try escape())
        start = at
      case 0..<0x20: throw error("een stuurteken in een tekst")
      default: at += 1
      }
    }
    throw error("een tekst zonder einde")
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    at += 1
    guard at < bytes.count else { throw error("de tekst houdt op") }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode()
    default:
      at -= 1
      throw error("onbekend teken na \\")
    }
  }

  private mutating func unicode() throws(JSONError) -> Unicode.Scalar {
    let first = try hex()
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return "\u{FFFD}"
    }
    let back = at
    at += 2
    let second = try hex()
    guard second & 0xFC00 == 0xDC00 else {
      at = back
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF) ?? "\u{FFFD}"
  }

  private mutating func hex() throws(JSONError) -> UInt32 {
    guard at + 4 <= bytes.count else { throw error("vier hexadecimale cijfers verwacht") }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else {
        throw error("vier hexadecimale cijfers verwacht")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }
}
