import Model
import Synchronization

/// Reads the parts of a zaak: all that its body points at, its besluiten and its notities.
///
/// One reader serves one sync: it remembers what the server turned out not to have.
final class DossierReader: Sendable {
  private let remote: any Remote
  /// Nil as long as it was not asked.
  private let notitiesAnswer = Mutex<Bool?>(nil)

  /// Whether the server has notities; nil where nothing tells.
  var hasNotities: Bool? { notitiesAnswer.withLock { $0 } }

  init(remote: any Remote) { self.remote = remote }

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
    dossier.notities = try await notities(zaak.ref).filter { $0.value.gerelateerdAan.uuid == dossier.uuid }
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
        guard error.hidesResource else { throw error }
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
      guard error.hidesResource else { throw error }
      return []
    }
  }

  /// The notities with the zaak; a server of an older standard has none (404), and is asked no more in this sync.
  private func notities(_ zaak: Ref) async throws(RemoteError) -> [Fetched<ZaakNotitieFields>] {
    guard hasNotities != false else { return [] }
    do {
      let found = try await twice { () async throws(RemoteError) in
        try await remote.all(ZaakNotitieFields.self, of: zaak)
      }
      notitiesAnswer.withLock { $0 = true }
      return found
    } catch {
      guard error.hidesResource else { throw error }
      if error == .notFound { notitiesAnswer.withLock { $0 = false } }
      return []
    }
  }

  private func twice<Answer>(
    _ ask: () async throws(RemoteError) -> Answer
  ) async throws(RemoteError) -> Answer {
    do {
      return try await ask()
    } catch {
      guard error.hidesResource else { throw error }
      return try await ask()
    }
  }
}
