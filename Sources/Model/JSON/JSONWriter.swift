extension JSON {
  /// The value as JSON text in UTF-8.
  ///
  /// `pretty` gives an indented text of several lines, ending in a newline; without it there is no space and no
  /// newline in the text at all, so that it can be one line of a file.
  public func bytes(pretty: Bool = false) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.write(self)
    if pretty { writer.output.append(0x0A) }
    return writer.output
  }

  public func text(pretty: Bool = false) -> String {
    String(decoding: bytes(pretty: pretty), as: UTF8.self)
  }
}

private struct JSONWriter {
  let pretty: Bool
  var output: [UInt8] = []
  var depth = 0

  init(pretty: Bool) { self.pretty = pretty }

  mutating func write(_ value: JSON) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .number(let digits): output += digits.utf8
    case .string(let text): write(text)
    case .array(let items):
      list(items, open: UInt8(ascii: "["), close: UInt8(ascii: "]")) { writer, item in writer.write(item) }
    case .object(let object):
      list(object.members, open: UInt8(ascii: "{"), close: UInt8(ascii: "}")) { writer, member in
        writer.write(member.name)
        writer.output.append(UInt8(ascii: ":"))
        if writer.pretty { writer.output.append(0x20) }
        writer.write(member.value)
      }
    }
  }

  private mutating func list<Item>(
    _ items: [Item], open: UInt8, close: UInt8, each: (inout JSONWriter, Item) -> Void
  ) {
    output.append(open)
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newLine()
      each(&self, item)
    }
    depth -= 1
    if !items.isEmpty { newLine() }
    output.append(close)
  }

  private mutating func newLine() {
    guard pretty else { return }
    output.append(0x0A)
    output += repeatElement(0x20, count: depth * 2)
  }

  /// Escapes what must be escaped, and DEL and U+0080 to U+009F too: printed as they are, those could steer a terminal.
  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    var before: UInt8 = 0
    for byte in text.utf8 {
      defer { before = byte }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0x0A: output += "\\n".utf8
      case 0x0D: output += "\\r".utf8
      case 0x09: output += "\\t".utf8
      case 0..<0x20, 0x7F:
        escape(byte)
      case 0x80...0x9F where before == 0xC2:
        output.removeLast()
        escape(byte)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ codePoint: UInt8) {
    output += "\\u00".utf8
    output.append(hexDigit(codePoint >> 4))
    output.append(hexDigit(codePoint & 15))
  }

  private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
