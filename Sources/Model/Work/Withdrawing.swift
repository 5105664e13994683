extension PendingOperation {
  /// Whether the user can take it back: not while a request may be on its way.
  public var canBeWithdrawn: Bool { state != .unknown }
}

extension OperationQueue {
  /// What is to be recorded when the user takes an operation back: that, and what becomes of those that build on it.
  ///
  /// Those that name what it was going to make go with it; those that began with its values begin with the ones before
  /// it. Nothing where it is gone already, or where a request for it or for one that goes with it may be on its way.
  public func withdrawing(_ id: String, at now: Moment) -> [JournalEntry] {
    guard let first = self[id], first.canBeWithdrawn else { return [] }
    var gone = [first]
    for pending in pending where pending.id != id {
      guard gone.contains(where: { pending.operation.names(whatIsMadeBy: $0.operation) }) else { continue }
      guard pending.canBeWithdrawn else { return [] }
      gone.append(pending)
    }
    let ids = Set(gone.map(\.id))
    let later = pending.drop { $0.id != id }.filter { !ids.contains($0.id) }
    let rebased = later.compactMap { pending -> JournalEntry? in
      guard pending.state == .waiting else { return nil }
      let operation = gone.reduce(pending.operation) { $0.without($1.operation, among: later.map(\.operation)) }
      return operation == pending.operation ? nil : .rebased(operation, at: now)
    }
    return gone.map { .withdrawn(id: $0.id, at: now) } + rebased
  }
}

extension Operation {
  fileprivate func names(whatIsMadeBy other: Operation) -> Bool {
    other.steps.contains { step in
      if case .create(let creation) = step { creation.ref.isPending && names(creation.ref) } else { false }
    }
  }

  /// The operation as if `other` had never been made.
  ///
  /// - Parameter later: those that came after `other`; only the first that began with a value of it does so no more
  fileprivate func without(_ other: Operation, among later: [Operation]) -> Operation {
    let earlier = later.prefix { $0.id != id }
    return with(
      change.mappingSteps(on: zaak) { step in
        switch step {
        case .status(let set):
          guard let base = other.status, dossier == other.dossier, set.previous == base.statustype,
            !earlier.contains(where: { $0.dossier == dossier && $0.status != nil })
          else { return [step] }
          return [
            .status(
              ZetStatus(
                statustype: set.statustype, datumStatusGezet: set.datumStatusGezet, toelichting: set.toelichting,
                previous: base.previous))
          ]
        case .change(let alteration):
          let fields = alteration.fields.map { field -> FieldChange in
            guard let base = other.change(of: field.field, alteration.ref), field.old.keeps(base.new),
              !earlier.contains(where: { $0.change(of: field.field, alteration.ref) != nil })
            else { return field }
            return FieldChange(field: field.field, old: base.old, new: field.over(base.old))
          }
          return [.change(Alteration(alteration.kind, alteration.ref, fields, content: alteration.content))]
        case .create, .remove: return [step]
        }
      })
  }

  private var status: ZetStatus? {
    for case .status(let set) in steps { return set }
    return nil
  }

  private func change(of field: String, _ ref: Ref) -> FieldChange? {
    for case .change(let alteration) in steps where alteration.ref == ref {
      if let change = alteration.fields.first(where: { $0.field == field }) { return change }
    }
    return nil
  }

  /// The same intent with another change.
  public func with(_ change: Change) -> Operation {
    Operation(id: id, zaak: zaak, made: made, change: change, reason: reason)
  }
}

extension Change {
  /// The change with other steps in place of each; one without steps changes nothing any more.
  ///
  /// - Parameter zaak: of the operation
  public func mappingSteps(on zaak: Ref, _ map: (Step) -> [Step]) -> Change {
    let steps = steps(on: zaak).flatMap(map)
    switch (self, steps.first) {
    case (.zetStatus, .status(let set)?): return .zetStatus(set)
    case (.wijzigZaak, .change(let alteration)?): return .wijzigZaak(alteration.fields)
    case (.zetStatus, _), (.wijzigZaak, _): return .wijzigZaak([])
    case (.handeling(let handeling), _): return .handeling(Handeling(handeling.soort, steps))
    }
  }
}
