import Logging
import Model
import Store
import Synchronization

/// Brings the zaken of the werkset to this machine, and takes away what no longer belongs here.
struct PullEngine: Sendable {
  struct Outcome: Sendable {
    var fetched = 0
    var removed = 0
    /// Dossiers that the server failed to give; the next sync asks again.
    var skipped = 0
    var trouble: SyncError?
  }

  /// From this many failed dossiers in a row on, the server has to show that it answers at all.
  static let suspiciousFailures = 4
  /// After this many in a row the sync ends, whatever the server answers to other questions.
  static let mostFailuresInARow = 24
  /// So many stored zaken are asked for before an empty list is taken for a server that lost its data.
  static let mostWitnesses = 10

  let store: Store
  let remote: any Remote
  let werkset: Werkset
  let believesEmpty: Bool
  let log: Logger

  func run(_ progress: @escaping @Sendable (SyncProgress) -> Void) async -> Outcome {
    let count = PullCount()
    var outcome = Outcome()
    do throws(SyncError) {
      progress(SyncProgress(phase: .catalogues, done: 0, total: nil))
      try await catalogues()
      let listed = try await list(progress)
      let known = try stored { () throws(StoreError) in try store.knownDossiers() }
      if listed.isEmpty, !known.isEmpty, !believesEmpty, try await !knowsAny(of: known) {
        throw .emptied(stored: known.count)
      }
      try await dossiers(try newOrChanged(listed), count, progress)
      try await missing(known.subtracting(listed.compactMap(\.value.uuid)), count)
    } catch {
      outcome.trouble = error
    }
    (outcome.fetched, outcome.removed, outcome.skipped) = (count.fetched, count.removed, count.skipped)
    return outcome
  }

  private func catalogues() async throws(SyncError) {
    let versies = try await asked { () async throws(RemoteError) in try await CatalogueReader(remote: remote).read() }
    for versie in versies {
      if let old = store.zaaktype(of: versie.ref), old.saysTheSame(as: versie) { continue }
      try stored { () throws(StoreError) in try store.put(versie) }
    }
  }

  private func list(_ progress: @Sendable (SyncProgress) -> Void) async throws(SyncError) -> [Fetched<ZaakFields>] {
    var found: [Fetched<ZaakFields>] = []
    var seen: Set<String> = []
    for filters in PullPlan.listFilters(werkset, zaaktypen: store.zaaktypen()) {
      let before = found.count
      let zaken = try await asked { () async throws(RemoteError) in
        try await remote.all(ZaakFields.self, filters: filters) { done, total in
          progress(SyncProgress(phase: .list, done: before + done, total: total.map { before + $0 }))
        }
      }
      found += zaken.filter { zaak in zaak.value.uuid.map { seen.insert($0).inserted } ?? false }
    }
    return found
  }

  /// Whether the server still has one of the stored zaken, so that its empty list means what it says: all of them left
  /// the werkset.
  private func knowsAny(of known: Set<String>) async throws(SyncError) -> Bool {
    for uuid in known.sorted().prefix(PullEngine.mostWitnesses) {
      guard let old = try stored({ () throws(StoreError) in try store.dossier(uuid) }) else { continue }
      do throws(RemoteError) {
        _ = try await remote.read(old.ref, as: ZaakFields.self)
        return true
      } catch {
        switch error {
        case .notFound, .forbidden: continue
        case .unreachable, .lost, .busy, .notSignedIn, .rejected, .malformed, .foreignOrigin, .configuration,
          .cancelled:
          throw .remote(error)
        }
      }
    }
    return false
  }

  /// The zaken whose parts have to be read; those that are new go into the store at once, as rows.
  private func newOrChanged(_ listed: [Fetched<ZaakFields>]) throws(SyncError) -> [Fetched<ZaakFields>] {
    var wanted: [Fetched<ZaakFields>] = []
    var rows: [Dossier] = []
    for zaak in listed {
      let old = try stored { () throws(StoreError) in try store.dossier(zaak.value.uuid ?? "") }
      switch PullPlan.need(listed: zaak.value, stored: old) {
      case .nothing: continue
      case .parts: wanted.append(zaak)
      }
      if old == nil { rows.append(Dossier(zaak: zaak)) }
    }
    _ = try stored { () throws(StoreError) in try store.put(rows) }
    return PullPlan.byUrgency(wanted)
  }

  private func dossiers(
    _ zaken: [Fetched<ZaakFields>], _ count: PullCount, _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) async throws(SyncError) {
    guard !zaken.isEmpty else { return }
    progress(SyncProgress(phase: .dossiers, done: 0, total: zaken.count))
    try await forEach(zaken, atOnce: Syncer.connections) { (zaak) async throws(SyncError) in
      try await fetch(zaak, count)
      progress(SyncProgress(phase: .dossiers, done: count.fetched + count.skipped, total: zaken.count))
    }
  }

  /// Reads the parts of a zaak; trouble with this one only is counted, and other trouble thrown.
  func fetch(_ zaak: Fetched<ZaakFields>, _ count: PullCount) async throws(SyncError) {
    let dossier: Dossier
    do throws(RemoteError) {
      dossier = try await DossierReader(remote: remote).read(zaak)
    } catch {
      return try await skip(zaak.value.uuid ?? "", error, count)
    }
    _ = try stored { () throws(StoreError) in try store.put([dossier]) }
    count.fetch()
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
      let filters = PullPlan.listFilters(werkset, zaaktypen: store.zaaktypen()).first ?? []
      _ = try await asked { () async throws(RemoteError) in
        try await remote.list(ZaakFields.self, of: nil, filters: filters, page: 1)
      }
    case .unreachable, .busy, .notSignedIn, .configuration, .cancelled: throw .remote(error)
    }
  }

  func asked<Answer>(_ ask: () async throws(RemoteError) -> Answer) async throws(SyncError) -> Answer {
    do throws(RemoteError) {
      return try await ask()
    } catch {
      throw .remote(error)
    }
  }

  func stored<Answer>(_ use: () throws(StoreError) -> Answer) throws(SyncError) -> Answer {
    do throws(StoreError) {
      return try use()
    } catch {
      throw .store(error)
    }
  }
}
