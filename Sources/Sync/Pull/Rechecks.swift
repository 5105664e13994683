import Model

/// When unchanged dossiers were last read again, by UUID.
///
/// Kept beside the store: it changes with every sync, and a sync without news changes no file of the store. Where it is
/// lost, the moments in the dossiers themselves are all that counts, and some are read again too early.
public struct CheckMoments: Sendable, Hashable {
  /// All dossiers were read again at this moment, or later.
  public var all: Moment?
  public var each: [String: Moment]

  public init(all: Moment? = nil, each: [String: Moment] = [:]) {
    self.all = all
    self.each = each
  }
}

/// Where the moments are kept between two syncs; what cannot be read or written costs requests, no more.
public protocol CheckKeeper: Sendable {
  func read() -> CheckMoments
  func write(_ moments: CheckMoments)
}

/// Chooses the dossiers whose parts are read again though the server's list shows no change.
///
/// A list does not show the content of a rol, eigenschap or notitie that was there already, nor a new version of a
/// document (OPENZAAK.md). The ones that were unchecked longest come first; which were read within the last hour wait.
///
/// Pure.
struct RecheckChoice: Sendable {
  /// Seconds after which a dossier may be read again.
  static let youngest = 3600

  let limit: Int
  /// Whether all are read again, however recently they were.
  let all: Bool
  let now: Moment
  let moments: CheckMoments
  private var candidates: [(uuid: String, checked: Moment)] = []

  init(limit: Int, all: Bool, now: Moment, moments: CheckMoments) {
    self.limit = limit
    self.all = all
    self.now = now
    self.moments = moments
  }

  /// Offers an unchanged dossier; only as many are held as will be read.
  mutating func offer(_ dossier: Dossier) {
    let uuid = dossier.uuid
    let checked = [dossier.oldestFetch, moments.all, moments.each[uuid]].compactMap { $0 }.max() ?? now
    guard !all else { return candidates.append((uuid, checked)) }
    guard limit > 0, checked.adding(seconds: RecheckChoice.youngest) <= now else { return }
    if candidates.count == limit {
      guard let latest = candidates.last, (checked, uuid) < (latest.checked, latest.uuid) else { return }
      candidates.removeLast()
    }
    let place = candidates.firstIndex { (checked, uuid) < ($0.checked, $0.uuid) } ?? candidates.endIndex
    candidates.insert((uuid, checked), at: place)
  }

  /// The longest unchecked first.
  var chosen: [String] {
    candidates.sorted { ($0.checked, $0.uuid) < ($1.checked, $1.uuid) }.map(\.uuid)
  }
}

extension Dossier {
  /// When the part that was read longest ago was read.
  var oldestFetch: Moment {
    var oldest = zaak.fetched
    func take<Fields>(_ items: [Fetched<Fields>]) { for item in items { oldest = min(oldest, item.fetched) } }
    take(statussen)
    take(rollen)
    take(eigenschappen)
    take(zaakobjecten)
    take(zaakinformatieobjecten)
    take(documenten)
    take(besluiten)
    take(notities)
    if let resultaat { oldest = min(oldest, resultaat.fetched) }
    return oldest
  }

  /// Whether the server said the same, whenever and in whatever order it did.
  func saysTheSame(as other: Dossier) -> Bool {
    PullPlan.saysTheSame(zaak.value, other.zaak.value) && parts == other.parts
  }

  private var parts: [ResourceKind: [String: JSONObject]] {
    var parts: [ResourceKind: [String: JSONObject]] = [:]
    for kind in ResourceKind.allCases where kind != .zaken {
      let bodies = bodies(kind)
      guard !bodies.isEmpty else { continue }
      parts[kind] = Dictionary(bodies.map { ($0["url"]?.string ?? "", $0) }) { first, _ in first }
    }
    return parts
  }
}
