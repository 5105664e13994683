import Model
import Rules

/// UUIDs that count up from 1.
final class Teller: @unchecked Sendable {
  private var count = 0
  func next() -> String {
    count += 1
    return "00000000-0000-4000-9000-" + String(100_000_000_000 + count)
  }
}

func record<Fields: ResourceFields>(_ kind: ResourceKind, _ number: Int, _ body: JSONObject) -> Fetched<Fields> {
  var body = body
  body["url"] = ref(kind.rawValue, number).json
  return Fetched(Record(body), fetched: moment(0))
}

/// A zaaktype with one of everything, of an organisation with a test RSIN.
func volZaaktype() -> ZaaktypeVersie {
  var versie = zaaktype()
  versie.zaaktype.value.body = versie.zaaktype.value.body.merging([
    "identificatie": "OMGEVING", "omschrijving": "Omgevingsvergunning", "concept": false,
    "beginGeldigheid": "2024-01-01", "doorlooptijd": "P56D", "servicenorm": "P6W", "verlengingMogelijk": true,
    "verlengingstermijn": "P42D", "opschortingEnAanhoudingMogelijk": true,
    "vertrouwelijkheidaanduiding": "intern", "productenOfDiensten": ["https://producten.voorbeeld.test/1"],
    "catalogus": "https://catalogi.voorbeeld.test/1",
  ])
  versie.catalogus = Fetched(
    Catalogus(["rsin": "111222333", "naam": "Gemeente Veldmeer", "domein": "VELDM"]), fetched: moment(0))
  let names = ["Ontvangen", "In behandeling", "Afgehandeld"]
  for index in versie.statustypen.indices {
    let number = versie.statustypen[index].value.volgnummer / 10
    versie.statustypen[index].value.omschrijving = names[number - 1]
  }
  versie.resultaattypen = ["Verleend", "Geweigerd", "Buiten behandeling"].enumerated().map {
    record(.resultaattypen, $0 + 1, ["omschrijving": .string($1)])
  }
  versie.roltypen = ["initiator", "behandelaar", "belanghebbende"].enumerated().map {
    record(.roltypen, $0 + 1, ["omschrijving": .string("De \($1)"), "omschrijvingGeneriek": .string($1)])
  }
  versie.eigenschappen = [
    record(
      .eigenschappen, 1, ["naam": "activiteit", "specificatie": specificatie("tekst", "10", ["bouwen", "kappen"])]),
    record(.eigenschappen, 2, ["naam": "bouwkosten", "specificatie": specificatie("getal", "6,2")]),
  ]
  versie.besluittypen = [
    record(
      .besluittypen, 1,
      [
        "omschrijving": "Vergunning", "reactietermijn": "P6W",
        "informatieobjecttypen": [ref("informatieobjecttypen", 1).json],
      ])
  ]
  versie.informatieobjecttypen = ["Besluit", "Tekening", "Elders"].enumerated().map {
    record(
      .informatieobjecttypen, $0 + 1, ["omschrijving": .string($1), "vertrouwelijkheidaanduiding": "openbaar"])
  }
  versie.zaaktypeInformatieobjecttypen = [1, 2].map {
    record(.zaaktypeInformatieobjecttypen, $0, ["informatieobjecttype": ref("informatieobjecttypen", $0).json])
  }
  return versie
}

func specificatie(_ formaat: String, _ lengte: String, _ waarden: [String] = []) -> JSON {
  [
    "groep": "", "formaat": .string(formaat), "lengte": .string(lengte), "kardinaliteit": "1",
    "waardenverzameling": .array(waarden.map { .string($0) }),
  ]
}

/// An open zaak of that zaaktype that started on 1 November 2026.
func volDossier() -> Dossier {
  var dossier = dossier()
  dossier.zaak.value.body = dossier.zaak.value.body.merging([
    "bronorganisatie": "111222333", "verantwoordelijkeOrganisatie": "111222333", "startdatum": "2026-11-01",
    "zaaktype": ref("zaaktypen", 1).json, "einddatumGepland": "2026-12-13",
    "uiterlijkeEinddatumAfdoening": "2026-12-27",
  ])
  return dossier
}

func werk(
  _ dossier: Dossier = volDossier(), _ zaaktype: ZaaktypeVersie = volZaaktype(), now: Moment = moment(0)
) -> Behandeling {
  let teller = Teller()
  return Behandeling(
    dossier, zaaktype, gebruiker: Gebruiker(id: "mw028", naam: "C. Breugel"), now: now, newID: { teller.next() })
}

extension Change {
  var stappen: [Step] { steps(on: ref("zaken", 1)) }
  /// The bodies of what it makes, in their order.
  var gemaakt: [JSONObject] {
    stappen.compactMap { if case .create(let creation) = $0 { creation.body } else { nil } }
  }
  /// The new values of what it changes.
  var nieuw: [String: JSON] {
    var values: [String: JSON] = [:]
    for case .change(let alteration) in stappen {
      for field in alteration.fields { values[field.field] = field.new }
    }
    return values
  }
  var verwijderd: [Ref] {
    stappen.compactMap { if case .remove(let removal) = $0 { removal.ref } else { nil } }
  }

  /// The dossier as it is shown with the change on top.
  func on(_ dossier: Dossier) -> Dossier {
    dossier.applying([Operation(id: "0", zaak: dossier.ref, made: moment(0), change: self)])
  }
}

/// The error of the rules; nil where they say nothing.
func weigering<Value>(_ work: () throws(RuleError) -> Value) -> RuleError? {
  do throws(RuleError) {
    _ = try work()
    return nil
  } catch {
    return error
  }
}
