/// The fields of one kind of resource, a row for each.
public protocol RecordFields: Sendable {
  /// The one instance; its stored properties are the fields.
  static var fields: Self { get }
}

/// A JSON object with typed access to the fields that the standard gives it.
///
/// `body` is the truth: fields that we do not know stay in it, and values that we do not touch stay exactly as they
/// were. `record.omschrijving` reads and writes the member of that name.
@dynamicMemberLookup
public struct Record<Fields: RecordFields>: Sendable, Hashable {
  public var body: JSONObject

  public init(_ body: JSONObject = JSONObject()) { self.body = body }

  public subscript<Value: FieldValue>(dynamicMember path: KeyPath<Fields, Field<Value>>) -> Value {
    get { Fields.fields[keyPath: path].read(body) }
    set { body[Fields.fields[keyPath: path].name] = newValue.json }
  }

  /// All fields, in the order in which they are declared.
  public static var fields: [any AnyField] {
    Mirror(reflecting: Fields.fields).children.compactMap { $0.value as? any AnyField }
  }

  public static func field(_ name: String) -> (any AnyField)? { fields.first { $0.name == name } }

  /// What is wrong with the values, by the standard's types and limits.
  public var problems: [FieldProblem] { Record.fields.compactMap { $0.problem(in: body) } }
}

/// A group of fields inside a resource is a field of it too.
extension Record: FieldValue {
  public static var empty: Record { Record() }
  public init?(json: JSON) {
    guard let body = json.object else { return nil }
    self.init(body)
  }
  public var json: JSON { .object(body) }
}

/// The fields of a resource that has an address of its own on the server.
public protocol ResourceFields: RecordFields {
  static var kind: ResourceKind { get }
  var url: Field<Ref> { get }
}

extension Record where Fields: ResourceFields {
  public static var kind: ResourceKind { Fields.kind }
  public var ref: Ref { self[dynamicMember: \.url] }
  /// The UUID by which the resource is known, from its URL.
  public var uuid: String? { ref.uuid }
}
