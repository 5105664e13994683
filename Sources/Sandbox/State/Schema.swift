import Foundation
import Model

/// What a field of a resource may hold.
indirect enum Kind: Sendable {
  case text(max: Int)
  case date
  case dateTime
  case url
  case rsin
  case bool
  case integer(ClosedRange<Int>)
  case choice([String])
  case duration
  case group(Schema)
  case list(Kind)
  case any
}

/// One field: what it holds and what it is when nobody says.
struct Field: Sendable {
  let name: String
  let kind: Kind
  var required = false
  var nullable = false
  var readOnly = false
  /// May be given when the resource is made, and not be changed afterwards.
  var fixed = false
  var standard: JSON = ""

  static func text(_ name: String, _ max: Int = 1_000_000, required: Bool = false, fixed: Bool = false) -> Field {
    Field(name: name, kind: .text(max: max), required: required, fixed: fixed)
  }
  static func url(_ name: String, required: Bool = false, nullable: Bool = false, fixed: Bool = false) -> Field {
    Field(name: name, kind: .url, required: required, nullable: nullable, fixed: fixed, standard: nullable ? nil : "")
  }
  static func date(_ name: String, required: Bool = false) -> Field {
    Field(name: name, kind: .date, required: required, nullable: !required, standard: nil)
  }
  static func dateTime(_ name: String, required: Bool = false) -> Field {
    Field(name: name, kind: .dateTime, required: required, nullable: !required, standard: nil)
  }
  static func choice(_ name: String, _ values: [String], required: Bool = false, nullable: Bool = false) -> Field {
    Field(
      name: name, kind: .choice(required ? values : values + [""]), required: required, nullable: nullable,
      standard: nullable ? nil : "")
  }
  static func readOnly(_ name: String, _ standard: JSON = nil) -> Field {
    Field(name: name, kind: .any, nullable: true, readOnly: true, standard: standard)
  }
  static func group(_ name: String, _ schema: Schema, standard: JSON = nil) -> Field {
    Field(name: name, kind: .group(schema), nullable: true, standard: standard)
  }
  static func list(_ name: String, _ kind: Kind) -> Field { Field(name: name, kind: .list(kind), standard: []) }
}

/// The fields of a resource in the order in which the server writes them.
struct Schema: Sendable {
  let fields: [Field]

  init(_ fields: Field...) { self.fields = fields }

  /// The resource that this body makes.
  ///
  /// Over an existing row, what the body does not name stays as it is: Open Zaak does so for PUT as well. Read-only
  /// fields in the body are passed over in silence. `partial` (PATCH) asks for no required fields.
  func read(_ body: JSONObject, over existing: JSONObject? = nil, partial: Bool = false) throws(Problem) -> JSONObject {
    var problems: [InvalidParam] = []
    let row = read(body, over: existing, partial: partial, prefix: "", problems: &problems)
    guard problems.isEmpty else { throw .invalid(problems) }
    return row
  }

  private func read(
    _ body: JSONObject, over existing: JSONObject?, partial: Bool, prefix: String, problems: inout [InvalidParam]
  ) -> JSONObject {
    var row = existing ?? JSONObject()
    for field in fields {
      let name = prefix + field.name
      guard !field.readOnly, let given = body[field.name] else {
        if field.required, !field.readOnly, !partial { problems.append(.required(name)) }
        if existing == nil { row[field.name] = field.standard }
        continue
      }
      if given.isNull {
        if field.nullable {
          row[field.name] = field.standard
        } else {
          problems.append(.init(name, "null", "Dit veld kan niet leeg zijn."))
        }
        continue
      }
      if let value = field.kind.read(given, name: name, required: field.required, problems: &problems) {
        if field.fixed, let before = existing?[field.name], before != value {
          problems.append(.unchangeable(name))
        } else {
          row[field.name] = value
        }
      }
    }
    return row
  }

  fileprivate func readGroup(_ body: JSONObject, prefix: String, problems: inout [InvalidParam]) -> JSONObject {
    read(body, over: nil, partial: false, prefix: prefix, problems: &problems)
  }
}

extension Kind {
  /// The value as it is kept, nil (and a problem more) where it does not fit.
  fileprivate func read(
    _ value: JSON, name: String, required: Bool, problems: inout [InvalidParam]
  ) -> JSON? {
    func refuse(_ code: String, _ reason: String) -> JSON? {
      problems.append(.init(name, code, reason))
      return nil
    }
    switch self {
    case .text(let max):
      guard let given = value.string else { return refuse("invalid", "Geen tekst.") }
      // Open Zaak keeps no white space around a text.
      let text = given.trimmingCharacters(in: .whitespacesAndNewlines)
      if required, text.isEmpty { return refuse("blank", "Dit veld kan niet leeg zijn.") }
      return text.count <= max ? .string(text) : refuse("max_length", "Niet langer dan \(max) tekens.")
    case .date:
      return value.string.flatMap(Day.init(_:)) != nil ? value : refuse("invalid", "Geen datum als JJJJ-MM-DD.")
    case .dateTime:
      guard let moment = value.string.flatMap(Moment.init(_:)) else { return refuse("invalid", "Geen tijdstip.") }
      return .string(moment.text)
    case .url:
      guard let text = value.string, text.isEmpty || text.contains("://") else { return refuse("bad-url", "Geen URL.") }
      return text.isEmpty && required ? refuse("blank", "Dit veld kan niet leeg zijn.") : value
    case .rsin:
      guard let text = value.string else { return refuse("invalid", "Geen tekst.") }
      return CheckDigits.passesEleven(text) ? value : refuse("invalid", "Dit RSIN klopt niet.")
    case .bool: return value.bool != nil ? value : refuse("invalid", "Geen ja of nee.")
    case .integer(let range):
      guard let number = value.int else { return refuse("invalid", "Geen geheel getal.") }
      return range.contains(number) ? value : refuse("invalid", "Buiten \(range.lowerBound)–\(range.upperBound).")
    case .choice(let values):
      guard let text = value.string, values.contains(text) else {
        return refuse("invalid_choice", "\"\(value.string ?? value.text())\" is hier geen keuze.")
      }
      return value
    case .duration:
      return value.string.flatMap(Period.init(_:)) != nil ? value : refuse("invalid", "Geen duur zoals P14D.")
    case .group(let schema):
      guard let object = value.object else { return refuse("invalid", "Hier hoort een object te staan.") }
      return .object(schema.readGroup(object, prefix: name + ".", problems: &problems))
    case .list(let kind):
      guard let items = value.array else { return refuse("not_a_list", "Hier hoort een lijst te staan.") }
      var kept: [JSON] = []
      for (index, item) in items.enumerated() {
        if let one = kind.read(item, name: "\(name).\(index)", required: false, problems: &problems) {
          kept.append(one)
        }
      }
      return .array(kept)
    case .any: return value
    }
  }
}
