import Model

/// What a client may do, by the scopes of the standard.
public enum Scope: String, Sendable, Hashable, CaseIterable {
  case zakenLezen = "zaken.lezen"
  case zakenAanmaken = "zaken.aanmaken"
  case zakenBijwerken = "zaken.bijwerken"
  case zakenGeforceerdBijwerken = "zaken.geforceerd-bijwerken"
  case zakenStatussenToevoegen = "zaken.statussen.toevoegen"
  case zakenHeropenen = "zaken.heropenen"
  case zakenVerwijderen = "zaken.verwijderen"
  case documentenLezen = "documenten.lezen"
  case documentenAanmaken = "documenten.aanmaken"
  case documentenBijwerken = "documenten.bijwerken"
  case documentenGeforceerdBijwerken = "documenten.geforceerd-bijwerken"
  case documentenLock = "documenten.lock"
  case documentenGeforceerdUnlock = "documenten.geforceerd-unlock"
  case documentenVerwijderen = "documenten.verwijderen"
  case besluitenLezen = "besluiten.lezen"
  case besluitenAanmaken = "besluiten.aanmaken"
  case besluitenBijwerken = "besluiten.bijwerken"
  case besluitenVerwijderen = "besluiten.verwijderen"
  case catalogiLezen = "catalogi.lezen"

  /// The component of an autorisatie that the scope belongs to (`zrc`, `drc`, `brc`, `ztc`).
  var component: String {
    switch self {
    case .zakenLezen, .zakenAanmaken, .zakenBijwerken, .zakenGeforceerdBijwerken, .zakenStatussenToevoegen,
      .zakenHeropenen, .zakenVerwijderen:
      "zrc"
    case .documentenLezen, .documentenAanmaken, .documentenBijwerken, .documentenGeforceerdBijwerken, .documentenLock,
      .documentenGeforceerdUnlock, .documentenVerwijderen:
      "drc"
    case .besluitenLezen, .besluitenAanmaken, .besluitenBijwerken, .besluitenVerwijderen: "brc"
    case .catalogiLezen: "ztc"
    }
  }
}

/// Answers whether this client may do something, before a server is asked (`ac-001` to `ac-003`, `zrc-006`).
public struct Rights: Sendable, Hashable {
  public enum Answer: Sendable, Hashable {
    case yes, no
    /// The server keeps the rights hidden, or what would be done is not known well enough.
    case unknown
  }

  private let applicatie: Applicatie?

  /// - Parameter applicatie: nil where the server does not tell
  public init(_ applicatie: Applicatie?) { self.applicatie = applicatie }

  /// As the store keeps it; null and absent alike mean that the server did not tell.
  public init(json: JSON?) { self.init(json?.object.map { Applicatie($0) }) }

  /// - Parameters:
  ///   - type: the zaaktype, informatieobjecttype or besluittype that it is about; nil for something without one
  ///   - level: nil where it is not known, or where there is none, as with a besluit
  public func may(_ scope: Scope, type: Ref?, level: Vertrouwelijkheidaanduiding? = nil) -> Answer {
    guard let applicatie else { return .unknown }
    if applicatie.heeftAlleAutorisaties { return .yes }
    var answer = Answer.no
    for autorisatie in applicatie.autorisaties
    where autorisatie.component == scope.component && autorisatie.scopes.contains(scope.rawValue) {
      switch covers(autorisatie, scope, type, level) {
      case .yes: return .yes
      case .unknown: answer = .unknown
      case .no: break
      }
    }
    return answer
  }

  private func covers(
    _ autorisatie: Autorisatie, _ scope: Scope, _ type: Ref?, _ level: Vertrouwelijkheidaanduiding?
  ) -> Answer {
    let granted: Ref
    switch scope.component {
    case "zrc": granted = autorisatie.zaaktype
    case "drc": granted = autorisatie.informatieobjecttype
    case "brc": granted = autorisatie.besluittype
    default: return .yes
    }
    guard !granted.isEmpty, let type else { return .unknown }
    guard granted == type || (granted.uuid != nil && granted.uuid == type.uuid) else { return .no }
    guard scope.component != "brc" else { return .yes }
    switch (level, autorisatie.maxVertrouwelijkheidaanduiding) {
    // What is as secret as can be covers everything.
    case (_, .zeerGeheim?): return .yes
    case (let level?, let max?): return level <= max ? .yes : .no
    case (nil, _), (_, nil): return .unknown
    }
  }
}
