import Model

/// Reads the zaaktypen of a server with all that belongs to each.
struct CatalogueReader: Sendable {
  let remote: any Remote

  /// All published zaaktypen, each version by itself, with their types.
  ///
  /// The collections are read whole, for that takes fewer requests than asking for each zaaktype. Only zaaktypen have to
  /// be there: a collection that a server of an older standard does not have counts as empty.
  func read() async throws(RemoteError) -> [ZaaktypeVersie] {
    let zaaktypen = try await remote.all(ZaaktypeFields.self)
    let catalogussen = try await ifThere(CatalogusFields.self)
    let statustypen = try await grouped(StatustypeFields.self, by: \.zaaktype)
    let resultaattypen = try await grouped(ResultaattypeFields.self, by: \.zaaktype)
    let roltypen = try await grouped(RoltypeFields.self, by: \.zaaktype)
    let eigenschappen = try await grouped(EigenschapFields.self, by: \.zaaktype)
    let documentregels = try await grouped(ZaaktypeInformatieobjecttypeFields.self, by: \.zaaktype)
    let zaakobjecttypen = try await grouped(ZaakobjecttypeFields.self, by: \.zaaktype)
    let documenttypen = try await ifThere(InformatieobjecttypeFields.self)
    let besluittypen = try await ifThere(BesluittypeFields.self)
    return zaaktypen.map { zaaktype in
      var versie = ZaaktypeVersie(zaaktype: zaaktype)
      let ref = zaaktype.ref
      versie.catalogus = catalogussen.first { $0.ref == zaaktype.value.catalogus }
      versie.statustypen = statustypen[ref] ?? []
      versie.resultaattypen = resultaattypen[ref] ?? []
      versie.roltypen = roltypen[ref] ?? []
      versie.eigenschappen = eigenschappen[ref] ?? []
      versie.zaaktypeInformatieobjecttypen = documentregels[ref] ?? []
      versie.zaakobjecttypen = zaakobjecttypen[ref] ?? []
      let allowed = Set(versie.zaaktypeInformatieobjecttypen.map(\.value.informatieobjecttype))
      versie.informatieobjecttypen = documenttypen.filter { allowed.contains($0.ref) }
      let decided = Set(zaaktype.value.besluittypen)
      versie.besluittypen = besluittypen.filter { decided.contains($0.ref) || $0.value.zaaktypen.contains(ref) }
      return versie
    }
  }

  private func grouped<Fields: ResourceFields>(
    _ kind: Fields.Type, by owner: KeyPath<Record<Fields>, Ref>
  ) async throws(RemoteError) -> [Ref: [Fetched<Fields>]] {
    Dictionary(grouping: try await ifThere(kind)) { $0.value[keyPath: owner] }
  }

  private func ifThere<Fields: ResourceFields>(_ kind: Fields.Type) async throws(RemoteError) -> [Fetched<Fields>] {
    do {
      return try await remote.all(kind)
    } catch {
      guard error == .notFound else { throw error }
      return []
    }
  }
}

extension ZaaktypeVersie {
  /// Whether the server said the same, whenever it did.
  func saysTheSame(as other: ZaaktypeVersie) -> Bool { bodies == other.bodies }

  private var bodies: [[JSONObject]] {
    [
      [zaaktype.value.body], catalogus.map { [$0.value.body] } ?? [], statustypen.map(\.value.body),
      resultaattypen.map(\.value.body), roltypen.map(\.value.body), eigenschappen.map(\.value.body),
      besluittypen.map(\.value.body), informatieobjecttypen.map(\.value.body),
      zaaktypeInformatieobjecttypen.map(\.value.body), zaakobjecttypen.map(\.value.body),
    ]
  }
}
