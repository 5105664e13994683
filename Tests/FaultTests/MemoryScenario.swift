import Model
import Store
import Sync
import TestSupport
import Testing

/// The scenario's server in memory.
struct MemoryScenario: ScenarioServer {
  let sample = SampleServer(zaken: 2)

  var remote: any Remote { MemoryRemote(sample.server) }

  var operations: [Operation] {
    [
      sample.sets(1, id: "status", at: 1, toelichting: "want"),
      sample.changes("omschrijving", from: "Verzoek 1", to: "Nieuwe omschrijving", id: "omschrijving", at: 2),
      sample.changes("toelichting", from: "", to: "Nieuwe toelichting", id: "toelichting", at: 3),
    ]
  }

  var writes: Int { sample.server.written.count }

  func colleagueChangesTheOther() {
    sample.server.overwrite(sample.zaken[1], ["toelichting": "van een collega"])
  }

  func has(_ operation: Operation) -> Bool {
    switch operation.change {
    case .zetStatus(let set): statussen.contains { $0["statustype"]?.string == set.statustype.url }
    case .wijzigZaak(let changes):
      changes.allSatisfy { sample.server.one(sample.zaken[0])?[$0.field] == $0.new }
    case .handeling: false
    }
  }

  private var statussen: [JSONObject] {
    sample.server.all(.statussen).filter { $0["zaak"]?.string == sample.zaken[0].url }
  }

  func expectOutcome(in store: Store) throws {
    expectOnce(sample.server.one(sample.zaken[0]), statussen: statussen, statustype: sample.statustypen[1])
    #expect(writes == 3)
    for zaak in sample.zaken {
      let dossier = try #require(try store.dossier(zaak.uuid ?? ""))
      func parts(_ kind: ResourceKind) -> Set<JSONObject> {
        Set(sample.server.all(kind).filter { $0["zaak"]?.string == zaak.url })
      }
      #expect(dossier.zaak.value.body == sample.server.one(zaak))
      #expect(Set(dossier.statussen.map(\.value.body)) == parts(.statussen))
      #expect(Set(dossier.rollen.map(\.value.body)) == parts(.rollen))
      #expect(Set(dossier.eigenschappen.map(\.value.body)) == parts(.zaakeigenschappen))
      #expect(Set(dossier.besluiten.map(\.value.body)) == parts(.besluiten))
      #expect(dossier.documenten.count == 1)
      #expect(dossier.isComplete)
    }
  }
}
