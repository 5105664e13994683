import Foundation
import Model

/// Zaken in any number, each a function of its own number; some 3 KB each on disk.
enum ManyZaken {
  static let zaaktypen = 20
  private static let api = "https://zgw.voorbeeld.example/zaken/api/v1"
  private static let fetched = Moment(secondsSince1970: 1_795_000_000)
  private static let subjects = [
    "Woo-verzoek windmolens", "Plaatsen dakkapel", "Wmo: traplift", "Subsidie isolatie", "Kappen van bomen",
    "Bezwaar WOZ-waarde", "Melding zwerfafval", "Vergunning evenement", "Inkoop groenonderhoud",
    "Jeugdhulp begeleiding",
  ]
  private static let streets = [
    "Lindelaan", "Kerkstraat", "Eikenlaan", "Puckring", "Dorpsplein", "Havenweg", "Molenpad", "Singel", "Veldweg",
    "Ringdijk",
  ]
  private static let names = [
    "Breugel", "Aksoy", "de Wit", "Jansen", "Bakker", "Visser", "Smit", "Meijer", "Bos", "Vos",
  ]

  static func uuid(_ number: Int) -> String {
    let mixed = UInt32(truncatingIfNeeded: number &* 2_654_435_761)
    return String(format: "%08x-0000-4000-8000-%012x", mixed, number)
  }

  static func zaaktype(_ number: Int) -> ZaaktypeVersie {
    var zaaktype = Zaaktype()
    zaaktype.url = Ref("\(api)/zaaktypen/\(uuid(900_000_000 + number))")
    zaaktype.omschrijving = subjects[number % subjects.count].split(separator: " ").first.map(String.init) ?? ""
    var versie = ZaaktypeVersie(zaaktype: Fetched(zaaktype, fetched: fetched))
    for (index, name) in ["Ontvangen", "In behandeling", "Besluit", "Afgehandeld"].enumerated() {
      var statustype = Statustype()
      statustype.url = Ref("\(api)/statustypen/\(uuid(920_000_000 + number * 10 + index))")
      statustype.omschrijving = name
      statustype.volgnummer = index + 1
      versie.statustypen.append(Fetched(statustype, fetched: fetched))
    }
    return versie
  }

  static func dossier(_ number: Int, today: Day) -> Dossier {
    var zaak = Zaak()
    zaak.url = Ref("\(api)/zaken/\(uuid(number))")
    zaak.body["uuid"] = .string(uuid(number))
    zaak.identificatie = "ZAAK-2026-" + String(format: "%010d", number)
    zaak.bronorganisatie = "123456782"
    zaak.omschrijving = "\(subjects[number % 10]) \(streets[number / 10 % 10]) \(number % 300)"
    zaak.toelichting = "Verzoek van een inwoner van de \(streets[number / 7 % 10]), met bijlagen en foto's ter plaatse."
    zaak.zaaktype = Ref("\(api)/zaaktypen/\(uuid(900_000_000 + number % zaaktypen))")
    zaak.verantwoordelijkeOrganisatie = "123456782"
    zaak.startdatum = today + (-number % 400)
    zaak.uiterlijkeEinddatumAfdoening = number % 11 == 0 ? nil : today + (number * 7 % 900 - 100)
    if number % 3 == 0 { zaak.einddatum = today + (-number % 90) }
    for name in ["einddatumGepland", "publicatiedatum", "hoofdzaak", "archiefnominatie", "zaakgeometrie", "verlenging"]
    {
      zaak.body[name] = .null
    }
    for name in ["productenOfDiensten", "deelzaken", "relevanteAndereZaken", "eigenschappen", "kenmerken"] {
      zaak.body[name] = []
    }
    var dossier = Dossier(zaak: Fetched(zaak, fetched: fetched))
    dossier.rollen = [rol(number, .behandelaar, dossier.ref), rol(number, .initiator, dossier.ref)]
    var status = Status()
    status.url = Ref("\(api)/statussen/\(uuid(400_000_000 + number))")
    status.zaak = dossier.ref
    status.statustype = Ref("\(api)/statustypen/\(uuid(920_000_000 + number % zaaktypen * 10 + number % 4))")
    status.datumStatusGezet = fetched
    dossier.statussen = [Fetched(status, fetched: fetched)]
    var document = EnkelvoudigInformatieObject()
    document.url = Ref("\(api)/enkelvoudiginformatieobjecten/\(uuid(500_000_000 + number))")
    document.titel = "Aanvraag \(subjects[number % 10])"
    dossier.documenten = [Fetched(document, fetched: fetched)]
    dossier.isComplete = true
    return dossier
  }

  private static func rol(_ number: Int, _ kind: RolOmschrijving, _ zaak: Ref) -> Fetched<RolFields> {
    var rol = Rol()
    let isBehandelaar = kind == .behandelaar
    rol.url = Ref("\(api)/rollen/\(uuid(300_000_000 + number * 2 + (isBehandelaar ? 0 : 1)))")
    rol.zaak = zaak
    rol.omschrijvingGeneriek = kind
    rol.betrokkeneType = isBehandelaar ? .medewerker : .natuurlijkPersoon
    rol.betrokkeneIdentificatie =
      isBehandelaar
      ? ["identificatie": .string("mw\(number % 400)"), "achternaam": .string(names[number % 10]), "voorletters": "C."]
      : ["inpBsn": "999990019", "geslachtsnaam": .string(names[number / 12 % 10]), "voorletters": "J."]
    return Fetched(rol, fetched: fetched)
  }
}
