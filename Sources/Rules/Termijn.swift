import Model

/// The day on which a zaak has to be done, and why that day.
public struct Termijn: Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    /// The last day by law, as registered with the zaak (uiterlijkeEinddatumAfdoening).
    case uiterlijk
    /// Only a planned day is registered (einddatumGepland).
    case gepland
  }

  public let day: Day
  public let reason: Reason
  /// The verlenging that the day includes, where there is one.
  public let verlenging: Verlenging?
  /// Whether the counting stands still (`Awb 4:15`).
  public let isSuspended: Bool

  /// Nil where the zaak is closed or has no day.
  public init?(_ zaak: Zaak) {
    guard let day = zaak.deadline else { return nil }
    self.day = day
    reason = zaak.uiterlijkeEinddatumAfdoening == nil ? .gepland : .uiterlijk
    verlenging = zaak.verlenging.flatMap { ($0.duur ?? ISODuration()) == ISODuration() ? nil : $0 }
    isSuspended = zaak.opschorting?.indicatie ?? false
  }

  /// Days from today until the day: 0 for today, below 0 when it is past.
  public func daysLeft(today: Day) -> Int { day - today }
}

/// How pressing a number of days left is.
public enum Urgency: Sendable, Hashable, CaseIterable {
  case late, soon, calm

  /// Days left below which a zaak counts as pressing.
  public static let soonDays = 7

  public init(daysLeft: Int) {
    if daysLeft < 0 {
      self = .late
    } else if daysLeft < Urgency.soonDays {
      self = .soon
    } else {
      self = .calm
    }
  }
}
