/// Which zaken are kept on this machine.
public struct Werkset: Sendable, Hashable {
  /// The identificaties of the zaaktypen; empty for all.
  public var zaaktypen: [String]
  /// The identificatie of a medewerker; nil for whoever deals with the zaak.
  public var behandelaar: String?
  /// Only zaken without an einddatum.
  public var openOnly: Bool

  public init(zaaktypen: [String] = [], behandelaar: String? = nil, openOnly: Bool = false) {
    self.zaaktypen = zaaktypen
    self.behandelaar = behandelaar
    self.openOnly = openOnly
  }
}
