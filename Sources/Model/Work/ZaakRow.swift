/// One row of a werkvoorraad: what the index keeps of a zaak.
public struct ZaakRow: Sendable, Hashable, Identifiable {
  public let uuid: String
  public let identificatie: String
  public let omschrijving: String
  /// The omschrijving of the zaaktype; empty where its catalogue is not here.
  public let zaaktype: String
  /// The omschrijving of the current statustype.
  public let status: String
  /// Names, with commas between.
  public let behandelaar: String
  /// The last day on which the zaak has to be done; nil where it has none or is closed.
  public let deadline: Day?
  public let isOpen: Bool
  public let mark: SyncMark

  public init(
    uuid: String, identificatie: String, omschrijving: String, zaaktype: String, status: String, behandelaar: String,
    deadline: Day?, isOpen: Bool, mark: SyncMark
  ) {
    self.uuid = uuid
    self.identificatie = identificatie
    self.omschrijving = omschrijving
    self.zaaktype = zaaktype
    self.status = status
    self.behandelaar = behandelaar
    self.deadline = deadline
    self.isOpen = isOpen
    self.mark = mark
  }

  public var id: String { uuid }
}

/// What the caseworker has to know about a zaak's operations.
public enum SyncMark: String, Sendable, CaseIterable {
  case none = ""
  /// Waits to be sent, or its outcome is being found out.
  case waiting = "wachtend"
  case rejected = "afgewezen"
  case conflict

  public init(_ operations: some Sequence<PendingOperation>) {
    var mark = SyncMark.none
    for operation in operations {
      switch operation.state {
      case .conflict: mark = .conflict
      case .rejected: if mark != .conflict { mark = .rejected }
      case .waiting, .unknown: if mark == .none { mark = .waiting }
      }
    }
    self = mark
  }
}

extension Record where Fields == ZaakFields {
  public var isOpen: Bool { self.einddatum == nil }

  /// The last day on which the zaak has to be done: by law, else as planned; nil where closed.
  public var deadline: Day? {
    guard isOpen else { return nil }
    return self.uiterlijkeEinddatumAfdoening ?? self.einddatumGepland
  }
}

extension ZaakRow {
  /// The row of a dossier as it is shown, with the operations that wait on it.
  public init(_ dossier: Dossier, pending: [PendingOperation], zaaktype: ZaaktypeVersie?) {
    let shown = dossier.applying(pending.filter(\.isShown).map(\.operation))
    let zaak = shown.zaak.value
    self.init(
      uuid: dossier.uuid, identificatie: zaak.identificatie, omschrijving: zaak.omschrijving,
      zaaktype: zaaktype?.naam ?? "",
      status: shown.status.flatMap { zaaktype?.statustype($0.statustype)?.omschrijving } ?? "",
      behandelaar: shown.behandelaars.map(\.naam).joined(separator: ", "), deadline: zaak.deadline,
      isOpen: zaak.isOpen, mark: SyncMark(pending))
  }
}
