import CNcurses
import Glibc
import Screen

/// A bell on an eventfd: rung on any thread, waited for with `poll`.
public final class WakeUp: Bell {
  /// Becomes readable when the bell rings.
  let descriptor: Int32

  init() throws(TerminalError) {
    descriptor = zk_event_fd()
    guard descriptor >= 0 else { throw .failed }
  }

  deinit { Glibc.close(descriptor) }

  public func ring() {
    var one: UInt64 = 1
    // It can only fail when the counter is full, and then the bell has been rung.
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Makes it silent again.
  func drain() {
    var count: UInt64 = 0
    _ = Glibc.read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
