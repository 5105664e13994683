import CNcurses
import Glibc
import Screen

/// The terminal: frames out, keys in; the only place that knows of curses.
///
/// For the main thread only, but for `bell`. One a process. However the program ends (`close`, an error, `exit`, a
/// signal, a crash), the terminal is given back as it was found.
public final class Terminal: TerminalPort {
  /// So long an ESC waits for the rest of a sequence, before it is the key.
  static let escapeDelay = Duration.milliseconds(40)
  /// So long a paste may pause, before its end is given up.
  static let pastePause = Duration.seconds(3)

  public private(set) var size: Size
  public var bell: any Bell { wakeUp }

  private let wakeUp: WakeUp
  private let signals: WakeUp
  private let clock = ContinuousClock()
  private let opened: ContinuousClock.Instant
  private let colors: ColorMapper
  private var looks: Looks
  private var painter: Painter
  private var title: WindowTitle
  private var decoder: KeyDecoder
  private var lastRead: Duration = .zero
  /// Input has ended, and whether that has been told.
  private var isAtEnd = false
  private var toldEnd = false
  private var isSuspended = false

  /// Takes the terminal that input and output are connected to.
  ///
  /// Keys come as they are typed, ^C too; only ^Z stops the job, as in any program.
  /// `NO_COLOR` (no-color.org), if set to anything, does away with colour.
  public init(theme: Theme) throws(TerminalError) {
    wakeUp = try WakeUp()
    signals = try WakeUp()
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    try Self.open(signals, name: name)
    opened = clock.now
    let wantsNoColor = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    let isUTF8 = zk_is_utf8()
    colors = ColorMapper(count: wantsNoColor ? 0 : Int(zk_colors()), isDirect: zk_has_direct_colors())
    looks = Looks(theme, colors: colors)
    painter = Painter(characters: Characters(isUTF8: isUTF8))
    title = WindowTitle(terminal: name, isUTF8: isUTF8)
    decoder = KeyDecoder(sequences: TerminfoKeys.read(), isUTF8: isUTF8)
    size = Size(columns: 80, rows: 24)
    takeSize()
    showBackground()
  }

  deinit { zk_close() }

  private static func open(_ signals: WakeUp, name: String) throws(TerminalError) {
    let result = zk_open(signals.descriptor)
    switch result {
    case ZK_OPENED: return
    case ZK_IN_USE: throw .inUse
    case ZK_NOT_A_TERMINAL: throw .notATerminal
    case ZK_UNKNOWN_TERMINAL: throw .unknownTerminal(name)
    case ZK_NO_CURSOR_ADDRESSING: throw .noCursorAddressing(name)
    default: throw .failed
    }
  }

  // MARK: Out

  public func setTheme(_ theme: Theme) {
    looks = Looks(theme, colors: colors)
    showBackground()
    painter.forget()
  }

  public func draw(_ frame: Frame) {
    guard !isSuspended else { return }
    painter.paint(frame, looks: looks)
    let cursor = frame.cursor.flatMap { frame.area.contains($0) ? $0 : nil }
    zk_refresh(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    if let bytes = title.change(to: frame.title) { Self.write(bytes) }
  }

  /// What ncurses clears with.
  private func showBackground() {
    zk_set_background(looks.background.attributes, looks.background.pair)
  }

  /// Not by way of ncurses, which would write it at another moment.
  private static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }

  private func takeSize() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    zk_read_size(&columns, &rows)
    zk_resize(columns, rows)
    size = Size(columns: Int(columns), rows: Int(rows))
  }

  // MARK: In

  public func wait(timeout: Duration?) -> Set<Wake> {
    let descriptors = isSuspended || isAtEnd ? [] : [STDIN_FILENO]
    let tellsEnd = isAtEnd && !toldEnd
    let result = Poll.wait(
      for: descriptors + [wakeUp.descriptor, signals.descriptor], timeout: tellsEnd ? .zero : timeout)
    var wakes: Set<Wake> = []
    if result.readable.contains(wakeUp.descriptor) {
      wakeUp.drain()
      wakes.insert(.bell)
    }
    if result.readable.contains(signals.descriptor) {
      signals.drain()
      wakes.formUnion(takeSignals())
    }
    if result.readable.contains(STDIN_FILENO) { wakes.insert(.keys) }
    if result.hungUp.contains(STDIN_FILENO), !result.readable.contains(STDIN_FILENO) { isAtEnd = true }
    if isAtEnd, !toldEnd {
      toldEnd = true
      wakes.insert(.hangUp)
    }
    return wakes
  }

  private func takeSignals() -> Set<Wake> {
    var wakes: Set<Wake> = []
    let bits = zk_take_signals()
    if bits & UInt32(ZK_SIGNAL_CONTINUE.rawValue) != 0 {
      zk_forget()
      painter.forget()
      title.forget()
    }
    if bits != 0 {
      takeSize()
      painter.forget()
      wakes.insert(.resized)
    }
    let termination = zk_take_termination()
    if termination != 0 { wakes.insert(.terminate(signal: termination)) }
    return wakes
  }

  public func read() -> [Key] {
    var keys: [Key] = []
    if decoder.isPasting, clock.now - opened - lastRead > Self.pastePause { keys += decoder.abandonPaste() }
    while true {
      // The rest of a sequence may be on its way, for a moment.
      let patience = decoder.isWaiting ? Self.escapeDelay : .zero
      let ready = !isSuspended && !Poll.wait(for: [STDIN_FILENO], timeout: patience).readable.isEmpty
      let bytes = ready ? Self.readBytes() : []
      lastRead = bytes.isEmpty ? lastRead : clock.now - opened
      guard !bytes.isEmpty else {
        isAtEnd = isAtEnd || ready
        return keys + decoder.flush(now: clock.now - opened)
      }
      keys += decoder.feed(bytes, now: clock.now - opened)
    }
  }

  private static func readBytes() -> ArraySlice<UInt8> {
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    return buffer.prefix(max(0, count))
  }

  // MARK: Giving it back

  public func suspend() {
    isSuspended = true
    zk_suspend()
  }

  public func resume() {
    guard isSuspended else { return }
    isSuspended = false
    zk_resume()
    takeSize()
    painter.forget()
    title.forget()
  }

  public func close() {
    isSuspended = true
    zk_close()
  }
}
