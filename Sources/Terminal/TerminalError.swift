/// Why the screen cannot be used; said before anything has been drawn.
public enum TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is empty or names a terminal that terminfo does not know here.
  case unknownTerminal(String)
  /// A terminal that only prints line after line, such as `dumb`.
  case noCursorAddressing(String)
  /// This process has opened it already.
  case inUse
  /// ncurses or the system refused; no reason is given.
  case failed

  public var description: String {
    switch self {
    case .notATerminal:
      "Zaaklijn heeft een terminal nodig; de invoer of uitvoer is nu een bestand of een pijp."
    case .unknownTerminal(""):
      "De variabele TERM is leeg. Zet die op de naam van uw terminal, bijvoorbeeld xterm-256color."
    case .unknownTerminal(let name):
      "De terminal ‘\(name)’ (TERM) is hier niet bekend. Kies een bekende, bijvoorbeeld xterm-256color, of "
        + "installeer ncurses-term."
    case .noCursorAddressing(let name):
      "Op de terminal ‘\(name)’ (TERM) kan Zaaklijn geen scherm tekenen. Kies bijvoorbeeld xterm-256color."
    case .inUse:
      "De terminal is al in gebruik door dit programma."
    case .failed:
      "De terminal kon niet worden geopend."
    }
  }
}
