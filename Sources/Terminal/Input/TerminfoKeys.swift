import CNcurses
import Screen

/// What the keys of this terminal send, after terminfo.
enum TerminfoKeys {
  private static let names: [(capability: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter), ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }

  /// By their bytes; a key that sends a single byte only if that is the backspace.
  static func read() -> [[UInt8]: Key] {
    var sequences: [[UInt8]: Key] = [:]
    for (capability, key) in names {
      guard let bytes = bytes(of: capability), let first = bytes.first else { continue }
      guard first == KeyDecoder.escape && bytes.count > 1 || key == .backspace else { continue }
      sequences[bytes] = key
    }
    return sequences
  }

  private static func bytes(of capability: String) -> [UInt8]? {
    guard let value = zk_capability(capability) else { return nil }
    return Array(String(cString: value).utf8)
  }
}
