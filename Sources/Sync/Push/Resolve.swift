import Model
import Store

extension PendingOperation {
  /// The operation as it is tried again: against what the server had when it refused or when there was a conflict.
  ///
  /// After a conflict this means that the user's value goes over theirs. A status gets the present moment, for it has to
  /// be later than the one that somebody else set; but not after a 403 or 404, behind which an earlier write may be
  /// hidden that can be recognised only by its moment. Nil while the outcome of an attempt is not known, for then the server
  /// may have it already, and while it simply waits.
  public func retried(at now: Moment) -> Operation? {
    let conflicts: [FieldConflict]
    var moment: Moment? = now
    switch state {
    case .waiting, .unknown: return nil
    case .rejected(let rejection):
      conflicts = []
      if rejection.status == 403 || rejection.status == 404 { moment = nil }
    case .conflict(let fields): conflicts = fields
    }
    return Operation(
      id: operation.id, zaak: operation.zaak, made: operation.made,
      change: operation.change.over(conflicts, at: moment),
      reason: operation.reason)
  }

  /// Whether the user can take it back: not while a request may be on its way.
  public var canBeWithdrawn: Bool { state != .unknown }
}

extension Change {
  fileprivate func over(_ conflicts: [FieldConflict], at moment: Moment?) -> Change {
    switch self {
    case .zetStatus(let set):
      let conflict = conflicts.first { $0.field == "status" }
      let previous = conflict.map { $0.theirs.string.map { Ref($0) } } ?? set.previous
      return .zetStatus(
        ZetStatus(
          statustype: set.statustype, datumStatusGezet: moment ?? set.datumStatusGezet, toelichting: set.toelichting,
          previous: previous))
    case .wijzigZaak(let changes):
      return .wijzigZaak(
        changes.map { change in
          guard let conflict = conflicts.first(where: { $0.field == change.field }) else { return change }
          return FieldChange(field: change.field, old: conflict.theirs, new: change.new)
        })
    }
  }
}

extension Store {
  /// Takes an operation back; false where it is gone already or a request for it may be on its way.
  public func withdraw(_ id: String, at now: Moment) throws(StoreError) -> Bool {
    let recorded = try record { queue in
      queue[id]?.canBeWithdrawn == true ? [.withdrawn(id: id, at: now)] : []
    }
    return !recorded.isEmpty
  }
}
