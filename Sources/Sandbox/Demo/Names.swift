/// Invented gemeenten, people, streets and organisations.
enum Names {
  struct Gemeente: Sendable {
    let name: String
    let domain: String
    /// The first of its numbers that passes the 11-proef is its RSIN.
    let rsinFrom: Int
    let code: String
    let postcode: Int
    let place: (x: Double, y: Double)
    let streets: [String]
  }

  static let gemeenten = [
    Gemeente(
      name: "Veldmeer", domain: "VELDM", rsinFrom: 999_910_001, code: "9901", postcode: 1951, place: (5.12, 52.31),
      streets: ["Dorpsstraat", "Meerkade", "Lindenlaan", "Veenweg", "Kerkplein", "Rietdijk"]),
    Gemeente(
      name: "Duinbergen", domain: "DUINB", rsinFrom: 999_920_001, code: "9902", postcode: 1875, place: (4.63, 52.58),
      streets: ["Zeeweg", "Helmstraat", "Duinpad", "Vissersplein", "Strandwal", "Torenlaan"]),
    Gemeente(
      name: "Oosterlanden", domain: "OOSTL", rsinFrom: 999_930_001, code: "9903", postcode: 7695, place: (6.58, 52.47),
      streets: ["Esweg", "Marktstraat", "Beukenlaan", "Stationsweg", "Molenpad", "Hoge Kamp"]),
  ]

  struct Person: Sendable {
    let first: String
    let prefix: String
    let last: String

    var initials: String { "\(first.prefix(1))." }
    var short: String { "\(initials) \(prefix.isEmpty ? "" : prefix + " ")\(last)" }
  }

  private static let firsts = [
    "Sanne", "Emir", "Lotte", "Joris", "Fatima", "Daan", "Aylin", "Ruben", "Mirthe", "Youssef", "Anouk", "Bram",
    "Zeynep", "Thijs", "Noor", "Karel", "Esmée", "Stijn", "Imke", "Ravi",
  ]
  private static let lasts = [
    ("", "Jansma"), ("van", "Doornik"), ("", "Yıldız"), ("de", "Haan"), ("", "Amrani"), ("", "Postmus"),
    ("van der", "Wielen"), ("", "Brouwer"), ("", "Okafor"), ("ter", "Horst"), ("", "Sahin"), ("", "Veldkamp"),
    ("van den", "Ouweland"), ("", "Kuijper"), ("", "Nandoe"), ("", "Terpstra"), ("'t", "Hoen"),
  ]

  static func person(_ number: Int) -> Person {
    let (prefix, last) = lasts[number * 7 % lasts.count]
    return Person(first: firsts[number * 3 % firsts.count], prefix: prefix, last: last)
  }

  static let organisations = [
    "Stichting Buurthuis De Schakel", "Bouwbedrijf Noordeinde B.V.", "Vereniging Groen Dorp", "Coöperatie Zonnekracht",
    "Vastgoed Lindenhof B.V.", "Stichting Behoud Molenpad", "Installatiebedrijf Van Rooij B.V.",
  ]

  /// The caseworkers; `mw028` works for all three gemeenten.
  static func worker(_ id: Int) -> (id: String, person: Person) {
    let name = id == 28 ? Person(first: "Carla", prefix: "", last: "Breugel") : person(id * 5 + 2)
    return ("mw\(digits(id, 3))", name)
  }
}
