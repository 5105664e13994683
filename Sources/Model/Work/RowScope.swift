/// A part of the zaken; what is not nil has to hold, all of it.
public struct RowScope: Sendable, Hashable {
  public var openOnly: Bool
  /// The identificatie of a medewerker who deals with the zaak.
  public var behandelaar: String?
  /// Only zaken that nobody deals with.
  public var withoutBehandelaar: Bool
  /// Only zaken with one of these marks.
  public var marks: Set<SyncMark>?
  /// Only open zaken with a deadline on this day or later.
  public var deadlineFrom: Day?
  /// Only open zaken with a deadline on this day or earlier.
  public var deadlineThrough: Day?

  public init(
    openOnly: Bool = false, behandelaar: String? = nil, withoutBehandelaar: Bool = false, marks: Set<SyncMark>? = nil,
    deadlineFrom: Day? = nil, deadlineThrough: Day? = nil
  ) {
    self.openOnly = openOnly
    self.behandelaar = behandelaar
    self.withoutBehandelaar = withoutBehandelaar
    self.marks = marks
    self.deadlineFrom = deadlineFrom
    self.deadlineThrough = deadlineThrough
  }

  public static let all = RowScope()
  public static let open = RowScope(openOnly: true)
  /// Zaken with operations that have not ended.
  public static let pending = RowScope(marks: [.waiting, .rejected, .conflict])
  public static let conflicts = RowScope(marks: [.conflict])
}
