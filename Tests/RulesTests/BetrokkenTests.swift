import Model
import Rules
import Testing

@Suite("Rollen and who has them")
struct BetrokkenTests {
  @Test(
    "Who is meant, by parts",
    arguments: [
      (["bsn:111222333"], BetrokkeneType.natuurlijkPersoon, ["inpBsn": "111222333"]),
      (
        ["naam:J. de Wit"], .natuurlijkPersoon,
        ["voorletters": "J.", "voorvoegselGeslachtsnaam": "de", "geslachtsnaam": "Wit"]
      ),
      (
        ["Jan van der Wit"], .natuurlijkPersoon,
        ["voornamen": "Jan", "voorvoegselGeslachtsnaam": "van der", "geslachtsnaam": "Wit"]
      ),
      (["Jan Wit"], .natuurlijkPersoon, ["voornamen": "Jan", "geslachtsnaam": "Wit"]),
      (["Wit"], .natuurlijkPersoon, ["geslachtsnaam": "Wit"]),
      (["bsn:111222333", "naam:Wit"], .natuurlijkPersoon, ["inpBsn": "111222333", "geslachtsnaam": "Wit"]),
      (
        ["rsin:111222333", "naam:Stichting Veld"], .nietNatuurlijkPersoon,
        ["innNnpId": "111222333", "statutaireNaam": "Stichting Veld"]
      ),
      (["kvk:90001234"], .nietNatuurlijkPersoon, ["kvkNummer": "90001234"]),
      (["organisatie:Bakkerij"], .nietNatuurlijkPersoon, ["statutaireNaam": "Bakkerij"]),
      (
        ["eenheid:TEAM-1", "naam:Team Bouwen"], .organisatorischeEenheid,
        ["identificatie": "TEAM-1", "naam": "Team Bouwen"]
      ),
      (
        ["medewerker:mw028", "naam:C. Breugel"], .medewerker,
        ["identificatie": "mw028", "voorletters": "C.", "achternaam": "Breugel"]
      ),
    ])
  func delen(_ delen: [String], _ type: BetrokkeneType, _ fields: [String: String]) throws {
    let who = try Betrokkene(delen: delen)
    #expect(who.type == type)
    let rol = try werk().voegRolToe(RolGegevens(try volZaaktype().roltype("belanghebbende"), who)).gemaakt[0]
    let body = rol["betrokkeneIdentificatie"]?.object ?? [:]
    #expect(body.names.count == fields.count)
    for (name, value) in fields { #expect(body[name] == .string(value)) }
    #expect(rol["betrokkeneType"] == .string(type.rawValue))
  }

  @Test("A vestiging has its name in a list, and may have a KvK number")
  func vestiging() throws {
    let who = try Betrokkene(delen: ["vestiging:000012345678", "kvk:90001234", "naam:Bakkerij"])
    #expect(
      who
        == .vestiging(
          Vestiging(["vestigingsNummer": "000012345678", "kvkNummer": "90001234", "handelsnaam": ["Bakkerij"]])))
  }

  @Test(
    "A number that is none is refused, and is not in the error",
    arguments: [
      (["bsn:123456789"], RuleError.wrongForm(field: "inpBsn", .bsn)),
      (["rsin:1"], .wrongForm(field: "innNnpId", .rsin)), (["kvk:123"], .wrongForm(field: "kvkNummer", .kvk)),
      (["medewerker:"], .missing(field: "betrokkeneIdentificatie")),
      (["bsn:111222333", "medewerker:mw1"], .wrongForm(field: "betrokkene", .text)),
    ])
  func wrong(_ delen: [String], _ error: RuleError) {
    #expect(weigering { () throws(RuleError) in try Betrokkene(delen: delen) } == error)
    #expect(!"\(error)".contains("123456789"))
  }

  private func dossier(_ rollen: [(generic: String, type: String, number: String)]) -> Dossier {
    var dossier = volDossier()
    dossier.rollen = rollen.enumerated().map { index, rol in
      record(
        .rollen, index + 1,
        [
          "zaak": ref("zaken", 1).json, "omschrijving": .string("De \(rol.generic)"),
          "omschrijvingGeneriek": .string(rol.generic), "betrokkeneType": .string(rol.type),
          "roltype": ref("roltypen", 2).json, "betrokkeneIdentificatie": ["identificatie": .string(rol.number)],
        ])
    }
    return dossier
  }

