import App
import Foundation
import Model

/// The clock and the time zone of this machine.
public enum SystemClock {
  public static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return local(Moment(microsecondsSince1970: time.tv_sec * 1_000_000 + time.tv_nsec / 1000))
  }

  /// The moment in the offset that the user's clock has at that moment.
  public static func local(_ moment: Moment) -> Moment {
    var seconds = time_t(moment.secondsSince1970)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return moment.at(offset: 0) }
    return moment.at(offset: parts.tm_gmtoff)
  }

  public static var environment: Environment {
    Environment(now: now, local: local, newID: { UUID().uuidString.lowercased() })
  }
}
