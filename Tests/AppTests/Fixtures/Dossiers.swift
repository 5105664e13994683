import App
import Model
import Screen

/// Makes resources as a server would send them.
enum Make {
  static let base = "https://open-zaak.example/"

  static func url(_ kind: ResourceKind, _ number: Int) -> String {
    base + kind.api.rawValue + "/api/v1/" + kind.rawValue + "/" + World.uuid(number)
  }

  static func resource<Fields: ResourceFields>(
    _ number: Int, _ members: JSONObject
  ) -> Fetched<Fields> {
    let address: JSONObject = ["url": .string(url(Fields.kind, number)), "uuid": .string(World.uuid(number))]
    return Fetched(Record<Fields>(address.merging(members)), fetched: World.moment("2026-11-22T13:01:00Z"))
  }

  static let statusNames = ["Ontvangen", "Precisering", "Zienswijzen", "Besluit", "Afgehandeld"]

  /// A zaaktype with the path Ontvangen … Afgehandeld; its statustypen are 101 to 105.
  static let zaaktype: ZaaktypeVersie = {
    var versie = ZaaktypeVersie(
      zaaktype: resource(
        100, ["omschrijving": "Woo-verzoek", "identificatie": "WOO", "doorlooptijd": "P4W"]))
    versie.statustypen = statusNames.enumerated().map { index, name in
      resource(
        101 + index,
        [
          "omschrijving": .string(name), "volgnummer": .number(index + 1),
          "statustekst": index == 3 ? "De indiener krijgt bericht dat het besluit genomen wordt." : "",
        ])
    }
    versie.informatieobjecttypen = [
      resource(120, ["omschrijving": "Verzoek"]), resource(121, ["omschrijving": "Brief"]),
    ]
    versie.eigenschappen = [
      resource(150, ["naam": "onderwerp_verzoek_en", "specificatie": ["formaat": "datum"]])
    ]
    versie.besluittypen = [resource(130, ["omschrijving": "Besluit op Woo-verzoek"])]
    versie.resultaattypen = [resource(140, ["omschrijving": "Gedeeltelijk openbaar"])]
    return versie
  }()

  static func statustype(_ index: Int) -> Ref { zaaktype.statustypen[index].ref }

  static let toelichting =
    "Alle stukken over de plaatsing van windmolens tussen 2024 en nu, ook e-mail en appjes. De indiener wil de "
    + "stukken graag digitaal ontvangen, en liefst in delen zodra ze beoordeeld zijn."

  /// The zaak 2026-0014102, with everything a zaak can have.
  static func dossier(_ change: (inout Dossier) -> Void = { _ in }) -> Dossier {
    var dossier = Dossier(
      zaak: resource(
        4102,
        [
          "identificatie": "2026-0014102", "omschrijving": "Woo-verzoek windmolens Oud-Velde",
          "toelichting": .string(toelichting),
          "zaaktype": .string(zaaktype.ref.url), "startdatum": "2026-10-11", "registratiedatum": "2026-10-12",
          "uiterlijkeEinddatumAfdoening": "2026-11-22", "vertrouwelijkheidaanduiding": "zaakvertrouwelijk",
          "verlenging": ["reden": "Derden moeten een zienswijze kunnen geven (Woo 4.4)", "duur": "P2W"],
          "opschorting": ["indicatie": false, "reden": ""],
          "kenmerken": [["kenmerk": "WOO-26-118", "bron": "zaaksysteem"]],
        ]))
    dossier.statussen = [
      status(1, 0, "2026-10-12T08:12:00Z"),
      status(2, 1, "2026-11-09T10:30:00Z", "Gevraagd om welke windmolens het gaat; antwoord kwam dezelfde dag."),
      status(3, 2, "2026-11-16T15:45:00Z", "Drie belanghebbenden aangeschreven."),
    ]
    dossier.rollen = rollen
    dossier.documenten = documenten
    dossier.besluiten = [
      resource(
        501,
        [
          "besluittype": .string(zaaktype.besluittypen[0].ref.url), "identificatie": "B-2026-0031",
          "datum": "2026-11-20", "ingangsdatum": "2026-11-23", "toelichting": "Deelbesluit over de stukken van 2024.",
          "uiterlijkeReactiedatum": "2027-01-04", "bestuursorgaan": "College van B en W",
        ])
    ]
    dossier.eigenschappen = [
      resource(
        601,
        [
          "naam": "onderwerp_verzoek_en", "waarde": "20240101",
          "eigenschap": .string(zaaktype.eigenschappen[0].ref.url),
        ]),
      resource(602, ["naam": "Spoed", "waarde": "nee"]),
    ]
    dossier.notities = [
      resource(
        701, ["onderwerp": "Gebeld met de indiener", "tekst": "Delen mag.", "aanmaakdatum": "2026-11-18T09:05:00Z"])
    ]
    dossier.isComplete = true
    change(&dossier)
    return dossier
  }

