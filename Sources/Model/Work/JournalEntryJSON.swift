/// The journal's lines: one JSON object each, `regel` saying what kind of line it is.
extension JournalEntry {
  public var json: JSON {
    switch self {
    case .added(let operation): .object((["regel": "nieuw"] as JSONObject).merging(operation.json))
    case .attempt(let id, let at): ["regel": "poging", "id": .string(id), "op": .string(at.text)]
    case .moved(let id, let state, let at):
      .object(
        (["regel": "staat", "id": .string(id), "op": .string(at.text), "staat": .string(state.word)] as JSONObject)
          .merging(state.details))
    case .rebased(let operation, let at):
      .object((["regel": "herbaseerd", "op": .string(at.text)] as JSONObject).merging(operation.json))
    case .placed(let id, let local, let url, let at):
      [
        "regel": "geplaatst", "id": .string(id), "op": .string(at.text), "hier": .string(local.url),
        "url": .string(url.url),
      ]
    case .locked(let id, let document, let lock, let at):
      [
        "regel": "vergrendeld", "id": .string(id), "op": .string(at.text), "document": .string(document.url),
        "lock": .string(lock),
      ]
    case .confirmed(let id, let at): ["regel": "bevestigd", "id": .string(id), "op": .string(at.text)]
    case .withdrawn(let id, let at): ["regel": "ingetrokken", "id": .string(id), "op": .string(at.text)]
    }
  }

  /// Nil where the line is not one that this version knows.
  public init?(json: JSON) {
    guard let object = json.object, let line = object["regel"]?.string else { return nil }
    if line == "nieuw" {
      guard let operation = Operation(json: object) else { return nil }
      self = .added(operation)
      return
    }
    guard let id = object["id"]?.string, let at = object["op"]?.string.flatMap({ Moment($0) }) else { return nil }
    switch line {
    case "poging": self = .attempt(id: id, at: at)
    case "bevestigd": self = .confirmed(id: id, at: at)
    case "ingetrokken": self = .withdrawn(id: id, at: at)
    case "geplaatst":
      guard let local = object["hier"]?.string, let url = object["url"]?.string else { return nil }
      self = .placed(id: id, local: Ref(local), url: Ref(url), at: at)
    case "vergrendeld":
      guard let document = object["document"]?.string, let lock = object["lock"]?.string else { return nil }
      self = .locked(id: id, document: Ref(document), lock: lock, at: at)
    case "herbaseerd":
      guard let operation = Operation(json: object) else { return nil }
      self = .rebased(operation, at: at)
    case "staat":
      guard let state = OperationState(json: object) else { return nil }
      self = .moved(id: id, to: state, at: at)
    default: return nil
    }
  }
}

extension OperationState {
  /// What there is to say of the state besides its word.
  public var details: JSONObject {
    switch self {
    case .waiting, .unknown: [:]
    case .rejected(let rejection):
      [
        "fout": [
          "status": rejection.status.map { .number($0) } ?? .null, "code": .string(rejection.code),
          "detail": .string(rejection.detail), "stap": .number(rejection.step),
        ]
      ]
    case .conflict(let fields):
      [
        "velden": .array(
          fields.map { field in
            var row: JSONObject = [
              "veld": .string(field.field), "was": field.base, "hunne": field.theirs, "mijn": field.mine,
            ]
            if let ref = field.ref { row["url"] = ref.json }
            return .object(row)
          })
      ]
    }
  }

  init?(json: JSONObject) {
    switch json["staat"]?.string {
    case "wachtend": self = .waiting
    case "onbekend": self = .unknown
    case "afgewezen":
      guard let fout = json["fout"] else { return nil }
      self = .rejected(
        Rejection(
          status: fout["status"]?.int, code: fout["code"]?.string ?? "", detail: fout["detail"]?.string ?? "",
          step: fout["stap"]?.int ?? 0))
    case "conflict":
      guard let fields = json["velden"]?.array else { return nil }
      let conflicts = fields.compactMap { field -> FieldConflict? in
        guard let name = field["veld"]?.string, let base = field["was"], let theirs = field["hunne"],
          let mine = field["mijn"]
        else { return nil }
        return FieldConflict(
          field: name, base: base, theirs: theirs, mine: mine, ref: field["url"]?.string.map { Ref($0) })
      }
      guard conflicts.count == fields.count else { return nil }
      self = .conflict(conflicts)
    default: return nil
    }
  }
}
