import Model

/// The objects that a zaak can be about, and the fields that identify each kind.
enum ZaakObjectShape {
  static let types = [
    "adres", "besluit", "buurt", "enkelvoudig_document", "gemeente", "gemeentelijke_openbare_ruimte", "huishouden",
    "inrichtingselement", "kadastrale_onroerende_zaak", "kunstwerkdeel", "maatschappelijke_activiteit", "medewerker",
    "natuurlijk_persoon", "niet_natuurlijk_persoon", "openbare_ruimte", "organisatorische_eenheid", "pand",
    "spoorbaandeel", "status", "terreindeel", "terrein_gebouwd_object", "vestiging", "waterdeel", "wegdeel", "wijk",
    "woonplaats", "woz_deelobject", "woz_object", "woz_waarde", "zakelijk_recht", "overige",
  ]

  static let schemas: [String: Schema] = [
    "adres": Schema(
      .text("identificatie", 100, required: true), .text("wplWoonplaatsNaam", 80, required: true),
      .text("gorOpenbareRuimteNaam", 80, required: true),
      Field(name: "huisnummer", kind: .integer(0...99_999), required: true), .text("huisletter", 1),
      .text("huisnummertoevoeging", 4), .text("postcode", 7)),
    "pand": Schema(.text("identificatie", 100, required: true)),
    "kadastrale_onroerende_zaak": Schema(
      .text("kadastraleIdentificatie", 100, required: true), .text("kadastraleAanduiding", 1000, required: true)),
    "openbare_ruimte": Schema(
      .text("identificatie", 100, required: true), .text("wplWoonplaatsNaam", 80, required: true),
      .text("gorOpenbareRuimteNaam", 80, required: true)),
    "gemeente": Schema(.text("gemeenteNaam", 80, required: true), .text("gemeenteCode", 4, required: true)),
    "woonplaats": Schema(
      .text("woonplaatsIdentificatie", 4, required: true), .text("woonplaatsNaam", 80, required: true)),
    "buurt": Schema(
      .text("buurtCode", 2, required: true), .text("buurtNaam", 40, required: true),
      .text("gemGemeenteCode", 4, required: true), .text("wykWijkCode", 2, required: true)),
    "maatschappelijke_activiteit": Schema(
      .text("kvkNummer", 8, required: true), .text("handelsnaam", 200, required: true)),
  ].merging(Schema.betrokkene) { own, _ in own }
}

extension State {
  mutating func createZaakobject(_ call: Call) throws(Problem) -> Reply {
    .created(try insertZaakobject(try call.body(), call))
  }

  mutating func insertZaakobject(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let zaak = try target(
      body, call, scopes: ["zaken.aanmaken", "zaken.bijwerken", "zaken.geforceerd-bijwerken"])
    var row = try Schema.zaakobject.read(body)
    let type = row.text("objectType")
    if let given = row["objectIdentificatie"]?.object, let schema = ZaakObjectShape.schemas[type] {
      do throws(Problem) {
        row["objectIdentificatie"] = .object(try schema.read(given))
      } catch {
        throw .invalid(error.params.map { .init("objectIdentificatie.\($0.name)", $0.code, $0.reason) })
      }
    }
    guard !row.text("object").isEmpty || row["objectIdentificatie"]?.object != nil else {
      throw .invalid(.object("invalid-zaakobject", "Geef object of objectIdentificatie."))
    }
    guard
      (type == "overige") == !row.text("objectTypeOverige").isEmpty
        || type == "overige" && row["objectTypeOverigeDefinitie"]?.object != nil
    else {
      throw .invalid(.init("objectTypeOverige", "missing-object-type-overige", "Alleen en altijd bij \"overige\"."))
    }
    if let kind = row["zaakobjecttype"]?.string {
      guard let found = find(.zaakobjecttypen, kind) else { throw .invalid(.missing("zaakobjecttype", kind)) }
      try mustFit(found.row, zaak.row)
    }
    let (id, named) = named(row, .zaakobjecten)
    put(.zaakobjecten, id, named)
    enlist(zaak.id, "zaakobjecten", named.text("url"))
    touch(zaak.id, call.now)
    return named
  }

  mutating func updateZaakobject(_ call: Call, partial: Bool) throws(Problem) -> Reply {
    let (old, zaak) = try changeable(.zaakobjecten, call)
    let row = try Schema.zaakobject.read(try call.body(), over: old, partial: partial)
    guard row["objectType"] == old["objectType"] else { throw .invalid(.unchangeable("objectType")) }
    put(.zaakobjecten, call.id, row)
    touch(zaak, call.now)
    return .saved(row)
  }

  mutating func deleteZaakobject(_ call: Call) throws(Problem) -> Reply {
    let (row, zaak) = try changeable(
      .zaakobjecten, call, scopes: ["zaken.bijwerken", "zaken.geforceerd-bijwerken", "zaken.verwijderen"])
    remove(.zaakobjecten, call.id)
    unlist(zaak, "zaakobjecten", row.text("url"))
    touch(zaak, call.now)
    return .deleted
  }
}
