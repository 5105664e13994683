/// What the user did at the terminal.
public enum Key: Sendable, Hashable {
  case character(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and up.
  case function(Int)
  /// Ctrl with a lower-case letter or one of `@ [ \ ] ^ _`, as far as terminals tell these apart from other keys.
  case control(Character)
  case alt(Character)
  /// What was pasted, whole; it has not been typed, so no key of it is a command.
  case paste(String)
  case mouse(Mouse)
}

/// One thing done with the mouse.
public struct Mouse: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case press, release, doublePress, wheelUp, wheelDown }

  public var kind: Kind
  /// 1 is left, 2 middle, 3 right; 4 and 5 are the wheel.
  public var button: Int
  public var position: Position

  public init(kind: Kind, button: Int, position: Position) {
    self.kind = kind
    self.button = button
    self.position = position
  }
}
