import Model
import Store

extension PullEngine {
  /// What the list told: of each zaak no more than its UUID, and of those to be read what their order needs.
  struct Found {
    var seen: Set<String> = []
    var wanted: [PullPlan.Wanted] = []
    /// The zaken of which nothing but the row is here yet.
    var newRows: Set<String> = []
    var rechecks: RecheckChoice
  }

  /// Reads the list of the werkset; each page is in the store before the next is asked for.
  ///
  /// A list is read again where a reading may have skipped something (`ListWatch`).
  func list(
    _ found: inout Found, _ progress: @Sendable (SyncProgress) -> Void
  ) async throws(SyncError) {
    var isOrdered = true
    for question in werkset.questions(store.zaaktypen()) {
      var before: ListWatch?
      for reading in 1... {
        let watch: ListWatch
        do throws(SyncError) {
          watch = try await read(question + (isOrdered ? [.newestFirst] : []), &found, progress)
        } catch {
          // A server of an older standard may have no such order; what it gives is then read in its own.
          guard case .remote(.rejected) = error, isOrdered else { throw error }
          isOrdered = false
          continue
        }
        guard watch.mustReadAgain(after: before) else { break }
        guard reading < ListWatch.mostReadings else {
          log.notice("de lijst bleef veranderen", metadata: ["keer gelezen": "\(reading)"])
          break
        }
        before = watch
      }
    }
  }

  /// Reads the pages of one question after each other.
  ///
  /// A server that goes on giving pages with nothing new on them is not followed for ever: `.malformed`.
  private func read(
    _ filters: [Filter], _ found: inout Found, _ progress: @Sendable (SyncProgress) -> Void
  ) async throws(SyncError) -> ListWatch {
    var watch = ListWatch()
    var refs: Set<Ref> = []
    let before = found.seen.count
    var pagesWithNothingNew = 0
    var number = 1
    while true {
      let page = try await asked { [number] () async throws(RemoteError) in
        try await remote.list(ZaakFields.self, of: nil, filters: filters, page: number)
      }
      let new = page.items.filter { refs.insert($0.ref).inserted }
      let unknown = try take(new, &found)
      watch.page(new: new.count, unknown: unknown, items: page.items.count, total: page.total)
      progress(
        SyncProgress(phase: .list, done: found.seen.count, total: page.total.map { max(before + $0, found.seen.count) })
      )
      guard page.hasNext else { return watch }
      pagesWithNothingNew = new.isEmpty ? pagesWithNothingNew + 1 : 0
      guard pagesWithNothingNew < 3 else {
        throw .remote(.malformed("De server blijft dezelfde pagina's geven."))
      }
      number += 1
    }
  }

  /// Takes a page in: what is new or differs goes into the store at once, as rows.
  ///
  /// The parts that are here stay beside a body that differs, until they are read; so they are never taken for complete,
  /// also when the sync ends before.
  ///
  /// - Returns: how many zaken were not on this machine yet
  private func take(_ page: [Fetched<ZaakFields>], _ found: inout Found) throws(SyncError) -> Int {
    var rows: [Dossier] = []
    var unknown = 0
    for zaak in page {
      guard let uuid = zaak.value.uuid, found.seen.insert(uuid).inserted else { continue }
      let old = try stored { () throws(StoreError) in try store.dossier(uuid) }
      switch PullPlan.need(listed: zaak.value, stored: old) {
      case .nothing:
        if let old { found.rechecks.offer(old) }
        continue
      case .parts: if old?.statussen.isEmpty == true { found.newRows.insert(uuid) }
      case .row:
        var row = old ?? Dossier(zaak: zaak)
        row.zaak = zaak
        row.isComplete = false
        rows.append(row)
        if old == nil {
          unknown += 1
          found.newRows.insert(uuid)
        }
      }
      found.wanted.append(PullPlan.Wanted(uuid, zaak.value))
    }
    _ = try stored { () throws(StoreError) in try store.put(rows) }
    return unknown
  }

  /// The user's own open zaken, so that their dossiers come first; asked for only where there are many to be read.
  func mine(among wanted: [PullPlan.Wanted]) async throws(SyncError) -> Set<String> {
    let isAllMine = werkset.teams.isEmpty && werkset.behandelaar == me
    guard let me, !isAllMine, wanted.count > PullEngine.fewDossiers else { return [] }
    let filters = [.isOpen] + Filter.medewerker(me)
    var mine: Set<String> = []
    for number in 1...PullEngine.mostPagesOfMine {
      let page: RemotePage<ZaakFields>
      do throws(RemoteError) {
        page = try await remote.list(ZaakFields.self, of: nil, filters: filters, page: number)
      } catch {
        // Without it the order is less good, and nothing else.
        guard error.refusesQuestion else { throw .remote(error) }
        return mine
      }
      mine.formUnion(page.items.compactMap(\.value.uuid))
      guard page.hasNext else { break }
    }
    return mine
  }

  /// So many dossiers come so soon that their order and the rows beforehand are worth no request.
  static let fewDossiers = 25
  /// Nobody has more open zaken at hand than are on so many pages.
  static let mostPagesOfMine = 5
}
