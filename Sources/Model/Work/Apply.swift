extension Dossier {
  /// The dossier as the caseworker sees it: these operations on top of what the server last said.
  public func applying(_ operations: some Sequence<Operation>) -> Dossier {
    var shown = self
    for operation in operations { shown.apply(operation) }
    return shown
  }

  private mutating func apply(_ operation: Operation) {
    switch operation.change {
    case .zetStatus(let status): apply(status, of: operation)
    case .wijzigZaak(let fields):
      for change in fields { zaak.value.body[change.field] = change.new }
    }
  }

  /// A status that the server has already (same statustype, same moment) is not added again.
  private mutating func apply(_ set: ZetStatus, of operation: Operation) {
    guard
      !statussen.contains(where: {
        $0.value.statustype == set.statustype && $0.value.datumStatusGezet == set.datumStatusGezet
      })
    else { return }
    var status = Status()
    status.url = Ref.pending(operation)
    status.zaak = zaak.ref
    status.statustype = set.statustype
    status.datumStatusGezet = set.datumStatusGezet
    status.statustoelichting = set.toelichting
    statussen.append(Fetched(status, fetched: operation.made))
    zaak.value.status = self.status?.url
  }
}

extension Ref {
  /// The address of a resource that exists only in the journal yet.
  static func pending(_ operation: Operation) -> Ref { Ref("zaaklijn:operatie/" + operation.id) }

  public var isPending: Bool { url.hasPrefix("zaaklijn:") }
}
