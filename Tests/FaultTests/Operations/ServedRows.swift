import Model
import TestSupport
import Testing

import class Store.Store

/// All resources of zaken that a server has, and their comparison with a store.
struct ServedRows {
  static let kinds: [ResourceKind] = [
    .zaken, .statussen, .rollen, .resultaten, .zaakeigenschappen, .zaakobjecten, .zaakinformatieobjecten,
    .enkelvoudiginformatieobjecten, .besluiten, .besluitinformatieobjecten, .gebruiksrechten, .zaaknotities,
  ]

  private(set) var rows: [ResourceKind: [JSONObject]] = [:]

  init(_ server: any SweepServer) async {
    for kind in ServedRows.kinds where kind != .zaaknotities || server.abilities.notities {
      rows[kind] = await server.all(kind)
    }
  }

  init(_ server: MemoryServer, notities: Bool) {
    for kind in ServedRows.kinds where kind != .zaaknotities || notities { rows[kind] = server.all(kind) }
  }

  /// Each resource that the server has of its zaken is here, field for field, and nothing else is.
  func expectSame(in store: Store, _ what: String = "") throws {
    var here: [ResourceKind: [String: JSONObject]] = [:]
    for uuid in try store.knownDossiers() {
      let dossier = try #require(try store.dossier(uuid))
      #expect(dossier.isComplete && !dossier.needsReading, "\(what)")
      for kind in ServedRows.kinds {
        for body in dossier.bodies(kind) { here[kind, default: [:]][body["url"]?.string ?? ""] = body }
      }
    }
    let linked = Set((rows[.zaakinformatieobjecten] ?? []).compactMap { $0["informatieobject"]?.string })
    for (kind, rows) in rows where kind != .besluitinformatieobjecten && kind != .gebruiksrechten {
      let theirs = rows.filter { kind != .enkelvoudiginformatieobjecten || linked.contains($0["url"]?.string ?? "") }
      for row in theirs {
        var mine = here[kind]?[row["url"]?.string ?? ""] ?? [:]
        mine["_expand"] = nil
        let other = Set(row.names + mine.names).filter { mine[$0] != row[$0] }.sorted()
          .map { "\($0): \(mine[$0]?.text() ?? "-") / \(row[$0]?.text() ?? "-")" }
        #expect(other == [], "\(what) \(kind) \(row["url"]?.string ?? "")")
      }
      #expect(here[kind]?.count ?? 0 == theirs.count, "\(what) \(kind)")
    }
  }
}
