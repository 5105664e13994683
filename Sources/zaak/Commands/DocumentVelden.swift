import ArgumentParser
import Model
import Rules

/// The metadata of a document that can be given or changed, by the names that the standard has for them.
struct DocumentVelden: ParsableArguments {
  @Option(name: .customLong("titel"), help: "De titel, ten hoogste 200 tekens.") var titel: String?
  @Option(name: .customLong("beschrijving"), help: "Een beschrijving, ten hoogste 1000 tekens.")
  var beschrijving: String?
  @Option(name: .customLong("auteur"), help: "Wie het schreef, ten hoogste 200 tekens.") var auteur: String?
  @Option(name: .customLong("creatiedatum"), help: "De dag waarop het is gemaakt.") var creatiedatum: String?
  @Option(name: .customLong("ontvangstdatum"), help: "De dag waarop het binnenkwam.") var ontvangstdatum: String?
  @Option(name: .customLong("verzenddatum"), help: "De dag waarop het is verzonden.") var verzenddatum: String?
  @Option(name: .customLong("status"), help: "in_bewerking, ter_vaststelling, definitief of gearchiveerd.")
  var status: String?
  @Option(name: .customLong("vertrouwelijkheidaanduiding"), help: "Van openbaar tot zeer_geheim.")
  var vertrouwelijkheidaanduiding: String?
  @Option(name: .customLong("taal-document"), help: "De taal van het document, zoals nld of eng.") var taal: String?
  @Option(name: .customLong("formaat"), help: "De soort inhoud, zoals application/pdf.") var formaat: String?
  @Option(name: .customLong("bestandsnaam"), help: "De naam van het bestand, ten hoogste 255 tekens.")
  var bestandsnaam: String?
  @Option(name: .customLong("link"), help: "Een webadres van het document, ten hoogste 200 tekens.") var link: String?
  @Option(name: .customLong("verschijningsvorm"), help: "Hoe het document eruitziet.") var verschijningsvorm: String?
  @Option(name: .customLong("ondertekening"), help: "SOORT=DATUM, met als soort analoog, digitaal of pki.")
  var ondertekening: Toekenning?
  @Option(name: .customLong("trefwoord"), help: "Een trefwoord; mag vaker.") var trefwoorden: [String] = []

  private var given: [(name: String, text: String?)] {
    [
      ("titel", titel), ("beschrijving", beschrijving), ("auteur", auteur), ("creatiedatum", creatiedatum),
      ("ontvangstdatum", ontvangstdatum), ("verzenddatum", verzenddatum), ("status", status),
      ("vertrouwelijkheidaanduiding", vertrouwelijkheidaanduiding), ("taal", taal), ("formaat", formaat),
      ("bestandsnaam", bestandsnaam), ("link", link), ("verschijningsvorm", verschijningsvorm),
    ]
  }

  var isEmpty: Bool { given.allSatisfy { $0.text == nil } && trefwoorden.isEmpty && ondertekening == nil }

  func values() throws(RuleError) -> [(name: String, value: JSON)] {
    var values = try EnkelvoudigInformatieObject.values(given)
    if !trefwoorden.isEmpty { values.append(("trefwoorden", trefwoorden.json)) }
    if let ondertekening {
      let soort = try Ondertekening.value(ondertekening.naam, for: "soort")
      let datum = try Ondertekening.value(ondertekening.waarde, for: "datum")
      values.append(("ondertekening", ["soort": soort, "datum": datum]))
    }
    return values
  }
}
