import Model

/// A file that the store keeps, to become the content of a document.
public struct Bestand: Sendable, Hashable {
  /// Without a folder, at most 255 characters.
  public let naam: String
  /// A media type, such as `application/pdf`.
  public let formaat: String
  public let content: DocumentContent

  public init(naam: String, formaat: String, content: DocumentContent) {
    self.naam = naam
    self.formaat = formaat
    self.content = content
  }

  /// Servers keep it, so a repeat of an upload is recognised by it.
  func integriteit(on day: Day) -> Integriteit {
    var integriteit = Integriteit()
    integriteit.algoritme = .sha256
    integriteit.waarde = content.sha256
    integriteit.datum = day
    return integriteit
  }
}

/// What the user says of a new document.
public struct NieuwDocument: Sendable {
  public var type: Informatieobjecttype
  /// Empty for the name of the file.
  public var titel = ""
  /// Other fields that the standard gives a document, as `EnkelvoudigInformatieObject.value(_:for:)` makes them.
  public var velden: [(name: String, value: JSON)] = []

  public init(_ type: Informatieobjecttype) { self.type = type }
}

/// A new document or besluit, ready for the journal.
public struct Gemaakt: Sendable {
  /// Its address on this machine.
  public let ref: Ref
  public let identificatie: String
  public let change: Change
}

extension Behandeling {
  /// A document with its content, and its link with the zaak.
  public func voegDocumentToe(_ nieuw: NieuwDocument, _ bestand: Bestand) throws(RuleError) -> Gemaakt {
    let ref = Ref.local(.enkelvoudiginformatieobjecten, newID())
    var document = EnkelvoudigInformatieObject()
    document.identificatie = Nummer.own("DOC", year: today.year, uuid: ref.uuid ?? "")
    document.bronorganisatie = zaak.bronorganisatie
    document.informatieobjecttype = nieuw.type.ref
    document.titel = nieuw.titel.trimmed.isEmpty ? bestand.naam : nieuw.titel
    document.creatiedatum = today
    document.auteur = gebruiker.naam
    document.taal = "nld"
    document.status = .inBewerking
    if let level = nieuw.type.vertrouwelijkheidaanduiding { document.vertrouwelijkheidaanduiding = level }
    document.formaat = bestand.formaat
    document.bestandsnaam = bestand.naam
    document.integriteit = bestand.integriteit(on: today)
    for (name, value) in nieuw.velden { document.body[name] = value }
    // What came in is not being written here.
    if document.ontvangstdatum != nil, !nieuw.velden.contains(where: { $0.name == "status" }) { document.status = nil }
    try document.check()
    try document.checkTogether()
    let creation = Creation(
      .enkelvoudiginformatieobjecten, ref, document.body, content: bestand.content)
    let steps: [Step] = [.create(creation), .create(try link(document, ref))]
    return Gemaakt(
      ref: ref, identificatie: document.identificatie, change: .handeling(Handeling(.document, steps)))
  }

  private func link(_ document: EnkelvoudigInformatieObject, _ ref: Ref) throws(RuleError) -> Creation {
    var link = ZaakInformatieObject()
    link.zaak = dossier.ref
    link.informatieobject = ref
    link.titel = document.titel
    return try creation(link)
  }

  /// A new content for a document: its next version.
  public func nieuweVersie(
    _ document: EnkelvoudigInformatieObject, _ bestand: Bestand
  ) throws(RuleError) -> Change? {
    try mustBeUnlocked(document)
    let integriteit = document.integriteit
    if integriteit?.algoritme == .sha256, integriteit?.waarde == bestand.content.sha256 { return nil }
    let values: [(String, JSON)] = [
      ("bestandsnaam", bestand.naam.json), ("formaat", bestand.formaat.json),
      ("bestandsomvang", bestand.content.size.json), ("integriteit", bestand.integriteit(on: today).json),
    ]
    return try alteration(document, values, content: bestand.content).map {
      .handeling(Handeling(.documentVersie, [.change($0)]))
    }
  }

  /// - Parameter values: as `EnkelvoudigInformatieObject.value(_:for:)` makes them, and lists as a whole
  public func wijzigDocument(
    _ document: EnkelvoudigInformatieObject, _ values: [(name: String, value: JSON)]
  ) throws(RuleError) -> Change? {
    try mustBeUnlocked(document)
    for (name, _) in values where DocumentFixed.names.contains(name) { throw .fixed(field: name) }
    var changed = document
    for (name, value) in values { changed.body[name] = value }
    try changed.checkTogether()
    return try change(.documentWijzigen, document, values)
  }

  /// The document stays, and no longer belongs to the zaak.
  public func ontkoppel(_ document: EnkelvoudigInformatieObject) throws(RuleError) -> Change {
    .handeling(Handeling(.documentOntkoppelen, [removal(try link(of: document))]))
  }

  /// The document goes, with its link.
  public func verwijderDocument(_ document: EnkelvoudigInformatieObject) throws(RuleError) -> Change {
    try mustBeUnlocked(document)
    return .handeling(Handeling(.documentVerwijderen, [removal(try link(of: document)), removal(document)]))
  }

  /// - Parameters:
  ///   - voorwaarden: under which the document may be used; nil where nothing limits the use
  ///   - start: the day from which they hold
  public func gebruiksrecht(
    _ document: EnkelvoudigInformatieObject, voorwaarden: String?, start: Day? = nil
  ) throws(RuleError) -> Change? {
    guard let voorwaarden else {
      guard document.indicatieGebruiksrecht != true else { throw .alreadyThere("gebruiksrecht") }
      try mustBeUnlocked(document)
      return try change(.gebruiksrecht, document, [("indicatieGebruiksrecht", false)])
    }
    var recht = Gebruiksrecht()
    recht.informatieobject = document.ref
    let day = start ?? today
    recht.startdatum = Moment(secondsSince1970: day.daysSince1970 * 86_400 - now.offset, offset: now.offset)
    recht.omschrijvingVoorwaarden = voorwaarden
    return .handeling(Handeling(.gebruiksrecht, [.create(try creation(recht))]))
  }

  private func link(of document: EnkelvoudigInformatieObject) throws(RuleError) -> ZaakInformatieObject {
    guard let link = dossier.zaakinformatieobjecten.first(where: { $0.value.informatieobject == document.ref }) else {
      throw .notThere("koppeling met '\(document.titel)'")
    }
    return link.value
  }

  private func mustBeUnlocked(_ document: EnkelvoudigInformatieObject) throws(RuleError) {
    guard !document.locked else { throw .documentLocked(titel: document.titel) }
  }
}

/// Fields that are given once, or that have operations of their own.
private enum DocumentFixed {
  static let names: Set = [
    "identificatie", "bronorganisatie", "inhoud", "bestandsomvang", "integriteit", "informatieobjecttype",
    "indicatieGebruiksrecht",
  ]
}

extension Record where Fields == EnkelvoudigInformatieObjectFields {
  fileprivate func checkTogether() throws(RuleError) {
    guard self.ontvangstdatum != nil, self.status == .inBewerking || self.status == .terVaststelling else { return }
    throw .receivedIsNotInBewerking
  }
}
