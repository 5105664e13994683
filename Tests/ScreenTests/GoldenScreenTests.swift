import Foundation
import Screen
import TestSupport
import Testing

@Suite("Golden screens", .enabled(if: ProcessInfo.processInfo.environment["RECORD"] == nil))
struct GoldenScreenTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("golden-\(UUID().uuidString)/VoorbeeldTests")

  /// A folder of tests with its screens.
  private func write(_ files: [String: String]) throws -> String {
    let screens = folder.appendingPathComponent("Screens")
    try FileManager.default.createDirectory(at: screens, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return folder.appendingPathComponent("Voorbeeld.swift").path
  }

  @Test("A frame is compared with its file")
  func compares() throws {
    var frame = Frame(size: Size(columns: 10, rows: 1))
    frame.put("zaak", row: 0, column: 0)
    let path = try write(["Screens/goed.screen": GoldenScreen.description(of: frame)])
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    expectScreen(frame, "goed", filePath: path)
    frame.put("taak", row: 0, column: 0)
    withKnownIssue {
      expectScreen(frame, "goed", filePath: path)
    } matching: { issue in
      issue.comments.contains { $0.rawValue.contains("- 2: zaak") && $0.rawValue.contains("+ 2: taak") }
    }
    withKnownIssue { expectScreen(frame, "afwezig", filePath: path) }
  }

  @Test("A file that no test mentions is found")
  func unreferenced() throws {
    let path = try write([
      "Screens/a.screen": "", "Screens/b-80x24.screen": "", "Screens/c-80x24.screen": "", "Screens/d.screen": "",
      "Voorbeeld.swift": #"expectScreen(frame, "a"); expectBoth(state, "b"); print("cd")"#,
    ])
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    #expect(unreferencedScreens(besides: path) == ["c-80x24", "d"])
  }
}
