import Model
import Store

/// What the user wants for a field that somebody else changed too.
public enum FieldChoice: Sendable, Hashable {
  case mijn, hunne
  case waarde(JSON)
}

/// What becomes of an operation when the user has chosen.
public enum Resolution: Sendable, Hashable {
  /// It is tried again like this.
  case again(Operation)
  /// Nothing of it is left to do.
  case withdraw
}

extension PendingOperation {
  /// The operation as it is tried again: against what the server had when it refused or when there was a conflict.
  ///
  /// After a conflict this means that the user's value goes over theirs. A status that was refused or overtaken gets the
  /// present moment, for it has to be later than the one that somebody else set; but not after a 403 or 404, behind
  /// which an earlier write may be hidden that can be recognised only by its moment. Nil while the outcome of an attempt
  /// is not known, for then the server may have it already, and while it simply waits.
  public func retried(at now: Moment) -> Operation? {
    guard case .again(let operation) = resolved([:], at: now) else { return nil }
    return operation
  }

  /// What becomes of it by the user's choices, by the name of the field; `mijn` where there is none.
  ///
  /// Nil while it waits or its outcome is not known.
  public func resolved(_ choices: [String: FieldChoice], at now: Moment) -> Resolution? {
    var decision = Decision(choices: choices, now: now)
    switch state {
    case .waiting, .unknown: return nil
    case .rejected(let rejection):
      if rejection.status != 403, rejection.status != 404 { decision.redated = rejection.step }
    case .conflict(let fields): decision.conflicts = fields
    }
    var number = -1
    let change = operation.change.mappingSteps(on: operation.zaak) { step in
      number += 1
      return decision.steps(step, number: number)
    }
    let left = operation.with(change)
    let isDone = left.steps.allSatisfy { step in
      if case .change(let alteration) = step { alteration.fields.isEmpty && alteration.content == nil } else { false }
    }
    return isDone ? .withdraw : .again(left)
  }
}

extension Store {
  /// Takes an operation back, with those that build on it; false where it is gone already or a request for it or for one
  /// of those may be on its way.
  public func withdraw(_ id: String, at now: Moment) throws(StoreError) -> Bool {
    try !record { queue in queue.withdrawing(id, at: now) }.isEmpty
  }

  /// Records what the user chose for an operation that was refused or is in conflict; false where there is nothing to
  /// choose (any more).
  public func resolve(_ id: String, _ choices: [String: FieldChoice], at now: Moment) throws(StoreError) -> Bool {
    let recorded = try record { queue in
      switch queue[id]?.resolved(choices, at: now) {
      case .again(let operation)?: [.rebased(operation, at: now)]
      case .withdraw?: queue.withdrawing(id, at: now)
      case nil: []
      }
    }
    return !recorded.isEmpty
  }
}

/// The user's choices, applied to the steps of an operation.
private struct Decision {
  let choices: [String: FieldChoice]
  let now: Moment
  var conflicts: [FieldConflict] = []
  /// The step that gets the present moment because it was refused.
  var redated: Int?

  func steps(_ step: Step, number: Int) -> [Step] {
    switch step {
    case .status(let set): status(set, number)
    case .create(let creation): create(creation)
    case .change(let alteration): change(alteration)
    case .remove(let removal): remove(removal)
    }
  }

  private func choice(_ conflict: FieldConflict) -> FieldChoice { choices[conflict.field] ?? .mijn }

  private func status(_ set: ZetStatus, _ number: Int) -> [Step] {
    let conflict = conflicts.first { $0.field == "status" }
    if let conflict, choice(conflict) == .hunne { return [] }
    let previous = conflict.map { $0.theirs.string.map { Ref($0) } } ?? set.previous
    return [
      .status(
        ZetStatus(
          statustype: set.statustype,
          datumStatusGezet: conflict != nil || redated == number ? now : set.datumStatusGezet,
          toelichting: set.toelichting, previous: previous))
    ]
  }

