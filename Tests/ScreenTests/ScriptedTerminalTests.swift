import Foundation
import Screen
import TestSupport
import Testing

@Suite("ScriptedTerminal")
struct ScriptedTerminalTests {
  @Test("Wakes for keys, the bell, a new size and a signal, and once for each")
  func wakes() {
    let terminal = ScriptedTerminal()
    #expect(terminal.wait(timeout: .zero).isEmpty)
    terminal.type("ab")
    terminal.bell.ring()
    terminal.bell.ring()
    terminal.resize(to: Size(columns: 120, rows: 40))
    terminal.terminate(signal: 15)
    #expect(terminal.wait(timeout: nil) == [.keys, .bell, .resized, .terminate(signal: 15)])
    #expect(terminal.read() == [.character("a"), .character("b")])
    #expect(terminal.read().isEmpty)
    #expect(terminal.size == Size(columns: 120, rows: 40))
    #expect(terminal.wait(timeout: .zero).isEmpty)
  }

  @Test("A loop on another thread is driven key by key")
  func drives() throws {
    let terminal = ScriptedTerminal(size: Size(columns: 10, rows: 1))
    Thread {
      var typed = ""
      while !terminal.isClosed {
        var frame = Frame(size: terminal.size)
        frame.put(typed, row: 0, column: 0)
        terminal.draw(frame)
        guard terminal.wait(timeout: nil).contains(.keys) else { continue }
        for key in terminal.read() {
          if case .character(let character) = key { typed.append(character) }
          if key == .escape { terminal.close() }
        }
      }
    }.start()
    terminal.type("zaak")
    #expect(terminal.settle())
    #expect(terminal.lastFrame?.text(row: 0) == "zaak")
    terminal.type("x")
    _ = try #require(terminal.frame { $0.text(row: 0) == "zaakx" })
    terminal.type(.escape)
    #expect(terminal.settle())
    #expect(terminal.isClosed)
  }

  @Test("A golden file holds text, roles, selection and cursor")
  func golden() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.put("3 te laat", row: 0, column: 1, role: .danger)
    frame.select(row: 1, columns: 2..<5)
    frame.cursor = Position(row: 1, column: 4)
    frame.title = "Zaaklijn"
    #expect(
      GoldenScreen.description(of: frame) == """
        size 12x2
         3 te laat

        ---
        0:1-9 danger
        1:2-4 text selected
        cursor 1:4
        title Zaaklijn

        """)
  }
}
