import Model
import Sandbox
import Testing

import class Store.Store

/// Compares a store with a sandbox, resource by resource and field by field.
struct Comparison {
  let store: Store
  let sandbox: Sandbox

  /// How many resources of each kind were compared and found equal.
  @discardableResult
  func run() async throws -> [String: Int] {
    var local: [String: [JSONObject]] = [:]
    func put<Fields: ResourceFields>(_ items: [Fetched<Fields>]) {
      local[Fields.kind.rawValue, default: []] += items.map(\.value.body)
    }
    for uuid in try store.knownDossiers() {
      let dossier = try #require(try store.dossier(uuid))
      #expect(dossier.isComplete)
      put([dossier.zaak])
      put(dossier.statussen)
      put(dossier.rollen)
      put(dossier.resultaat.map { [$0] } ?? [])
      put(dossier.eigenschappen)
      put(dossier.zaakobjecten)
      put(dossier.zaakinformatieobjecten)
      put(dossier.documenten)
      put(dossier.besluiten)
    }
    for versie in store.zaaktypen() {
      put([versie.zaaktype])
      put(versie.catalogus.map { [$0] } ?? [])
      put(versie.statustypen)
      put(versie.resultaattypen)
      put(versie.roltypen)
      put(versie.eigenschappen)
      put(versie.besluittypen)
      put(versie.informatieobjecttypen)
      put(versie.zaaktypeInformatieobjecttypen)
      put(versie.zaakobjecttypen)
    }
    var counts: [String: Int] = [:]
    for (kind, rows) in local {
      // A type can belong to several zaaktypen.
      let mine = Dictionary(rows.map { ($0["url"]?.string ?? "", $0) }) { first, _ in first }
      let theirs = await sandbox.all(kind)
      for row in theirs {
        let url = row["url"]?.string ?? ""
        // Open Zaak says in each answer that nothing was expanded; the resource itself has no such field.
        var here = mine[url] ?? [:]
        here["_expand"] = nil
        let other = Set(row.names + here.names).filter { here[$0] != row[$0] }.sorted()
          .map { "\($0): \(here[$0]?.text() ?? "-") / \(row[$0]?.text() ?? "-")" }
        #expect(other == [], "\(kind) \(url)")
      }
      #expect(mine.count == theirs.count, "\(kind)")
      counts[kind] = theirs.count
    }
    return counts
  }
}
