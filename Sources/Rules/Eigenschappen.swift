import Model

extension Behandeling {
  /// Gives the zaak a value for an eigenschap, or another one; nil where it has it already.
  public func zetEigenschap(_ eigenschap: Eigenschap, _ waarde: String) throws(RuleError) -> Change? {
    let new = try record(eigenschap, waarde)
    guard let old = present(eigenschap) else {
      return .handeling(Handeling(.eigenschap, [.create(try creation(new))]))
    }
    return try change(.eigenschap, old, [("waarde", new.waarde.json)])
  }

  public func verwijderEigenschap(_ eigenschap: Eigenschap) throws(RuleError) -> Change {
    guard let old = present(eigenschap) else { throw .notThere("eigenschap \(eigenschap.naam)") }
    return .handeling(Handeling(.eigenschapVerwijderen, [removal(old)]))
  }

  private func present(_ eigenschap: Eigenschap) -> ZaakEigenschap? {
    dossier.eigenschappen.first { $0.value.eigenschap == eigenschap.ref }?.value
  }

  func record(_ eigenschap: Eigenschap, _ waarde: String) throws(RuleError) -> ZaakEigenschap {
    if let specificatie = eigenschap.specificatie, let problem = specificatie.problem(waarde) {
      throw .eigenschap(naam: eigenschap.naam, problem)
    }
    var new = ZaakEigenschap()
    new.zaak = dossier.ref
    new.eigenschap = eigenschap.ref
    new.waarde = waarde
    // The server gives the name; until then it is the one of the eigenschap.
    new.naam = eigenschap.naam
    return new
  }
}

extension Record where Fields == EigenschapSpecificatieFields {
  /// What is wrong with a value, by formaat, lengte and waardenverzameling (`ztc-015`).
  func problem(_ waarde: String) -> RuleError.EigenschapProblem? {
    if !self.waardenverzameling.isEmpty, !self.waardenverzameling.contains(waarde) {
      return .notAmong(self.waardenverzameling)
    }
    switch self.formaat {
    case .tekst?:
      guard let max = Int(self.lengte), waarde.unicodeScalars.count > max else { return nil }
      return .tooLong(lengte: self.lengte)
    case .getal?: return isGetal(waarde) ? nil : .notGetal(lengte: self.lengte)
    case .datum?: return isDatum(waarde, 8) ? nil : .notDatum
    case .datumTijd?: return isDatum(waarde, 14) ? nil : .notDatumTijd
    case nil: return nil
    }
  }

  /// `n` digits, or with `n,m` at most n before and m behind a decimal comma or point; may be negative.
  private func isGetal(_ waarde: String) -> Bool {
    let room = self.lengte.split(separator: ",").compactMap { Int($0) }
    let parts = waarde.drop { $0 == "-" }.split(separator: ",", omittingEmptySubsequences: false)
    let pieces =
      parts.count == 1 ? waarde.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false) : parts
    guard waarde.prefix(2) != "--", (1...2).contains(pieces.count),
      pieces.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    guard let whole = room.first else { return true }
    let decimals = room.count > 1 ? room[1] : 0
    return pieces[0].count <= whole && (pieces.count == 1 || pieces[1].count <= decimals)
  }

  private func isDatum(_ waarde: String, _ count: Int) -> Bool {
    guard Nummer.isDigits(waarde, count) else { return false }
    let digits = Array(waarde)
    func number(_ range: Range<Int>) -> Int { Int(String(digits[range])) ?? 0 }
    guard Day(year: number(0..<4), month: number(4..<6), day: number(6..<8)) != nil else { return false }
    return count == 8 || number(8..<10) < 24 && number(10..<12) < 60 && number(12..<14) < 60
  }
}
