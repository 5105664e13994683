import Model
import Testing

/// What the operations of a case have to leave on a server: each step done, once, and nothing else.
struct Expectation {
  private let operations: [Model.Operation]
  private let before: [ResourceKind: [JSONObject]]
  private let after: [ResourceKind: [JSONObject]]

  init(_ prepared: PreparedCase, _ after: [ResourceKind: [JSONObject]]) {
    operations = prepared.operations
    before = prepared.before
    self.after = after
  }

  func check() throws {
    var places: [String: String] = [:]
    var growth: [ResourceKind: Int] = [:]
    for operation in operations {
      for step in operation.steps {
        switch step {
        case .create(let creation):
          growth[creation.kind, default: 0] += 1
          let made = try expectMade(creation, places)
          places[creation.ref.url] = made
        case .remove(let removal):
          growth[removal.kind, default: 0] -= 1
          #expect(one(removal.kind, removal.ref.url, places) == nil, "\(removal.kind) is still there")
        case .change(let alteration): try expectChanged(alteration, places)
        case .status(let set):
          growth[.statussen, default: 0] += 1
          expectSet(set, placed(operation.zaak.json, places))
        }
      }
    }
    for (kind, rows) in after {
      #expect(rows.count - (before[kind]?.count ?? 0) == growth[kind] ?? 0, "\(kind)")
    }
    for document in after[.enkelvoudiginformatieobjecten] ?? [] {
      #expect(document["locked"] == false, "a document is left locked")
      #expect(document["bestandsdelen"]?.array ?? [] == [], "an upload is left unfinished")
    }
  }

  /// - Returns: its URL
  private func expectMade(_ creation: Creation, _ places: [String: String]) throws -> String {
    let old = Set((before[creation.kind] ?? []).map { $0["url"]?.string ?? "" })
    let body = JSONObject(creation.body.members.map { ($0.name, placed($0.value, places)) })
    let isNumbered = creation.body["identificatie"] != nil
    let made = (after[creation.kind] ?? []).filter { row in
      guard !old.contains(row["url"]?.string ?? ""), !places.values.contains(row["url"]?.string ?? "") else {
        return false
      }
      // A later operation of the case may have changed the fields since.
      return isNumbered ? row["identificatie"] == body["identificatie"] : row.keeps(body)
    }
    #expect(made.count == 1, "\(creation.kind): \(made.count) were made")
    let url = try #require(made.first?["url"]?.string)
    if let content = creation.content, !isChangedLater(creation.ref) {
      #expect(made.first?["bestandsomvang"]?.int == content.size)
    }
    return url
  }

  private func isChangedLater(_ ref: Ref) -> Bool {
    operations.contains { operation in
      operation.steps.contains { step in
        if case .change(let alteration) = step { alteration.ref == ref } else { false }
      }
    }
  }

  /// The last change of a field counts.
  private func expectChanged(_ alteration: Alteration, _ places: [String: String]) throws {
    let row = try #require(one(alteration.kind, alteration.ref.url, places), "\(alteration.kind) is gone")
    let later = operations.flatMap(\.steps).reversed().first { step in
      if case .change(let other) = step { other.ref == alteration.ref } else { false }
    }
    for field in alteration.fields where later == .change(alteration) {
      let wanted = placed(field.over(row[field.field] ?? .null), places)
      #expect((row[field.field] ?? .null).keeps(wanted), "\(field.field)")
      #expect((row[field.field] ?? .null).keeps(placed(field.new, places)), "\(field.field)")
    }
  }

  private func expectSet(_ set: ZetStatus, _ zaak: JSON) {
    let old = Set((before[.statussen] ?? []).map { $0["url"] })
    let made = (after[.statussen] ?? []).filter { row in
      !old.contains(row["url"]) && row["zaak"] == zaak && row["statustype"]?.string == set.statustype.url
    }
    #expect(made.count == 1, "\(made.count) statussen were set")
  }

  private func one(_ kind: ResourceKind, _ url: String, _ places: [String: String]) -> JSONObject? {
    (after[kind] ?? []).first { $0["url"]?.string == places[url] ?? url }
  }

  private func placed(_ value: JSON, _ places: [String: String]) -> JSON {
    switch value {
    case .string(let text): .string(places[text] ?? text)
    case .array(let items): .array(items.map { placed($0, places) })
    case .object(let object): .object(JSONObject(object.members.map { ($0.name, placed($0.value, places)) }))
    case .null, .bool, .number: value
    }
  }
}
