import GRDB
import Model
import Synchronization

extension Store {
  /// Looks at everything: whether files parse, contents are what their names say, and the index tells the truth.
  ///
  /// With `repair` the index is made anew where it is wrong, and content that is not what its name says goes, so that
  /// it is fetched again. Files that do not parse are moved aside in any case when they are met, so here too.
  public func check(repair: Bool) throws(StoreError) -> [Finding] {
    let before = findings.count
    var found: [Finding] = []
    try writing.withLock { _ throws(StoreError) in
      _ = try catalogi.reload()
      let wrong = try wrongRows()
      if wrong > 0 {
        let outcome = repair ? "de index is opnieuw gemaakt" : "herstel met `zaak doctor --herstel`"
        found.append(Finding(.staleIndex, layout.name(layout.index), "\(wrong) zaken stonden er anders in; \(outcome)"))
        if repair { try rebuild { _ in } }
      }
      try storing { () throws(FileError) in
        found += try wrongContents(repair: repair)
        try removeLeftovers()
      }
    }
    return findings.dropFirst(before) + found
  }

  /// How many zaken have no row, a row without a file, or a row that says something else than the files.
  private func wrongRows() throws(StoreError) -> Int {
    let zaaktypen = try catalogi.all()
    var rows = try index.read { db in try IndexRows.digests(in: db) }
    let uuids = try storedDossiers()
    var wrong = 0
    var done = 0
    try pipeline(uuids, piece: 2000, { [self] uuid in built(uuid, zaaktypen) }) { results throws(StoreError) in
      for (uuid, result) in zip(uuids[done...], results) {
        switch try result.get() {
        case .entry(let entry): if rows.removeValue(forKey: uuid) != IndexRows.digest(entry) { wrong += 1 }
        case .missing: break
        case .damaged(let why):
          try storing { () throws(FileError) in try findingsList.moveAside(layout.dossier(uuid), why) }
        }
      }
      done += results.count
    }
    for uuid in onlyHere {
      guard let dossier = created(uuid) else { continue }
      let made = entry(dossier, .none, zaaktypen)
      if rows.removeValue(forKey: uuid) != IndexRows.digest(made) { wrong += 1 }
    }
    return wrong + rows.count
  }

  private func wrongContents(repair: Bool) throws(FileError) -> [Finding] {
    var found: [Finding] = []
    for folder in try files.list(layout.contents).filter({ $0.utf8.count == 2 }).sorted() {
      for name in try files.list("\(layout.contents)/\(folder)").sorted() where !name.hasPrefix(TemporaryFile.prefix) {
        let path = layout.content(name)
        if try hash(of: path) == name { continue }
        if repair { try files.remove(path) }
        found.append(
          Finding(.damagedContent, layout.name(path), repair ? "was beschadigd en is weggehaald" : "is beschadigd"))
      }
    }
    return found
  }
}
