import Sync
import Synchronization

/// Lets a number of requests to one server through at a time, the others in order of arrival.
///
/// More than 4 connections buys nothing on a real server and makes its guards leak (OPENZAAK.md).
final class Limiter: Sendable {
  private struct Waiter {
    let number: Int
    let continuation: CheckedContinuation<Bool, Never>
  }
  private struct State {
    var free: Int
    var waiting: [Waiter] = []
    var lastNumber = 0
    /// Cancelled before they came to wait.
    var cancelled: Set<Int> = []
  }
  private let state: Mutex<State>

  init(_ places: Int) { state = Mutex(State(free: places)) }

  /// Runs `work` when a place is free; throws `.cancelled` at once when the task is cancelled while it waits.
  func run<Value>(_ work: () async throws(RemoteError) -> Value) async throws(RemoteError) -> Value {
    guard await enter() else { throw .cancelled }
    defer { leave() }
    return try await work()
  }

  /// How many wait for a place.
  var waiting: Int { state.withLock { $0.waiting.count } }
  /// How many places are free.
  var free: Int { state.withLock { $0.free } }

  private func enter() async -> Bool {
    let number = state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
    let entered = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let now: Bool? = state.withLock { state in
          if state.cancelled.remove(number) != nil { return false }
          if state.free > 0 {
            state.free -= 1
            return true
          }
          state.waiting.append(Waiter(number: number, continuation: continuation))
          return nil
        }
        if let now { continuation.resume(returning: now) }
      }
    } onCancel: {
      let waiter: Waiter? = state.withLock { state in
        guard let index = state.waiting.firstIndex(where: { $0.number == number }) else {
          state.cancelled.insert(number)
          return nil
        }
        return state.waiting.remove(at: index)
      }
      waiter?.continuation.resume(returning: false)
    }
    // A cancel that came when the place had been given is left to the work itself.
    state.withLock { _ = $0.cancelled.remove(number) }
    return entered
  }

  private func leave() {
    let next: Waiter? = state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.continuation.resume(returning: true)
  }
}
