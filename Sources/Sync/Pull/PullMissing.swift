import Model
import Store

extension PullEngine {
  /// Zaken that are stored but were not listed: each is asked for before its copy goes.
  ///
  /// Gone (404), forbidden (403) and out of the werkset ones go; one that turns out to be in the werkset all the same was
  /// skipped between two pages, and is read.
  func missing(_ uuids: Set<String>, _ count: PullCount) async throws(SyncError) {
    try await forEach(uuids.sorted(), atOnce: Syncer.connections) { (uuid) async throws(SyncError) in
      guard let old = try stored({ () throws(StoreError) in try store.dossier(uuid) }) else { return }
      let zaak: Fetched<ZaakFields>
      let belongs: Bool
      do throws(RemoteError) {
        zaak = try await remote.read(old.ref, as: ZaakFields.self)
        belongs = try await isInWerkset(zaak)
      } catch {
        switch error {
        case .notFound, .forbidden: return try remove(uuid, count)
        case .unreachable, .lost, .busy, .notSignedIn, .rejected, .malformed, .foreignOrigin, .configuration,
          .cancelled:
          return try await skip(uuid, error, count)
        }
      }
      guard belongs else { return try remove(uuid, count) }
      switch PullPlan.need(listed: zaak.value, stored: old) {
      case .nothing: break
      case .parts: try await fetch(zaak, count)
      }
    }
  }

  /// Asks for the rollen only where the werkset is about them.
  private func isInWerkset(_ zaak: Fetched<ZaakFields>) async throws(RemoteError) -> Bool {
    var rollen: [Rol] = []
    if werkset.behandelaar != nil {
      rollen = try await remote.all(RolFields.self, filters: [Filter("zaak", zaak.ref.url)]).map(\.value)
        .filter { $0.zaak.uuid == zaak.value.uuid }
    }
    return werkset.contains(zaak.value, rollen: rollen, zaaktype: store.zaaktype(of: zaak.value.zaaktype))
  }

  private func remove(_ uuid: String, _ count: PullCount) throws(SyncError) {
    try stored { () throws(StoreError) in try store.remove(uuid) }
    count.remove()
  }
}
