import Glibc

/// `poll(2)` that goes on after a signal, for what is left of the time.
enum Poll {
  struct Result {
    var readable: Set<Int32> = []
    /// The other side is gone.
    var hungUp: Set<Int32> = []
  }

  /// Waits until one of the descriptors can be read.
  ///
  /// Empty when the time has passed; nil waits without limit.
  static func wait(for descriptors: [Int32], timeout: Duration?) -> Result {
    let clock = ContinuousClock()
    let deadline = timeout.map { clock.now + $0 }
    var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while true {
      let left = deadline.map { milliseconds($0 - clock.now) } ?? -1
      let count = poll(&entries, nfds_t(entries.count), left)
      if count < 0, errno == EINTR { continue }
      return result(of: entries)
    }
  }

  /// Rounded up, so that a wait does not end just before its time and spin.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    let milliseconds = seconds.multipliedReportingOverflow(by: 1000)
    guard !milliseconds.overflow, milliseconds.partialValue < Int64(Int32.max) - 1000 else { return Int32.max }
    return Int32(milliseconds.partialValue + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  private static func result(of entries: [pollfd]) -> Result {
    var result = Result()
    for entry in entries {
      if entry.revents & Int16(POLLIN) != 0 { result.readable.insert(entry.fd) }
      if entry.revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { result.hungUp.insert(entry.fd) }
    }
    return result
  }
}
