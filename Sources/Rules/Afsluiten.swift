import Model

extension Behandeling {
  /// Sets the resultaat, or gives it another type or toelichting; nil where it is so already.
  ///
  /// The type of a resultaat is fixed, so another type takes another resultaat.
  public func zetResultaat(_ type: Resultaattype, toelichting: String?) throws(RuleError) -> Change? {
    let steps = try resultaat(type, toelichting)
    return steps.isEmpty ? nil : .handeling(Handeling(.resultaat, steps))
  }

  private func resultaat(_ type: Resultaattype, _ toelichting: String?) throws(RuleError) -> [Step] {
    var new = Resultaat()
    new.zaak = dossier.ref
    new.resultaattype = type.ref
    new.toelichting = toelichting ?? ""
    guard let old = dossier.resultaat?.value else { return [.create(try creation(new))] }
    guard old.resultaattype == type.ref else { return [removal(old), .create(try creation(new))] }
    guard let toelichting, let changed = try alteration(old, [("toelichting", .string(toelichting))]) else {
      return []
    }
    return [.change(changed)]
  }

  /// The resultaat and the end status in one.
  ///
  /// - Parameter anyway: also where something stands in the way; the server decides
  public func sluit(
    _ type: Resultaattype, resultaattoelichting: String? = nil, statustoelichting: String = "", anyway: Bool = false
  ) throws(RuleError) -> Change {
    try mustBeOpen()
    guard let end = zaaktype.path.last else { throw .zaaktypeHasNone("statustype") }
    let obstacle = dossier.closingObstacles.first { $0 != .noResultaat }
    if let obstacle, !anyway { throw .obstacle(obstacle, statustype: end.omschrijving) }
    let steps = try resultaat(type, resultaattoelichting)
    return .handeling(Handeling(.sluiten, steps + [try status(end, statustoelichting)]))
  }

  /// A status that is not the end status opens the zaak again (`zrc-008`).
  public func heropen(_ type: Statustype, toelichting: String = "") throws(RuleError) -> Change {
    guard !zaak.isOpen else { throw .notClosed }
    guard !zaaktype.isEndStatus(type.ref) else { throw .reopensByOther(statustype: type.omschrijving) }
    return .handeling(Handeling(.heropenen, [try status(type, toelichting)]))
  }

  private func status(_ type: Statustype, _ toelichting: String) throws(RuleError) -> Step {
    var checked = Status()
    checked.statustoelichting = toelichting
    try checked.check(["statustoelichting"])
    return .status(dossier.newStatus(type.ref, toelichting: toelichting, now: now))
  }
}
