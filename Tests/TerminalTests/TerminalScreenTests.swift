import CNcurses
import Foundation
import Glibc
import Testing

@Suite("Terminal on a pseudo-terminal")
struct TerminalScreenTests {
  @Test("Draws text, wide characters included")
  func draws() throws {
    let session = try PtySession()
    #expect(try session.line("frame") == "frame 1 80x24")
    let output = try session.output(containing: "\u{1B}]2;frame 1\u{07}")
    let text = String(decoding: output, as: UTF8.self)
    for part in ["Woo-verzoek windmolens", "名前と住所", "‘De Blauwe Engel’", "────────", "▌"] {
      #expect(text.contains(part))
    }
  }

  @Test("A new size of the window reaches the program")
  func resizes() throws {
    let session = try PtySession()
    #expect(try session.line("frame") == "frame 1 80x24")
    session.resize(columns: 132, rows: 43)
    #expect(try session.line("frame") == "frame 2 132x43")
    session.resize(columns: 20, rows: 5)
    #expect(try session.line("frame") == "frame 3 20x5")
  }

  @Test("Moving the selection one row costs at most 400 bytes")
  func selectionIsCheap() throws {
    let session = try PtySession()
    _ = try session.output(containing: "frame 1\u{07}")
    session.type("\u{1B}OB")
    _ = try session.output(containing: "frame 2\u{07}")
    session.forgetOutput()
    for count in 3...6 {
      session.type("\u{1B}OB")
      let output = try session.output(containing: "frame \(count)\u{07}")
      let title = "\u{1B}]2;frame \(count)\u{07}".utf8.count
      #expect(output.count - title <= 400, "\(output.count - title) bytes")
      #expect(output.count - title > 0)
      session.forgetOutput()
    }
  }

  @Test("A frame that did not change costs nothing but the title")
  func sameFrameIsFree() throws {
    let session = try PtySession()
    _ = try session.output(containing: "frame 1\u{07}")
    session.forgetOutput()
    session.type("\u{0C}")
    let output = try session.output(containing: "frame 2\u{07}")
    #expect(String(decoding: output, as: UTF8.self) == "\u{1B}]2;frame 2\u{07}")
  }

  @Test("Keys, mouse and paste arrive")
  func keys() throws {
    let session = try PtySession()
    _ = try session.line("frame")
    session.type("é")
    #expect(try session.line("key") == "key character(\"é\")")
    session.type("\u{1B}[200~rm -rf\r/\u{1B}[201~")
    #expect(try session.line("key") == "key paste(\"rm -rf\\n/\")")
    session.type("\u{1B}[<0;5;3M\u{1B}[<0;5;3m")
    #expect(try session.line("key").contains("press, button: 1, position: Screen.Position(row: 2, column: 4)"))
    #expect(try session.line("key").contains("release"))
    session.type("\u{1B}")
    #expect(try session.line("key") == "key escape")
    session.type("\u{03}")
    #expect(try session.line("key") == "key control(\"c\")")
  }

  @Test("A paste of a megabyte arrives as one key")
  func longPaste() throws {
    let session = try PtySession()
    _ = try session.line("frame")
    let text = String(repeating: "0123456789abcdef", count: 65536)
    session.type("\u{1B}[200~\(text)\u{1B}[201~")
    let line = try session.line("key")
    #expect(line.utf8.count == text.utf8.count + "key paste(\"\")".utf8.count)
  }

  @Test("A bell rung on another thread wakes the loop")
  func bell() throws {
    let session = try PtySession()
    _ = try session.line("frame")
    session.type("\u{02}")
    #expect(try session.line("bell") == "bell")
  }

  @Test(
    "Every terminal that terminfo knows here shows the frame",
    arguments: ["xterm-256color", "xterm-direct", "screen-256color", "tmux-256color", "linux", "vt100", "xterm"])
  func terminals(_ name: String) throws {
    let session = try PtySession(term: name)
    let first = try session.line("")
    if first.hasPrefix("error"), first.contains("niet bekend") {
      print("skipped: terminfo has no \(name) here")
      return
    }
    #expect(first == "frame 1 80x24")
    try session.output(containing: "Woo-verzoek windmolens")
    session.type("\u{11}")
    #expect(try session.end() == 0)
    #expect(session.modes == session.modesBefore)
  }

  @Test("A terminal that cannot be used is named, and is not touched", arguments: ["dumb", "nietbestaand", ""])
  func refuses(_ name: String) throws {
    let session = try PtySession(term: name)
    let line = try session.line("error")
    #expect(line.contains(name.isEmpty ? "TERM is leeg" : "‘\(name)’"))
    #expect(try session.end() == 1 << 8)
    #expect(session.output.isEmpty)
    #expect(session.modes == session.modesBefore)
  }

  @Test("NO_COLOR leaves attributes, and no colour")
  func noColor() throws {
    let session = try PtySession(environment: ["NO_COLOR": "1"])
    let output = String(decoding: try session.output(containing: "frame 1\u{07}"), as: UTF8.self)
    #expect(!output.contains("38;5;") && !output.contains("48;5;"))
    #expect(output.contains("\u{1B}[7m") || output.contains(";7m"))
    let colorful = try PtySession()
    #expect(String(decoding: try colorful.output(containing: "frame 1\u{07}"), as: UTF8.self).contains("48;5;"))
  }

  @Test("A locale without UTF-8 gets plain ASCII")
  func ascii() throws {
    let session = try PtySession(environment: ["LC_ALL": "C"])
    let output = try session.output(containing: "frame 1\u{07}")
    #expect(output.allSatisfy { $0 < 0x80 })
    #expect(String(decoding: output, as: UTF8.self).contains("Cafe 'De Blauwe Engel'"))
  }

  @Test("A locale that is not installed still means UTF-8, if it says so")
  func absentLocale() throws {
    let session = try PtySession(environment: ["LC_ALL": "xx_XX.UTF-8"])
    try session.output(containing: "名前と住所")
  }
}
