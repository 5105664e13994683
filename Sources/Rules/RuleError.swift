import Model

/// Why something that the user wants cannot be, by what the user can do about it.
public enum RuleError: Error, Sendable, Hashable {
  case missing(field: String)
  case tooLong(field: String, count: Int, max: Int)
  case wrongForm(field: String, Vorm)
  /// The text does not point at exactly one of the choices.
  case notOne(text: String, of: String, choices: [String])
  case reasonMissing
  /// Fixed once the resource is there (`zrc-001`, `zrc-002`).
  case fixed(field: String)
  case closed, notClosed
  /// The end status does not reopen a zaak (`zrc-008`).
  case reopensByOther(statustype: String)
  case obstacle(StatusObstacle, statustype: String)
  /// The zaaktype has nothing of this kind; the word for the kind.
  case zaaktypeHasNone(String)
  case zaaktypeNotInForce(String)
  case alreadyThere(String)
  case notThere(String)
  case termijn(TermijnProblem)
  case relatie(RelatieProblem)
  /// A product that the zaaktype does not have (`zrc-015`).
  case foreignProduct(String)
  /// Where nothing is to be paid there is no date of payment (`zrc-014`).
  case betaaldatumWithoutKosten
  /// A document that was received is not being written (`drc-005`).
  case receivedIsNotInBewerking
  case documentLocked(titel: String)
  /// The document may not go with the besluittype (`brc-008`).
  case documentNotOfBesluittype(titel: String)
  /// The value does not fit the specificatie of the eigenschap (`ztc-015`).
  case eigenschap(naam: String, EigenschapProblem)

  public enum TermijnProblem: Sendable, Hashable {
    case verlengingNotPossible
    case verlengingTooLong(max: String)
    case verlengingWithoutDuur
    case opschortingNotPossible
    case isSuspended, isNotSuspended
    /// Nothing tells since when the zaak has been suspended.
    case sinceUnknown
    case beforeSuspension(since: Day)
  }

  public enum RelatieProblem: Sendable, Hashable {
    case itself
    /// A deelzaak has no deelzaken (`zrc-013`).
    case hoofdzaakIsDeelzaak, hasDeelzaken
    case notDeelzaaktype
  }

  public enum EigenschapProblem: Sendable, Hashable {
    case notAmong([String])
    case tooLong(lengte: String)
    case notGetal(lengte: String)
    /// `YYYYMMDD`.
    case notDatum
    /// `YYYYMMDDhhmmss`.
    case notDatumTijd
  }
}
