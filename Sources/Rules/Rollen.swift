import Model

/// What there is to say of a new rol.
public struct RolGegevens: Sendable {
  public var roltype: Roltype
  /// Nil where `url` says who it is.
  public var betrokkene: Betrokkene?
  public var type: BetrokkeneType
  /// Where someone else keeps the person.
  public var url: Ref?
  public var toelichting = ""
  public var afwijkendeNaam = ""
  public var machtiging: IndicatieMachtiging?
  public var contactpersoon: ContactpersoonRol?

  public init(_ roltype: Roltype, _ betrokkene: Betrokkene) {
    self.roltype = roltype
    self.betrokkene = betrokkene
    type = betrokkene.type
  }

  public init(_ roltype: Roltype, _ type: BetrokkeneType, url: Ref) {
    self.roltype = roltype
    self.type = type
    self.url = url
  }
}

extension Behandeling {
  public func voegRolToe(_ rol: RolGegevens) throws(RuleError) -> Change {
    try mustBeFree(rol.roltype, except: nil)
    return .handeling(Handeling(.rolToevoegen, [.create(try creation(record(rol)))]))
  }

  /// A rol cannot be changed on every server: the new one comes in the place of the old one.
  public func vervangRol(_ old: Rol, door rol: RolGegevens) throws(RuleError) -> Change {
    try mustBeFree(rol.roltype, except: old.ref)
    return .handeling(Handeling(.rolVervangen, [removal(old), .create(try creation(record(rol)))]))
  }

  public func verwijderRol(_ rol: Rol) -> Change {
    .handeling(Handeling(.rolVerwijderen, [removal(rol)]))
  }

  /// The medewerker becomes the behandelaar, in the place of the medewerkers who are.
  ///
  /// - Parameter besides: those who are stay behandelaar too
  public func wijsToe(_ medewerker: Betrokkene, besides: Bool = false) throws(RuleError) -> Change {
    let present = medewerkers
    let same = present.filter { $0.identificatie?.nummer.lowercased() == medewerker.nummer.lowercased() }
    guard same.isEmpty else {
      let others = present.filter { rol in !same.contains { $0.ref == rol.ref } }
      guard !others.isEmpty, !besides else { throw .alreadyThere("behandelaar \(medewerker.shownName)") }
      return .handeling(Handeling(.toewijzen, others.map(removal)))
    }
    let rol = RolGegevens(try zaaktype.roltype(.behandelaar), medewerker)
    let removals = besides ? [] : present.map(removal)
    return .handeling(Handeling(.toewijzen, removals + [.create(try creation(record(rol)))]))
  }

  /// Nobody deals with the zaak any more; a team that has it keeps it.
  public func geefVrij() throws(RuleError) -> Change {
    let present = medewerkers
    guard !present.isEmpty else { throw .notThere("behandelaar") }
    return .handeling(Handeling(.vrijgeven, present.map(removal)))
  }

  private var medewerkers: [Rol] { dossier.behandelaars.filter { $0.betrokkeneType == .medewerker } }

  /// Servers take one initiator and one zaakcoordinator a zaak (`max-occurences`).
  private func mustBeFree(_ roltype: Roltype, except: Ref?) throws(RuleError) {
    guard let generic = roltype.omschrijvingGeneriek, generic == .initiator || generic == .zaakcoordinator else {
      return
    }
    let others = dossier.rollen.map(\.value).filter { $0.omschrijvingGeneriek == generic && $0.ref != except }
    guard others.isEmpty else { throw .alreadyThere(roltype.omschrijving) }
  }

  func record(_ gegevens: RolGegevens) throws(RuleError) -> Rol {
    try gegevens.betrokkene?.check()
    var rol = Rol()
    rol.zaak = dossier.ref
    rol.roltype = gegevens.roltype.ref
    // The server gives these two from the roltype; until then they tell what part it is.
    rol.omschrijving = gegevens.roltype.omschrijving
    rol.omschrijvingGeneriek = gegevens.roltype.omschrijvingGeneriek
    rol.betrokkeneType = gegevens.type
    rol.roltoelichting = gegevens.toelichting.isEmpty ? gegevens.roltype.omschrijving : gegevens.toelichting
    if let url = gegevens.url { rol.betrokkene = url }
    if let betrokkene = gegevens.betrokkene { rol.betrokkeneIdentificatie = .object(betrokkene.body) }
    if !gegevens.afwijkendeNaam.isEmpty { rol.afwijkendeNaamBetrokkene = gegevens.afwijkendeNaam }
    if let machtiging = gegevens.machtiging { rol.indicatieMachtiging = machtiging }
    if let contactpersoon = gegevens.contactpersoon {
      try contactpersoon.check()
      rol.contactpersoonRol = contactpersoon
    }
    return rol
  }
}

extension Betrokkene {
  /// The name; for a medewerker without one the number by which the organisation knows them, and else nothing.
  var shownName: String {
    if !naam.isEmpty { return naam }
    if case .medewerker(let medewerker) = self { return medewerker.identificatie }
    return ""
  }
}

extension Record where Fields == RolFields {
  /// How the user can call the rol: never by a BSN.
  var roepnaam: String {
    let name = self.afwijkendeNaamBetrokkene.isEmpty ? identificatie?.shownName ?? "" : self.afwijkendeNaamBetrokkene
    return name.isEmpty ? self.omschrijving : "\(self.omschrijving): \(name)"
  }
}