  /// A resource that is there already with another content is changed, or goes to make room; of two that have one number
  /// the user's gets another.
  private func create(_ creation: Creation) -> [Step] {
    let own = conflicts.filter { conflict in
      conflict.ref != nil && creation.body[conflict.field].map { $0 == conflict.mine } ?? false
    }
    guard let ref = own.first?.ref else { return [.create(creation)] }
    if own.allSatisfy({ choice($0) == .hunne }) { return [] }
    switch creation.recognition {
    case .number:
      var body = creation.body
      body["identificatie"] = .string((body["identificatie"]?.string ?? "") + "-2")
      return [
        .create(Creation(creation.kind, creation.ref, body, known: creation.known, content: creation.content))
      ]
    case .single where own.contains { $0.field == "resultaattype" }:
      return [.remove(Removal(creation.kind, ref, was: [:])), .create(creation)]
    case .single, .link, .content:
      return [.change(Alteration(creation.kind, ref, own.compactMap { field($0, mine: $0.mine) }))]
    }
  }

  private func change(_ alteration: Alteration) -> [Step] {
    let own = conflicts.filter { ($0.ref ?? alteration.ref) == alteration.ref }
    if let lock = own.first(where: { $0.field == DocumentChangePush.locked }) {
      guard choice(lock) != .hunne else { return [] }
      let forced = FieldChange(field: DocumentChangePush.locked, old: true, new: false)
      return [
        .change(
          Alteration(alteration.kind, alteration.ref, alteration.fields + [forced], content: alteration.content))
      ]
    }
    let fields = alteration.fields.compactMap { change in
      own.first { $0.field == change.field }.map { field($0, mine: change.new) } ?? change
    }
    let keepsContent = fields.contains { $0.field == "integriteit" || $0.field == "bestandsomvang" }
    return [
      .change(
        Alteration(alteration.kind, alteration.ref, fields, content: keepsContent ? alteration.content : nil))
    ]
  }

  private func remove(_ removal: Removal) -> [Step] {
    let own = conflicts.filter { $0.ref == removal.ref }
    guard let first = own.first else { return [.remove(removal)] }
    if choice(first) == .hunne { return [] }
    var was = removal.was
    for conflict in own { was[conflict.field] = conflict.theirs }
    return [.remove(Removal(removal.kind, removal.ref, was: was))]
  }

  /// The change that goes on from theirs; nil where theirs stays.
  private func field(_ conflict: FieldConflict, mine: JSON) -> FieldChange? {
    switch choice(conflict) {
    case .mijn: FieldChange(field: conflict.field, old: conflict.theirs, new: mine)
    case .hunne: nil
    case .waarde(let value): FieldChange(field: conflict.field, old: conflict.theirs, new: value)
    }
  }
}

extension ZetStatus {
  /// Seconds that are waited for rather than that the moment is changed.
  static let patience = 3

  /// The moment at which a server takes it that took it for the future: its own where that is near.
  ///
  /// - Parameters:
  ///   - there: what time it is on the server
  ///   - latest: of the statussen that the zaak has
  func moment(there: Moment, latest: Moment?) -> Moment {
    guard datumStatusGezet.secondsSince1970 - there.secondsSince1970 > ZetStatus.patience else {
      return datumStatusGezet
    }
    let seconds = max(there.secondsSince1970, latest.map { $0.secondsSince1970 + 1 } ?? 0)
    return Moment(secondsSince1970: seconds, offset: datumStatusGezet.offset)
  }
}

extension Operation {
  /// The operation with its status at another moment.
  ///
  /// Nothing was done when a server refuses a moment, so the one by which a repeat is recognised may change.
  func redated(from old: Moment, to new: Moment) -> Operation {
    with(
      change.mappingSteps(on: zaak) { step in
        guard case .status(let set) = step, set.datumStatusGezet == old else { return [step] }
        return [
          .status(
            ZetStatus(
              statustype: set.statustype, datumStatusGezet: new, toelichting: set.toelichting, previous: set.previous))
        ]
      })
  }
}
