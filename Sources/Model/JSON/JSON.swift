/// One JSON value, kept exactly as it was received.
///
/// A number keeps its digits as text (`1.50` stays `1.50`, 40 digits stay 40 digits) and an object keeps the order of
/// its members, so that a resource that is stored and read again is the resource that the server sent. That is why
/// neither `JSONDecoder` nor `JSONSerialization` is used here: both turn a number into a `Double` or a `Decimal`.
public enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  /// The digits as they stood in the text; always a valid JSON number.
  case number(String)
  case string(String)
  case array([JSON])
  case object(JSONObject)

  public var string: String? { if case .string(let text) = self { text } else { nil } }
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  public var array: [JSON]? { if case .array(let items) = self { items } else { nil } }
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
  public var isNull: Bool { self == .null }

  /// The whole number, where it is one that fits: `4`, not `4.0` and not `4e2`.
  public var int: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
  public var double: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }

  public static func number(_ value: Int) -> JSON { .number(String(value)) }

  /// The member of an object; nil where this is no object or has no such member.
  public subscript(name: String) -> JSON? { object?[name] }

  /// Texts and digits are the same only where their bytes are: for Swift's own `==` a letter and a combining accent
  /// are the accented letter, but a server may well tell them apart.
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)), (.string(let left), .string(let right)):
      isExactly(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }
}

/// Whether two texts are the same byte for byte.
func isExactly(_ left: String, _ right: String) -> Bool {
  // The first two are quick, and mostly enough to see that they differ.
  left.utf8.count == right.utf8.count && left == right && left.utf8.elementsEqual(right.utf8)
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .number(value) }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(JSONObject(elements)) }
  public init(nilLiteral: ()) { self = .null }
}
