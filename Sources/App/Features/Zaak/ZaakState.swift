import Model
import Screen

enum ZaakTab: Sendable, Hashable, CaseIterable {
  case overzicht, statussen, documenten, betrokkenen, besluiten, tijdlijn

  /// The tab so many places further, going round.
  func moved(by places: Int) -> ZaakTab {
    let all = ZaakTab.allCases
    let index = (all.firstIndex(of: self) ?? 0) + places
    return all[(index % all.count + all.count) % all.count]
  }
}

/// One zaak on the screen.
struct ZaakState: Sendable {
  let uuid: String
  /// What the werkvoorraad knew of it, until the zaak itself is read.
  let row: ZaakRow
  var shown: ShownDossier?
  /// Whether the store said that the zaak is not (or no longer) here.
  var isMissing = false
  var tab = ZaakTab.overzicht
  var scroll = Scroll()
  /// The selection in each tab that is a list.
  var lists: [ZaakTab: ListWindow] = [:]
  /// Whether the selected item takes most of the screen.
  var isDetailLarge = false
  /// The operation that is being taken back, and what it is called.
  var withdrawing: Withdrawal?

  struct Withdrawal: Sendable, Hashable {
    let operation: Operation
    let name: String
  }

  init(_ row: ZaakRow) {
    uuid = row.uuid
    self.row = row
  }

  mutating func take(_ shown: ShownDossier?) {
    self.shown = shown
    isMissing = shown == nil
  }

  /// The last operation that can be taken back: not one that the server may have carried out already.
  var withdrawable: PendingOperation? {
    shown?.pending.last { operation in
      switch operation.state {
      case .waiting, .rejected, .conflict: true
      case .unknown: false
      }
    }
  }
}
