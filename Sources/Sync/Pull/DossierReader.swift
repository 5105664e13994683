import Model

/// Reads the parts of a zaak: all that its body points at, and its besluiten.
struct DossierReader: Sendable {
  let remote: any Remote

  /// The whole dossier of a zaak whose body is known.
  ///
  /// What the body says is empty is not asked for; what it does not mention (older servers) is. Resources of another zaak,
  /// from a server that ignores the filter, are left out. A document that may not be read (403) or is gone (404) is left out;
  /// its zaakinformatieobject stays. As the body of the zaak does not change when it comes back, this is believed only
  /// when the server says it twice.
  func read(_ zaak: Fetched<ZaakFields>) async throws(RemoteError) -> Dossier {
    var dossier = Dossier(zaak: zaak)
    let ofZaak = [Filter("zaak", zaak.ref.url)]
    if zaak.value.status != nil {
      dossier.statussen = try await remote.all(StatusFields.self, filters: ofZaak)
        .filter { $0.value.zaak.uuid == dossier.uuid }
    }
    if mayHave("rollen", zaak) {
      dossier.rollen = try await remote.all(RolFields.self, filters: ofZaak)
        .filter { $0.value.zaak.uuid == dossier.uuid }
    }
    if let resultaat = zaak.value.resultaat {
      dossier.resultaat = try await remote.read(resultaat, as: ResultaatFields.self)
    }
    if mayHave("eigenschappen", zaak) {
      dossier.eigenschappen = try await remote.all(ZaakEigenschapFields.self, of: zaak.ref)
    }
    if mayHave("zaakobjecten", zaak) {
      dossier.zaakobjecten = try await remote.all(ZaakObjectFields.self, filters: ofZaak)
        .filter { $0.value.zaak.uuid == dossier.uuid }
    }
    if mayHave("zaakinformatieobjecten", zaak) {
      dossier.zaakinformatieobjecten = try await remote.all(ZaakInformatieObjectFields.self, filters: ofZaak)
        .filter { $0.value.zaak.uuid == dossier.uuid }
      dossier.documenten = try await documents(dossier.zaakinformatieobjecten)
    }
    dossier.besluiten = try await besluiten(ofZaak).filter { $0.value.zaak?.uuid == dossier.uuid }
    dossier.isComplete = true
    return dossier
  }

  private func mayHave(_ part: String, _ zaak: Fetched<ZaakFields>) -> Bool {
    zaak.value.body[part]?.array?.isEmpty != true
  }

  private func documents(
    _ links: [Fetched<ZaakInformatieObjectFields>]
  ) async throws(RemoteError) -> [Fetched<EnkelvoudigInformatieObjectFields>] {
    var documents: [Fetched<EnkelvoudigInformatieObjectFields>] = []
    for link in links {
      do {
        documents.append(
          try await twice { () async throws(RemoteError) in
            try await remote.read(link.value.informatieobject, as: EnkelvoudigInformatieObjectFields.self)
          })
      } catch {
        guard DossierReader.isHidden(error) else { throw error }
      }
    }
    return documents
  }

  /// The besluiten of the zaak; none where the applicatie may not read besluiten at all.
  private func besluiten(_ ofZaak: [Filter]) async throws(RemoteError) -> [Fetched<BesluitFields>] {
    do {
      return try await twice { () async throws(RemoteError) in
        try await remote.all(BesluitFields.self, filters: ofZaak)
      }
    } catch {
      guard DossierReader.isHidden(error) else { throw error }
      return []
    }
  }

  private func twice<Answer>(
    _ ask: () async throws(RemoteError) -> Answer
  ) async throws(RemoteError) -> Answer {
    do {
      return try await ask()
    } catch {
      guard DossierReader.isHidden(error) else { throw error }
      return try await ask()
    }
  }

  private static func isHidden(_ error: RemoteError) -> Bool {
    switch error {
    case .forbidden, .notFound: true
    case .unreachable, .lost, .busy, .notSignedIn, .rejected, .malformed, .foreignOrigin, .configuration, .cancelled:
      false
    }
  }
}
