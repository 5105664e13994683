import Glibc
import Screen
import Testing

@Suite("What the terminal shows is the frame")
struct WhatIsShownTests {
  /// Random text of all widths over random text: the differences between frames are all that is sent.
  @Test("After any sequence of frames", arguments: [(80, 24), (33, 7), (120, 10)])
  func noise(columns: Int, rows: Int) throws {
    let session = try PtySession(
      columns: UInt16(columns), rows: UInt16(rows), environment: ["PROBE_NOISE": "1"])
    var terminal = MiniTerminal(columns: columns, rows: rows)
    for count in 1...60 {
      if count > 1 { session.type("\u{0C}") }
      terminal.feed(try session.output(containing: "frame \(count)\u{07}"))
      session.forgetOutput()
      try expectRows(session, terminal, "frame \(count)")
      #expect(!terminal.isCursorShown)
    }
    #expect(terminal.unknown.isEmpty)
  }

  private func expectRows(
    _ session: PtySession, _ terminal: MiniTerminal, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for row in terminal.cells.indices {
      let line = try session.line("row \(row) ")
      let expected = line.dropFirst("row \(row) ".count)
      let backgrounds = terminal.backgrounds(row: row)
      #expect(
        terminal.text(row: row) == expected.prefix { $0 != "|" }, "\(what), row \(row)", sourceLocation: sourceLocation)
      #expect(backgrounds == expected.suffix(backgrounds.count), "\(what), row \(row)", sourceLocation: sourceLocation)
    }
  }

  /// What the way back did to the screen, the attributes and the cursor must not be seen.
  @Test("After another program had it, and after a stop", arguments: [true, false])
  func comesBack(borrows: Bool) throws {
    let session = try PtySession(environment: ["PROBE_NOISE": "1"])
    var terminal = MiniTerminal(columns: 80, rows: 24)
    terminal.feed(try session.output(containing: "frame 1\u{07}"))
    try expectRows(session, terminal, "before")
    session.forgetOutput()
    if borrows { session.type("\u{12}") } else { kill(session.process, SIGTSTP) }
    terminal.feed(try session.output(containing: "frame 2\u{07}"))
    try expectRows(session, terminal, "after")
    #expect(!terminal.isCursorShown && terminal.unknown.isEmpty)
  }

  @Test("The cursor stands where the frame says")
  func cursor() throws {
    let session = try PtySession()
    var terminal = MiniTerminal(columns: 80, rows: 24)
    terminal.feed(try session.output(containing: "frame 1\u{07}"))
    #expect((terminal.row, terminal.column) == (1, 3) && terminal.isCursorShown)
    #expect(terminal.text(row: 2).contains("2026-1000002   名前と住所"))
    #expect(terminal.unknown.isEmpty)
  }
}
