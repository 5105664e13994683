import Model

/// What the user says of a new zaak; the rest follows from its zaaktype.
public struct NieuweZaak: Sendable {
  public var omschrijving = ""
  public var toelichting = ""
  /// Nil for today.
  public var startdatum: Day?
  /// A number that was reserved; nil where this machine has to make one.
  public var identificatie: String?
  /// Nil for the organisation of the catalogus.
  public var bronorganisatie: String?
  /// Other fields that the standard gives a zaak.
  public var velden: [(name: String, value: JSON)] = []
  public var kenmerken: [Kenmerk] = []
  public var initiator: Betrokkene?
  public var behandelaar: Betrokkene?
  /// By the name of the eigenschap.
  public var eigenschappen: [(naam: String, waarde: String)] = []
  public var hoofdzaak: Hoofdzaak?

  public init() {}
}

/// The zaak that another one becomes a part of.
public struct Hoofdzaak: Sendable {
  public let zaak: Zaak
  public let zaaktype: ZaaktypeVersie?

  public init(_ zaak: Zaak, zaaktype: ZaaktypeVersie?) {
    self.zaak = zaak
    self.zaaktype = zaaktype
  }

  /// `zrc-013`.
  ///
  /// - Parameter zaaktype: of the zaak that is to be its deelzaak
  func check(deelzaak: Zaak) throws(RuleError) {
    if zaak.ref == deelzaak.ref { throw .relatie(.itself) }
    guard zaak.hoofdzaak == nil else { throw .relatie(.hoofdzaakIsDeelzaak) }
    guard deelzaak.deelzaken.isEmpty else { throw .relatie(.hasDeelzaken) }
    let allowed = zaaktype?.zaaktype.value.deelzaaktypen ?? []
    guard allowed.isEmpty || allowed.contains(deelzaak.zaaktype) else { throw .relatie(.notDeelzaaktype) }
  }
}

/// A new zaak, ready for the journal.
public struct GemaakteZaak: Sendable {
  /// Its address on this machine.
  public let ref: Ref
  public let identificatie: String
  public let change: Change
}

extension NieuweZaak {
  /// The intent to make the zaak with its first status, rollen and eigenschappen, all in one.
  ///
  /// - Parameter newID: gives a UUID in lower case that was never used
  public func maak(
    _ zaaktype: ZaaktypeVersie, gebruiker: Gebruiker, now: Moment, newID: @escaping @Sendable () -> String
  ) throws(RuleError) -> GemaakteZaak {
    let start = startdatum ?? now.day
    guard zaaktype.isInForce(on: start) || zaaktype.isInForce(on: now.day) else {
      throw .zaaktypeNotInForce(zaaktype.naam)
    }
    let ref = Ref.local(.zaken, newID())
    var zaak = try record(zaaktype, start: start, today: now.day, uuid: ref.uuid ?? "")
    for (name, value) in velden { zaak.body[name] = value }
    try zaak.check()
    try zaak.checkTogether(zaaktype)
    let creation = Creation(.zaken, ref, zaak.body)
    var shown = zaak
    shown.url = ref
    try hoofdzaak?.check(deelzaak: shown)
    let behandeling = Behandeling(
      Dossier(creating: creation, made: now), zaaktype, gebruiker: gebruiker, now: now, newID: newID)
    var steps: [Step] = [.create(creation)]
    if let first = zaaktype.path.first, !zaaktype.isEndStatus(first.ref) {
      steps.append(.status(behandeling.dossier.newStatus(first.ref, now: now)))
    }
    steps += try parts(behandeling)
    return GemaakteZaak(
      ref: ref, identificatie: zaak.identificatie, change: .handeling(Handeling(.nieuweZaak, steps)))
  }

  private func record(
    _ zaaktype: ZaaktypeVersie, start: Day, today: Day, uuid: String
  ) throws(RuleError) -> Zaak {
    let rsin = bronorganisatie ?? zaaktype.rsin
    guard Nummer.passesEleven(rsin) else { throw .wrongForm(field: "bronorganisatie", .rsin) }
    guard !omschrijving.trimmed.isEmpty else { throw .missing(field: "omschrijving") }
    let type = zaaktype.zaaktype.value
    var zaak = Zaak()
    zaak.identificatie = identificatie ?? Nummer.own("ZL", year: start.year, uuid: uuid)
    zaak.bronorganisatie = rsin
    zaak.verantwoordelijkeOrganisatie = rsin
    zaak.zaaktype = zaaktype.ref
    zaak.omschrijving = omschrijving
    zaak.toelichting = toelichting
    zaak.startdatum = start
    zaak.registratiedatum = today
    // Not every server fills these from the zaaktype (the standard says nothing of it).
    zaak.einddatumGepland = type.servicenorm.map { start.adding($0) }
    zaak.uiterlijkeEinddatumAfdoening = type.doorlooptijd.map { start.adding($0) }
    if let level = type.vertrouwelijkheidaanduiding { zaak.vertrouwelijkheidaanduiding = level }
    for kenmerk in kenmerken { try kenmerk.check() }
    if !kenmerken.isEmpty { zaak.kenmerken = kenmerken }
    if let hoofdzaak { zaak.hoofdzaak = hoofdzaak.zaak.ref }
    return zaak
  }

  private func parts(_ behandeling: Behandeling) throws(RuleError) -> [Step] {
    var steps: [Step] = []
    for (generic, betrokkene) in [(RolOmschrijving.initiator, initiator), (.behandelaar, behandelaar)] {
      guard let betrokkene else { continue }
      let rol = RolGegevens(try behandeling.zaaktype.roltype(generic), betrokkene)
      steps.append(.create(try behandeling.creation(behandeling.record(rol))))
    }
    var seen: Set<Ref> = []
    for (naam, waarde) in eigenschappen {
      let eigenschap = try behandeling.zaaktype.eigenschap(naam)
      guard seen.insert(eigenschap.ref).inserted else { throw .alreadyThere("eigenschap \(eigenschap.naam)") }
      steps.append(.create(try behandeling.creation(behandeling.record(eigenschap, waarde))))
    }
    return steps
  }
}

extension ZaaktypeVersie {
  /// The organisation whose catalogus it is in; empty where the catalogus is not known.
  public var rsin: String { catalogus?.value.rsin ?? "" }
}
