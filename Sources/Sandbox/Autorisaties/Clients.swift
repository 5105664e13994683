import Model

/// The applicaties that the sandbox knows, and what each may do.
enum Clients {
  private static let zaken: Set<String> = [
    "zaken.lezen", "zaken.aanmaken", "zaken.bijwerken", "zaken.statussen.toevoegen", "audittrails.lezen",
  ]
  private static let documenten: Set<String> = [
    "documenten.lezen", "documenten.aanmaken", "documenten.bijwerken", "documenten.lock", "audittrails.lezen",
  ]
  private static let besluiten: Set<String> = [
    "besluiten.lezen", "besluiten.aanmaken", "besluiten.bijwerken", "audittrails.lezen",
  ]

  /// The client of the caseworkers, one without deletion, one that may do all, and one that may read one zaaktype.
  static func admit(to state: inout State, main: String, secret: String) {
    let deletes = (zaken: "zaken.verwijderen", documenten: "documenten.verwijderen", besluiten: "besluiten.verwijderen")
    let full = caseworker(
      state, zaken: zaken.union([deletes.zaken]), documenten: documenten.union([deletes.documenten]),
      besluiten: besluiten.union([deletes.besluiten]))
    state.admit(Client(id: main, applicatie: id(1), secret: secret, grants: full))
    state.admit(Client(id: "superuser", applicatie: id(3), secret: secret, all: true))
    let limited = caseworker(state, zaken: zaken, documenten: documenten, besluiten: besluiten)
    state.admit(Client(id: "behandelaar", applicatie: id(4), secret: secret, grants: limited))
    state.admit(Client(id: "raadpleger", applicatie: id(2), secret: secret, grants: reader(state)))
  }

  private static func id(_ number: Int) -> String { "0c2a5d7e-1111-4a4a-8a8a-\(digits(number, 12))" }

  private static func caseworker(
    _ state: State, zaken: Set<String>, documenten: Set<String>, besluiten: Set<String>
  ) -> [Grant] {
    var grants = [
      Grant(component: .ztc, scopes: ["catalogi.lezen"]), Grant(component: .ac, scopes: ["autorisaties.lezen"]),
    ]
    let kinds: [(Component, Collection, Set<String>)] = [
      (.zrc, .zaaktypen, zaken), (.drc, .informatieobjecttypen, documenten), (.brc, .besluittypen, besluiten),
    ]
    for (component, collection, scopes) in kinds {
      for type in state.table(collection).order {
        grants.append(Grant(component: component, scopes: scopes, type: state.url(collection, type)))
      }
    }
    return grants
  }

  /// Reads zaken of the first zaaktype for Woo-verzoeken (else of the first one), and their documents, if openbaar.
  private static func reader(_ state: State) -> [Grant] {
    let types = state.table(.zaaktypen).order.compactMap { state.table(.zaaktypen)[$0] }
    guard let type = types.first(where: { $0.text("identificatie").uppercased().contains("WOO") }) ?? types.first
    else { return [Grant(component: .ztc, scopes: ["catalogi.lezen"])] }
    var grants = [
      Grant(component: .ztc, scopes: ["catalogi.lezen"]),
      Grant(component: .zrc, scopes: ["zaken.lezen"], type: type.text("url"), level: 0),
    ]
    for link in type.texts("informatieobjecttypen") {
      grants.append(Grant(component: .drc, scopes: ["documenten.lezen"], type: link, level: 0))
    }
    return grants
  }
}
