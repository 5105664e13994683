import Model

/// A text in both languages; one that misses a language does not compile.
public struct Words: Sendable, Hashable {
  public let nl, en: String

  init(_ nl: String, _ en: String) {
    self.nl = nl
    self.en = en
  }

  public subscript(language: Language) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }
}

/// Everything that the client says, in the language of the user.
///
/// A feature's texts stand in an extension of their own; dates and durations in `Dates.swift`.
struct Texts: Sendable, Hashable {
  let language: Language

  func say(_ nl: String, _ en: String) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }

  /// A whole number with its thousands apart: 1.204 in Dutch, 1,204 in English.
  func number(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += say(".", ",") }
      grouped.append(digit)
    }
    return (value < 0 ? "-" : "") + grouped
  }

  /// A number with its noun: `1 zaak`, `2 zaken`.
  func count(_ value: Int, _ one: Words, _ more: Words) -> String {
    number(value) + " " + (value == 1 ? one : more)[language]
  }

  func zaken(_ value: Int) -> String { count(value, Words("zaak", "case"), Words("zaken", "cases")) }

  /// `340 van 1.204`, or `340` where the total is not known.
  func progress(_ done: Int, of total: Int?) -> String {
    guard let total else { return number(done) }
    return number(done) + say(" van ", " of ") + number(total)
  }

  /// `20–38 van 1.204`: which rows are in sight.
  func range(_ rows: Range<Int>, of total: Int) -> String {
    number(rows.lowerBound + 1) + "–" + number(rows.upperBound) + say(" van ", " of ") + number(total)
  }

  /// Names with commas, and `en` before the last.
  func list(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + say(" en ", " and ") + last
  }

  func quoted(_ text: String) -> String { say("‘", "“") + text + say("’", "”") }

  func bytes(_ count: Int) -> String {
    switch count {
    case ..<1_000: number(count) + " B"
    case ..<1_000_000: number((count + 500) / 1_000) + " kB"
    default: number(count / 1_000_000) + say(",", ".") + String(count / 100_000 % 10) + " MB"
    }
  }
}
