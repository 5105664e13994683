import Model
import Testing

/// No field of the standard is forgotten.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.whyNot))) struct FieldCompletenessTests {
  /// `_expand` holds other resources, which are read as themselves.
  private static let notAField: Set<String> = ["_expand"]

  @Test(arguments: FieldTests.records.filter { $0.kind != nil })
  func everyMemberThatAServerSendsIsAField(record: RecordCase) throws {
    let kind = try #require(record.kind)
    let known = Set(record.fields.map(\.name)).union(FieldCompletenessTests.notAField)
    var unknown: Set<String> = []
    for line in try RealData.lines(kind) {
      let object = try #require(try JSON(parsing: line).object)
      unknown.formUnion(Set(object.names).subtracting(known))
      let problems = record.fields.compactMap { $0.problem(in: object) }
      #expect(problems.isEmpty, "\(String(decoding: line.prefix(200), as: UTF8.self))")
    }
    #expect(unknown.sorted() == [])
  }

  /// Also of the kinds that the 300 zaken have none of, and as answers to POST, PATCH and lists.
  @Test func everyMemberOfARecordedExchangeIsAField() throws {
    var unknown: Set<String> = []
    var kinds: Set<ResourceKind> = []
    for file in try RealData.files("openzaak-1.30/exchanges", ending: ".json") {
      guard let body = try JSON(parsing: file.bytes)["response"]?["body"] else { continue }
      for (kind, object) in resources(in: body) {
        guard let record = FieldTests.records.first(where: { $0.kind == kind }) else { continue }
        kinds.insert(kind)
        let known = Set(record.fields.map(\.name)).union(FieldCompletenessTests.notAField)
        unknown.formUnion(object.names.filter { !known.contains($0) }.map { "\(kind).\($0)" })
      }
    }
    #expect(unknown.sorted() == ["enkelvoudiginformatieobjecten.lock"], "the lock comes with the answer to a POST only")
    let absent: Set<ResourceKind> = Set(ResourceKind.allCases).subtracting(kinds)
    #expect(absent.count < 8, "\(absent)")
  }

  /// The objects in an answer whose URL ends in the name of a collection and a UUID.
  private func resources(in json: JSON) -> [(ResourceKind, JSONObject)] {
    switch json {
    case .null, .bool, .number, .string: return []
    case .array(let items): return items.flatMap(resources)
    case .object(let object):
      let inside = object.members.filter { $0.name != "_expand" }.flatMap { resources(in: $0.value) }
      let path = (object["url"]?.string ?? "").split(separator: "/").suffix(2)
      // A URL with a relation (relevanteAndereZaken) and a link from a zaak to its besluit are no such resource.
      guard path.count == 2, object.members.count > 2,
        let kind = path.first.flatMap({ ResourceKind(rawValue: "\($0)") }),
        object["aardRelatie"] == nil, kind != .besluiten || object["besluit"] == nil
      else { return inside }
      return [(kind, object)] + inside
    }
  }

  @Test func membersOfGroupsAreFieldsToo() throws {
    for line in try RealData.lines(.zaken) {
      let zaak = Zaak(try #require(try JSON(parsing: line).object))
      expectKnown(zaak.verlenging)
      expectKnown(zaak.opschorting)
      expectKnown(zaak.processobject)
      for andere in zaak.relevanteAndereZaken { expectKnown(andere) }
      for kenmerk in zaak.kenmerken { expectKnown(kenmerk) }
    }
    for line in try RealData.lines(.rollen) {
      let rol = Rol(try #require(try JSON(parsing: line).object))
      expectKnown(rol.contactpersoonRol)
      let identificatie = try #require(rol.identificatie)
      switch identificatie {
      case .natuurlijkPersoon(let persoon): expectKnown(persoon)
      case .nietNatuurlijkPersoon(let persoon): expectKnown(persoon)
      case .vestiging(let vestiging): expectKnown(vestiging)
      case .organisatorischeEenheid(let eenheid): expectKnown(eenheid)
      case .medewerker(let medewerker): expectKnown(medewerker)
      }
      #expect(!rol.naam.isEmpty)
    }
  }

  private func expectKnown<Fields>(_ record: Record<Fields>?) {
    guard let record else { return }
    let known = Set(Record<Fields>.fields.map(\.name))
    #expect(Set(record.body.names).subtracting(known).isEmpty, "\(Fields.self)")
    #expect(record.problems.isEmpty, "\(Fields.self) \(record.problems)")
  }

  @Test(arguments: [
    Standard("zaken-1.7.0", "Zaak", Zaak.self), Standard("zaken-1.7.0", "Status", Status.self),
    Standard("zaken-1.7.0", "Resultaat", Resultaat.self), Standard("zaken-1.7.0", "Rol", Rol.self),
    Standard("zaken-1.7.0", "ZaakEigenschap", ZaakEigenschap.self),
    Standard("zaken-1.7.0", "ZaakInformatieObject", ZaakInformatieObject.self),
    Standard("zaken-1.7.0", "ZaakObject", ZaakObject.self), Standard("zaken-1.7.0", "ZaakNotitie", ZaakNotitie.self),
    Standard("zaken-1.7.0", "RolMedewerker", Medewerker.self),
    Standard("zaken-1.7.0", "RolNatuurlijkPersoon", NatuurlijkPersoon.self),
    Standard("zaken-1.7.0", "RolNietNatuurlijkPersoon", NietNatuurlijkPersoon.self),
    Standard("zaken-1.7.0", "RolOrganisatorischeEenheid", OrganisatorischeEenheid.self),
    Standard("zaken-1.7.0", "RolVestiging", Vestiging.self),
    Standard("zaken-1.7.0", "ContactPersoonRol", ContactpersoonRol.self),
    Standard("zaken-1.7.0", "VerblijfsAdres", Verblijfsadres.self),
    Standard("zaken-1.7.0", "SubVerblijfBuitenland", VerblijfBuitenland.self),
    Standard("zaken-1.7.0", "Opschorting", Opschorting.self), Standard("zaken-1.7.0", "Verlenging", Verlenging.self),
    Standard("zaken-1.7.0", "Processobject", Processobject.self),
    Standard("zaken-1.7.0", "RelevanteZaak", RelevanteZaak.self), Standard("zaken-1.7.0", "ZaakKenmerk", Kenmerk.self),
    Standard("documenten-1.7.1", "EnkelvoudigInformatieObject", EnkelvoudigInformatieObject.self),
    Standard("documenten-1.7.1", "ObjectInformatieObject", ObjectInformatieObject.self),
    Standard("documenten-1.7.1", "Gebruiksrechten", Gebruiksrecht.self),
    Standard("documenten-1.7.1", "BestandsDeel", Bestandsdeel.self),
    Standard("documenten-1.7.1", "Ondertekening", Ondertekening.self),
    Standard("documenten-1.7.1", "Integriteit", Integriteit.self),
    Standard("catalogi-1.4.0", "Catalogus", Catalogus.self), Standard("catalogi-1.4.0", "ZaakType", Zaaktype.self),
    Standard("catalogi-1.4.0", "StatusType", Statustype.self),
    Standard("catalogi-1.4.0", "ResultaatType", Resultaattype.self),
    Standard("catalogi-1.4.0", "RolType", Roltype.self), Standard("catalogi-1.4.0", "Eigenschap", Eigenschap.self),
    Standard("catalogi-1.4.0", "InformatieObjectType", Informatieobjecttype.self),
    Standard("catalogi-1.4.0", "BesluitType", Besluittype.self),
    Standard("catalogi-1.4.0", "ZaakObjectType", Zaakobjecttype.self),
    Standard("catalogi-1.4.0", "ZaakTypeInformatieObjectType", ZaaktypeInformatieobjecttype.self),
    Standard("catalogi-1.4.0", "EigenschapSpecificatie", EigenschapSpecificatie.self),
    Standard("catalogi-1.4.0", "BrondatumArchiefprocedure", BrondatumArchiefprocedure.self),
    Standard("catalogi-1.4.0", "CheckListItem", Checklistitem.self),
    Standard("catalogi-1.4.0", "ReferentieProces", Referentieproces.self),
    Standard("catalogi-1.4.0", "InformatieObjectTypeOmschrijvingGeneriek", InformatieobjecttypeGeneriek.self),
    Standard("besluiten-1.1.0", "Besluit", Besluit.self),
    Standard("besluiten-1.1.0", "BesluitInformatieObject", BesluitInformatieObject.self),
    Standard("autorisaties-1.1.0", "Applicatie", Applicatie.self),
    Standard("autorisaties-1.1.0", "AutorisatieBase", Autorisatie.self),
    Standard("autorisaties-1.1.0", "zrcAutorisatie", Autorisatie.self),
    Standard("autorisaties-1.1.0", "drcAutorisatie", Autorisatie.self),
    Standard("autorisaties-1.1.0", "brcAutorisatie", Autorisatie.self),
  ])
  func everyFieldOfTheStandardIsThere(standard: Standard) throws {
    let names = try RealData.standardFields(standard.table, schema: standard.schema)
    #expect(!names.isEmpty, "the table has no such schema")
    #expect(Set(names).subtracting(standard.record.fields.map(\.name)).sorted() == [])
  }
}

/// A schema in one of the standard's tables, and the record that holds it.
struct Standard: Sendable, CustomTestStringConvertible {
  let table: String
  let schema: String
  let record: RecordCase

  var testDescription: String { "\(table) \(schema)" }

  init<Fields: RecordFields>(_ table: String, _ schema: String, _ type: Record<Fields>.Type) {
    self.table = table
    self.schema = schema
    record = RecordCase(type)
  }
}
