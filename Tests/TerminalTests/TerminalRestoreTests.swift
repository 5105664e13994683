import Foundation
import Glibc
import Testing

@Suite("The terminal is given back as it was found")
struct TerminalRestoreTests {
  /// What must be in the output after the last frame: screen, cursor, attributes, paste and mouse.
  private static let sequences = [
    "\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1006l", "\u{1B}[?1000l", "\u{1B}[?1l", "\u{1B}[23;2t",
  ]

  private func started() throws -> PtySession {
    let session = try PtySession()
    _ = try session.line("frame")
    try session.output(containing: "frame 1\u{07}")
    #expect(session.modes != session.modesBefore)
    session.forgetOutput()
    return session
  }

  private func expectRestored(_ session: PtySession, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for sequence in Self.sequences { try session.output(containing: sequence) }
    let output = String(decoding: session.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[?25h") || output.contains("\u{1B}[34h\u{1B}[?25h"), sourceLocation: sourceLocation)
    #expect(session.modes == session.modesBefore, sourceLocation: sourceLocation)
  }

  @Test("On close")
  func close() throws {
    let session = try started()
    session.type("\u{11}")
    #expect(try session.end() == 0)
    try expectRestored(session)
  }

  @Test("On exit without close")
  func exits() throws {
    let session = try started()
    session.type("\u{05}")
    #expect(try session.end() == 3 << 8)
    try expectRestored(session)
  }

  @Test("On an error that is thrown past it")
  func throwsPast() throws {
    let session = try started()
    session.type("\u{14}")
    #expect(try session.line("thrown") == "thrown")
    #expect(try session.end() == 0)
    try expectRestored(session)
  }

  @Test("On a signal that asks to leave, in an orderly way", arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
  func signals(_ signal: Int32) throws {
    let session = try started()
    kill(session.process, signal)
    #expect(try session.end() == (128 + signal) << 8)
    try expectRestored(session)
  }

  @Test("On a crash signal, which still kills", arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE])
  func crashSignals(_ signal: Int32) throws {
    let session = try started()
    kill(session.process, signal)
    #expect(try session.end() & 0x7F == signal)
    try expectRestored(session)
  }

  @Test("On a Swift runtime error, abort and a stack overflow", arguments: ["\u{18}", "\u{01}", "\u{0F}"])
  func crashes(_ key: String) throws {
    let session = try started()
    session.type(key)
    #expect(try session.end() & 0x7F != 0)
    try expectRestored(session)
  }

  @Test("While the job is stopped with ^Z, and it is taken again afterwards")
  func jobControl() throws {
    let script = """
      set -m
      "$0"
      echo "stopped $(stty -a | grep -c ' icanon')" >&3
      fg > /dev/null
      echo "status $?" >&3
      """
    let session = try PtySession(shell: script)
    try session.output(containing: "frame 1\u{07}")
    session.forgetOutput()
    let modes = session.modes
    session.type("\u{1A}")
    #expect(try session.line("stopped") == "stopped 1")
    #expect(try session.line("frame") == "frame 2 80x24")
    try expectGivenAndTaken(session)
    #expect(session.modes == modes)
    session.type("\u{11}")
    #expect(try session.line("status") == "status 0")
    #expect(try session.end() == 0)
    #expect(session.modes == session.modesBefore)
  }

  @Test("Where no shell can continue it, a job goes on at once")
  func orphan() throws {
    let session = try started()
    let modes = session.modes
    // The session has no shell, so its process group is orphaned, and SIGTSTP does not stop it.
    kill(session.process, SIGTSTP)
    #expect(try session.line("frame") == "frame 2 80x24")
    try expectGivenAndTaken(session)
    #expect(session.modes == modes)
  }

  @Test("After a stop that cannot be caught the screen is drawn anew")
  func stopAndContinue() throws {
    let session = try started()
    kill(session.process, SIGSTOP)
    #expect(session.stopped())
    kill(session.process, SIGCONT)
    #expect(try session.line("frame") == "frame 2 80x24")
    try session.output(containing: "Woo-verzoek windmolens")
    try session.output(containing: "\u{1B}[?1049h")
  }

  @Test("When the terminal goes away, the program ends")
  func hangUp() throws {
    let session = try started()
    session.hangUp()
    #expect(try session.end() == (128 + SIGHUP) << 8)
  }

  @Test("For another program, and taken again afterwards")
  func suspends() throws {
    let session = try started()
    let modes = session.modes
    session.type("\u{12}")
    #expect(try session.line("suspended") == "suspended canonical")
    #expect(try session.line("frame") == "frame 2 80x24")
    try expectGivenAndTaken(session)
    #expect(session.modes == modes)
  }

  private func expectGivenAndTaken(_ session: PtySession) throws {
    for sequence in Self.sequences { try session.output(containing: sequence) }
    for sequence in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1006h", "Woo-verzoek windmolens"] {
      try session.output(containing: sequence)
    }
  }
}
