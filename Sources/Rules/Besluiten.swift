import Model

/// What the user says of a new besluit.
public struct NieuwBesluit: Sendable {
  public var type: Besluittype
  /// Nil for today.
  public var datum: Day?
  /// Nil for the datum.
  public var ingangsdatum: Day?
  /// Other fields that the standard gives a besluit, as `Besluit.value(_:for:)` makes them.
  public var velden: [(name: String, value: JSON)] = []
  public var documenten: [EnkelvoudigInformatieObject] = []

  public init(_ type: Besluittype) { self.type = type }
}

extension Behandeling {
  /// A besluit with its documents.
  public func voegBesluitToe(_ nieuw: NieuwBesluit) throws(RuleError) -> Gemaakt {
    let ref = Ref.local(.besluiten, newID())
    var besluit = Besluit()
    besluit.identificatie = Nummer.own("BES", year: today.year, uuid: ref.uuid ?? "")
    besluit.verantwoordelijkeOrganisatie = zaak.verantwoordelijkeOrganisatie
    besluit.besluittype = nieuw.type.ref
    besluit.zaak = dossier.ref
    besluit.datum = nieuw.datum ?? today
    besluit.ingangsdatum = nieuw.ingangsdatum ?? besluit.datum
    for (name, value) in nieuw.velden { besluit.body[name] = value }
    // The time to object runs from the day after the besluit was sent (Awb 6:8).
    if besluit.uiterlijkeReactiedatum == nil, let sent = besluit.verzenddatum, let term = nieuw.type.reactietermijn {
      besluit.uiterlijkeReactiedatum = sent.adding(term)
    }
    try besluit.check()
    var steps: [Step] = [.create(Creation(.besluiten, ref, besluit.body))]
    let allowed = nieuw.type.informatieobjecttypen
    for document in nieuw.documenten {
      guard allowed.isEmpty || allowed.contains(document.informatieobjecttype) else {
        throw .documentNotOfBesluittype(titel: document.titel)
      }
      var link = BesluitInformatieObject()
      link.besluit = ref
      link.informatieobject = document.ref
      steps.append(.create(try creation(link)))
    }
    return Gemaakt(ref: ref, identificatie: besluit.identificatie, change: .handeling(Handeling(.besluit, steps)))
  }

  /// - Parameter values: as `Besluit.value(_:for:)` makes them
  public func wijzigBesluit(
    _ besluit: Besluit, _ values: [(name: String, value: JSON)]
  ) throws(RuleError) -> Change? {
    for (name, _) in values
    where ["identificatie", "verantwoordelijkeOrganisatie", "besluittype", "zaak"].contains(name) {
      throw .fixed(field: name)
    }
    return try change(.besluitWijzigen, besluit, values)
  }

  /// The besluit no longer holds; it stays to be seen.
  ///
  /// - Parameter vervaldatum: nil for today
  public func trekBesluitIn(
    _ besluit: Besluit, _ reden: Vervalreden, vervaldatum: Day? = nil
  ) throws(RuleError) -> Change? {
    try change(
      .besluitIntrekken, besluit,
      [("vervaldatum", (vervaldatum ?? today).json), ("vervalreden", reden.json)])
  }
}
