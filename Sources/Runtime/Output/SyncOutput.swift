import App
import Model
import Sync

/// What a sync did, for the command line.
public enum SyncOutput {
  public static func json(_ report: SyncReport) -> JSON {
    [
      "opgehaald": .number(report.fetched), "verstuurd": .number(report.sent), "afgewezen": .number(report.rejected),
      "conflicten": .number(report.conflicts), "onbekend": .number(report.unknown),
      "nagelezen": .number(report.rechecked), "verzoeken": .number(report.requests),
      "duur": .number(seconds(report)),
    ]
  }

  public static func text(_ report: SyncReport, language: Language) -> String {
    switch language {
    case .nl:
      "\(report.fetched) opgehaald, \(report.sent) verstuurd, \(report.rejected) afgewezen, "
        + "\(report.conflicts) \(report.conflicts == 1 ? "conflict" : "conflicten"), \(report.unknown) onbekend; "
        + "\(report.requests) verzoeken in \(seconds(report)) s\n"
        + (report.skipped == 0
          ? "" : "\(report.skipped) zaken gaf de server niet; de volgende sync vraagt ze opnieuw.\n")
    case .en:
      "\(report.fetched) fetched, \(report.sent) sent, \(report.rejected) rejected, "
        + "\(report.conflicts) \(report.conflicts == 1 ? "conflict" : "conflicts"), \(report.unknown) unknown; "
        + "\(report.requests) requests in \(seconds(report)) s\n"
        + (report.skipped == 0 ? "" : "\(report.skipped) zaken the server did not give; the next sync asks again.\n")
    }
  }

  /// With three decimals.
  private static func seconds(_ report: SyncReport) -> String {
    let milliseconds = max(0, Int((report.seconds * 1000).rounded()))
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
