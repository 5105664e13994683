import Model
import Sync
import TestSupport

/// Somebody who works on the server itself, by its rules.
struct Colleague {
  private let server: MemoryServer
  /// What was there at the start: only of that anything is taken away, for the rest belongs to the clients.
  private let first: [ResourceKind: [Ref]]

  init(_ server: MemoryServer) {
    self.server = server
    var first: [ResourceKind: [Ref]] = [:]
    for kind in [ResourceKind.zaken, .rollen, .zaakobjecten, .zaakeigenschappen, .zaaknotities, .statustypen] {
      first[kind] = server.all(kind).compactMap { $0["url"]?.string.map { Ref($0) } }
    }
    self.first = first
  }

  /// - Parameter number: of the step; makes texts and moments unlike any other
  func act(_ number: Int, _ random: inout SeededGenerator) {
    func one(_ kind: ResourceKind) -> Ref? { first[kind]?.randomElement(using: &random) }
    guard let zaak = one(.zaken) else { return }
    let text = JSON.string("collega \(number)")
    do throws(RemoteError) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: try server.change(zaak, to: ["toelichting": text])
      case 1: try server.change(zaak, to: ["omschrijving": text])
      case 2: try server.change(zaak, to: ["kenmerken": [["kenmerk": text, "bron": "collega"]]])
      case 3:
        guard let statustype = one(.statustypen) else { return }
        try server.colleagueSets(statustype, on: zaak, at: SampleServer.moment(number * 10 + 3))
      case 4: if let rol = one(.rollen) { try server.remove(rol, .rollen) }
      case 5: if let object = one(.zaakobjecten) { try server.remove(object, .zaakobjecten) }
      case 6: if let eigenschap = one(.zaakeigenschappen) { try server.change(eigenschap, to: ["waarde": text]) }
      default: if let notitie = one(.zaaknotities) { try server.change(notitie, to: ["tekst": text]) }
      }
    } catch {
      // What the rules refuse, or is gone already, is not done.
    }
  }
}
