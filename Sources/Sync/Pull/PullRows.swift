import Model
import Store

extension PullEngine {
  /// So many times more statussen or rollen than there are rows are read through at most; in the recorded municipality
  /// there are about as many behandelaars, and 3.3 times as many statussen where only the latest cannot be asked for.
  static let mostPartsARow = 5

  /// Gives the new rows of the werkvoorraad their status and behandelaar, long before their dossiers come.
  ///
  /// Read in bulk from the collections of all zaken: a page of 100 costs one cheap request, so 2,000 rows take some 40,
  /// where `expand=status,rollen` in the list makes each page 15 times as dear (2.4 s against 0.16 s, OPENZAAK.md) and the
  /// dossiers take 8 requests a zaak. Where the werkset is a small part of what the server has, the collections are too
  /// long to read through; then the rows get both with their dossiers, the most urgent first.
  ///
  /// Whatever the server refuses here comes with the dossiers too.
  func fillRows(_ rows: Set<String>) async throws(SyncError) {
    guard rows.count > PullEngine.fewDossiers else { return }
    let onlyLatest = [Filter("indicatieLaatstGezetteStatus", "true")]
    let hasOnlyLatest = try await fill(rows, StatusFields.self, onlyLatest) { dossier, status in
      if status.ref == dossier.zaak.value.status { dossier.statussen = [status] }
    }
    if !hasOnlyLatest {
      _ = try await fill(rows, StatusFields.self, []) { dossier, status in
        if status.ref == dossier.zaak.value.status { dossier.statussen = [status] }
      }
    }
    let behandelaars = [Filter("omschrijvingGeneriek", RolOmschrijving.behandelaar.rawValue)]
    _ = try await fill(rows, RolFields.self, behandelaars) { dossier, rol in
      guard rol.value.omschrijvingGeneriek == .behandelaar, !dossier.rollen.contains(where: { $0.ref == rol.ref })
      else {
        return
      }
      dossier.rollen.append(rol)
    }
  }

  /// Goes through a collection and puts what belongs to the rows into them, page by page.
  ///
  /// - Returns: false where the server does not know the question
  private func fill<Fields: PartFields>(
    _ rows: Set<String>, _ kind: Fields.Type, _ filters: [Filter],
    _ put: (inout Dossier, Fetched<Fields>) -> Void
  ) async throws(SyncError) -> Bool {
    var number = 1
    while true {
      let page: RemotePage<Fields>
      do throws(RemoteError) {
        page = try await remote.list(kind, of: nil, filters: filters, page: number)
      } catch {
        switch error {
        case .forbidden, .notFound, .rejected: return false
        // The dossiers will show whether the server is in trouble altogether.
        case .lost, .malformed, .foreignOrigin: return true
        case .unreachable, .busy, .notSignedIn, .configuration, .cancelled: throw .remote(error)
        }
      }
      guard let total = page.total, total <= rows.count * PullEngine.mostPartsARow else { return true }
      try fill(page.items.filter { rows.contains($0.value.ofZaak.uuid ?? "") }, put)
      guard page.hasNext, !page.items.isEmpty else { return true }
      number += 1
    }
  }

  private func fill<Fields: PartFields>(
    _ items: [Fetched<Fields>], _ put: (inout Dossier, Fetched<Fields>) -> Void
  ) throws(SyncError) {
    var dossiers: [Dossier] = []
    for (uuid, parts) in Dictionary(grouping: items, by: { $0.value.ofZaak.uuid ?? "" }) {
      let old = try stored { () throws(StoreError) in try store.dossier(uuid) }
      guard var dossier = old, !dossier.isComplete else { continue }
      for part in parts { put(&dossier, part) }
      dossiers.append(dossier)
    }
    _ = try stored { () throws(StoreError) in try store.put(dossiers) }
  }
}

/// The fields of a resource that hangs on one zaak.
protocol PartFields: ResourceFields {
  var zaak: Field<Ref> { get }
}

extension StatusFields: PartFields {}
extension RolFields: PartFields {}

extension Record where Fields: PartFields {
  fileprivate var ofZaak: Ref { self[dynamicMember: \.zaak] }
}
