import Model

/// The form that a text needs to be the value of a field.
public enum Vorm: Sendable, Hashable {
  case text, day, moment, duration, number, bool, url, json
  case code([String])
  /// Nine digits that pass the 11-check.
  case bsn, rsin
  /// Eight digits.
  case kvk

  /// The value that the text means; nil where it has another form.
  ///
  /// An empty text empties the field.
  func value(_ text: String) -> JSON? {
    switch self {
    case .text: return .string(text)
    case .url: return text.isEmpty || text.contains(":") ? .string(text) : nil
    case .code(let codes): return text.isEmpty || codes.contains(text) ? .string(text) : nil
    case .bsn, .rsin: return text.isEmpty || Nummer.passesEleven(text) ? .string(text) : nil
    case .kvk: return text.isEmpty || Nummer.isDigits(text, 8) ? .string(text) : nil
    case .day, .moment, .duration, .number, .bool, .json: break
    }
    guard !text.isEmpty else { return .null }
    switch self {
    case .day: return Day(text).map(\.json)
    case .moment: return Moment(text).map(\.json)
    case .duration: return ISODuration(text).map(\.json)
    case .number: return Int(text).map(\.json)
    case .bool: return ["ja": true, "nee": false, "yes": true, "no": false][text.lowercased()]
    case .json: return try? JSON(parsing: text)
    case .text, .url, .code, .bsn, .rsin, .kvk: return nil
    }
  }
}

extension Record {
  /// What a text that the user gave becomes as the value of a field; an empty one empties the field.
  ///
  /// - Parameter name: of a field that the resource has and that is no list
  public static func value(_ text: String, for name: String) throws(RuleError) -> JSON {
    guard let field = Record.field(name) else { throw .wrongForm(field: name, .json) }
    let vorm = RSINFields.names.contains(name) ? .rsin : (field as? any FormedField)?.vorm ?? .json
    guard let value = vorm.value(text) else { throw .wrongForm(field: name, vorm) }
    try field.check(value, vorm)
    return value
  }

  /// The values of the fields of which the user gave a text.
  public static func values(
    _ given: [(name: String, text: String?)]
  ) throws(RuleError) -> [(name: String, value: JSON)] {
    var values: [(name: String, value: JSON)] = []
    for (name, text) in given {
      if let text { values.append((name, try value(text, for: name))) }
    }
    return values
  }

  /// Throws at the first field that is missing, too long or of another form.
  ///
  /// - Parameter names: of the fields to look at; nil for all
  func check(_ names: Set<String>? = nil) throws(RuleError) {
    for field in Record.fields where names?.contains(field.name) ?? true {
      if field.limits.required, body[field.name] == .string("") { throw .missing(field: field.name) }
      guard let problem = field.problem(in: body) else { continue }
      throw RuleError(problem, field, count: body[field.name]?.string)
    }
  }
}

extension AnyField {
  fileprivate func check(_ value: JSON, _ vorm: Vorm) throws(RuleError) {
    if limits.readOnly { throw .fixed(field: name) }
    if limits.required, value.isNull || value == .string("") { throw .missing(field: name) }
    if let problem = problem(in: [name: value]) { throw RuleError(problem, self, count: value.string) }
  }
}

extension RuleError {
  fileprivate init(_ problem: FieldProblem, _ field: any AnyField, count text: String? = nil) {
    switch problem.reason {
    case .missing: self = .missing(field: problem.field)
    case .wrongShape: self = .wrongForm(field: problem.field, (field as? any FormedField)?.vorm ?? .json)
    case .tooLong(let max):
      self = .tooLong(field: problem.field, count: text?.unicodeScalars.count ?? max + 1, max: max)
    }
  }
}

/// The fields that hold the RSIN of an organisation.
private enum RSINFields {
  static let names: Set = ["bronorganisatie", "verantwoordelijkeOrganisatie", "opdrachtgevendeOrganisatie"]
}

/// A field that knows what its texts look like.
private protocol FormedField {
  var vorm: Vorm { get }
}

extension Field: FormedField {
  fileprivate var vorm: Vorm {
    switch Value.self {
    case is String.Type: .text
    case is Ref.Type, is Ref?.Type: .url
    case is Day.Type, is Day?.Type: .day
    case is Moment.Type, is Moment?.Type: .moment
    case is ISODuration.Type, is ISODuration?.Type: .duration
    case is Int.Type, is Int?.Type: .number
    case is Bool.Type, is Bool?.Type: .bool
    default: (Value.self as? any CodeValues.Type).map { .code($0.codes) } ?? .json
    }
  }
}

private protocol CodeValues {
  static var codes: [String] { get }
}

extension Optional: CodeValues where Wrapped: Code {
  fileprivate static var codes: [String] { Wrapped.allCases.map(\.rawValue) }
}
