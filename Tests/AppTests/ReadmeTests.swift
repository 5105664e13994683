import App
import Foundation
import Testing

/// What the README shows of the client is what the client is: `RECORD=1` rewrites it.
@Suite struct ReadmeTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let file = folder.appendingPathComponent("../../README.md").standardized

  @Test("The key table is the one that the keys themselves give, the screen a golden one")
  func generatedPartsAreFresh() throws {
    try expect(part: "toetsen", KeyTable.markdown(.nl))
    try expect(part: "scherm", "```\n" + (try Self.screen("werkvoorraad-120x40")) + "\n```\n")
  }

  /// The grid of a golden screen, without the roles below it and without the blanks at the end of its lines.
  private static func screen(_ name: String) throws -> String {
    let text = try String(contentsOf: folder.appendingPathComponent("Screens/\(name).screen"), encoding: .utf8)
    // The first line of the file says the size.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix(40)
    return lines.map { line in line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? "" }
      .joined(separator: "\n")
  }

  private func expect(part: String, _ wanted: String) throws {
    let readme = try String(contentsOf: Self.file, encoding: .utf8)
    let begin = try #require(readme.range(of: "<!-- \(part) -->\n"), "README.md has no line <!-- \(part) -->")
    let end = try #require(readme.range(of: "<!-- /\(part) -->"), "README.md has no line <!-- /\(part) -->")
    guard readme[begin.upperBound..<end.lowerBound] != wanted else { return }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let fresh = readme.replacingCharacters(in: begin.upperBound..<end.lowerBound, with: wanted)
      try fresh.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    Issue.record("the part \(part) of README.md is stale: RECORD=1 rewrites it")
  }
}
