import App
import Model
import Rules
import Screen

/// The clock, the ids and the size of the tests.
enum World {
  /// Zondag 22 november 2026, 14:02 in Amsterdam.
  static let now = Moment(secondsSince1970: 1_795_352_520, offset: 3600)
  static let today = now.day

  static let small = Size(columns: 80, rows: 24)
  static let large = Size(columns: 120, rows: 40)

  /// The id that an operation of the tests gets.
  static let newID = "0d8f3c66-5a51-4c55-9c0e-70f4a7a0c001"

  static let environment = Environment(now: { now }, local: { $0.at(offset: 3600) }, newID: { newID })

  static func app(_ language: Language = .nl, size: Size = small) -> App {
    App(settings: Settings(language: language, profile: "Veldmeer", size: size), environment: environment)
  }

  /// An applicatie that may only read the zaken of the tests.
  static let reading = Rights(
    Applicatie([
      "autorisaties": [
        [
          "component": "zrc", "scopes": ["zaken.lezen"], "zaaktype": Make.zaaktype.ref.json,
          "maxVertrouwelijkheidaanduiding": "zeer_geheim",
        ]
      ]
    ]))

  static let summary = StoreSummary(zaken: 1204, waiting: 3, lastSync: now)

  static func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("no day: " + text) }
    return day
  }

  static func moment(_ text: String) -> Moment {
    guard let moment = Moment(text) else { preconditionFailure("no moment: " + text) }
    return moment
  }
}

extension App {
  /// Types keys, one after another; the effects of all of them.
  @discardableResult
  mutating func type(_ keys: Key...) -> [Effect] { keys.flatMap { update(.key($0)) } }

  @discardableResult
  mutating func type(_ text: String) -> [Effect] { text.flatMap { update(.key(.character($0))) } }

  /// The screen as lines of text.
  var lines: [String] {
    let frame = view()
    return (0..<frame.size.rows).map { frame.text(row: $0) }
  }

  var text: String { lines.joined(separator: "\n") }

  /// The line above the key bar.
  var message: String { lines[lines.count - 2].trimmingPrefix(" ").description }
}
