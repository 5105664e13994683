import App
import Model
import Screen

/// The main loop: waits for keys, events and signals, and shows what comes of them.
///
/// Main thread only.
public final class Client {
  private var app: App
  private let terminal: any TerminalPort
  private let events: EventQueue
  private let run: (Effect) -> Void
  private let now: () -> Moment
  private var hasQuit = false
  private var exitCode: Int32 = 0

  /// - Parameter run: carries out an effect without waiting for it; answers come through `events`
  public init(
    app: App, terminal: any TerminalPort, events: EventQueue, now: @escaping () -> Moment,
    run: @escaping (Effect) -> Void
  ) {
    self.app = app
    self.terminal = terminal
    self.events = events
    self.now = now
    self.run = run
  }

  /// Runs until the user leaves; gives the exit code: 0, or 128 + the number of the signal.
  public func loop() -> Int32 {
    events.attach(terminal.bell)
    perform(app.start())
    take(.resized(terminal.size))
    while !hasQuit {
      terminal.draw(app.view())
      let wakes = terminal.wait(timeout: untilNextMinute)
      // A key that comes with a new size was meant for the screen as it is now.
      if wakes.contains(.resized) { handle(.resized) }
      for wake in wakes where wake != .resized { handle(wake) }
      for event in events.drain() { take(event) }
      take(minute: now().secondsSince1970 / 60)
    }
    return exitCode
  }

  private var shownMinute = 0

  private func take(minute: Int) {
    guard minute != shownMinute else { return }
    shownMinute = minute
    take(.minute)
  }

  private var untilNextMinute: Duration {
    .seconds(60 - now().secondsSince1970 % 60)
  }

  private func handle(_ wake: Wake) {
    switch wake {
    case .keys: perform(newest(terminal.read().flatMap { app.update(.key($0)) }))
    case .bell: break
    case .resized: take(.resized(terminal.size))
    case .terminate(let signal):
      exitCode = 128 + signal
      take(.terminate)
      hasQuit = true
    case .hangUp:
      exitCode = 128 + 1
      take(.terminate)
      hasQuit = true
    }
  }

  private func take(_ event: Event) { perform(app.update(event)) }

  /// Of the questions for rows that keys typed ahead gave rise to, only the last one is still worth asking.
  private func newest(_ effects: [Effect]) -> [Effect] {
    func asksForRows(_ effect: Effect) -> Bool {
      if case .loadRows = effect { true } else { false }
    }
    let last = effects.lastIndex(where: asksForRows)
    return effects.enumerated().filter { !asksForRows($0.element) || $0.offset == last }.map(\.element)
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: hasQuit = true
      case .loadRows, .loadZaak, .refresh, .record, .withdraw, .startSync, .stopSync: run(effect)
      }
    }
  }
}
