/// The form of a step in the journal: `stap` says what kind of step it is.
extension Step {
  var json: JSON {
    switch self {
    case .status(let set): .object((["stap": "status"] as JSONObject).merging(set.json))
    case .create(let creation):
      .object(
        ([
          "stap": "nieuw", "soort": .string(creation.kind.rawValue), "url": .string(creation.ref.url),
          "inhoud": .object(creation.body), "bekend": .array(creation.known.map(\.json)),
        ] as JSONObject).with(creation.content))
    case .change(let alteration):
      .object(
        ([
          "stap": "wijzig", "soort": .string(alteration.kind.rawValue), "url": .string(alteration.ref.url),
          "velden": .array(alteration.fields.map(\.json)),
        ] as JSONObject).with(alteration.content))
    case .remove(let removal):
      [
        "stap": "verwijder", "soort": .string(removal.kind.rawValue), "url": .string(removal.ref.url),
        "was": .object(removal.was),
      ]
    }
  }

  init?(json: JSON) {
    guard let object = json.object, let step = object["stap"]?.string else { return nil }
    if step == "status" {
      guard let set = ZetStatus(json: object) else { return nil }
      self = .status(set)
      return
    }
    guard let kind = object["soort"]?.string.flatMap(ResourceKind.init(rawValue:)), let url = object["url"]?.string
    else { return nil }
    let content = object["bestand"].flatMap(DocumentContent.init(json:))
    switch step {
    case "nieuw":
      guard let body = object["inhoud"]?.object else { return nil }
      let known = (object["bekend"]?.array ?? []).compactMap { $0.string.map { Ref($0) } }
      self = .create(Creation(kind, Ref(url), body, known: known, content: content))
    case "wijzig":
      guard let fields = [FieldChange](rows: object["velden"]) else { return nil }
      self = .change(Alteration(kind, Ref(url), fields, content: content))
    case "verwijder":
      guard let was = object["was"]?.object else { return nil }
      self = .remove(Removal(kind, Ref(url), was: was))
    default: return nil
    }
  }
}

extension ZetStatus {
  var json: JSONObject {
    [
      "statustype": .string(statustype.url), "datumStatusGezet": .string(datumStatusGezet.text),
      "toelichting": .string(toelichting), "vorige": previous.map { .string($0.url) } ?? .null,
    ]
  }

  init?(json: JSONObject) {
    guard let statustype = json["statustype"]?.string,
      let moment = json["datumStatusGezet"]?.string.flatMap({ Moment($0) })
    else { return nil }
    self.init(
      statustype: Ref(statustype), datumStatusGezet: moment, toelichting: json["toelichting"]?.string ?? "",
      previous: json["vorige"]?.string.map { Ref($0) })
  }
}

extension FieldChange {
  var json: JSON { ["veld": .string(field), "oud": old, "nieuw": new] }
}

extension [FieldChange] {
  /// Nil where one of them is not one.
  init?(rows: JSON?) {
    guard let rows = rows?.array else { return nil }
    self = rows.compactMap { row in
      guard let name = row["veld"]?.string, let old = row["oud"], let new = row["nieuw"] else { return nil }
      return FieldChange(field: name, old: old, new: new)
    }
    guard count == rows.count else { return nil }
  }
}

extension DocumentContent {
  fileprivate init?(json: JSON) {
    guard let sha256 = json["sha256"]?.string, let size = json["omvang"]?.int else { return nil }
    self.init(sha256: sha256, size: size)
  }
}

extension JSONObject {
  fileprivate func with(_ content: DocumentContent?) -> JSONObject {
    guard let content else { return self }
    return merging(["bestand": ["sha256": .string(content.sha256), "omvang": .number(content.size)]])
  }
}
