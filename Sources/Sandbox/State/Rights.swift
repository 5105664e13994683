import Model

/// The order of vertrouwelijkheidaanduidingen, least secret first.
let confidentialities = [
  "openbaar", "beperkt_openbaar", "intern", "zaakvertrouwelijk", "vertrouwelijk", "confidentieel", "geheim",
  "zeer_geheim",
]

/// One autorisatie: scopes of one API, for one type up to one vertrouwelijkheid, or for the whole API.
struct Grant: Sendable {
  let component: Component
  let scopes: Set<String>
  var type: String?
  var level = 7
}

/// One applicatie of the Autorisaties API, with the secret that its tokens are signed with.
struct Client: Sendable {
  let id: String
  let applicatie: String
  let secret: String
  var all = false
  var grants: [Grant] = []
}

/// Whoever sends a request: the applicatie, and the user that its token names.
struct Caller: Sendable {
  let client: Client
  let user: String
  let userName: String

  /// Whether any of these scopes is granted, for this type at this vertrouwelijkheid where they are given.
  func may(_ scopes: [String], _ component: Component, type: String? = nil, level: String? = nil) -> Bool {
    if client.all { return true }
    let rank = level.flatMap { confidentialities.firstIndex(of: $0) } ?? 0
    return client.grants.contains { grant in
      grant.component == component && scopes.contains(where: grant.scopes.contains)
        && (type == nil || grant.type == nil || grant.type == type) && (level == nil || rank <= grant.level)
    }
  }

  func must(
    _ scopes: [String], _ component: Component, type: String? = nil, level: String? = nil
  ) throws(Problem) {
    guard may(scopes, component, type: type, level: level) else { throw .forbidden() }
  }
}

/// What a list shows to a caller: everything, or of some types what is not too secret.
enum Visibility {
  case everything
  case upTo([String: Int])

  func shows(type: String?, level: String?) -> Bool {
    switch self {
    case .everything: return true
    case .upTo(let levels):
      guard let type, let greatest = levels[type] else { return false }
      return (level.flatMap { confidentialities.firstIndex(of: $0) } ?? 7) <= greatest
    }
  }
}

extension State {
  /// What a caller may see of zaken (`.zrc`), documenten (`.drc`) or besluiten (`.brc`).
  func visibility(_ caller: Caller, _ component: Component, scope: String) -> Visibility {
    if caller.client.all { return .everything }
    var levels: [String: Int] = [:]
    for grant in caller.client.grants where grant.component == component && grant.scopes.contains(scope) {
      guard let type = grant.type else { return .everything }
      levels[type] = max(levels[type] ?? 0, grant.level)
    }
    let types: Collection =
      switch component {
      case .drc: .informatieobjecttypen
      case .brc: .besluittypen
      case .zrc, .ztc, .ac: .zaaktypen
      }
    let complete = table(types).order.allSatisfy { levels[url(types, $0)] == 7 }
    return complete ? .everything : .upTo(levels)
  }

  /// Whether a caller may do this with a zaak.
  func may(_ call: Call, _ scopes: [String], zaak: JSONObject) -> Bool {
    call.caller.may(
      scopes, .zrc, type: zaak["zaaktype"]?.string, level: zaak["vertrouwelijkheidaanduiding"]?.string)
  }

  func mustRead(_ call: Call, zaak: JSONObject) throws(Problem) {
    guard may(call, ["zaken.lezen"], zaak: zaak) else { throw .forbidden() }
  }

  /// Refuses a change of a zaak or of what hangs on it; a closed zaak asks for `zaken.geforceerd-bijwerken` (zrc-007).
  ///
  /// About what hangs on a zaak the refusal is of another type than about the zaak itself (measured).
  func mustChange(
    _ call: Call, zaak: JSONObject, part: Bool = true,
    scopes: [String] = ["zaken.bijwerken", "zaken.geforceerd-bijwerken"]
  ) throws(Problem) {
    guard may(call, scopes, zaak: zaak) else { throw .forbidden() }
    let closed = zaak["einddatum"]?.string != nil
    guard !closed || may(call, ["zaken.geforceerd-bijwerken"], zaak: zaak) else {
      let detail = "De zaak is gesloten; wijzigen vraagt de scope zaken.geforceerd-bijwerken."
      throw part ? .closed(detail) : .forbidden(detail)
    }
  }

  func mustDocument(_ call: Call, _ scopes: [String], _ document: JSONObject) throws(Problem) {
    try call.caller.must(
      scopes, .drc, type: document["informatieobjecttype"]?.string,
      level: document["vertrouwelijkheidaanduiding"]?.string)
  }
}
