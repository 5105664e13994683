import enum Model.JSON
import struct Model.JSONObject

/// What an answer of the sandbox has other than the recorded one.
struct Comparison {
  /// Whether values count, or only which members there are and of what kind.
  let exact: Bool
  private(set) var differences: [String] = []
  /// What was called one thing when it was recorded and is called another here: ids, numbers, locks.
  private(set) var names: [String: String]

  init(exact: Bool, names: [String: String]) {
    self.exact = exact
    self.names = names
  }

  /// Members whose value is anybody's: moments of now, the wording of errors, and what names the recorder.
  private static let free: Set<String> = [
    "laatstGemuteerd", "registratiedatum", "beginRegistratie", "aanmaakdatum", "wijzigingsdatum", "tijdstip", "detail",
    "title", "reason", "instance", "applicatieId", "applicatieWeergave", "uuid", "betalingsindicatieWeergave", "count",
  ]
  private static let named: Set<String> = ["identificatie", "zaaknummer", "lock", "resourceWeergave", "inhoud"]

  mutating func compare(_ recorded: JSON, _ actual: JSON, at path: String = "", member: String = "") {
    switch (recorded, actual) {
    case (.object(let recorded), .object(let actual)):
      for name in recorded.names where actual[name] == nil { differences.append("\(path).\(name) ontbreekt") }
      for name in actual.names where recorded[name] == nil { differences.append("\(path).\(name) is te veel") }
      for member in recorded.members {
        guard let value = actual[member.name] else { continue }
        compare(member.value, value, at: "\(path).\(member.name)", member: member.name)
      }
    case (.array(let recorded), .array(let actual)):
      if exact, recorded.count != actual.count {
        differences.append("\(path): \(recorded.count) waren het er, nu \(actual.count)")
      }
      for (index, pair) in zip(recorded, actual).enumerated() where exact || index == 0 {
        compare(pair.0, pair.1, at: "\(path)[\(index)]", member: member)
      }
    case (.string(let recorded), .string(let actual)): compare(text: recorded, actual, at: path, member: member)
    case (.null, _) where !exact, (_, .null) where !exact: break
    default:
      if recorded != actual, !Comparison.free.contains(member) {
        differences.append("\(path): \(recorded.text().prefix(60)) werd \(actual.text().prefix(60))")
      }
      if kind(recorded) != kind(actual) { differences.append("\(path): andere soort") }
    }
    if !exact { differences.removeAll { $0.contains(" werd ") } }
  }

  private mutating func compare(text recorded: String, _ actual: String, at path: String, member: String) {
    if Comparison.free.contains(member) { return learnUuids(recorded, actual) }
    learnUuids(recorded, actual)
    if Comparison.named.contains(member), !recorded.isEmpty, !actual.isEmpty, names[recorded] == nil {
      names[recorded] = actual
      return
    }
    let expected = Comparison.rename(recorded, names)
    if exact, expected != actual { differences.append("\(path): \(expected.prefix(90)) werd \(actual.prefix(90))") }
  }

  /// Two URLs of the same make that differ in their uuids say what is called what.
  private mutating func learnUuids(_ recorded: String, _ actual: String) {
    let (before, after) = (Comparison.uuids(recorded), Comparison.uuids(actual))
    guard exact, before.count == after.count else { return }
    for (one, other) in zip(before, after) where names[one] == nil && one != other { names[one] = other }
  }

  static func uuids(_ text: String) -> [String] {
    text.matches(of: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/).map { String($0.output) }
  }

  static func rename(_ text: String, _ names: [String: String]) -> String {
    if let whole = names[text] { return whole }
    var renamed = text
    for uuid in uuids(text) {
      if let name = names[uuid] { renamed = renamed.replacing(uuid, with: name) }
    }
    return renamed
  }

  static func rename(_ value: JSON, _ names: [String: String]) -> JSON {
    switch value {
    case .string(let text): .string(rename(text, names))
    case .array(let items): .array(items.map { rename($0, names) })
    case .object(let object): .object(JSONObject(object.members.map { ($0.name, rename($0.value, names)) }))
    case .null, .bool, .number: value
    }
  }

  private func kind(_ value: JSON) -> Int {
    switch value {
    case .null: 0
    case .bool: 1
    case .number: 2
    case .string: 3
    case .array: 4
    case .object: 5
    }
  }
}
