import Foundation

/// The client in a process of its own, on a pseudo-terminal that this process plays.
final class PtyClient {
  struct Failure: Error, CustomStringConvertible { let description: String }
  struct Painted {
    let milliseconds: Double
    let bytes: Int
  }

  /// So long without output counts as painted: far longer than a paint is split up, and not counted in the time.
  private static let silence: Int32 = 120
  private let terminal: Int32
  let process: pid_t
  private let clock = ContinuousClock()
  private let began: ContinuousClock.Instant

  init(_ program: String, _ environment: [String: String]) throws {
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    var (main, other) = (Int32(-1), Int32(-1))
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&main, &other, &name, nil, &size) == 0 else { throw Failure(description: "no pseudo-terminal") }
    for descriptor in [main, other] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    terminal = main
    began = clock.now
    process = try PtyClient.spawn(program, name, environment)
    close(other)
  }

  private static func spawn(_ program: String, _ name: [CChar], _ environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    for descriptor: Int32 in [1, 2] { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
    let arguments = [strdup(program), nil]
    let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, &attributes, arguments, variables) == 0 else {
      throw Failure(description: "cannot start \(program)")
    }
    return process
  }

  /// Milliseconds from the start of the process until the text is on its way to the terminal.
  func time(until text: String) throws -> Double {
    let wanted = Data(text.utf8)
    var output = Data()
    while output.range(of: wanted) == nil {
      guard let bytes = read(within: 20_000) else {
        throw Failure(description: "the client did not show '\(text)': \(String(decoding: output, as: UTF8.self))")
      }
      output += bytes
    }
    return (clock.now - began) / .milliseconds(1)
  }

  /// Time from a key until the last byte of what it paints.
  func time(typing text: String) -> Painted {
    let began = clock.now
    type(text)
    var last = began
    var count = 0
    while let bytes = read(within: PtyClient.silence) {
      last = clock.now
      count += bytes.count
    }
    return Painted(milliseconds: (last - began) / .milliseconds(1), bytes: count)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// Reads until nothing comes any more.
  func quiet() {
    while read(within: PtyClient.silence) != nil {}
  }

  func end() {
    kill(process, SIGTERM)
    var status: Int32 = 0
    while read(within: 2000) != nil {}
    waitpid(process, &status, 0)
    close(terminal)
  }

  private func read(within milliseconds: Int32) -> Data? {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(terminal, &buffer, buffer.count)
    return count > 0 ? Data(buffer[..<count]) : nil
  }
}
