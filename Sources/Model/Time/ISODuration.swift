/// A length of time as ISO 8601 writes it: `P8W`, `P1Y6M`, `P56D`, `PT4H30M`.
///
/// The parts stay apart, for a month has no fixed number of days. Parts are whole numbers, not negative.
public struct ISODuration: Sendable, Hashable {
  public var years, months, weeks, days, hours, minutes, seconds: Int

  public init(
    years: Int = 0, months: Int = 0, weeks: Int = 0, days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0
  ) {
    self.years = years
    self.months = months
    self.weeks = weeks
    self.days = days
    self.hours = hours
    self.minutes = minutes
    self.seconds = seconds
  }

  /// Nil where the text is no ISO 8601 duration of whole parts.
  public init?(_ text: some StringProtocol) {
    self.init()
    var rest = text.utf8[...]
    guard rest.popFirst() == UInt8(ascii: "P"), !rest.isEmpty else { return nil }
    var inTime = false
    var units = Array("YMWD".utf8)
    while let byte = rest.first {
      if byte == UInt8(ascii: "T"), !inTime, rest.count > 1 {
        inTime = true
        units = Array("HMS".utf8)
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      guard digits.count <= 9, let value = number(Array(digits)[...]) else { return nil }
      rest = rest.dropFirst(digits.count)
      guard let unit = rest.popFirst(), let index = units.firstIndex(of: unit) else { return nil }
      units.removeFirst(index + 1)
      set(unit, inTime, value)
    }
  }

  private mutating func set(_ unit: UInt8, _ inTime: Bool, _ value: Int) {
    switch (unit, inTime) {
    case (UInt8(ascii: "Y"), _): years = value
    case (UInt8(ascii: "M"), false): months = value
    case (UInt8(ascii: "W"), _): weeks = value
    case (UInt8(ascii: "D"), _): days = value
    case (UInt8(ascii: "H"), _): hours = value
    case (UInt8(ascii: "M"), true): minutes = value
    default: seconds = value
    }
  }

  public var text: String {
    func part(_ value: Int, _ unit: String) -> String { value == 0 ? "" : "\(value)\(unit)" }
    let date = part(years, "Y") + part(months, "M") + part(weeks, "W") + part(days, "D")
    let time = part(hours, "H") + part(minutes, "M") + part(seconds, "S")
    if date.isEmpty && time.isEmpty { return "P0D" }
    return "P" + date + (time.isEmpty ? "" : "T" + time)
  }

  /// Whether both are the same number of days and time, however written (`P2W`, `P14D`).
  func isAsLong(as other: ISODuration) -> Bool { parts == other.parts }

  private var parts: [Int] {
    [years * 12 + months, weeks * 7 + days, (hours * 60 + minutes) * 60 + seconds]
  }
}
