import Model

extension Schema {
  static let opschorting = Schema(
    Field(name: "indicatie", kind: .bool, required: true, standard: false),
    .readOnly("eerdereOpschorting", false), .text("reden", 200))

  static let zaak = Schema(
    .readOnly("url"), .readOnly("uuid"), .text("identificatie", 40, fixed: true),
    Field(name: "bronorganisatie", kind: .rsin, required: true, fixed: true), .text("omschrijving", 80),
    .text("toelichting", 1000), .url("zaaktype", required: true, fixed: true),
    Field(name: "registratiedatum", kind: .date), .text("verantwoordelijkeOrganisatie", 9, required: true),
    .date("startdatum", required: true), .readOnly("einddatum"), .date("einddatumGepland"),
    .date("uiterlijkeEinddatumAfdoening"), .date("publicatiedatum"), .readOnly("laatstGemuteerd"),
    .dateTime("laatstGeopend"), .url("communicatiekanaal"), .text("communicatiekanaalNaam", 250),
    .list("productenOfDiensten", .url), .choice("vertrouwelijkheidaanduiding", confidentialities),
    .choice(
      "betalingsindicatie",
      ["nvt", "nog_niet", "gedeeltelijk", "geheel", "gefactureerd", "gecrediteerd", "betaald"]),
    .readOnly("betalingsindicatieWeergave", ""), .dateTime("laatsteBetaaldatum"),
    Field(name: "zaakgeometrie", kind: .any, nullable: true, standard: nil),
    .group(
      "verlenging",
      Schema(.text("reden", 200, required: true), Field(name: "duur", kind: .duration, required: true))),
    .group("opschorting", opschorting, standard: ["indicatie": false, "eerdereOpschorting": false, "reden": ""]),
    .url("selectielijstklasse"), .url("hoofdzaak", nullable: true), .readOnly("deelzaken", []),
    .list(
      "relevanteAndereZaken",
      .group(
        Schema(
          .url("url", required: true),
          .choice("aardRelatie", ["vervolg", "onderwerp", "bijdrage", "overig"], required: true),
          .text("overigeRelatie", 255), .text("toelichting", 255)))),
    .list(
      "gerelateerdeZaken",
      .group(Schema(.url("url", required: true), .text("aardRelatie", 20), .text("toelichting", 255)))),
    .readOnly("eigenschappen", []), .readOnly("rollen", []), .readOnly("status"),
    .readOnly("zaakinformatieobjecten", []),
    .readOnly("zaakobjecten", []),
    .list("kenmerken", .group(Schema(.text("kenmerk", 40, required: true), .text("bron", 40, required: true)))),
    .choice("archiefnominatie", ["blijvend_bewaren", "vernietigen"], nullable: true),
    Field(
      name: "archiefstatus",
      kind: .choice(["nog_te_archiveren", "gearchiveerd", "gearchiveerd_procestermijn_onbekend", "overgedragen"]),
      standard: "nog_te_archiveren"),
    .date("archiefactiedatum"), .readOnly("resultaat"), .text("opdrachtgevendeOrganisatie", 9),
    .text("processobjectaard", 200), .date("startdatumBewaartermijn"),
    .group(
      "processobject",
      Schema(
        .text("datumkenmerk", 250, required: true), .text("identificatie", 250, required: true),
        .text("objecttype", 250, required: true), .text("registratie", 250, required: true)),
      standard: ["datumkenmerk": "", "identificatie": "", "objecttype": "", "registratie": ""]))

  static let status = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("zaak", required: true), .url("statustype", required: true),
    .dateTime("datumStatusGezet", required: true), .text("statustoelichting", 1000),
    .readOnly("indicatieLaatstGezetteStatus", false), .url("gezetdoor", nullable: true),
    .readOnly("zaakinformatieobjecten", []))

  static let substatus = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("zaak", required: true), .url("status", nullable: true),
    .text("omschrijving", 200, required: true), .dateTime("tijdstip"),
    Field(name: "doelgroep", kind: .choice(["betrokkenen", "intern"]), standard: "betrokkenen"))

  static let resultaat = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("zaak", required: true, fixed: true),
    .url("resultaattype", required: true, fixed: true), .text("toelichting", 1000))

  static let zaakeigenschap = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("zaak", fixed: true), .url("eigenschap", required: true, fixed: true),
    .readOnly("naam", ""), .text("waarde", required: true))

  static let zaakinformatieobject = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("informatieobject", required: true, fixed: true),
    .url("zaak", required: true, fixed: true), .readOnly("aardRelatieWeergave", "Hoort bij, omgekeerd: kent"),
    .text("titel", 200), .text("beschrijving"), .readOnly("registratiedatum"), .dateTime("vernietigingsdatum"),
    .url("status", nullable: true))

  static let zaakobject = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("zaak", required: true, fixed: true), .url("object", fixed: true),
    .url("zaakobjecttype", nullable: true), .choice("objectType", ZaakObjectShape.types, required: true),
    .text("objectTypeOverige", 100),
    Field(name: "objectTypeOverigeDefinitie", kind: .any, nullable: true, standard: nil),
    .text("relatieomschrijving", 80), Field(name: "objectIdentificatie", kind: .any, nullable: true, standard: nil))

  static let zaaknotitie = Schema(
    .readOnly("url"), .text("onderwerp", 255, required: true), .text("tekst", required: true),
    .text("aangemaaktDoor", 255),
    Field(name: "notitieType", kind: .choice(["intern", "extern"]), standard: "intern"),
    Field(name: "status", kind: .choice(["concept", "definitief"]), standard: "concept"), .readOnly("aanmaakdatum"),
    .readOnly("wijzigingsdatum"), .url("gerelateerdAan", required: true, fixed: true))
}

/// The texts that Open Zaak shows for a betalingsindicatie.
let paymentTitles: [String: String] = [
  "nvt": "Er is geen sprake van te betalen, met de zaak gemoeide, kosten.",
  "nog_niet": "De met de zaak gemoeide kosten zijn (nog) niet betaald.",
  "gedeeltelijk": "De met de zaak gemoeide kosten zijn gedeeltelijk betaald.",
  "geheel": "De met de zaak gemoeide kosten zijn geheel betaald.",
  "gefactureerd": "Opdracht tot facturatie verzonden", "gecrediteerd": "Gecrediteerd", "betaald": "Betaald",
]
