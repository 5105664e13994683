import Testing

@testable import Model

/// Every field of every kind of record gives back what was put in, and changes nothing else.
@Suite struct FieldTests {
  static let records: [RecordCase] = [
    RecordCase(Zaak.self), RecordCase(Status.self), RecordCase(Resultaat.self), RecordCase(Rol.self),
    RecordCase(ZaakEigenschap.self), RecordCase(ZaakInformatieObject.self), RecordCase(ZaakObject.self),
    RecordCase(ZaakNotitie.self), RecordCase(EnkelvoudigInformatieObject.self),
    RecordCase(ObjectInformatieObject.self), RecordCase(Gebruiksrecht.self), RecordCase(Besluit.self),
    RecordCase(BesluitInformatieObject.self), RecordCase(Catalogus.self), RecordCase(Zaaktype.self),
    RecordCase(Statustype.self), RecordCase(Resultaattype.self), RecordCase(Roltype.self),
    RecordCase(Eigenschap.self), RecordCase(Informatieobjecttype.self), RecordCase(Besluittype.self),
    RecordCase(Zaakobjecttype.self), RecordCase(ZaaktypeInformatieobjecttype.self), RecordCase(Applicatie.self),
    RecordCase(NatuurlijkPersoon.self), RecordCase(NietNatuurlijkPersoon.self), RecordCase(Vestiging.self),
    RecordCase(OrganisatorischeEenheid.self), RecordCase(Medewerker.self), RecordCase(Verblijfsadres.self),
    RecordCase(VerblijfBuitenland.self), RecordCase(ContactpersoonRol.self), RecordCase(Verlenging.self),
    RecordCase(Opschorting.self), RecordCase(RelevanteZaak.self), RecordCase(GerelateerdeZaak.self),
    RecordCase(Kenmerk.self), RecordCase(Processobject.self), RecordCase(Ondertekening.self),
    RecordCase(Integriteit.self), RecordCase(Bestandsdeel.self), RecordCase(Referentieproces.self),
    RecordCase(Checklistitem.self), RecordCase(BrondatumArchiefprocedure.self),
    RecordCase(EigenschapSpecificatie.self), RecordCase(InformatieobjecttypeGeneriek.self),
    RecordCase(Autorisatie.self),
  ]

  @Test func everyKindOfResourceIsAmongThem() {
    #expect(Set(FieldTests.records.compactMap(\.kind)) == Set(ResourceKind.allCases))
    #expect(FieldTests.records.compactMap(\.kind).count == ResourceKind.allCases.count)
  }

  @Test(arguments: records)
  func setAndGetGivesTheValueBack(record: RecordCase) {
    for field in record.fields {
      #expect((field as? any SampledField)?.givesBackItsSamples == true, "\(record).\(field.name)")
    }
  }

  /// A name that is misspelt in one of the two places would never be found on the wire.
  @Test(arguments: records)
  func propertyAndMemberHaveOneName(record: RecordCase) {
    let others = [
      "inpANummer", "subAdresBuitenland1", "subAdresBuitenland2", "subAdresBuitenland3", "herkomst", "hierarchie",
      "definitie", "opmerking", "omschrijving",
    ]
    #expect(Set(record.fields.map(\.name)).count == record.fields.count, "two fields have one name")
    #expect(record.fields.count == record.labels.count, "a property is no field")
    for (field, label) in zip(record.fields, record.labels) where field.name != label {
      #expect(others.contains(label), "\(record).\(label) is \(field.name)")
    }
  }
}

/// One kind of record, for going along all of them.
struct RecordCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let fields: [any AnyField]
  let labels: [String]
  let kind: ResourceKind?

  init<Fields: RecordFields>(_ type: Record<Fields>.Type) {
    testDescription = "\(Fields.self)"
    fields = type.fields
    labels = Mirror(reflecting: Fields.fields).children.compactMap(\.label)
    kind = (Fields.self as? any ResourceFields.Type)?.kind
  }
}

protocol SampledField {
  var givesBackItsSamples: Bool { get }
}

extension Field: SampledField {
  var givesBackItsSamples: Bool {
    let values = someValues(of: Value.self)
    return !values.isEmpty
      && values.allSatisfy { value in
        var body: JSONObject = ["voor": ["x": 1], "na": .number("1.50")]
        let untouched = body
        body[name] = value.json
        let again = (try? JSON(parsing: JSON.object(body).bytes()))?.object
        body[name] = body[name]
        let isBack = read(body) == value && again.map(read) == value
        body[name] = nil
        return isBack && body == untouched && read(body) == Value.empty
      }
  }
}

/// Some values of a type of field; none for a type that is not known here, which fails the test.
private func someValues<Value: FieldValue>(of type: Value.Type) -> [Value] {
  (type as? any Sampled.Type)?.samples.compactMap { $0 as? Value } ?? codes(type)
}

private func codes<Value: FieldValue>(_ type: Value.Type) -> [Value] {
  func all<C: Code>(_ code: C.Type) -> [any Sendable] { Array(C.allCases) }
  guard let code = type as? any Code.Type else { return [] }
  return all(code).compactMap { $0 as? Value }
}

private protocol Sampled {
  static var samples: [any Sendable] { get }
}

extension String: Sampled { static var samples: [any Sendable] { ["", "een tekst", "é😀\n\"\\"] } }
extension Bool: Sampled { static var samples: [any Sendable] { [true, false] } }
extension Int: Sampled { static var samples: [any Sendable] { [0, -1, Int.max] } }
extension Ref: Sampled { static var samples: [any Sendable] { [Ref(""), ref("zaken", 1)] } }
extension Day: Sampled { static var samples: [any Sendable] { [Day(daysSince1970: 0), Day(daysSince1970: 20_779)] } }
extension Moment: Sampled { static var samples: [any Sendable] { [moment(0), Moment(microsecondsSince1970: -5)] } }
extension ISODuration: Sampled {
  static var samples: [any Sendable] { [ISODuration(weeks: 8), ISODuration(years: 1, minutes: 2)] }
}
extension JSON: Sampled {
  static var samples: [any Sendable] { [JSON.null, ["type": "Point", "coordinates": [4, .number("52.10")]] as JSON] }
}
extension Record: Sampled {
  static var samples: [any Sendable] { [Record(["onbekend": 1])] }
}
extension Optional: Sampled where Wrapped: FieldValue {
  static var samples: [any Sendable] {
    // An empty text reads as nil where nil may be.
    [Wrapped?.none] + someValues(of: Wrapped.self).filter { $0.json != "" }.map { Wrapped?.some($0) }
  }
}
extension Array: Sampled where Element: FieldValue {
  static var samples: [any Sendable] { [[Element](), someValues(of: Element.self)] }
}