  @Test("Assigning replaces the medewerkers who have the zaak, and leaves a team")
  func wijsToe() throws {
    let new = Betrokkene.medewerker("mw9", naam: "J. de Wit")
    let team = dossier([("behandelaar", "organisatorische_eenheid", "T1"), ("behandelaar", "medewerker", "mw1")])
    let change = try werk(team).wijsToe(new)
    #expect(change.verwijderd == [ref("rollen", 2)])
    #expect(change.on(team).behandelaars.map(\.naam) == ["T1", "J. de Wit"])
    #expect(try werk(team).wijsToe(new, besides: true).verwijderd == [])
    #expect(
      weigering { () throws(RuleError) in try werk(team).wijsToe(.medewerker("MW1", naam: "")) }
        == .alreadyThere("behandelaar MW1"))
    let two = dossier([("behandelaar", "medewerker", "mw1"), ("behandelaar", "medewerker", "mw2")])
    let one = try werk(two).wijsToe(.medewerker("mw1", naam: ""))
    #expect(one.verwijderd == [ref("rollen", 2)] && one.gemaakt.isEmpty)
    #expect(try werk(two).geefVrij().verwijderd.count == 2)
    #expect(weigering { () throws(RuleError) in try werk().geefVrij() } == .notThere("behandelaar"))
  }

  @Test("There is one initiator; another takes its place")
  func initiator() throws {
    let present = dossier([("initiator", "natuurlijk_persoon", "")])
    let gegevens = RolGegevens(try volZaaktype().roltype("initiator"), try Betrokkene(delen: ["Wit"]))
    #expect(
      weigering { () throws(RuleError) in try werk(present).voegRolToe(gegevens) } == .alreadyThere("De initiator"))
    let change = try werk(present).vervangRol(present.rollen[0].value, door: gegevens)
    #expect(change.stappen.map(\.kind) == [.rollen, .rollen] && change.verwijderd == [ref("rollen", 1)])
    #expect(change.on(present).rollen.map(\.value.naam) == ["Wit"])
  }

  @Test("What a rol looks like on the server, and what like it was there already")
  func body() throws {
    var gegevens = RolGegevens(try volZaaktype().roltype("belanghebbende"), try Betrokkene(delen: ["Wit"]))
    gegevens.contactpersoon = ContactpersoonRol(["naam": "J. Wit", "emailadres": "j@wit.example"])
    gegevens.machtiging = .gemachtigde
    let first = try werk().voegRolToe(gegevens)
    #expect(Rol(first.gemaakt[0]).problems.isEmpty)
    #expect(first.gemaakt[0]["roltoelichting"] == "De belanghebbende")
    let shown = first.on(volDossier())
    guard case .create(let second) = try werk(shown).voegRolToe(gegevens).stappen[0] else { return }
    #expect(second.known == shown.rollen.map(\.ref) && !second.known.isEmpty)
    let elsewhere = RolGegevens(gegevens.roltype, .vestiging, url: Ref("https://kvk.voorbeeld.test/1"))
    let url = try werk().voegRolToe(elsewhere).gemaakt[0]
    #expect(url["betrokkene"] == "https://kvk.voorbeeld.test/1" && url["betrokkeneIdentificatie"] == nil)
  }

  @Test("A rol can be called by its name, and a rol without one never by its BSN")
  func keuze() throws {
    var dossier = volDossier()
    dossier.rollen = [
      record(
        .rollen, 1,
        [
          "omschrijving": "Aanvrager", "betrokkeneType": "natuurlijk_persoon",
          "betrokkeneIdentificatie": ["inpBsn": "111222333"],
        ]),
      record(
        .rollen, 2,
        [
          "omschrijving": "Gemachtigde", "betrokkeneType": "natuurlijk_persoon",
          "betrokkeneIdentificatie": ["geslachtsnaam": "Wit"],
        ]),
    ]
    #expect(try dossier.rol("wit").ref == ref("rollen", 2))
    #expect(try dossier.rol("aanvrager").ref == ref("rollen", 1))
    #expect(
      weigering { () throws(RuleError) in try dossier.rol("x") }
        == .notOne(text: "x", of: "rol", choices: ["Aanvrager", "Gemachtigde: Wit"]))
  }
}
