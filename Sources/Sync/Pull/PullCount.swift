import Model
import Synchronization

/// Counts what comes in and goes, from several tasks.
final class PullCount: Sendable {
  private struct State {
    var fetched = 0
    var removed = 0
    var skipped = 0
    var failuresInARow = 0
    var checked: [String: Moment] = [:]
  }

  private let state = Mutex(State())

  var fetched: Int { state.withLock { $0.fetched } }
  var removed: Int { state.withLock { $0.removed } }
  var skipped: Int { state.withLock { $0.skipped } }
  /// The unchanged dossiers that were read again, and when.
  var checked: [String: Moment] { state.withLock { $0.checked } }

  func fetch() {
    state.withLock {
      $0.fetched += 1
      $0.failuresInARow = 0
    }
  }

  func check(_ uuid: String, at moment: Moment) {
    state.withLock {
      $0.checked[uuid] = moment
      $0.failuresInARow = 0
    }
  }

  func remove() { state.withLock { $0.removed += 1 } }

  /// A dossier that the server would not give: its answer makes sense, so this says nothing of the server.
  func skip() { state.withLock { $0.skipped += 1 } }

  /// A dossier that the server could not give; how many that are in a row by now.
  func fail() -> Int {
    state.withLock {
      $0.skipped += 1
      $0.failuresInARow += 1
      return $0.failuresInARow
    }
  }
}
