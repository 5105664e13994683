/// A Swift type that a field of a resource can have.
///
/// Reading never fails: what is absent or has another shape reads as `empty`, and the JSON itself stays as it was.
/// `Record.problems` tells which fields have another shape.
public protocol FieldValue: Sendable, Hashable {
  /// What an absent field reads as.
  static var empty: Self { get }
  /// Nil where the JSON has another shape.
  init?(json: JSON)
  var json: JSON { get }
}

extension String: FieldValue {
  public static var empty: String { "" }
  /// Servers write an empty text as `""` or as null; both read as `""`.
  public init?(json: JSON) {
    switch json {
    case .string(let text): self = text
    case .null: self = ""
    case .bool, .number, .array, .object: return nil
    }
  }
  public var json: JSON { .string(self) }
}

extension Bool: FieldValue {
  public static var empty: Bool { false }
  public init?(json: JSON) {
    guard let value = json.bool else { return nil }
    self = value
  }
  public var json: JSON { .bool(self) }
}

extension Int: FieldValue {
  public static var empty: Int { 0 }
  public init?(json: JSON) {
    guard let value = json.int else { return nil }
    self = value
  }
  public var json: JSON { .number(self) }
}

extension JSON: FieldValue {
  public static var empty: JSON { .null }
  public init?(json: JSON) { self = json }
  public var json: JSON { self }
}

/// A field that may be null: absent, null and the empty text of a date or code all read as nil.
extension Optional: FieldValue where Wrapped: FieldValue {
  public static var empty: Wrapped? { nil }
  public init?(json: JSON) {
    if json.isNull || json == .string("") {
      self = .none
    } else if let value = Wrapped(json: json) {
      self = .some(value)
    } else {
      return nil
    }
  }
  public var json: JSON { self?.json ?? .null }
}

extension Array: FieldValue where Element: FieldValue {
  public static var empty: [Element] { [] }
  public init?(json: JSON) {
    if json.isNull {
      self = []
      return
    }
    guard let items = json.array else { return nil }
    let values = items.compactMap { Element(json: $0) }
    guard values.count == items.count else { return nil }
    self = values
  }
  public var json: JSON { .array(map(\.json)) }
}

/// A field whose JSON is a text with a form of its own, such as a date.
protocol TextFieldValue: FieldValue {
  init?(_ text: String)
  var text: String { get }
}

extension TextFieldValue {
  public init?(json: JSON) {
    guard let text = json.string, let value = Self(text) else { return nil }
    self = value
  }
  public var json: JSON { .string(text) }
}

extension Day: TextFieldValue {
  public static var empty: Day { Day(daysSince1970: 0) }
  init?(_ text: String) { self.init(text[...]) }
}

extension Moment: TextFieldValue {
  public static var empty: Moment { Moment(secondsSince1970: 0) }
  init?(_ text: String) { self.init(text[...]) }
}

extension ISODuration: TextFieldValue {
  public static var empty: ISODuration { ISODuration() }
  init?(_ text: String) { self.init(text[...]) }
}

/// A code from a list of the standard.
///
/// A code that is not on the list (a newer version of the standard) reads as nil in
/// an optional field, and stays in the JSON as it is.
public protocol Code: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension Code {
  public init?(json: JSON) {
    guard let text = json.string, let code = Self(rawValue: text) else { return nil }
    self = code
  }
  public var json: JSON { .string(rawValue) }
}
