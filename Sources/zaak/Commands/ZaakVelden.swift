import ArgumentParser
import Model
import Rules

/// The fields of a zaak that can be given or changed, by the names that the standard has for them.
struct ZaakVelden: ParsableArguments {
  @Option(name: .customLong("omschrijving"), help: "Waar de zaak over gaat, ten hoogste 80 tekens.") var omschrijving:
    String?
  @Option(name: .customLong("toelichting"), help: "Toelichting, ten hoogste 1000 tekens.") var toelichting: String?
  @Option(name: .customLong("startdatum"), help: "De dag waarop de zaak begint.") var startdatum: String?
  @Option(name: .customLong("registratiedatum"), help: "De dag waarop de zaak is geregistreerd.") var registratiedatum:
    String?
  @Option(name: .customLong("einddatumGepland"), help: "De dag waarop de zaak volgens planning klaar is.")
  var einddatumGepland: String?
  @Option(name: .customLong("uiterlijkeEinddatumAfdoening"), help: "De laatste dag waarop de zaak klaar moet zijn.")
  var uiterlijkeEinddatumAfdoening: String?
  @Option(name: .customLong("publicatiedatum"), help: "De dag waarop de start van de zaak bekend wordt gemaakt.")
  var publicatiedatum: String?
  @Option(name: .customLong("communicatiekanaal"), help: "Het webadres van het kanaal waarlangs de zaak binnenkwam.")
  var communicatiekanaal: String?
  @Option(name: .customLong("communicatiekanaalNaam"), help: "De naam van dat kanaal (Open Zaak).")
  var communicatiekanaalNaam: String?
  @Option(name: .customLong("vertrouwelijkheidaanduiding"), help: "Van openbaar tot zeer_geheim.")
  var vertrouwelijkheidaanduiding: String?
  @Option(name: .customLong("betalingsindicatie"), help: "nvt, nog_niet, gedeeltelijk of geheel.")
  var betalingsindicatie: String?
  @Option(name: .customLong("laatsteBetaaldatum"), help: "Tijdstip van de laatste betaling.") var laatsteBetaaldatum:
    String?
  @Option(name: .customLong("zaakgeometrie"), help: "Punt, lijn of vlak als GeoJSON.") var zaakgeometrie: String?
  @Option(name: .customLong("selectielijstklasse"), help: "Het webadres in de selectielijst.") var selectielijstklasse:
    String?
  @Option(name: .customLong("verantwoordelijkeOrganisatie"), help: "RSIN van de organisatie die verantwoordelijk is.")
  var verantwoordelijkeOrganisatie: String?
  @Option(name: .customLong("opdrachtgevendeOrganisatie"), help: "RSIN van de organisatie die de opdracht gaf.")
  var opdrachtgevendeOrganisatie: String?
  @Option(name: .customLong("archiefnominatie"), help: "blijvend_bewaren of vernietigen.") var archiefnominatie: String?
  @Option(name: .customLong("archiefstatus"), help: "Hoe ver de zaak met archiveren is.") var archiefstatus: String?
  @Option(name: .customLong("archiefactiedatum"), help: "De dag van vernietigen of overbrengen.") var archiefactiedatum:
    String?
  @Option(name: .customLong("startdatumBewaartermijn"), help: "De dag waarop de bewaartermijn begint.")
  var startdatumBewaartermijn: String?
  @Option(name: .customLong("processobjectaard"), help: "Wat er in de zaak aan de orde is, ten hoogste 200 tekens.")
  var processobjectaard: String?
  @Option(name: .customLong("processobject"), help: "Het object waar de bewaartermijn van afhangt, als JSON.")
  var processobject: String?
  @Option(name: .customLong("kenmerk"), help: "BRON=KENMERK: hoe een ander systeem de zaak noemt; mag vaker.")
  var kenmerken: [Toekenning] = []
  @Option(name: .customLong("product"), help: "Webadres van een product of dienst van het zaaktype; mag vaker.")
  var producten: [String] = []

  /// The fields that were given, with their texts.
  private var given: [(name: String, text: String?)] {
    [
      ("omschrijving", omschrijving),
      ("toelichting", toelichting),
      ("startdatum", startdatum),
      ("registratiedatum", registratiedatum),
      ("einddatumGepland", einddatumGepland),
      ("uiterlijkeEinddatumAfdoening", uiterlijkeEinddatumAfdoening),
      ("publicatiedatum", publicatiedatum),
      ("communicatiekanaal", communicatiekanaal),
      ("communicatiekanaalNaam", communicatiekanaalNaam),
      ("vertrouwelijkheidaanduiding", vertrouwelijkheidaanduiding),
      ("betalingsindicatie", betalingsindicatie),
      ("laatsteBetaaldatum", laatsteBetaaldatum),
      ("zaakgeometrie", zaakgeometrie),
      ("selectielijstklasse", selectielijstklasse),
      ("verantwoordelijkeOrganisatie", verantwoordelijkeOrganisatie),
      ("opdrachtgevendeOrganisatie", opdrachtgevendeOrganisatie),
      ("archiefnominatie", archiefnominatie),
      ("archiefstatus", archiefstatus),
      ("archiefactiedatum", archiefactiedatum),
      ("startdatumBewaartermijn", startdatumBewaartermijn),
      ("processobjectaard", processobjectaard),
      ("processobject", processobject),
    ]
  }

  /// Whether no field was given; lists do not count.
  var isEmpty: Bool { given.allSatisfy { $0.text == nil } }

  func values() throws(RuleError) -> [(name: String, value: JSON)] { try Model.Zaak.values(given) }
}

extension Record where Fields == KenmerkFields {
  init(_ pair: Toekenning) {
    self.init()
    self.bron = pair.naam
    self.kenmerk = pair.waarde
  }
}
