import Model
import Rules
import Store
import Synchronization
import TestSupport

/// UUIDs, the same ones each time.
final class IDs: Sendable {
  private let last = Mutex(0)

  @Sendable func next() -> String {
    let number = last.withLock { last in
      last += 1
      return last
    }
    let digits = String(number)
    return "0000f00d-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }
}

/// Where the operations of a case are made, as a user makes them: on what a synced store shows.
final class Desk {
  let store: Store
  let gemeente: Gemeente
  let abilities: MemoryServer.Abilities
  /// The base of the server, in the place of that of the gemeente's data.
  let base: String
  private(set) var operations: [Model.Operation] = []
  let ids = IDs()

  init(_ files: MemoryFileSystem, _ gemeente: Gemeente, _ abilities: MemoryServer.Abilities, base: String) throws {
    store = try Store.opened(on: files)
    self.gemeente = gemeente
    self.abilities = abilities
    self.base = base
  }

  func ref(_ which: Gemeente.Which) -> Ref {
    Ref(base + (gemeente.zaken[which]?.url.dropFirst(Gemeente.base.count) ?? ""))
  }

  struct NotHere: Error { let what: String }

  func shown(_ zaak: Ref) throws -> ShownDossier {
    guard let shown = try store.shown(zaak.uuid ?? "") else { throw NotHere(what: zaak.url) }
    return shown
  }

  /// What it takes to act on a zaak, at the moment of the next operation.
  func behandeling(_ zaak: Ref) throws -> Behandeling {
    let shown = try shown(zaak)
    guard let zaaktype = shown.zaaktype else { throw NotHere(what: "zaaktype") }
    return Behandeling(
      shown.dossier, zaaktype, gebruiker: Gebruiker(id: "mw028", naam: "C. Breugel"), now: moment,
      newID: ids.next)
  }

  /// Before now, so that no server takes it for the future.
  var moment: Moment { Gemeente.now.adding(seconds: operations.count - 1000) }

  /// The user acts.
  func act(on zaak: Ref, reden: String? = nil, _ change: Change?) throws {
    guard let change else { throw NotHere(what: "wijziging") }
    let operation = Model.Operation(id: ids.next(), zaak: zaak, made: moment, change: change, reason: reden)
    try store.record([.added(operation)])
    operations.append(operation)
  }

  /// A file of the user, in the store.
  func bestand(_ naam: String, size: Int) throws -> Bestand {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ size) }
    let hash = try store.putContent([bytes])
    return Bestand(naam: naam, formaat: "text/plain", content: DocumentContent(sha256: hash, size: size))
  }
}
