/// Watches one reading of a list, page by page, for signs that a page skipped something.
///
/// Servers page by offset, so a list that changes while it is read shifts. Read newest first, a zaak that comes in goes
/// to the front and pushes others to the next page: they come twice, and none is missed. One that goes (deleted, closed,
/// no longer mine) pulls others to a page that has been read: those are skipped, and the number that the server counts
/// gets smaller from that page to the next. Where as many come in as go, nothing shifts. Only a zaak that comes in
/// further on (an identificatie of its own choice, an older one that is assigned) between the same two pages as another
/// goes escapes this; so a list that brings many zaken for the first time is read twice.
///
/// Pure.
struct ListWatch: Sendable {
  /// So often at most a list is read in one sync; one that is still changing then is read on by the next sync.
  static let mostReadings = 4

  private var seen = 0
  private var unknown = 0
  private var pageSize = 0
  private var last: Int?
  private var least: Int?
  private var hasShrunk = false

  /// - Parameters:
  ///   - new: zaken on this page that no earlier page of this reading had
  ///   - unknown: those of them that this machine did not have yet
  ///   - total: how many the server says there are on all pages
  mutating func page(new: Int, unknown: Int, items: Int, total: Int?) {
    seen += new
    self.unknown += unknown
    pageSize = max(pageSize, items)
    guard let total else { return }
    if let last, total < last { hasShrunk = true }
    last = total
    least = min(least ?? total, total)
  }

  /// Whether the list has to be read again for what this reading may have skipped.
  ///
  /// A server that counts more than it shows, the same twice, does so always (zaken that we may not see).
  ///
  /// - Parameter before: the reading before this one
  func mustReadAgain(after before: ListWatch?) -> Bool {
    if hasShrunk || unknown > pageSize { return true }
    guard seen < least ?? 0 else { return false }
    guard let before else { return true }
    return (before.seen, before.least) != (seen, least)
  }
}
