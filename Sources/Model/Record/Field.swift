/// One field of a resource: its name on the wire, its Swift type and the limits that the standard sets.
public struct Field<Value: FieldValue>: Sendable {
  public let name: String
  public let limits: FieldLimits

  /// - Parameters:
  ///   - max: characters at most, for a text
  ///   - required: the standard demands the field when the resource is created
  ///   - readOnly: only the server sets it
  public init(_ name: String, max: Int? = nil, required: Bool = false, readOnly: Bool = false) {
    self.name = name
    limits = FieldLimits(max: max, required: required, readOnly: readOnly)
  }

  func read(_ body: JSONObject) -> Value {
    guard let json = body[name] else { return Value.empty }
    return Value(json: json) ?? Value.empty
  }
}

public struct FieldLimits: Sendable, Hashable {
  public let max: Int?
  public let required: Bool
  public let readOnly: Bool
}

/// What is wrong with the value of one field.
public struct FieldProblem: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case missing
    /// The JSON has another shape than the field: a number where a date should be, an unknown code.
    case wrongShape
    case tooLong(max: Int)
  }
  public let field: String
  public let reason: Reason
}

/// A field of whatever type, for going along all fields of a resource.
public protocol AnyField: Sendable {
  var name: String { get }
  var limits: FieldLimits { get }
  func problem(in body: JSONObject) -> FieldProblem?
}

extension Field: AnyField {
  public func problem(in body: JSONObject) -> FieldProblem? {
    guard let json = body[name] else {
      return limits.required ? FieldProblem(field: name, reason: .missing) : nil
    }
    if limits.required, json.isNull { return FieldProblem(field: name, reason: .missing) }
    guard let value = Value(json: json) else { return FieldProblem(field: name, reason: .wrongShape) }
    if limits.required, value.json.isNull { return FieldProblem(field: name, reason: .missing) }
    if let max = limits.max, let text = value.json.string, text.unicodeScalars.count > max {
      return FieldProblem(field: name, reason: .tooLong(max: max))
    }
    return nil
  }
}
