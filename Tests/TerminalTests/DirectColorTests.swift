import Foundation
import Testing

@Suite("Direct colours")
struct DirectColorTests {
  /// A terminal as xterm-direct, which Debian does not install by itself.
  private static let entry = #"""
    probe-direct|terminal with direct colours,
    	RGB, colors#0x1000000, pairs#0x7FFF,
    	setaf=\E[%?%p1%{8}%<%t3%p1%d%e38\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
    	setab=\E[%?%p1%{8}%<%t4%p1%d%e48\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
    	use=xterm-256color,
    """#

  @Test("A theme's colours are sent as they are")
  func direct() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("terminfo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("source")
    try (Self.entry + "\n").write(to: source, atomically: true, encoding: .utf8)
    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/tic")
    compiler.arguments = ["-x", "-o", folder.path, source.path]
    do {
      try compiler.run()
    } catch {
      print("skipped: there is no tic here")
      return
    }
    compiler.waitUntilExit()
    try #require(compiler.terminationStatus == 0)
    let variables = ["TERMINFO": folder.path, "TERMINFO_DIRS": ":/etc/terminfo:/lib/terminfo:/usr/share/terminfo"]
    let session = try PtySession(term: "probe-direct", environment: variables)
    _ = try session.line("frame 1 80x24")
    try session.output(containing: "48:2::40:60:90m")
    try session.output(containing: "38:2::120:120:130m")
  }
}
