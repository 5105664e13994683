import Model
import Store

extension PullEngine {
  /// Reads whole dossiers, in this order, several at once.
  func dossiers(
    _ wanted: [PullPlan.Wanted], _ count: PullCount, _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) async throws(SyncError) {
    guard !wanted.isEmpty else { return }
    progress(SyncProgress(phase: .dossiers, done: 0, total: wanted.count))
    try await forEach(wanted, atOnce: Syncer.connections) { (one) async throws(SyncError) in
      // The row that the list gave is in the store; one that is damaged there comes with the next list.
      if let row = try stored({ () throws(StoreError) in try store.dossier(one.uuid) }) {
        try await fetch(row.zaak, count)
      }
      progress(SyncProgress(phase: .dossiers, done: count.fetched + count.skipped, total: wanted.count))
    }
  }

  /// Reads the parts of a zaak; trouble with this one only is counted, and other trouble thrown.
  func fetch(_ zaak: Fetched<ZaakFields>, _ count: PullCount) async throws(SyncError) {
    let dossier: Dossier
    do throws(RemoteError) {
      dossier = try await reader.read(zaak)
    } catch {
      return try await skip(zaak.value.uuid ?? "", error, count)
    }
    _ = try stored { () throws(StoreError) in try store.put([dossier]) }
    count.fetch()
  }

  /// Reads dossiers again of which the list showed no change; one that is as it was is not written.
  func recheck(
    _ uuids: [String], _ count: PullCount, _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) async throws(SyncError) {
    let before = count.fetched + count.skipped
    try await forEach(uuids, atOnce: Syncer.connections) { (uuid) async throws(SyncError) in
      guard let old = try stored({ () throws(StoreError) in try store.dossier(uuid) }), old.isComplete else { return }
      let new: Dossier
      do throws(RemoteError) {
        new = try await reader.read(old.zaak)
      } catch {
        return try await skip(uuid, error, count)
      }
      if !new.saysTheSame(as: old) {
        _ = try stored { () throws(StoreError) in try store.put([new]) }
        count.fetch()
      }
      count.check(uuid, at: now())
      progress(SyncProgress(phase: .dossiers, done: before + count.checked.count, total: before + uuids.count))
    }
  }

  /// Keeps when dossiers were read again, of those that are still listed.
  func keep(
    _ count: PullCount, of chosen: [String], among listed: Set<String>, _ old: CheckMoments, _ began: Moment
  ) {
    let checked = count.checked
    guard let checks, !checked.isEmpty else { return }
    if options.complete, checked.count == chosen.count, count.skipped == 0 {
      return checks.write(CheckMoments(all: began))
    }
    let each = old.each.filter { listed.contains($0.key) }.merging(checked) { $1 }
    checks.write(CheckMoments(all: old.all, each: each))
  }

  /// Goes on after trouble with one dossier; throws where it is trouble with the server.
  ///
  /// Some broken dossiers must not keep all others from coming, and a broken server must not be asked for each of them.
  func skip(_ uuid: String, _ error: RemoteError, _ count: PullCount) async throws(SyncError) {
    log.warning("dossier niet gelezen", metadata: ["zaak": "\(uuid)", "fout": "\(error.word)"])
    switch error {
    case .notFound, .forbidden, .rejected, .foreignOrigin: count.skip()
    case .lost, .malformed:
      let failures = count.fail()
      guard failures < PullEngine.mostFailuresInARow else { throw .remote(error) }
      guard failures >= PullEngine.suspiciousFailures else { return }
      _ = try await asked { () async throws(RemoteError) in
        try await remote.list(ZaakFields.self, of: nil, filters: [], page: 1)
      }
    case .unreachable, .busy, .notSignedIn, .configuration, .cancelled: throw .remote(error)
    }
  }
}
