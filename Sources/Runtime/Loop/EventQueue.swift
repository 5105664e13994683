import App
import Screen
import Synchronization

/// Where background work puts its events for the main loop; safe from any thread.
public final class EventQueue: Sendable {
  private struct State {
    var events: [Event] = []
    var bell: (any Bell)?
  }

  private let state = Mutex(State())

  public init() {}

  /// Rings this bell at each event from now on.
  public func attach(_ bell: any Bell) {
    state.withLock { $0.bell = bell }
  }

  public func post(_ event: Event) {
    let bell = state.withLock { state in
      state.events.append(event)
      return state.bell
    }
    bell?.ring()
  }

  /// All events that came in, in their order.
  public func drain() -> [Event] {
    state.withLock { state in
      defer { state.events = [] }
      return state.events
    }
  }
}
