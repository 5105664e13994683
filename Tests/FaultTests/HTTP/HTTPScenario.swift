import Foundation
import Model
import Sandbox
import Sync
import TestSupport
import Testing
import ZGW

import class Store.Store

/// The scenario's server as a sandbox, over HTTP.
struct HTTPScenario: ScenarioServer {
  let sample: SampleServer
  let served: Served

  /// Writes the sample's resources where a sandbox can load them.
  static func write(_ sample: SampleServer, to folder: URL) throws {
    for kind in ResourceKind.allCases {
      let lines = sample.server.all(kind).reversed().map { JSON.object($0).text() }
      guard !lines.isEmpty else { continue }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: folder.appendingPathComponent("\(kind.rawValue).jsonl"))
    }
  }

  init(_ sample: SampleServer, folder: URL) async throws {
    self.sample = sample
    served = try await Served(folder: folder, clock: SampleServer.moment(10_000).secondsSince1970)
  }

  var remote: any Remote { served.client }

  private func here(_ ref: Ref) -> Ref {
    Ref(served.sandbox.url + ref.url.dropFirst(MemoryServer.base.count + 1))
  }

  var operations: [Model.Operation] {
    let moment = SampleServer.moment(1)
    let set = ZetStatus(
      statustype: here(sample.statustypen[1]), datumStatusGezet: moment, toelichting: "want",
      previous: here(sample.statustypen[0]))
    let fields = [
      FieldChange(field: "omschrijving", old: "Verzoek 1", new: "Nieuwe omschrijving"),
      FieldChange(field: "toelichting", old: "", new: "Nieuwe toelichting"),
    ]
    let zaak = here(sample.zaken[0])
    return [Model.Operation(id: "status", zaak: zaak, made: moment, change: .zetStatus(set))]
      + fields.map { Model.Operation(id: $0.field, zaak: zaak, made: moment, change: .wijzigZaak([$0])) }
  }

  var writes: Int {
    get async { await served.sandbox.requests().count { ["POST", "PATCH", "PUT", "DELETE"].contains($0.method) } }
  }

  func colleagueChangesTheOther() async throws {
    try await served.sandbox.edit(.patch, here(sample.zaken[1]).url, ["toelichting": "van een collega"])
  }

  private func zaak() async -> JSONObject? {
    await served.sandbox.all("zaken").first { $0["url"]?.string == here(sample.zaken[0]).url }
  }

  private func statussen() async -> [JSONObject] {
    await served.sandbox.all("statussen").filter { $0["zaak"]?.string == here(sample.zaken[0]).url }
  }

  func has(_ operation: Model.Operation) async -> Bool {
    switch operation.change {
    case .zetStatus(let set):
      return await statussen().contains { $0["statustype"]?.string == set.statustype.url }
    case .wijzigZaak(let changes):
      let zaak = await zaak()
      return changes.allSatisfy { zaak?[$0.field] == $0.new }
    case .handeling: return false
    }
  }

  func expectOutcome(in store: Store) async throws {
    expectOnce(await zaak(), statussen: await statussen(), statustype: here(sample.statustypen[1]))
    try await Comparison(store: store, sandbox: served.sandbox).run()
  }
}
