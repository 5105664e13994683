import Model

extension Schema {
  static let rol = Schema(
    .readOnly("url"), .readOnly("uuid"), .url("zaak", required: true), .url("betrokkene"),
    .choice(
      "betrokkeneType",
      ["natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging", "organisatorische_eenheid", "medewerker"],
      required: true),
    .text("afwijkendeNaamBetrokkene", 625), .url("roltype", required: true), .readOnly("omschrijving", ""),
    .readOnly("omschrijvingGeneriek", ""), .text("roltoelichting", 1000), .readOnly("registratiedatum"),
    .choice("indicatieMachtiging", ["gemachtigde", "machtiginggever"]),
    .group(
      "contactpersoonRol",
      Schema(
        .text("emailadres", 254), .text("functie", 50), .text("telefoonnummer", 20), .text("naam", 200, required: true)),
      standard: ["emailadres": "", "functie": "", "telefoonnummer": "", "naam": ""]),
    .readOnly("statussen", []), .date("beginGeldigheid"), .date("eindeGeldigheid"),
    Field(name: "betrokkeneIdentificatie", kind: .any, nullable: true, standard: nil),
    Field(name: "authenticatieContext", kind: .any, nullable: true, standard: nil))

  private static let address = Schema(
    .text("aoaIdentificatie", 100, required: true), .text("wplWoonplaatsNaam", 80, required: true),
    .text("gorOpenbareRuimteNaam", 80, required: true), .text("aoaPostcode", 7),
    Field(name: "aoaHuisnummer", kind: .integer(0...99_999), required: true), .text("aoaHuisletter", 1),
    .text("aoaHuisnummertoevoeging", 4), .text("inpLocatiebeschrijving", 1000))

  private static let abroad = Schema(
    .text("lndLandcode", 4, required: true), .text("lndLandnaam", 40, required: true),
    .text("subAdresBuitenland_1", 35), .text("subAdresBuitenland_2", 35), .text("subAdresBuitenland_3", 35))

  /// What identifies a betrokkene, by betrokkeneType.
  static let betrokkene: [String: Schema] = [
    "natuurlijk_persoon": Schema(
      .text("inpBsn", 9), .text("anpIdentificatie", 17), .text("inpA_nummer", 10), .text("geslachtsnaam", 200),
      .text("voorvoegselGeslachtsnaam", 80), .text("voorletters", 20), .text("voornamen", 200),
      .choice("geslachtsaanduiding", ["m", "v", "o"]), .text("geboortedatum", 18), .group("verblijfsadres", address),
      .group("subVerblijfBuitenland", abroad)),
    "niet_natuurlijk_persoon": Schema(
      .text("innNnpId", 9), .text("annIdentificatie", 17), .text("kvkNummer", 8), .text("vestigingsNummer", 24),
      .text("statutaireNaam", 500), .text("innRechtsvorm", 50), .text("bezoekadres", 1000),
      .group("verblijfsadres", address), .group("subVerblijfBuitenland", abroad)),
    "vestiging": Schema(
      .text("vestigingsNummer", 24), .list("handelsnaam", .text(max: 625)), .group("verblijfsadres", address),
      .group("subVerblijfBuitenland", abroad), .text("kvkNummer", 8)),
    "organisatorische_eenheid": Schema(.text("identificatie", 24), .text("naam", 50), .text("isGehuisvestIn", 24)),
    "medewerker": Schema(
      .text("identificatie", 128), .text("achternaam", 200), .text("voorletters", 20),
      .text("voorvoegselAchternaam", 10)),
  ]
}

extension State {
  mutating func createRol(_ call: Call) throws(Problem) -> Reply {
    .created(shown(.rollen, try insertRol(try call.body(), call)))
  }

  mutating func insertRol(_ body: JSONObject, _ call: Call) throws(Problem) -> JSONObject {
    let zaak = try target(body, call)
    var row = try readRol(body, over: nil)
    try checkRoltype(&row, zaak.row, except: nil)
    row["registratiedatum"] = .string(call.now.text)
    let (id, named) = named(row, .rollen)
    put(.rollen, id, named)
    enlist(zaak.id, "rollen", named.text("url"))
    return named
  }

  private func readRol(_ body: JSONObject, over old: JSONObject?) throws(Problem) -> JSONObject {
    var row = try Schema.rol.read(body, over: old)
    // Only who comes from outside can have logged in.
    if ["medewerker", "organisatorische_eenheid"].contains(row.text("betrokkeneType")) {
      row["authenticatieContext"] = nil
    }
    if let given = body["betrokkeneIdentificatie"]?.object, let schema = Schema.betrokkene[row.text("betrokkeneType")] {
      do throws(Problem) {
        row["betrokkeneIdentificatie"] = .object(try schema.read(given))
      } catch {
        throw .invalid(error.params.map { .init("betrokkeneIdentificatie.\($0.name)", $0.code, $0.reason) })
      }
      let number = given["inpBsn"]?.string ?? given["innNnpId"]?.string ?? ""
      guard number.isEmpty || CheckDigits.passesEleven(number) else {
        let field = given["inpBsn"] == nil ? "innNnpId" : "inpBsn"
        throw .invalid(.init("betrokkeneIdentificatie.\(field)", "invalid", "Dit nummer voldoet niet aan de 11-proef."))
      }
    }
    guard !row.text("betrokkene").isEmpty || row["betrokkeneIdentificatie"]?.object != nil else {
      throw .invalid(.object("invalid-betrokkene", "Geef betrokkene of betrokkeneIdentificatie."))
    }
    return row
  }

  /// zrc-018, and at most one initiator and one zaakcoordinator a zaak.
  private func checkRoltype(_ row: inout JSONObject, _ zaak: JSONObject, except: String?) throws(Problem) {
    let type = try require(.roltypen, row, "roltype").row
    try mustFit(type, zaak)
    let generic = type.text("omschrijvingGeneriek")
    let same = rows(.rollen, "zaak", row.text("zaak"))
      .contains { $0.id != except && !slips($0.id) && $0.row.text("omschrijvingGeneriek") == generic }
    guard !same || !["initiator", "zaakcoordinator"].contains(generic) else {
      throw .invalid(.init("roltype", "max-occurences", "Er is al een \(generic)."))
    }
    row["omschrijving"] = type["omschrijving"]
    row["omschrijvingGeneriek"] = type["omschrijvingGeneriek"]
  }

  mutating func updateRol(_ call: Call) throws(Problem) -> Reply {
    let (old, zaak) = try changeable(.rollen, call)
    guard let owner = table(.zaken)[zaak] else { throw .notFound }
    var row = try readRol(try call.body(), over: old)
    guard row["zaak"] == old["zaak"] else { throw .invalid(.unchangeable("zaak")) }
    try checkRoltype(&row, owner, except: call.id)
    put(.rollen, call.id, row)
    var answer = shown(.rollen, row)
    // The answer still shows who it was (measured); the next GET shows who it is.
    if personality.quirks { answer["betrokkeneIdentificatie"] = old["betrokkeneIdentificatie"] }
    return .saved(answer)
  }

  mutating func deleteRol(_ call: Call) throws(Problem) -> Reply {
    let (row, zaak) = try changeable(.rollen, call)
    remove(.rollen, call.id)
    unlist(zaak, "rollen", row.text("url"))
    return .deleted
  }
}
