import App
import Foundation
import Logging
import Model
import Runtime
import Sandbox
import Screen
import Store
import Sync
import TestSupport
import ZGW

/// A caseworker's desk: a client on a scripted terminal, a real store in memory, and a server in this process.
///
/// The client runs on a thread of its own, as it would on the main thread; the story types, settles and looks.
final class Workplace: @unchecked Sendable {
  let sandbox: Sandbox
  let files: MemoryFileSystem
  let clock: ManualClock
  private(set) var terminal = ScriptedTerminal(size: Size(columns: 120, rows: 40))
  private(set) var store: Store
  private var runner: EffectRunner
  private var exit: Ended?
  private let log = Logger(label: "verhaal") { _ in SwiftLogNoOpLogHandler() }

  init(_ configuration: SandboxConfiguration = SandboxConfiguration()) async throws {
    let clock = ManualClock(SystemClock.now())
    var configuration = configuration
    configuration.now = { Date(timeIntervalSince1970: Double(clock.now.secondsSince1970)) }
    self.clock = clock
    sandbox = try await Sandbox.start(configuration)
    files = MemoryFileSystem()
    (store, runner) = try Workplace.open(files, sandbox, clock, log, EventQueue())
  }

  private static func open(
    _ files: MemoryFileSystem, _ sandbox: Sandbox, _ clock: ManualClock, _ log: Logger, _ events: EventQueue
  ) throws -> (Store, EffectRunner) {
    let store = try Store(folder: "/data/verhaal", files: files, log: log)
    let now: @Sendable () -> Moment = { clock.now }
    let (url, client, secret) = (sandbox.url, sandbox.clientId, sandbox.secret)
    let session = SyncSession(
      store: store, werkset: Werkset(),
      connect: { () async throws(RemoteError) in
        try ZGWClient(
          try Connection(
            roots: try Roots(server: url), clientId: client, secret: Secret(secret), userId: "mw028",
            userName: "C. Breugel",
            timeouts: Timeouts(connect: .seconds(600), idle: .seconds(600), total: .seconds(600)),
            pause: Pause(sleep: { _ in }, chance: { 0.5 }), clock: now), log: log)
      }, stand: SyncStand(folder: "/state/verhaal", files: files), now: now, log: log)
    return (store, EffectRunner(store: store, session: session, language: .nl, events: events, now: now))
  }

  /// Opens the client; a client that was open is thrown away as a killed process would be.
  func start(rows: Int = 40, columns: Int = 120) throws {
    store.close()
    let events = EventQueue()
    terminal = ScriptedTerminal(size: Size(columns: columns, rows: rows))
    (store, runner) = try Workplace.open(files, sandbox, clock, log, events)
    let (terminal, runner, clock) = (terminal, runner, clock)
    let ids = Counter()
    let environment = Environment(
      now: { clock.now }, local: { $0 },
      newID: { "00000000-0000-4000-8000-" + String(100_000_000_000 + ids.next()) })
    let settings = Settings(profile: "verhaal", size: terminal.size)
    runner.tellSummary()
    let ended = Ended()
    exit = ended
    Thread {
      let client = Client(
        app: App(settings: settings, environment: environment), terminal: terminal, events: events,
        now: { clock.now }, run: runner.run)
      let code = client.loop()
      runner.finish()
      terminal.close()
      ended.end(with: code)
    }.start()
  }

  /// Types, and waits until everything that came of it has been done and drawn.
  func type(_ keys: Key...) async {
    terminal.type(keys)
    await settle()
  }

  func type(_ text: String) async {
    terminal.type(text)
    await settle()
  }

  /// Until nothing is read, written or synced any more, and the loop waits for the next key.
  ///
  /// Waits on a thread of its own: the few threads that run tasks have the sync and the server to run.
  func settle() async {
    let (terminal, runner) = (terminal, runner)
    await withCheckedContinuation { done in
      Thread {
        repeat {
          _ = terminal.settle()
          // Effects end on queues that tell nobody; looking now and then leaves the two cores to them.
          while runner.isBusy { usleep(200) }
        } while !terminal.settle() || runner.isBusy
        done.resume()
      }.start()
    }
  }

  /// The exit code, once the client has left; nil where it has not left within five minutes.
  func leave() async -> Int32? {
    guard let exit else { return nil }
    return await withCheckedContinuation { done in
      Thread { done.resume(returning: exit.wait(seconds: 300)) }.start()
    }
  }

  /// The screen as text.
  var screen: String {
    guard let frame = terminal.lastFrame else { return "" }
    return (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
  }
}

final class ManualClock: Sendable {
  private let state: Counter
  private let start: Moment

  init(_ start: Moment) {
    self.start = Moment(secondsSince1970: start.secondsSince1970, offset: 3600)
    state = Counter()
  }

  /// A second later each minute that the story lets pass; stands still otherwise.
  var now: Moment { start.adding(seconds: state.value) }
  func pass(seconds: Int) { for _ in 0..<seconds { _ = state.next() } }
}

final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0
  var value: Int { lock.withLock { count } }
  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}

/// How the loop of a client ended.
final class Ended: @unchecked Sendable {
  private let condition = NSCondition()
  private var code: Int32?

  func end(with code: Int32) {
    condition.withLock {
      self.code = code
      condition.broadcast()
    }
  }

  func wait(seconds: Double) -> Int32? {
    condition.withLock {
      let deadline = Date(timeIntervalSinceNow: seconds)
      while code == nil, condition.wait(until: deadline) {}
      return code
    }
  }
}
