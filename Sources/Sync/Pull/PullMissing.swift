import Model
import Store

extension PullEngine {
  /// Zaken that are stored but were not listed: each is asked for before its copy goes.
  ///
  /// Gone (404), forbidden (403) and out of the werkset ones go; one that turns out to be in the werkset all the same was
  /// skipped between two pages, and is read. One that is out of the werkset by what is
  /// stored of it, as when the user chose another werkset, goes without a question: there may be 100,000 of them.
  func missing(_ uuids: Set<String>, _ count: PullCount) async throws(SyncError) {
    try await forEach(uuids.sorted(), atOnce: Syncer.connections) { (uuid) async throws(SyncError) in
      guard let old = try stored({ () throws(StoreError) in try store.dossier(uuid) }) else { return }
      guard mayBeInWerkset(old) else { return try remove(uuid, count) }
      let zaak: Fetched<ZaakFields>
      let belongs: Bool
      do throws(RemoteError) {
        zaak = try await remote.read(old.ref, as: ZaakFields.self)
        belongs = try await isInWerkset(zaak)
      } catch {
        guard !error.hidesResource else { return try remove(uuid, count) }
        return try await skip(uuid, error, count)
      }
      guard belongs else { return try remove(uuid, count) }
      switch PullPlan.need(listed: zaak.value, stored: old) {
      case .nothing: break
      case .parts, .row: try await fetch(zaak, count)
      }
    }
  }

  /// Asks for the rollen only where the werkset is about them.
  private func isInWerkset(_ zaak: Fetched<ZaakFields>) async throws(RemoteError) -> Bool {
    var rollen: [Rol] = []
    if werkset.choosesBehandelaars {
      rollen = try await remote.all(RolFields.self, filters: [Filter("zaak", zaak.ref.url)]).map(\.value)
        .filter { $0.zaak.uuid == zaak.value.uuid }
    }
    return werkset.contains(zaak.value, rollen: rollen, zaaktype: zaaktype(of: zaak.value))
  }

  /// Of a dossier whose rollen were not all read it is not known whose zaak it is.
  private func mayBeInWerkset(_ old: Dossier) -> Bool {
    if werkset.choosesBehandelaars, !old.isComplete { return true }
    return werkset.contains(
      old.zaak.value, rollen: old.rollen.map(\.value), zaaktype: zaaktype(of: old.zaak.value))
  }

  private func zaaktype(of zaak: Zaak) -> Zaaktype? { store.zaaktype(of: zaak.zaaktype)?.zaaktype.value }

  private func remove(_ uuid: String, _ count: PullCount) throws(SyncError) {
    try stored { () throws(StoreError) in try store.remove(uuid) }
    count.remove()
  }
}
