import Model

extension Betrokkene {
  public var type: BetrokkeneType {
    switch self {
    case .natuurlijkPersoon: .natuurlijkPersoon
    case .nietNatuurlijkPersoon: .nietNatuurlijkPersoon
    case .vestiging: .vestiging
    case .organisatorischeEenheid: .organisatorischeEenheid
    case .medewerker: .medewerker
    }
  }

  var body: JSONObject {
    switch self {
    case .natuurlijkPersoon(let persoon): persoon.body
    case .nietNatuurlijkPersoon(let persoon): persoon.body
    case .vestiging(let vestiging): vestiging.body
    case .organisatorischeEenheid(let eenheid): eenheid.body
    case .medewerker(let medewerker): medewerker.body
    }
  }

  /// Throws where a field is too long or of another form, or where nothing says who it is.
  func check() throws(RuleError) {
    switch self {
    case .natuurlijkPersoon(let persoon):
      try persoon.check()
      try number("inpBsn", persoon.inpBsn, .bsn)
    case .nietNatuurlijkPersoon(let persoon):
      try persoon.check()
      try number("innNnpId", persoon.innNnpId, .rsin)
      try number("kvkNummer", persoon.kvkNummer, .kvk)
    case .vestiging(let vestiging):
      try vestiging.check()
      try number("kvkNummer", vestiging.kvkNummer, .kvk)
    case .organisatorischeEenheid(let eenheid): try eenheid.check()
    case .medewerker(let medewerker): try medewerker.check()
    }
    guard !naam.isEmpty || !nummer.isEmpty else { throw .missing(field: "betrokkeneIdentificatie") }
  }

  /// The number is not in the error: it may be a BSN.
  private func number(_ field: String, _ text: String, _ vorm: Vorm) throws(RuleError) {
    guard vorm.value(text) != nil else { throw .wrongForm(field: field, vorm) }
  }
}

extension Betrokkene {
  /// The parts by which the user can say who it is, such as `bsn:…` and `naam:…`.
  public enum Deel: String, CaseIterable, Sendable {
    case bsn, anummer, voornamen, geboortedatum
    case rsin, kvk, organisatie
    case vestiging, handelsnaam
    case eenheid, medewerker
    /// The name of whoever the other parts say; alone it is that of a natuurlijk persoon.
    case naam

    fileprivate var type: BetrokkeneType? {
      switch self {
      case .bsn, .anummer, .voornamen, .geboortedatum: .natuurlijkPersoon
      case .rsin, .organisatie: .nietNatuurlijkPersoon
      case .vestiging, .handelsnaam: .vestiging
      case .eenheid: .organisatorischeEenheid
      case .medewerker: .medewerker
      case .kvk, .naam: nil
      }
    }

    /// The field that it fills; nil where that takes more than one.
    fileprivate var field: String? {
      switch self {
      case .bsn: "inpBsn"
      case .anummer: "inpA_nummer"
      case .voornamen: "voornamen"
      case .geboortedatum: "geboortedatum"
      case .rsin: "innNnpId"
      case .kvk: "kvkNummer"
      case .organisatie: "statutaireNaam"
      case .vestiging: "vestigingsNummer"
      case .eenheid, .medewerker: "identificatie"
      case .handelsnaam, .naam: nil
      }
    }
  }

  /// Who is meant by parts such as `bsn:111222333` and `naam:J. de Wit`; a text without a part's name is a name.
  public init(delen: [String]) throws(RuleError) {
    var parts: [(deel: Deel, value: String)] = []
    for text in delen {
      let pieces = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count == 2, let deel = Deel(rawValue: pieces[0].lowercased()) {
        parts.append((deel, String(pieces[1]).trimmed))
      } else if pieces.count == 2, !pieces[0].contains(" ") {
        throw .notOne(text: String(pieces[0]), of: "soort betrokkene", choices: Deel.allCases.map(\.rawValue))
      } else {
        parts.append((.naam, text.trimmed))
      }
    }
    let types = Set(parts.compactMap(\.deel.type))
    guard types.count <= 1 else { throw .wrongForm(field: "betrokkene", .text) }
    let type = types.first ?? (parts.contains { $0.deel == .kvk } ? .nietNatuurlijkPersoon : .natuurlijkPersoon)
    var body: JSONObject = [:]
    for (deel, value) in parts {
      if let field = deel.field {
        body[field] = .string(value)
      } else if deel == .handelsnaam {
        body["handelsnaam"] = [.string(value)]
      } else {
        body = body.merging(Betrokkene.named(value, type))
      }
    }
    guard let made = Betrokkene(type: type, identificatie: .object(body)) else {
      throw .missing(field: "betrokkeneIdentificatie")
    }
    self = made
    try check()
  }

  private static func named(_ text: String, _ type: BetrokkeneType) -> JSONObject {
    let name = Persoonsnaam(text)
    return switch type {
    case .natuurlijkPersoon:
      JSONObject(filled: [
        ("voorletters", name.voorletters), ("voornamen", name.voornamen),
        ("voorvoegselGeslachtsnaam", name.voorvoegsel), ("geslachtsnaam", name.achternaam),
      ])
    case .nietNatuurlijkPersoon: ["statutaireNaam": .string(text)]
    case .vestiging: ["handelsnaam": [.string(text)]]
    case .organisatorischeEenheid: ["naam": .string(text)]
    case .medewerker:
      JSONObject(filled: [
        ("voorletters", name.voorletters.isEmpty ? name.voornamen : name.voorletters),
        ("voorvoegselAchternaam", name.voorvoegsel), ("achternaam", name.achternaam),
      ])
    }
  }

  /// - Parameter naam: such as `J. de Wit`; may be empty
  public static func medewerker(_ id: String, naam: String) -> Betrokkene {
    let named = naam.trimmed.isEmpty || naam == id ? [:] : named(naam.trimmed, .medewerker)
    return .medewerker(Medewerker((["identificatie": .string(id)] as JSONObject).merging(named)))
  }
}

/// A name of a person in its parts: `J.P. van der Wit`, `Jan de Wit`.
struct Persoonsnaam: Hashable {
  private(set) var voorletters = ""
  private(set) var voornamen = ""
  private(set) var voorvoegsel = ""
  private(set) var achternaam = ""

  init(_ text: String) {
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    func take(_ isOne: (String) -> Bool) -> String {
      var taken: [String] = []
      while words.count > 1, let word = words.first, isOne(word) { taken.append(words.removeFirst()) }
      return taken.joined(separator: " ")
    }
    voorletters = take { $0.hasSuffix(".") }
    let isPrefix = { (word: String) in word.first.map { $0.isLowercase || $0 == "'" } ?? false }
    // What stands before a voorvoegsel, else the first word of several, is a first name.
    if voorletters.isEmpty {
      let lastFirst = words.dropLast().firstIndex(where: isPrefix) ?? min(1, words.count - 1)
      voornamen = words.isEmpty ? "" : words[..<lastFirst].joined(separator: " ")
      if !words.isEmpty { words.removeFirst(lastFirst) }
    }
    voorvoegsel = take(isPrefix)
    achternaam = words.joined(separator: " ")
  }
}

extension String {
  var trimmed: String {
    let kept = drop(while: \.isWhitespace)
    return kept.lastIndex { !$0.isWhitespace }.map { String(kept[...$0]) } ?? ""
  }
}

extension JSONObject {
  /// The texts that are not empty.
  fileprivate init(filled texts: [(name: String, text: String)]) {
    self.init(texts.filter { !$0.text.isEmpty }.map { ($0.name, JSON.string($0.text)) })
  }
}
