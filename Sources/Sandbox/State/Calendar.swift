/// A day of the Gregorian calendar, counted from 1970-01-01.
struct Day: Comparable, Hashable, Sendable {
  let number: Int

  init(number: Int) { self.number = number }

  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else { return nil }
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads `2026-11-22` and nothing else.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
  }

  var text: String {
    let (year, month, day) = parts
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  /// As in HTTP: `Sun, 22 Nov 2026`.
  var httpText: String {
    let (year, month, day) = parts
    let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return "\(weekdays[((number % 7) + 7) % 7]), \(digits(day, 2)) \(months[month - 1]) \(digits(year, 4))"
  }

  static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  static func + (left: Day, days: Int) -> Day { Day(number: left.number + days) }

  /// Years and months first (the day shortened to the end of its month), then weeks and days.
  static func + (left: Day, period: Period) -> Day {
    let (year, month, day) = left.parts
    let months = year * 12 + month - 1 + period.months
    let target = (year: months / 12, month: months % 12 + 1)
    let last = Day.length(ofMonth: target.month, year: target.year)
    let start = Day(year: target.year, month: target.month, day: min(day, last)) ?? left
    return start + period.days
  }
}

/// An ISO 8601 duration of whole days: `P5Y`, `P1M`, `P2W`, `P56D`.
struct Period: Hashable, Sendable {
  var months = 0
  var days = 0

  init?(_ text: String) {
    guard text.first == "P", text.utf8.count > 2 else { return nil }
    var number = ""
    for character in text.dropFirst() {
      if character.isNumber {
        number.append(character)
        continue
      }
      if character == "T", number.isEmpty { break }
      guard let value = Int(number), value < 100_000 else { return nil }
      number = ""
      switch character {
      case "Y": months += value * 12
      case "M": months += value
      case "W": days += value * 7
      case "D": days += value
      default: return nil
      }
    }
    guard number.isEmpty else { return nil }
  }
}

/// A moment in microseconds since 1970, the precision in which Open Zaak answers.
struct Moment: Comparable, Hashable, Sendable {
  let microseconds: Int

  init(microseconds: Int) { self.microseconds = microseconds }

  /// Reads `2026-11-22T04:30:13.541563Z` and the same with an offset; a moment without offset is taken as UTC.
  init?(_ text: String) {
    guard text.utf8.count >= 16, let day = Day(String(text.prefix(10))), text.dropFirst(10).first == "T" else {
      return nil
    }
    var time = text.dropFirst(11)
    var offset = 0
    if time.last == "Z" || time.last == "z" {
      time = time.dropLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = time[time.index(after: sign)...].filter { $0 != ":" }
      guard zone.count == 4, let hours = Int(zone.prefix(2)), let minutes = Int(zone.suffix(2)) else { return nil }
      offset = (hours * 60 + minutes) * (time[sign] == "-" ? -1 : 1)
      time = time[..<sign]
    }
    let halves = time.split(separator: ".", omittingEmptySubsequences: false)
    let clock = halves[0].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard (2...3).contains(clock.count), (0...23).contains(clock[0]), (0...59).contains(clock[1]) else { return nil }
    let second = clock.count == 3 ? clock[2] : 0
    guard (0...59).contains(second), halves.count <= 2 else { return nil }
    var fraction = 0
    if halves.count == 2 {
      guard let value = Int((halves[1] + "000000").prefix(6)), !halves[1].isEmpty else { return nil }
      fraction = value
    }
    let seconds = day.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + second - offset * 60
    microseconds = seconds * 1_000_000 + fraction
  }

  init(day: Day, hour: Int, minute: Int = 0, second: Int = 0) {
    microseconds = (day.number * 86_400 + hour * 3600 + minute * 60 + second) * 1_000_000
  }

  var seconds: Int { floorDivide(microseconds, 1_000_000) }
  /// The day in UTC.
  var day: Day { Day(number: floorDivide(seconds, 86_400)) }

  /// In UTC, with six digits of a second where there is a fraction at all.
  var text: String {
    let ofDay = seconds - day.number * 86_400
    let fraction = microseconds - seconds * 1_000_000
    let clock = "\(digits(ofDay / 3600, 2)):\(digits(ofDay / 60 % 60, 2)):\(digits(ofDay % 60, 2))"
    return "\(day.text)T\(clock)\(fraction == 0 ? "" : "." + digits(fraction, 6))Z"
  }

  /// As in a `Date` header, in whole seconds.
  var httpDate: String {
    let ofDay = seconds - day.number * 86_400
    return "\(day.httpText) \(digits(ofDay / 3600, 2)):\(digits(ofDay / 60 % 60, 2)):\(digits(ofDay % 60, 2)) GMT"
  }

  static func < (left: Moment, right: Moment) -> Bool { left.microseconds < right.microseconds }
}

func digits(_ value: Int, _ width: Int) -> String {
  let text = String(value)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}

private func floorDivide(_ value: Int, _ by: Int) -> Int { value >= 0 ? value / by : -((-value + by - 1) / by) }
