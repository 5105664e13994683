import Foundation
import Screen
import Testing

/// Compares a frame with the file `Screens/<name>.screen` beside the test's source file.
///
/// The file holds the size, the grid as text, then a line `row:column-column role` for every run of cells that is not
/// plain text, the place of the cursor and the title. `RECORD=1` writes the file, and fails, so that nobody records by
/// accident.
public func expectScreen(
  _ frame: Frame, _ name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = GoldenScreen.folder(besides: filePath).appendingPathComponent(name + ".screen")
  let actual = GoldenScreen.description(of: frame)
  if ProcessInfo.processInfo.environment["RECORD"] == "1" {
    do {
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).screen: look at it, and run again without RECORD", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(name).screen: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record("there is no \(name).screen yet: RECORD=1 makes it\n\(actual)", sourceLocation: sourceLocation)
    return
  }
  if expected != actual {
    let difference = GoldenScreen.difference(expected, actual)
    Issue.record("\(name).screen differs (- expected, + actual)\n\(difference)", sourceLocation: sourceLocation)
  }
}

/// The names of the screens that no test of the folder mentions, in order.
///
/// A test mentions a screen by its name in quotes, with or without the size at its end (`-80x24`).
public func unreferencedScreens(besides filePath: String = #filePath) -> [String] {
  let screens = GoldenScreen.folder(besides: filePath)
  let sources = GoldenScreen.swiftFiles(in: screens.deletingLastPathComponent())
    .compactMap { try? String(contentsOf: $0, encoding: .utf8) }
  let files = (try? FileManager.default.contentsOfDirectory(atPath: screens.path)) ?? []
  return files.filter { $0.hasSuffix(".screen") }.map { String($0.dropLast(".screen".count)) }.sorted()
    .filter { name in
      let withoutSize = name.replacing(/-\d+x\d+$/, with: "")
      return !sources.contains { $0.contains("\"\(name)\"") || $0.contains("\"\(withoutSize)\"") }
    }
}

/// How a frame is written down in a golden file.
public enum GoldenScreen {
  /// The frame as the golden file has it, ending in a line feed.
  public static func description(of frame: Frame) -> String {
    var lines = ["size \(frame.size.columns)x\(frame.size.rows)"]
    lines += (0..<frame.size.rows).map { frame.text(row: $0) }
    lines.append("---")
    lines += (0..<frame.size.rows).flatMap { roles(of: frame, row: $0) }
    if let cursor = frame.cursor { lines.append("cursor \(cursor.row):\(cursor.column)") }
    if !frame.title.isEmpty { lines.append("title \(frame.title)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func roles(of frame: Frame, row: Int) -> [String] {
    let looks = frame.row(row).map { $0.role.rawValue + ($0.isSelected ? " selected" : "") }
    var runs: [String] = []
    var start = 0
    while start < looks.count {
      let end = looks[start...].firstIndex { $0 != looks[start] } ?? looks.count
      if looks[start] != Role.text.rawValue { runs.append("\(row):\(start)-\(end - 1) \(looks[start])") }
      start = end
    }
    return runs
  }

  static func folder(besides filePath: String) -> URL {
    // A test in a subfolder of its target shares the target's folder of screens.
    var folder = URL(fileURLWithPath: filePath).deletingLastPathComponent()
    var candidate = folder
    while candidate.pathComponents.count > 1, !candidate.lastPathComponent.hasSuffix("Tests") {
      candidate.deleteLastPathComponent()
    }
    if candidate.lastPathComponent.hasSuffix("Tests"), candidate.lastPathComponent != "Tests" { folder = candidate }
    return folder.appendingPathComponent("Screens")
  }

  static func swiftFiles(in folder: URL) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
  }

  /// The lines that differ; a line that went or came shifts nothing, as grids keep their size.
  static func difference(_ expected: String, _ actual: String) -> String {
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(let offset, let line, _): lines.append("- \(offset + 1): \(line)")
      case .insert(let offset, let line, _): lines.append("+ \(offset + 1): \(line)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
