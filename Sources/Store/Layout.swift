import Model

/// Where everything is below the folder of a profile.
struct Layout: Sendable {
  let root: String

  var journal: String { root + "/journal.jsonl" }
  var index: String { root + "/index.sqlite" }
  var lock: String { root + "/lock" }
  var state: String { root + "/state.json" }
  var dossiers: String { root + "/dossiers" }
  var catalogi: String { root + "/catalogi" }
  var contents: String { root + "/contents" }
  /// What did not parse, for whoever wants to look at it.
  var aside: String { root + "/apart" }

  func dossierFolder(_ uuid: String) -> String { dossiers + "/" + uuid.prefix(2) }
  func dossier(_ uuid: String) -> String { "\(dossierFolder(uuid))/\(uuid).json" }
  func zaaktype(_ uuid: String) -> String { "\(catalogi)/\(uuid).json" }
  func contentFolder(_ hash: String) -> String { contents + "/" + hash.prefix(2) }
  func content(_ hash: String) -> String { "\(contentFolder(hash))/\(hash)" }

  /// The UUID of a dossier or zaaktype by the name of its file; nil for any other file.
  static func uuid(file name: String) -> String? {
    name.hasSuffix(".json") ? Ref.uuid(String(name.dropLast(5))) : nil
  }

  func name(_ path: String) -> String {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
  }
}
