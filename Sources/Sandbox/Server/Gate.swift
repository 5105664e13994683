import Synchronization

/// Holds requests to one path until there are enough of them to be let go together.
final class Gate: Sendable {
  private struct Waiting {
    var group = 0
    var held: [String: [CheckedContinuation<Void, Never>]] = [:]
    /// The group that waits at a path; a timer of an earlier group opens nothing.
    var groups: [String: Int] = [:]
  }

  private let leak: Leak
  private let waiting = Mutex(Waiting())

  init(_ leak: Leak) { self.leak = leak }

  func pass(_ path: String) async {
    await withCheckedContinuation { continuation in
      let (released, timed): ([CheckedContinuation<Void, Never>], Int?) = waiting.withLock { waiting in
        waiting.held[path, default: []].append(continuation)
        let count = waiting.held[path]?.count ?? 0
        if count >= leak.overlap { return (waiting.held.removeValue(forKey: path) ?? [], nil) }
        guard count == 1 else { return ([], nil) }
        waiting.group += 1
        waiting.groups[path] = waiting.group
        return ([], waiting.group)
      }
      for held in released { held.resume() }
      if let timed { open(path, group: timed) }
    }
  }

  /// Lets a group go when its time is over.
  private func open(_ path: String, group: Int) {
    Task {
      try? await Task.sleep(for: .milliseconds(leak.window))
      let released = waiting.withLock { waiting in
        waiting.groups[path] == group ? waiting.held.removeValue(forKey: path) ?? [] : []
      }
      for held in released { held.resume() }
    }
  }
}
