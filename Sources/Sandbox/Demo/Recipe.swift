/// What one zaaktype of the demonstration is made of; every gemeente gets its own version of each.
struct Recipe: Sendable {
  struct Outcome: Sendable {
    let name: String
    let nominatie: String
    let termijn: String
    var besluit: String?
  }

  struct Property: Sendable {
    let name: String
    let format: String
    let length: String
    let values: [String]
  }

  let code: String
  let title: String
  let subject: String
  let goal: String
  let asks: String
  let level: String
  /// Days.
  let doorlooptijd: Int
  let servicenorm: Int
  let verlenging: Int?
  let opschorting: Bool
  let statuses: [String]
  let outcomes: [Outcome]
  let properties: [Property]
  let documents: [String]
  let besluiten: [String]
  /// Whether companies and foundations ask for it more often than people.
  let forOrganisations: Bool
  /// Of a zaak, `%@` for a street or a name.
  let subjects: [String]

  static func outcome(_ name: String, _ years: Int?, _ besluit: String? = nil) -> Outcome {
    Outcome(
      name: name, nominatie: years == nil ? "blijvend_bewaren" : "vernietigen", termijn: "P\(years ?? 20)Y",
      besluit: besluit)
  }

  static func text(_ name: String, _ values: String...) -> Property {
    Property(name: name, format: "tekst", length: "200", values: values)
  }

  static func amount(_ name: String, _ values: String...) -> Property {
    Property(name: name, format: "getal", length: "10", values: values)
  }

  static let all = informationRecipes + socialRecipes + spaceRecipes
}
