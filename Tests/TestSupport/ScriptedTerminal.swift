import Foundation
import Screen

/// A terminal without a terminal: a test types, and looks at the frames.
///
/// The loop under test uses it as a `TerminalPort` on its thread, the test drives it from another (or beforehand, for
/// a loop that ends by itself). Everything is guarded by one condition, so nobody waits by sleeping.
public final class ScriptedTerminal: TerminalPort, @unchecked Sendable {
  private let condition = NSCondition()
  private var pendingKeys: [Key] = []
  private var pendingWakes: Set<Wake> = []
  private var currentSize: Size
  private var drawn: [Frame] = []
  private var theme: Theme?
  private var suspensions = 0
  private var suspended = false
  private var closed = false
  private var waiting = false

  public init(size: Size = Size(columns: 80, rows: 24)) {
    currentSize = size
  }

  // MARK: For the test

  public func type(_ keys: Key...) { type(keys) }

  public func type(_ keys: [Key]) {
    change {
      pendingKeys += keys
      if !keys.isEmpty { pendingWakes.insert(.keys) }
    }
  }

  /// Types the characters of a text.
  public func type(_ text: String) { type(text.map(Key.character)) }

  public func resize(to size: Size) {
    change {
      currentSize = size
      pendingWakes.insert(.resized)
    }
  }

  /// As if a signal came that asks to leave.
  public func terminate(signal: Int32) { change { pendingWakes.insert(.terminate(signal: signal)) } }

  public func hangUp() { change { pendingWakes.insert(.hangUp) } }

  /// All frames that were drawn, in order.
  public var frames: [Frame] { locked { drawn } }
  public var lastFrame: Frame? { locked { drawn.last } }
  public var isClosed: Bool { locked { closed } }
  public var isSuspended: Bool { locked { suspended } }
  /// How often the terminal was given to another program.
  public var suspendCount: Int { locked { suspensions } }
  public var currentTheme: Theme? { locked { theme } }

  /// Waits until the last frame is as asked; nil if it is not within the time.
  public func frame(within seconds: Double = 10, where isAsked: (Frame) -> Bool) -> Frame? {
    locked(until: seconds) { drawn.last.flatMap { isAsked($0) ? $0 : nil } }
  }

  /// Waits until everything typed has been read and the loop waits again; false if it does not within the time.
  public func settle(within seconds: Double = 10) -> Bool {
    locked(until: seconds) { waiting && pendingWakes.isEmpty || closed ? true : nil } ?? false
  }

  // MARK: TerminalPort

  public var size: Size { locked { currentSize } }
  public var bell: any Bell { ScriptedBell(terminal: self) }
  public func setTheme(_ theme: Theme) { change { self.theme = theme } }
  public func draw(_ frame: Frame) { change { drawn.append(frame) } }

  public func read() -> [Key] {
    locked {
      defer { pendingKeys = [] }
      return pendingKeys
    }
  }

  public func wait(timeout: Duration?) -> Set<Wake> {
    condition.lock()
    defer { condition.unlock() }
    let deadline = timeout.map { Date(timeIntervalSinceNow: $0 / .seconds(1)) }
    waiting = true
    condition.broadcast()
    while pendingWakes.isEmpty {
      guard let deadline else {
        condition.wait()
        continue
      }
      if !condition.wait(until: deadline) { break }
    }
    waiting = false
    defer { pendingWakes = [] }
    return pendingWakes
  }

  public func suspend() {
    change {
      suspended = true
      suspensions += 1
    }
  }

  public func resume() { change { suspended = false } }
  public func close() { change { closed = true } }

  // MARK: Guarding

  fileprivate func ring() { change { pendingWakes.insert(.bell) } }

  private func locked<Value>(_ body: () -> Value) -> Value {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }

  private func change(_ body: () -> Void) {
    locked(body)
    condition.broadcast()
  }

  private func locked<Value>(until seconds: Double, _ body: () -> Value?) -> Value? {
    condition.lock()
    defer { condition.unlock() }
    let deadline = Date(timeIntervalSinceNow: seconds)
    while true {
      if let value = body() { return value }
      if !condition.wait(until: deadline) { return body() }
    }
  }
}

private struct ScriptedBell: Bell {
  let terminal: ScriptedTerminal
  func ring() { terminal.ring() }
}
