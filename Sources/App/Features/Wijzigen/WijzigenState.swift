import Model
import Screen

/// The fields of a zaak that can be edited, each with the value that the user saw when starting.
struct WijzigForm: Sendable {
  enum Field: Sendable, Hashable, CaseIterable {
    case omschrijving, toelichting

    /// The name on the wire.
    var name: String {
      switch self {
      case .omschrijving: ZaakFields.fields.omschrijving.name
      case .toelichting: ZaakFields.fields.toelichting.name
      }
    }

    var maximumLength: Int? {
      switch self {
      case .omschrijving: ZaakFields.fields.omschrijving.limits.max
      case .toelichting: ZaakFields.fields.toelichting.limits.max
      }
    }

    /// The value as it stands in the zaak: an empty text or null, which the server tells apart.
    func json(in zaak: Zaak) -> JSON { zaak.body[name] ?? .null }

    func value(in zaak: Zaak) -> String {
      switch self {
      case .omschrijving: zaak.omschrijving
      case .toelichting: zaak.toelichting
      }
    }
  }

  /// The values that the user saw; nil for the fields of a withdrawn change that was not looked at again yet.
  private(set) var seen: [Field: JSON]?
  var active = Field.omschrijving
  /// The operation that is being put on disk.
  var saving: String?
  private var inputs: [Field: TextInput] = [:]

  init(_ zaak: Zaak) { see(zaak) }

  /// Offers the texts of a withdrawn change again; `see` adds what is on the zaak.
  init(withdrawn fields: [FieldChange]) {
    for field in Field.allCases {
      guard let text = fields.first(where: { $0.field == field.name })?.new.string else { continue }
      inputs[field] = WijzigForm.input(field, text)
    }
  }

  subscript(field: Field) -> TextInput {
    get { inputs[field] ?? WijzigForm.input(field, "") }
    set { inputs[field] = newValue }
  }

  /// Starts from what is on the zaak, for the fields that have no text of the user yet.
  mutating func see(_ zaak: Zaak) {
    guard seen == nil else { return }
    seen = [:]
    for field in Field.allCases {
      seen?[field] = field.json(in: zaak)
      if inputs[field] == nil { inputs[field] = WijzigForm.input(field, field.value(in: zaak)) }
    }
  }

  private static func input(_ field: Field, _ text: String) -> TextInput {
    TextInput(text, isMultiline: field == .toelichting)
  }

  /// The fields whose text is not what the user saw.
  var changes: [FieldChange] {
    Field.allCases.compactMap { field in
      let old = seen?[field] ?? .null
      guard let new = inputs[field]?.text, new != old.string ?? "" else { return nil }
      return FieldChange(field: field.name, old: old, new: .string(new))
    }
  }

  var isChanged: Bool { !changes.isEmpty }

  /// The first changed field that has more characters than the standard allows; it can be typed, but not kept.
  var tooLong: (field: Field, used: Int, maximum: Int)? {
    for change in changes {
      guard let field = Field.allCases.first(where: { $0.name == change.field }), let maximum = field.maximumLength
      else { continue }
      let used = self[field].text.unicodeScalars.count
      if used > maximum { return (field, used, maximum) }
    }
    return nil
  }
}
