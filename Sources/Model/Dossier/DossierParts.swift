/// The parts of a dossier by their kind, for whoever holds a kind and a body.
extension Dossier {
  /// The bodies of the resources of a kind; of a kind that a dossier does not keep, none.
  public func bodies(_ kind: ResourceKind) -> [JSONObject] {
    switch kind {
    case .zaken: [zaak.value.body]
    case .statussen: statussen.map(\.value.body)
    case .rollen: rollen.map(\.value.body)
    case .resultaten: resultaat.map { [$0.value.body] } ?? []
    case .zaakeigenschappen: eigenschappen.map(\.value.body)
    case .zaakobjecten: zaakobjecten.map(\.value.body)
    case .zaakinformatieobjecten: zaakinformatieobjecten.map(\.value.body)
    case .enkelvoudiginformatieobjecten: documenten.map(\.value.body)
    case .besluiten: besluiten.map(\.value.body)
    case .zaaknotities: notities.map(\.value.body)
    case .objectinformatieobjecten, .gebruiksrechten, .besluitinformatieobjecten, .catalogussen, .zaaktypen,
      .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen, .besluittypen,
      .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      []
    }
  }

  public func body(_ kind: ResourceKind, _ ref: Ref) -> JSONObject? {
    bodies(kind).first { $0["url"]?.string == ref.url }
  }

  /// Puts a resource in the place of the one with its address, or beside the others.
  public mutating func put(_ kind: ResourceKind, _ body: JSONObject, fetched: Moment) {
    switch kind {
    case .zaken: zaak.value.body = body
    case .statussen: statussen.put(body, fetched)
    case .rollen: rollen.put(body, fetched)
    case .resultaten: resultaat = Fetched(Record(body), fetched: fetched)
    case .zaakeigenschappen: eigenschappen.put(body, fetched)
    case .zaakobjecten: zaakobjecten.put(body, fetched)
    case .zaakinformatieobjecten: zaakinformatieobjecten.put(body, fetched)
    case .enkelvoudiginformatieobjecten: documenten.put(body, fetched)
    case .besluiten: besluiten.put(body, fetched)
    case .zaaknotities: notities.put(body, fetched)
    case .objectinformatieobjecten, .gebruiksrechten, .besluitinformatieobjecten, .catalogussen, .zaaktypen,
      .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen, .besluittypen,
      .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      break
    }
  }

  /// Takes a resource out; the zaak itself stays.
  public mutating func drop(_ kind: ResourceKind, _ ref: Ref) {
    switch kind {
    case .statussen: statussen.removeAll { $0.ref == ref }
    case .rollen: rollen.removeAll { $0.ref == ref }
    case .resultaten: if resultaat?.ref == ref { resultaat = nil }
    case .zaakeigenschappen: eigenschappen.removeAll { $0.ref == ref }
    case .zaakobjecten: zaakobjecten.removeAll { $0.ref == ref }
    case .zaakinformatieobjecten: zaakinformatieobjecten.removeAll { $0.ref == ref }
    case .enkelvoudiginformatieobjecten: documenten.removeAll { $0.ref == ref }
    case .besluiten: besluiten.removeAll { $0.ref == ref }
    case .zaaknotities: notities.removeAll { $0.ref == ref }
    case .zaken, .objectinformatieobjecten, .gebruiksrechten, .besluitinformatieobjecten, .catalogussen, .zaaktypen,
      .statustypen, .resultaattypen, .roltypen, .eigenschappen, .informatieobjecttypen, .besluittypen,
      .zaakobjecttypen, .zaaktypeInformatieobjecttypen, .applicaties:
      break
    }
  }
}

extension Array {
  fileprivate mutating func put<Fields>(_ body: JSONObject, _ fetched: Moment) where Element == Fetched<Fields> {
    let new = Fetched<Fields>(Record(body), fetched: fetched)
    if let index = firstIndex(where: { $0.ref == new.ref }) {
      self[index] = new
    } else {
      append(new)
    }
  }
}
