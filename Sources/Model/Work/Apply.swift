extension Dossier {
  /// The dossier as the caseworker sees it: these operations on top of what the server last said.
  public func applying(_ operations: some Sequence<Operation>) -> Dossier {
    var shown = self
    for operation in operations { shown.apply(operation) }
    return shown
  }

  /// The dossier of a zaak that the server does not have yet.
  public init(creating creation: Creation, made: Moment) {
    var zaak = Zaak(creation.body)
    zaak.url = creation.ref
    self.init(zaak: Fetched(zaak, fetched: made))
    isComplete = true
  }

  private mutating func apply(_ operation: Operation) {
    for step in operation.steps {
      switch step {
      case .status(let status): apply(status, of: operation)
      case .create(let creation): apply(creation, operation.made)
      case .change(let alteration): apply(alteration, operation.made)
      case .remove(let removal): apply(removal)
      }
    }
    guard case .handeling(let handeling) = operation.change else { return }
    if handeling.soort == .sluiten { zaak.value.einddatum = status?.datumStatusGezet.day }
    if handeling.soort == .heropenen { zaak.value.einddatum = nil }
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

  /// What the server has already is not added again.
  private mutating func apply(_ creation: Creation, _ made: Moment) {
    guard creation.kind != .zaken, creation.isShown(in: self) == false else { return }
    var body = creation.body
    body["url"] = creation.ref.json
    if let content = creation.content {
      body["bestandsomvang"] = .number(content.size)
      if body["versie"] == nil { body["versie"] = 1 }
    }
    put(creation.kind, body, fetched: made)
    if creation.kind == .resultaten { zaak.value.resultaat = creation.ref }
    guard creation.kind == .gebruiksrechten, let document = body["informatieobject"]?.string else { return }
    change(.enkelvoudiginformatieobjecten, Ref(document), made) { $0["indicatieGebruiksrecht"] = true }
  }

  private mutating func apply(_ alteration: Alteration, _ made: Moment) {
    change(alteration.kind, alteration.ref, made) { body in
      for field in alteration.fields { body[field.field] = field.over(body[field.field] ?? .null) }
    }
  }

  private mutating func apply(_ removal: Removal) {
    drop(removal.kind, removal.ref)
    if removal.kind == .resultaten, zaak.value.resultaat == removal.ref { zaak.value.resultaat = nil }
  }

  private mutating func change(
    _ kind: ResourceKind, _ ref: Ref, _ made: Moment, _ change: (inout JSONObject) -> Void
  ) {
    guard var body = body(kind, ref) else { return }
    change(&body)
    put(kind, body, fetched: made)
  }
}

extension Creation {
  /// Whether the dossier shows it already: by its address, or as something of its content that is new.
  fileprivate func isShown(in dossier: Dossier) -> Bool {
    dossier.bodies(kind).contains { found in
      let url = Ref(found["url"]?.string ?? "")
      return url == ref || (!url.isPending && !known.contains(url) && found.keeps(body))
    }
  }
}

extension FieldChange {
  /// What becomes of another's value: the user's; for a list, the other's with what the user added and without what the
  /// user took out.
  public func over(_ theirs: JSON) -> JSON {
    guard let rows = lists(theirs) else { return new }
    var merged = rows.theirs
    for row in rows.old where !rows.new.contains(where: { row.keeps($0) }) { merged.removeAll { $0.keeps(row) } }
    for row in rows.new where !rows.old.contains(where: { $0.keeps(row) }) {
      if !merged.contains(where: { $0.keeps(row) }) { merged.append(row) }
    }
    return .array(merged)
  }

  /// Whether the values are lists, which are merged row by row.
  public func isList(beside theirs: JSON) -> Bool { lists(theirs) != nil }

  private func lists(_ theirs: JSON) -> (old: [JSON], new: [JSON], theirs: [JSON])? {
    func rows(_ value: JSON) -> [JSON]? { value.isNull ? [] : value.array }
    guard old.array != nil || new.array != nil, let old = rows(old), let new = rows(new), let theirs = rows(theirs)
    else { return nil }
    return (old, new, theirs)
  }
}
