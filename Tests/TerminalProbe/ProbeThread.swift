import Glibc
import Screen

/// A thread that rings the bell, once.
final class ProbeThread {
  private let bell: any Bell

  init(bell: any Bell) {
    self.bell = bell
  }

  func start() {
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(self).toOpaque()
    pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<ProbeThread>.fromOpaque(argument).takeRetainedValue().bell.ring()
        return nil
      }, argument)
    pthread_detach(thread)
  }
}
