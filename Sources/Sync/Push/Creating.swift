import Model

/// How it is seen that a resource is on the server already, so that nothing is made twice.
extension Creation {
  /// What identifies it among the resources of its kind.
  enum Recognition: Sendable, Hashable {
    /// By a number that nobody else uses, because the server reserved it for us or we made it up, and its type.
    case number(organisation: String, type: String)
    /// By what it links: there can be only one such link.
    case link([String])
    /// At most one for each value of this field (or for the zaak); another content of it is a conflict over `content`.
    case single(by: String, content: [String])
    /// By all that was sent: nothing keeps a server from having it twice.
    case content
  }

  var recognition: Recognition {
    switch kind {
    case .zaken: .number(organisation: "bronorganisatie", type: "zaaktype")
    case .enkelvoudiginformatieobjecten: .number(organisation: "bronorganisatie", type: "informatieobjecttype")
    case .besluiten: .number(organisation: "verantwoordelijkeOrganisatie", type: "besluittype")
    case .zaakinformatieobjecten: .link(["zaak", "informatieobject"])
    case .besluitinformatieobjecten: .link(["besluit", "informatieobject"])
    case .resultaten: .single(by: "zaak", content: ["resultaattype", "toelichting"])
    case .zaakeigenschappen: .single(by: "eigenschap", content: ["waarde"])
    case .rollen, .zaakobjecten, .zaaknotities, .gebruiksrechten, .statussen, .objectinformatieobjecten,
      .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen,
      .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      .content
    }
  }

  /// The question whose answer holds it, if it is there.
  var question: (zaak: Ref?, filters: [Filter]) {
    func by(_ names: String...) -> [Filter] { names.map { Filter($0, body[$0]?.string ?? "") } }
    switch recognition {
    case .number(let organisation, _): return (nil, by("identificatie", organisation))
    case .link, .single, .content: break
    }
    switch kind {
    case .zaakeigenschappen: return (body["zaak"]?.string.map { Ref($0) }, [])
    case .zaaknotities: return (nil, by("gerelateerdAan"))
    case .gebruiksrechten: return (nil, by("informatieobject"))
    case .besluitinformatieobjecten: return (nil, by("besluit"))
    case .zaakinformatieobjecten: return (nil, by("zaak", "informatieobject"))
    case .zaken, .statussen, .resultaten, .rollen, .zaakobjecten, .enkelvoudiginformatieobjecten,
      .objectinformatieobjecten, .besluiten, .catalogussen, .zaaktypen, .statustypen, .resultaattypen, .roltypen,
      .eigenschappen, .informatieobjecttypen, .besluittypen, .zaakobjecttypen, .zaaktypeInformatieobjecttypen,
      .applicaties:
      return (nil, by("zaak"))
    }
  }

  /// The one among these resources of its kind that is this one, or stands in its way.
  ///
  /// Those that the user saw when acting are not it; those of other zaken do not count, also where a server ignores the
  /// filter.
  func find(among resources: [JSONObject]) -> JSONObject? {
    func same(_ found: JSONObject, _ names: [String]) -> Bool {
      names.allSatisfy { (found[$0] ?? .null).keeps(body[$0] ?? .null) }
    }
    let new = resources.filter { found in !known.contains(Ref(found["url"]?.string ?? "")) }
    switch recognition {
    case .number(let organisation, _): return new.first { same($0, ["identificatie", organisation]) }
    case .link(let names): return new.first { same($0, names) }
    case .single(let name, _): return new.first { same($0, [name]) }
    case .content: return new.first { $0.keeps(body) }
    }
  }

  /// - Parameter found: what `find` found
  func standing(_ found: JSONObject?) -> Standing {
    guard let found else { return .open(body) }
    let names: [String]
    switch recognition {
    case .number(_, let type): names = [type]
    case .single(_, let content): names = content
    case .link, .content: names = []
    }
    let conflicts = names.filter { !(found[$0] ?? .null).keeps(body[$0] ?? .null) }
    guard !conflicts.isEmpty else { return .already }
    return .conflict(
      conflicts.map { name in
        FieldConflict(
          field: name, base: .null, theirs: found[name] ?? .null, mine: body[name] ?? .null,
          ref: Ref(found["url"]?.string ?? ""))
      })
  }
}
