/// Wakes the main loop, from any thread.
public protocol Bell: Sendable {
  /// Makes the present or the next `wait` return `.bell`; ringing twice before that counts as once.
  func ring()
}

/// Why a `wait` came back.
public enum Wake: Sendable, Hashable {
  /// There is something to `read`.
  case keys
  /// Somebody rang the bell.
  case bell
  /// The terminal has another size, or came back from being suspended: draw again.
  case resized
  /// A signal asks the program to leave in an orderly way; its exit code is 128 + the number.
  case terminate(signal: Int32)
  /// The terminal is gone; nobody will type any more.
  case hangUp
}

/// What the main loop needs of a terminal; used on the main thread only, except for the bell.
public protocol TerminalPort: AnyObject {
  var size: Size { get }
  /// Rings from any thread; `wait` then returns `.bell`.
  var bell: any Bell { get }
  func setTheme(_ theme: Theme)
  /// Shows a frame; cheap if it differs little from the one before.
  func draw(_ frame: Frame)
  /// Everything that was typed and not yet read; never waits.
  func read() -> [Key]
  /// Waits until something happened; empty when the time-out passed. Nil waits without limit.
  func wait(timeout: Duration?) -> Set<Wake>
  /// Gives the terminal back for another program, such as an editor.
  func suspend()
  /// Takes the terminal again, and draws everything anew at the next `draw`.
  func resume()
  /// Restores the terminal as it was found; the port is of no use after that.
  func close()
}
