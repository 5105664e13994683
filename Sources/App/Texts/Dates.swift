import Model

/// Days, moments and durations in words.
extension Texts {
  /// So many days from today a date gets its weekday.
  private static let nearDays = 60

  /// `wo 16 dec 2026` where the day is near, else `16 dec 2026`.
  func date(_ day: Day, today: Day) -> String {
    let plain = String(day.dayOfMonth) + " " + month(day.month) + " " + String(day.year)
    return abs(day - today) <= Texts.nearDays ? weekday(day.weekday) + " " + plain : plain
  }

  /// `14:02` for a moment of today, else with its date; both on the user's clock.
  func moment(_ moment: Moment, today: Day) -> String {
    moment.day == today ? moment.clock : date(moment.day, today: today) + " " + moment.clock
  }

  /// How many days are left, short enough for a column.
  func daysLeft(_ days: Int) -> String {
    switch days {
    case ..<0: number(-days) + say(" te laat", " late")
    case 0: say("vandaag", "today")
    case 1: say("morgen", "tomorrow")
    default: say("nog ", "") + number(days) + say(" d", " d left")
    }
  }

  /// How many days are left, as a clause.
  func daysLeftInFull(_ days: Int) -> String {
    switch days {
    case ..<0: count(-days, Words("dag", "day"), Words("dagen", "days")) + say(" te laat", " late")
    case 0: say("vandaag", "today")
    case 1: say("morgen", "tomorrow")
    default: say("nog ", "") + number(days) + say(" dagen", " days left")
    }
  }

  /// `8 weken`, `1 jaar en 6 maanden`.
  func duration(_ duration: ISODuration) -> String {
    let parts = [
      (duration.years, Words("jaar", "year"), Words("jaar", "years")),
      (duration.months, Words("maand", "month"), Words("maanden", "months")),
      (duration.weeks, Words("week", "week"), Words("weken", "weeks")),
      (duration.days, Words("dag", "day"), Words("dagen", "days")),
      (duration.hours, Words("uur", "hour"), Words("uur", "hours")),
      (duration.minutes, Words("minuut", "minute"), Words("minuten", "minutes")),
      (duration.seconds, Words("seconde", "second"), Words("seconden", "seconds")),
    ]
    let said = parts.filter { $0.0 != 0 }.map { count($0.0, $0.1, $0.2) }
    return said.isEmpty ? say("0 dagen", "0 days") : list(said)
  }

  private func weekday(_ day: Day.Weekday) -> String {
    switch day {
    case .monday: say("ma", "Mon")
    case .tuesday: say("di", "Tue")
    case .wednesday: say("wo", "Wed")
    case .thursday: say("do", "Thu")
    case .friday: say("vr", "Fri")
    case .saturday: say("za", "Sat")
    case .sunday: say("zo", "Sun")
    }
  }

  private func month(_ number: Int) -> String {
    let names = [
      Words("jan", "Jan"), Words("feb", "Feb"), Words("mrt", "Mar"), Words("apr", "Apr"), Words("mei", "May"),
      Words("jun", "Jun"), Words("jul", "Jul"), Words("aug", "Aug"), Words("sep", "Sep"), Words("okt", "Oct"),
      Words("nov", "Nov"), Words("dec", "Dec"),
    ]
    return names.indices.contains(number - 1) ? names[number - 1][language] : ""
  }
}
