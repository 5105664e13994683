import Model

/// One query parameter by which a list is narrowed.
struct Filter: Sendable {
  enum Check: Sendable {
    case text
    case day
    case moment
    case yesNo
    case choice([String])
    /// Only with this parameter given are the values read as numbers of a page and such.
    case passed
  }

  let check: Check
  /// Whether a row stays, for the values that the query gives (more than one where it was repeated).
  let keeps: @Sendable (State, JSONObject, [String]) -> Bool

  func read(_ name: String, _ value: String) throws(Problem) {
    switch check {
    case .text, .passed: return
    case .day:
      guard Day(value) == nil else { return }
      throw .invalid(.init(name, "invalid", "Geef een datum als JJJJ-MM-DD."))
    case .moment:
      guard Moment(value) == nil, Day(value) == nil else { return }
      throw .invalid(.init(name, "invalid", "Geef een tijdstip."))
    case .yesNo:
      guard !["true", "false"].contains(value.lowercased()) else { return }
      throw .invalid(.init(name, "invalid", "Geef true of false."))
    case .choice(let values):
      guard !value.split(separator: ",").allSatisfy({ values.contains(String($0)) }) else { return }
      throw .invalid(.init(name, "invalid_choice", "\"\(value)\" is hier geen keuze."))
    }
  }

  /// The field is one of the values.
  static func equals(_ field: String, _ check: Check = .text) -> Filter {
    Filter(check: check) { _, row, values in row.text(at: field).map(values.contains) ?? false }
  }

  /// The field is in a comma-separated list.
  static func within(_ field: String, _ check: Check = .text) -> Filter {
    Filter(check: check) { _, row, values in
      guard let text = row.text(at: field) else { return false }
      return values.contains { $0.split(separator: ",").contains { $0 == text } }
    }
  }

  static func contains(_ field: String) -> Filter {
    Filter(check: .text) { _, row, values in
      let text = row.text(at: field)?.lowercased() ?? ""
      return values.allSatisfy { text.contains($0.lowercased()) }
    }
  }

  static func compares(
    _ field: String, _ check: Check = .day, _ holds: @escaping @Sendable (String, String) -> Bool
  ) -> Filter {
    Filter(check: check) { _, row, values in
      guard let text = row.text(at: field) else { return false }
      return values.allSatisfy { holds(text, $0) }
    }
  }

  static func isNull(_ field: String) -> Filter {
    Filter(check: .yesNo) { _, row, values in
      values.allSatisfy { (row.text(at: field) == nil) == ($0.lowercased() == "true") }
    }
  }

  static func yesNo(_ field: String) -> Filter {
    Filter(check: .yesNo) { _, row, values in values.allSatisfy { row[field]?.bool == ($0.lowercased() == "true") } }
  }

  /// A date field with the comparisons that the list knows: `""`, `gt`, `gte`, `lt`, `lte`.
  static func dates(_ field: String, _ kinds: [String], _ check: Check = .day) -> [String: Filter] {
    var filters: [String: Filter] = [:]
    for kind in kinds {
      switch kind {
      case "gt": filters["\(field)__gt"] = .compares(field, check) { $0 > $1 }
      case "gte": filters["\(field)__gte"] = .compares(field, check) { $0 >= $1 }
      case "lt": filters["\(field)__lt"] = .compares(field, check) { $0 < $1 }
      case "lte": filters["\(field)__lte"] = .compares(field, check) { $0 <= $1 }
      case "isnull": filters["\(field)__isnull"] = .isNull(field)
      default: filters[field] = .equals(field, check)
      }
    }
    return filters
  }

  /// Taken and not narrowing: `expand`, `ordering`, which the handler reads itself.
  static let passed = Filter(check: .passed) { _, _, _ in true }
}

extension JSONObject {
  /// The text at `a.b`; nil where it is absent, null or no text.
  func text(at path: String) -> String? {
    guard path.contains(".") else { return self[path]?.string }
    var value: JSON = .object(self)
    for part in path.split(separator: ".") {
      guard let next = value[String(part)] else { return nil }
      value = next
    }
    return value.string
  }

  func text(_ name: String) -> String { self[name]?.string ?? "" }
  func texts(_ name: String) -> [String] { self[name]?.array?.compactMap(\.string) ?? [] }
}

extension State {
  /// Refuses parameters that the list does not know, and values that it cannot read.
  func checkQuery(_ call: Call, _ filters: [String: Filter], paged: Bool = true) throws(Problem) {
    var known = Set(filters.keys)
    if paged { known.formUnion(personality.pageSize ? ["page", "pageSize"] : ["page"]) }
    let unknown = call.request.query.map(\.name).filter { !known.contains($0) }
    guard unknown.isEmpty else {
      throw .invalid(.object("unknown-parameters", "Niet bekend als parameter: \(unknown.joined(separator: ", "))"))
    }
    for (name, value) in call.request.query where !value.isEmpty { try filters[name]?.read(name, value) }
  }

  /// The ids of a collection that the query keeps, in the order of `order`.
  func narrowed(_ collection: Collection, _ call: Call, _ filters: [String: Filter], newestFirst: Bool) -> [String] {
    let table = table(collection)
    var active: [(filter: Filter, values: [String])] = []
    var ids: [String]?
    for name in Set(call.request.query.map(\.name)) {
      let values = call.queries(name).filter { !$0.isEmpty }
      guard let filter = filters[name], !values.isEmpty else { continue }
      if ids == nil, values.count == 1, let some = table.ids(name, values[0]) {
        ids = some
      } else {
        active.append((filter, values))
      }
    }
    let all = ids ?? table.order
    let kept =
      active.isEmpty
      ? all
      : all.filter { id in
        guard let row = table[id] else { return false }
        return active.allSatisfy { $0.filter.keeps(self, row, $0.values) }
      }
    return newestFirst ? kept.reversed() : kept
  }

  /// One page of a list: `{count, next, previous, results}`; a page past the end is 404.
  func page(
    _ ids: [String], _ call: Call, show: (String) throws(Problem) -> JSON?
  ) throws(Problem) -> Reply {
    var asked = 100
    if personality.pageSize, let size = call.query("pageSize").flatMap(Int.init), size > 0 { asked = size }
    let size = min(asked, personality.greatestPage)
    guard let number = Int(call.query("page") ?? "1"), (1...1_000_000_000).contains(number) else { throw .pageNotFound }
    let start = (number - 1) * size
    guard start < ids.count || number == 1 else { throw .pageNotFound }
    let end = min(start + size, ids.count)
    var results: [JSON] = []
    for id in ids[start..<end] {
      if let row = try show(id) { results.append(row) }
    }
    return Reply(
      body: .json([
        "count": .number(ids.count), "next": end < ids.count ? link(call, page: number + 1) : nil,
        "previous": number > 1 ? link(call, page: number - 1) : nil, "results": .array(results),
      ]))
  }

  /// This list at another page, the parameters in alphabetical order; the first page has no number.
  private func link(_ call: Call, page: Int) -> JSON {
    var pairs = call.request.query.filter { $0.name != "page" }
    if page > 1 { pairs.append(("page", String(page))) }
    let query = pairs.enumerated().sorted { ($0.element.name, $0.offset) < ($1.element.name, $1.offset) }
      .map { "\($0.element.name)=\(escape($0.element.value))" }.joined(separator: "&")
    return .string(base + call.request.path.dropFirst() + (query.isEmpty ? "" : "?" + query))
  }

  private func escape(_ text: String) -> String {
    var escaped = ""
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      default: escaped += "%" + hex(byte).uppercased()
      }
    }
    return escaped
  }
}
