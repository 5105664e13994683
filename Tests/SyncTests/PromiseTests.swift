import Foundation
import Testing

/// docs/sync.md and the tests name each other.
struct PromiseTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `S3` and `StepPushTests.workOnANewZaakFollowsIt`, for each test that the page names.
  private static func promises() throws -> [(promise: String, suite: String, test: String)] {
    let page = try String(contentsOf: root.appendingPathComponent("docs/sync.md"), encoding: .utf8)
    var promise = ""
    var found: [(String, String, String)] = []
    for word in page.split(whereSeparator: { $0.isWhitespace || "`,.*-".contains($0) == true && $0 != "." }) {
      if word.first == "S", word.hasSuffix("."), Int(word.dropFirst().dropLast()) != nil {
        promise = String(word.dropLast())
      }
      let parts = word.split(separator: ".")
      if !promise.isEmpty, parts.count == 2, parts[0].hasSuffix("Tests") {
        found.append((promise, String(parts[0]), String(parts[1])))
      }
    }
    return found
  }

  @Test func eachTestThatThePageNamesIsThereAndNamesItsPromise() throws {
    let promises = try Self.promises()
    #expect(Set(promises.map(\.promise)).count == 10)
    #expect(promises.count >= 20)
    let files = FileManager.default.enumerator(
      at: Self.root.appendingPathComponent("Tests"), includingPropertiesForKeys: nil)
    var sources: [String: String] = [:]
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      sources[file.deletingPathExtension().lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    for (promise, suite, test) in promises {
      let lines = sources[suite]?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
      let place = try #require(lines.firstIndex { $0.contains("func \(test)(") }, "\(suite).\(test) is not there")
      let above = lines[..<place].reversed().prefix { !$0.isEmpty }
      #expect(
        above.contains { $0.contains("\(promise):") || $0.contains("\(promise),") },
        "\(suite).\(test) does not name \(promise)")
    }
  }
}
