import Glibc
import Screen
import Terminal

/// Runs a terminal on a pseudo-terminal for TerminalTests, and tells on descriptor 3 what it saw, line by line.
///
/// Keys are commands: the test types them. After every frame the window title is `frame N`, so that the test knows
/// where in the output a frame ends.
@main
struct Probe {
  static func main() {
    let probe: ProbeLoop
    do {
      probe = try ProbeLoop()
    } catch {
      say("error \(error)")
      exit(1)
    }
    do {
      exit(try probe.run())
    } catch {
      // The loop has gone and its terminal with it; nothing is closed here.
      say("thrown")
    }
  }
}

/// One line on descriptor 3.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(3, bytes, bytes.count)
}

struct ProbeError: Error {}

/// The loop of a program, as small as it can be.
final class ProbeLoop {
  private let terminal: Terminal
  private var selected = 1
  private var count = 0

  init() throws(TerminalError) {
    let theme = Theme(
      name: "probe",
      styles: [
        .quiet: Style(foreground: .rgb(red: 120, green: 120, blue: 130)),
        .danger: Style(foreground: .rgb(red: 200, green: 60, blue: 60), isBold: true),
      ],
      selection: Style(foreground: .standard, background: .rgb(red: 40, green: 60, blue: 90)))
    terminal = try Terminal(theme: theme)
  }

  func run() throws -> Int32 {
    draw()
    while true {
      let wakes = terminal.wait(timeout: nil)
      if wakes.contains(.bell) { say("bell") }
      if wakes.contains(.resized) { draw() }
      for case .terminate(let signal) in wakes {
        terminal.close()
        return 128 + signal
      }
      if wakes.contains(.hangUp) { return 1 }
      guard wakes.contains(.keys) else { continue }
      for key in terminal.read() {
        say("key \(key)")
        if let code = try obey(key) { return code }
      }
    }
  }

  private func obey(_ key: Key) throws -> Int32? {
    switch key {
    case .control("q"):
      terminal.close()
      return 0
    case .control("e"): exit(3)
    case .control("t"): throw ProbeError()
    case .control("x"): crash()
    case .control("o"): say("deep \(deepen(1))")
    case .control("a"): abort()
    case .control("b"): ringElsewhere()
    case .control("r"): borrow()
    case .control("l"): draw()
    case .down: select(selected + 1)
    case .up: select(selected - 1)
    default: break
    }
    return nil
  }

  private func select(_ row: Int) {
    selected = row
    draw()
  }

  private func draw() {
    count += 1
    let frame = ProbeFrame.make(size: terminal.size, selected: selected, count: count)
    terminal.draw(frame)
    say("frame \(count) \(frame.size.columns)x\(frame.size.rows)")
    if ProbeFrame.isNoise { tellRows(of: frame) }
  }

  /// The text of every row, and which of its cells are selected.
  private func tellRows(of frame: Frame) {
    for row in 0..<frame.size.rows {
      let cells = frame.row(row)
      let text = cells.reduce(into: "") { $0 += $1.text }
      let selected = cells.reduce(into: "") { $0 += $1.isSelected ? "S" : "." }
      say("row \(row) \(text)|\(selected)")
    }
  }

  /// What running an editor does.
  private func borrow() {
    terminal.suspend()
    var mode = termios()
    tcgetattr(STDIN_FILENO, &mode)
    say("suspended \(mode.c_lflag & tcflag_t(ICANON) != 0 ? "canonical" : "raw")")
    terminal.resume()
    draw()
  }

  private func ringElsewhere() {
    let bell = terminal.bell
    let thread = ProbeThread(bell: bell)
    thread.start()
  }

  private func crash() {
    let numbers: [Int] = []
    // Beyond the end: what a mistake in a Swift program does.
    say("\(numbers[selected])")
  }

  private func deepen(_ depth: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 8) { buffer in
      buffer[0] = UInt8(truncatingIfNeeded: depth)
      return deepen(depth + 1) + Int(buffer[0])
    }
  }
}