  private static func status(_ number: Int, _ type: Int, _ at: String, _ why: String = "") -> Fetched<StatusFields> {
    resource(
      200 + number,
      [
        "statustype": .string(statustype(type).url), "datumStatusGezet": .string(at), "statustoelichting": .string(why),
        "gezetdoor": .string(url(.rollen, 301)),
      ])
  }

  private static let rollen: [Fetched<RolFields>] = [
    resource(
      301,
      [
        "betrokkeneType": "medewerker", "omschrijving": "Behandelaar", "omschrijvingGeneriek": "behandelaar",
        "registratiedatum": "2026-10-12T08:15:00Z", "roltoelichting": "Team Juridische zaken",
        "betrokkeneIdentificatie": ["identificatie": "mw028", "voorletters": "C.", "achternaam": "Breugel"],
      ]),
    resource(
      302,
      [
        "betrokkeneType": "natuurlijk_persoon", "omschrijving": "Indiener", "omschrijvingGeneriek": "initiator",
        "registratiedatum": "2026-10-12T08:10:00Z",
        "betrokkeneIdentificatie": [
          "inpBsn": "999990782", "voorletters": "J.", "voorvoegselGeslachtsnaam": "de", "geslachtsnaam": "Wit",
        ],
        "contactpersoonRol": [
          "naam": "J. de Wit", "emailadres": "j.dewit@example.org", "telefoonnummer": "06 00000000", "functie": "",
        ],
      ]),
    resource(
      303,
      [
        "betrokkeneType": "niet_natuurlijk_persoon", "omschrijving": "Belanghebbende",
        "omschrijvingGeneriek": "belanghebbende", "registratiedatum": "2026-11-12T13:00:00Z",
        "betrokkeneIdentificatie": ["innNnpId": "517439943", "statutaireNaam": "Windpark Oud-Velde B.V."],
      ]),
  ]

  static func document(
    _ number: Int, _ titel: String, type: Int, created: String, _ more: JSONObject
  ) -> Fetched<EnkelvoudigInformatieObjectFields> {
    let common: JSONObject = [
      "titel": .string(titel), "creatiedatum": .string(created), "auteur": "C. Breugel", "versie": 1,
      "formaat": "application/pdf", "informatieobjecttype": .string(zaaktype.informatieobjecttypen[type].ref.url),
      "indicatieGebruiksrecht": false, "vertrouwelijkheidaanduiding": "zaakvertrouwelijk", "status": "definitief",
    ]
    return resource(number, common.merging(more))
  }

  private static let documenten = [
    document(
      401, "Woo-verzoek J. de Wit", type: 0, created: "2026-10-11",
      [
        "auteur": "J. de Wit", "bestandsnaam": "verzoek.pdf", "bestandsomvang": 184_320, "ontvangstdatum": "2026-10-11",
        "beginRegistratie": "2026-10-12T08:11:00Z",
      ]),
    document(
      402, "Brief verdaging beslistermijn", type: 1, created: "2026-11-16",
      [
        "bestandsnaam": "verdaging.odt", "bestandsomvang": 2_411_724, "versie": 3, "locked": true,
        "beginRegistratie": "2026-11-16T15:20:00Z", "formaat": "application/vnd.oasis.opendocument.text",
        "beschrijving": "Verdaging met twee weken wegens het vragen van zienswijzen aan derden.",
      ]),
    document(
      403, "E-mailwisseling provincie over de plaatsing van windmolens langs het kanaal, deel 2 van 3", type: 1,
      created: "2026-11-11", ["indicatieGebruiksrecht": nil, "status": "in_bewerking"]),
  ]
}

extension World {
  static let zaakRef = Ref(Make.url(.zaken, 4102))

  static func statusOperation(
    _ index: Int, at: String = "2026-11-22T12:58:00Z", id: String = "a1", toelichting: String = ""
  ) -> Operation {
    let moment = moment(at)
    return Operation(
      id: id, zaak: zaakRef, made: moment,
      change: .zetStatus(
        ZetStatus(
          statustype: Make.statustype(index), datumStatusGezet: moment, toelichting: toelichting,
          previous: Make.statustype(2))))
  }

  static func editOperation(
    _ field: String, _ old: String, _ new: String, at: String = "2026-11-22T13:01:00Z", id: String = "b1"
  ) -> Operation {
    Operation(
      id: id, zaak: zaakRef, made: moment(at),
      change: .wijzigZaak([FieldChange(field: field, old: .string(old), new: .string(new))]))
  }

  static func shown(
    pending: [PendingOperation] = [], hasZaaktype: Bool = true, _ change: (inout Dossier) -> Void = { _ in }
  ) -> ShownDossier {
    ShownDossier(Make.dossier(change), pending: pending, zaaktype: hasZaaktype ? Make.zaaktype : nil)
  }

  /// The app with the zaak 2026-0014102 open.
  static func zaak(
    _ language: Language = .nl, size: Size = small, shown: ShownDossier? = shown()
  ) -> App {
    var app = werkvoorraad(language, size: size)
    app.type(.down)
    app.type(.enter)
    _ = app.update(.zaak(uuid: uuid(4102), shown))
    return app
  }
}
