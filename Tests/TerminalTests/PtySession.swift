import CNcurses
import Foundation
import Glibc

/// The probe, running on a pseudo-terminal; waits for output with a deadline, never for time.
final class PtySession {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  static let deadline = 300.0
  private static let spawning = NSLock()

  private var main: Int32
  /// Kept open, so that the modes can be read when the probe is gone.
  private let other: Int32
  private let report: Int32
  let process: pid_t
  /// Everything that the probe wrote to the terminal so far.
  private(set) var output: [UInt8] = []
  private var lines: [String] = []
  private var unfinishedLine: [UInt8] = []
  private var reportEnded = false
  let modesBefore: [UInt8]

  /// - Parameter environment: besides `TERM` and a UTF-8 locale.
  /// - Parameter shell: a script for bash that runs the probe, which is its `$0`.
  init(
    term: String = "xterm-256color", columns: UInt16 = 80, rows: UInt16 = 24, environment: [String: String] = [:],
    shell: String? = nil
  ) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var (main, other) = (Int32(-1), Int32(-1))
    var name = [CChar](repeating: 0, count: 128)
    // Tests run side by side: until they are marked, the descriptors of one would go to the probe of another.
    Self.spawning.lock()
    defer { Self.spawning.unlock() }
    guard openpty(&main, &other, &name, nil, &size) == 0 else {
      throw Failure(description: "no pseudo-terminal: \(errno)")
    }
    for descriptor in [main, other] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    (self.main, self.other) = (main, other)
    modesBefore = Self.modes(of: other)
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0, ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }) else {
      throw Failure(description: "no pipe: \(errno)")
    }
    report = ends[0]
    let variables = ["TERM": term, "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]
      .merging(environment) { $1 }
    let probe = Self.probe
    let command = shell.map { ["/bin/bash", "-c", $0, probe] } ?? [probe]
    process = try Self.spawn(command, terminal: name, report: ends[1], environment: variables)
    Glibc.close(ends[1])
  }

  deinit {
    kill(process, SIGKILL)
    for descriptor in [main, other, report] where descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// The probe is built beside the tests.
  private static var probe: String {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("terminal-probe").path
  }

  private static func spawn(
    _ command: [String], terminal: [CChar], report: Int32, environment: [String: String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // In its own session, the first terminal that it opens becomes the one that controls it.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    for descriptor: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    posix_spawn_file_actions_adddup2(&actions, report, 3)
    var all = sigset_t()
    var none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK) | 0x80  // POSIX_SPAWN_SETSID
    posix_spawnattr_setflags(&attributes, flags)
    let arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process = pid_t()
    let result = posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
    guard result == 0 else { throw Failure(description: "cannot start \(command[0]): \(result)") }
    return process
  }

  // MARK: Doing

  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(main, $0.baseAddress, min($0.count, 1024)) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
      // Nobody else empties the other direction.
      collect(milliseconds: 0)
    }
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    // The kernel sends SIGWINCH along.
    _ = ioctl(main, UInt(TIOCSWINSZ), &size)
  }

  /// The window is closed, or the connection breaks.
  func hangUp() {
    Glibc.close(main)
    main = -1
  }

  func forgetOutput() { output = [] }

  // MARK: Waiting

  /// The next line of the report that begins so; the lines before it are passed over.
  func line(_ prefix: String) throws -> String {
    try wait(for: "line ‘\(prefix)’") {
      while !self.lines.isEmpty {
        let line = self.lines.removeFirst()
        if line.hasPrefix(prefix) { return line }
      }
      return nil
    }
  }

  /// Waits until the output contains a text, and gives the output up to there.
  @discardableResult
  func output(containing text: String) throws -> [UInt8] {
    let wanted = Array(text.utf8)
    return try wait(for: "output ‘\(text.debugDescription)’") {
      self.output.firstRange(of: wanted).map { Array(self.output[..<$0.upperBound]) }
    }
  }

  /// The status of `waitpid`, when the probe has ended.
  func end() throws -> Int32 {
    try wait(for: "the end") { self.reportEnded ? true : nil }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status
  }

  /// Waits until the probe has stopped, as by ^Z.
  func stopped() -> Bool {
    var status: Int32 = 0
    return waitpid(process, &status, WUNTRACED) == process && status & 0xFF == 0x7F
  }

  /// The modes of the terminal, as bytes to compare.
  var modes: [UInt8] { Self.modes(of: other) }

  private static func modes(of descriptor: Int32) -> [UInt8] {
    var modes = termios()
    tcgetattr(descriptor, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }

  @discardableResult
  private func wait<Value>(for what: String, _ found: () -> Value?) throws -> Value {
    let end = Date(timeIntervalSinceNow: Self.deadline)
    while true {
      if let value = found() { return value }
      guard Date() < end else {
        let shown = String(decoding: output.suffix(400), as: UTF8.self).debugDescription
        throw Failure(description: "waited in vain for \(what); report: \(lines); output: \(shown)")
      }
      collect(milliseconds: 100)
    }
  }

  /// Takes in what there is, and waits for it no longer than asked.
  private func collect(milliseconds: Int32) {
    var entries = [pollfd(fd: main, events: Int16(POLLIN), revents: 0)]
    if !reportEnded { entries.append(pollfd(fd: report, events: Int16(POLLIN), revents: 0)) }
    guard poll(&entries, nfds_t(entries.count), milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 65536)
    if entries[0].revents & Int16(POLLIN) != 0 {
      let count = read(main, &buffer, buffer.count)
      output += buffer.prefix(max(0, count))
    }
    guard entries.count > 1, entries[1].revents != 0 else { return }
    let count = read(report, &buffer, buffer.count)
    reportEnded = count <= 0
    unfinishedLine += buffer.prefix(max(0, count))
    while let end = unfinishedLine.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(decoding: unfinishedLine[..<end], as: UTF8.self))
      unfinishedLine.removeFirst(end + 1)
    }
  }
}
