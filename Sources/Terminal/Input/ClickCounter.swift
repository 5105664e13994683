import Screen

/// Tells the second press of a double click from a press.
struct ClickCounter {
  /// The longest time between the two presses.
  static let interval = Duration.milliseconds(400)

  private var last: (mouse: Mouse, time: Duration)?

  /// The event as the App is to see it; `now` is the time since some fixed moment.
  mutating func count(_ mouse: Mouse, now: Duration) -> Mouse {
    switch mouse.kind {
    case .release:
      return mouse
    case .doublePress, .wheelUp, .wheelDown:
      last = nil
      return mouse
    case .press:
      if let last, last.mouse == mouse, now - last.time <= Self.interval {
        self.last = nil
        return Mouse(kind: .doublePress, button: mouse.button, position: mouse.position)
      }
      last = (mouse, now)
      return mouse
    }
  }
}
