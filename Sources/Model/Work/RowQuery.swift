/// Which rows of the werkvoorraad are asked for.
public struct RowQuery: Sendable, Hashable {
  /// Words that must all be found, each by its beginning; empty for all zaken.
  public var text: String
  public var scope: RowScope
  public var offset: Int
  public var limit: Int

  public init(text: String = "", scope: RowScope = .all, offset: Int = 0, limit: Int = 100) {
    self.text = text
    self.scope = scope
    self.offset = offset
    self.limit = limit
  }
}

/// A stretch of the rows that a query gives, in the order of their deadline.
public struct RowPage: Sendable, Hashable {
  public let rows: [ZaakRow]
  /// How many rows the query has in all.
  public let count: Int

  public init(rows: [ZaakRow], count: Int) {
    self.rows = rows
    self.count = count
  }
}

/// A zaak as the caseworker sees it: the server's word with what waits on top of it.
public struct ShownDossier: Sendable, Hashable {
  /// With the waiting operations applied.
  public let dossier: Dossier
  /// All that has not ended, also what the server refused.
  public let pending: [PendingOperation]
  /// Nil where the catalogue is not here.
  public let zaaktype: ZaaktypeVersie?

  public init(_ word: Dossier, pending: [PendingOperation], zaaktype: ZaaktypeVersie?) {
    dossier = word.applying(pending.filter(\.isShown).map(\.operation))
    self.pending = pending
    self.zaaktype = zaaktype
  }
}
