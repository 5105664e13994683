import Logging
import Model
import Store

/// Brings the zaken of the werkset to this machine, and takes away what no longer belongs here.
///
/// First the catalogues and our rights, then the list, whose zaken go into the store page by page as rows, then status
/// and behandelaar of the rows in bulk, then whole dossiers by urgency, and last some that were unchecked for long. What
/// came in stays whenever it ends; the next sync goes on from there, for a dossier that is here as the server lists it
/// is not read again.
struct PullEngine: Sendable {
  struct Outcome: Sendable {
    var fetched = 0
    var removed = 0
    /// Dossiers that the server failed to give; the next sync asks again.
    var skipped = 0
    /// Unchanged dossiers that were read again; those that turned out to differ count as fetched too.
    var rechecked = 0
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
  /// The user's own identificatie as a medewerker; nil where it is not known.
  let me: String?
  let options: SyncOptions
  let checks: (any CheckKeeper)?
  let now: @Sendable () -> Moment
  let log: Logger
  let reader: DossierReader

  init(
    store: Store, remote: any Remote, werkset: Werkset, me: String?, options: SyncOptions,
    checks: (any CheckKeeper)?, now: @escaping @Sendable () -> Moment, log: Logger
  ) {
    self.store = store
    self.remote = remote
    self.werkset = werkset
    self.me = me
    self.options = options
    self.checks = checks
    self.now = now
    self.log = log
    reader = DossierReader(remote: remote)
  }

  func run(_ progress: @escaping @Sendable (SyncProgress) -> Void) async -> Outcome {
    let count = PullCount()
    var outcome = Outcome()
    do throws(SyncError) {
      progress(SyncProgress(phase: .catalogues, done: 0, total: nil))
      try await catalogues()
      try await rights()
      try await zaken(count, progress)
      try keepNotities()
    } catch {
      outcome.trouble = error
    }
    (outcome.fetched, outcome.removed, outcome.skipped) = (count.fetched, count.removed, count.skipped)
    outcome.rechecked = count.checked.count
    return outcome
  }

  private func zaken(
    _ count: PullCount, _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) async throws(SyncError) {
    let began = now()
    let moments = checks?.read() ?? CheckMoments()
    let known = try stored { () throws(StoreError) in try store.knownDossiers() }
    var found = Found(
      rechecks: RecheckChoice(limit: options.rechecks, all: options.complete, now: began, moments: moments))
    try await list(&found, progress)
    if found.seen.isEmpty, !options.believesEmpty { try await mustStillKnow(known) }
    try await fillRows(found.newRows)
    let mine = try await mine(among: found.wanted)
    try await dossiers(PullPlan.byUrgency(found.wanted, mine: mine), count, progress)
    try await missing(known.subtracting(found.seen), count)
    let chosen = found.rechecks.chosen
    defer { keep(count, of: chosen, among: found.seen, moments, began) }
    try await recheck(chosen, count, progress)
  }

  private func catalogues() async throws(SyncError) {
    let versies = try await asked { () async throws(RemoteError) in try await CatalogueReader(remote: remote).read() }
    for versie in versies {
      if let old = store.zaaktype(of: versie.ref), old.saysTheSame(as: versie) { continue }
      try stored { () throws(StoreError) in try store.put(versie) }
    }
  }

  /// Throws where a server that lists nothing at all does not have any of the stored zaken either.
  ///
  /// Where it has one, the empty list means what it says: all of them left the werkset.
  private func mustStillKnow(_ known: Set<String>) async throws(SyncError) {
    guard !known.isEmpty else { return }
    for uuid in known.sorted().prefix(PullEngine.mostWitnesses) {
      guard let old = try stored({ () throws(StoreError) in try store.dossier(uuid) }) else { continue }
      do throws(RemoteError) {
        _ = try await remote.read(old.ref, as: ZaakFields.self)
        return
      } catch {
        guard error.hidesResource else { throw .remote(error) }
      }
    }
    throw .emptied(stored: known.count)
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

extension RemoteError {
  /// Whether the server answers that there is no such resource, or none for us.
  var hidesResource: Bool {
    switch self {
    case .forbidden, .notFound: true
    case .unreachable, .lost, .busy, .notSignedIn, .rejected, .malformed, .foreignOrigin, .configuration, .cancelled:
      false
    }
  }

  /// Whether the server answered, but not with what was asked: it does not have it, hides it, or does not know the
  /// question.
  var refusesQuestion: Bool {
    switch self {
    case .forbidden, .notFound, .rejected: true
    case .unreachable, .lost, .busy, .notSignedIn, .malformed, .foreignOrigin, .configuration, .cancelled: false
    }
  }
}
