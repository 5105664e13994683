import Model

extension State {
  /// The collection that a link of a resource leads to, by the name of the field.
  private static let relations: [String: Collection] = [
    "zaak": .zaken, "hoofdzaak": .zaken, "deelzaken": .zaken, "zaaktype": .zaaktypen, "status": .statussen,
    "statustype": .statustypen, "resultaat": .resultaten, "resultaattype": .resultaattypen, "rollen": .rollen,
    "roltype": .roltypen, "eigenschappen": .zaakeigenschappen, "eigenschap": .eigenschappen,
    "zaakinformatieobjecten": .zaakinformatieobjecten, "zaakobjecten": .zaakobjecten,
    "informatieobject": .enkelvoudiginformatieobjecten, "informatieobjecttype": .informatieobjecttypen,
    "besluittype": .besluittypen,
  ]

  /// What `expand` may name in a list of zaken of Open Zaak, besides its own deeper links.
  private static let ofZaak: Set<String> = [
    "deelzaken", "hoofdzaak", "eigenschappen", "eigenschappen.eigenschap", "resultaat", "resultaat.resultaattype",
    "rollen", "rollen.roltype", "status", "status.statustype", "zaakinformatieobjecten", "zaakobjecten", "zaaktype",
  ]

  /// The paths of an `expand` parameter; refuses what this server cannot expand.
  func expansions(_ text: String?, _ collection: Collection) throws(Problem) -> [[String]] {
    guard let text, !text.isEmpty else { return [] }
    return try expansions(text.split(separator: ",").map(String.init), collection)
  }

  func expansions(_ names: [String], _ collection: Collection) throws(Problem) -> [[String]] {
    var paths: [[String]] = []
    for name in names {
      let path = name.split(separator: ".").map(String.init)
      guard mayExpand(path, collection) else {
        throw .invalid(.init("expand", "invalid_choice", "\"\(name)\" kan hier niet uitgeklapt worden."))
      }
      paths.append(path)
    }
    return paths
  }

  private func mayExpand(_ path: [String], _ collection: Collection) -> Bool {
    guard path.allSatisfy({ State.relations[$0] != nil }) else { return false }
    guard personality.extraFilters else { return true }
    switch collection {
    case .zaken:
      let own = ["deelzaken", "hoofdzaak"].contains(path.first) ? Array(path.dropFirst()) : path
      return own.isEmpty || State.ofZaak.contains(own.joined(separator: "."))
    case .enkelvoudiginformatieobjecten: return path == ["informatieobjecttype"]
    default: return false
    }
  }

  /// The body with an `_expand` that follows these paths; a relation that is empty has no key in it.
  func expanded(_ row: JSONObject, _ paths: [[String]]) -> JSONObject {
    var result = row
    var expand = JSONObject()
    var names: [String] = []
    // In Open Zaak `status.statustype` without `status` beside it gives nothing (measured).
    for path in paths where !names.contains(path[0]) && (path.count == 1 || !personality.quirks) {
      names.append(path[0])
    }
    for name in names {
      let deeper = paths.filter { $0[0] == name && $0.count > 1 }.map { Array($0.dropFirst()) }
      let lookup: (String) -> JSON? = { url in
        guard let collection = State.relations[name], let found = find(collection, url) else { return nil }
        let body = shown(collection, found.row)
        return .object(deeper.isEmpty ? body : expanded(body, deeper))
      }
      if let url = row[name]?.string, let one = lookup(url) {
        expand[name] = one
      } else if let urls = row[name]?.array?.compactMap(\.string), !urls.isEmpty {
        expand[name] = .array(urls.compactMap(lookup))
      }
    }
    result["_expand"] = .object(expand)
    return result
  }

  /// A row without the fields that this personality does not have.
  func shown(_ collection: Collection, _ row: JSONObject) -> JSONObject {
    guard let absent = personality.absent[collection.rawValue] else { return row }
    var result = row
    for path in absent {
      let parts = path.split(separator: ".").map(String.init)
      if parts.count == 2, var inner = result[parts[0]]?.object {
        inner[parts[1]] = nil
        result[parts[0]] = .object(inner)
      } else {
        result[path] = nil
      }
    }
    return result
  }
}
