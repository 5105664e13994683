import Model

/// What stands in the way of setting a status, as far as it can be known beforehand.
public enum StatusObstacle: Sendable, Hashable {
  /// The end status needs a resultaat (`zrc-007`, `resultaat-does-not-exist`).
  case noResultaat
  /// The end status needs every document unlocked (`informatieobject-locked`); the titles.
  case lockedDocuments([String])
  /// The end status needs indicatieGebruiksrecht on every document (`indicatiegebruiksrecht-unset`); the titles.
  case noGebruiksrecht([String])
  /// It is the current status already.
  case isCurrent
  /// The zaak is closed; reopening asks a right of its own (`zrc-008`).
  case closed
  /// The applicatie surely may not do it (`zrc-006`); the scope that it needs.
  case noRight(Scope)
}

/// One statustype that can be chosen, with what stands in the way.
public struct StatusChoice: Sendable, Hashable {
  public let statustype: Statustype
  public let isEnd: Bool
  public let obstacles: [StatusObstacle]

  public var isPossible: Bool { obstacles.isEmpty }
}

extension Dossier {
  /// The statustypen of the zaaktype in their order, with what stands in the way of each.
  ///
  /// - Parameter rights: what the applicatie may do, as far as the server tells
  public func statusChoices(_ zaaktype: ZaaktypeVersie, rights: Rights = Rights(nil)) -> [StatusChoice] {
    let current = status?.statustype
    return zaaktype.path.map { statustype in
      let isEnd = zaaktype.isEndStatus(statustype.ref)
      var obstacles: [StatusObstacle] = []
      if !zaak.value.isOpen { obstacles.append(.closed) }
      if statustype.ref == current {
        obstacles.append(.isCurrent)
      } else if let scope = rights.missing(for: [setting(statustype)], on: self, zaaktype) {
        obstacles.append(.noRight(scope))
      }
      if isEnd { obstacles += closingObstacles }
      return StatusChoice(statustype: statustype, isEnd: isEnd, obstacles: obstacles)
    }
  }

  /// To ask the rights about; no moment matters there.
  private func setting(_ statustype: Statustype) -> Step {
    .status(newStatus(statustype.ref, now: Moment(secondsSince1970: 0, offset: 0)))
  }

  /// What has to be done before the zaak can be closed (`zrc-007`).
  public var closingObstacles: [StatusObstacle] {
    var obstacles: [StatusObstacle] = []
    // Of a dossier that is not complete yet the zaak alone tells that there is a resultaat.
    if resultaat == nil, zaak.value.resultaat == nil { obstacles.append(.noResultaat) }
    let locked = documenten.map(\.value).filter(\.locked).map(\.titel)
    if !locked.isEmpty { obstacles.append(.lockedDocuments(locked)) }
    let open = documenten.map(\.value).filter { $0.indicatieGebruiksrecht == nil }.map(\.titel)
    if !open.isEmpty { obstacles.append(.noGebruiksrecht(open)) }
    return obstacles
  }
}
