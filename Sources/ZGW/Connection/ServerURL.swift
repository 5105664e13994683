/// Scheme, host and port: who gets the token.
struct Origin: Sendable, Hashable, CustomStringConvertible {
  let scheme: String
  /// In lower case; an IPv6 address with its brackets.
  let host: String
  let port: Int

  var description: String {
    let usual = scheme == "https" ? 443 : 80
    return "\(scheme)://\(host)" + (port == usual ? "" : ":\(port)")
  }

  var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}

/// An absolute http or https URL, taken apart so strictly that no two readers can read it in two ways.
///
/// Refused are: user information, backslashes, spaces and control characters, characters outside ASCII, fragments,
/// empty and dotted segments, and escapes of characters that would change the path (`%2F`, `%5C`, `%2E`). What is left
/// means the same to this program, to the HTTP library and to the server.
struct ServerURL: Sendable, Hashable {
  let origin: Origin
  /// Begins with `/`, or is empty.
  let path: String
  let query: String?

  init?(_ text: String) {
    guard text.utf8.count <= 4096, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
      return nil
    }
    guard let colon = text.firstRange(of: "://"), !text.contains("#") else { return nil }
    let scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "https" || scheme == "http" else { return nil }
    let rest = text[colon.upperBound...]
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    guard let (host, port) = ServerURL.authority(rest[..<end], scheme: scheme) else { return nil }
    let tail = rest[end...]
    let mark = tail.firstIndex(of: "?")
    let path = String(tail[..<(mark ?? tail.endIndex)])
    guard ServerURL.isPlain(path: path) else { return nil }
    if let mark {
      let query = String(tail[tail.index(after: mark)...])
      guard ServerURL.isPlain(query: query) else { return nil }
      self.query = query
    } else {
      query = nil
    }
    origin = Origin(scheme: scheme, host: host, port: port)
    self.path = path
  }

  private static func authority(_ text: Substring, scheme: String) -> (host: String, port: Int)? {
    var host = text
    var port = scheme == "https" ? 443 : 80
    let bracket = text.lastIndex(of: "]")
    if let colon = text.lastIndex(of: ":"), bracket.map({ $0 < colon }) ?? true {
      let digits = text[text.index(after: colon)...]
      guard digits.allSatisfy({ ("0"..."9").contains($0) }), let number = Int(digits), (1...65_535).contains(number)
      else { return nil }
      host = text[..<colon]
      port = number
    }
    let isAddress = host.hasPrefix("[") && host.hasSuffix("]") && host.count > 4
    let inner = isAddress ? host.dropFirst().dropLast() : host
    guard let first = inner.first, first != "-", first != "." else { return nil }
    let allowed: (Character) -> Bool = {
      isAddress
        ? $0.isHexDigit || $0 == ":" || $0 == "."
        : $0.isLetter || $0.isNumber || $0 == "-" || $0 == "." || $0 == "_"
    }
    guard inner.allSatisfy(allowed) else { return nil }
    return (host.lowercased(), port)
  }

  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@/".utf8)

  private static func isPlain(path: String) -> Bool {
    guard path.utf8.allSatisfy({ plain.contains($0) || $0 == UInt8(ascii: "%") }) else { return false }
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, segment) in segments.enumerated() {
      if segment == "." || segment == ".." { return false }
      if segment.isEmpty, index + 1 < segments.count { return false }
    }
    guard let escaped = escapes(path) else { return false }
    return escaped.allSatisfy { $0 > 0x20 && $0 != 0x7F && !Set("/\\.%?#".utf8).contains($0) }
  }

  private static func isPlain(query: String) -> Bool {
    query.utf8.allSatisfy { plain.contains($0) || Set("%?".utf8).contains($0) } && escapes(query) != nil
  }

  /// The bytes behind the `%XX` of a text; nil where a `%` is not followed by two hexadecimal digits.
  private static func escapes(_ text: String) -> [UInt8]? {
    var found: [UInt8] = []
    for part in text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst() {
      guard part.count >= 2, let byte = UInt8(String(decoding: part.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      found.append(byte)
    }
    return found
  }
}

extension String {
  /// For a value in a query: all but the unreserved characters of RFC 3986 as `%XX`.
  var percentEncoded: String {
    let free = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in utf8 {
      if free.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Text of someone else in a sentence of ours: no control characters, and not endless.
  func quotable(_ limit: Int = 300) -> String {
    var kept = ""
    for scalar in unicodeScalars.prefix(limit + 1) {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: kept += " "
      default: kept.unicodeScalars.append(scalar)
      }
    }
    return unicodeScalars.count > limit ? String(kept.unicodeScalars.prefix(limit)) + "…" : kept
  }
}
