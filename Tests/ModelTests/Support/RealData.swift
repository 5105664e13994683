import Foundation
import Model

/// What a real server sent, in the folder beside the project; nil where it is absent.
enum RealData {
  static let isThere = FileManager.default.fileExists(atPath: folder.path)
  static let whyNot = "../shared/zgw is not here"

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/zgw")

  /// Files of a folder with the ending, in order of their names.
  static func files(_ path: String, ending: String) throws -> [(name: String, bytes: [UInt8])] {
    let place = folder.appendingPathComponent(path)
    return try FileManager.default.contentsOfDirectory(atPath: place.path).filter { $0.hasSuffix(ending) }.sorted()
      .map { ($0, Array(try Data(contentsOf: place.appendingPathComponent($0)))) }
  }

  /// The resources of a kind that a server with 300 zaken has, one a line; none where it has no such file.
  static func lines(_ kind: ResourceKind) throws -> [[UInt8]] {
    try files("openzaak-1.30/dataset", ending: kind.rawValue + ".jsonl").filter { $0.name == kind.rawValue + ".jsonl" }
      .flatMap { $0.bytes.split(separator: 0x0A).map { Array($0) } }
  }

  /// The names of the fields that the standard's table gives a schema; empty where the table has no such schema.
  static func standardFields(_ table: String, schema: String) throws -> [String] {
    let text = try String(contentsOf: folder.appendingPathComponent("fields/\(table).txt"), encoding: .utf8)
    var isInside = false
    var names: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("### ") { isInside = line == "### \(schema)" }
      guard isInside, let colon = line.firstIndex(of: ":"), !line.hasPrefix(" "), !line.hasPrefix("#") else { continue }
      names.append(line[..<colon].filter { $0 != "*" })
    }
    return names
  }
}

/// The number tokens of a JSON text, found without the parser under test.
func numberTokens(_ bytes: [UInt8]) -> [String] {
  var tokens: [String] = []
  var token: [UInt8] = []
  var inText = false
  var isEscaped = false
  for byte in bytes {
    if inText {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        inText = false
      }
    } else if "0123456789+-.".utf8.contains(byte) || (!token.isEmpty && "eE".utf8.contains(byte)) {
      token.append(byte)
    } else {
      if !token.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
      token = []
      inText = byte == UInt8(ascii: "\"")
    }
  }
  if !token.isEmpty { tokens.append(String(decoding: token, as: UTF8.self)) }
  return tokens
}
