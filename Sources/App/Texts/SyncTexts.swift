import Model

extension Texts {
  func standOf(_ age: String) -> String { say("stand ", "as of ") + age }
  var neverSynced: String { say("nog niet gesynchroniseerd", "not synced yet") }
  var neverSyncedShort: String { say("nog geen sync", "not synced") }
  func waiting(_ count: Int) -> String { number(count) + say(" wachtend", " waiting") }
  func conflicts(_ value: Int) -> String {
    count(value, Words("conflict", "conflict"), Words("conflicten", "conflicts"))
  }
  func rejected(_ count: Int) -> String { number(count) + say(" afgewezen", " rejected") }
  var online: String { "online" }
  var syncing: String { "sync" }
  var unreachable: String { say("server onbereikbaar", "server unreachable") }
  var unreachableShort: String { say("onbereikbaar", "unreachable") }
  var notSignedIn: String { say("niet aangemeld", "not signed in") }
  var syncFailed: String { say("sync mislukt", "sync failed") }
  var syncStoppedShort: String { say("sync afgebroken", "sync stopped") }
  var syncIsStoppingShort: String { say("sync stopt", "sync stops") }

  var syncTitle: String { say("Synchroniseren", "Synchronise") }
  var syncStarted: String {
    say(
      "De sync loopt; u kunt doorwerken. S toont de voortgang.",
      "The sync runs; you can go on working. S shows the progress.")
  }
  var syncRuns: String { say("De sync loopt", "The sync is running") }
  var syncIsStopping: String { say("De sync wordt afgebroken.", "The sync is being stopped.") }
  var noSyncRuns: String { say("Er loopt nu geen sync.", "No sync is running now.") }
  var syncGoesOnWithoutYou: String {
    say(
      "U kunt met q terug en doorwerken; de sync loopt door.",
      "You can go back with q and work on; the sync goes on.")
  }
  var syncStopped: String {
    say("De sync is afgebroken. Wat al binnen was, is bewaard.", "The sync was stopped. What had come in was kept.")
  }
  var lastAttempt: String { say("Laatste sync", "Last sync") }
  var lastSync: String { say("Stand van", "As of") }
  var waitingLabel: String { say("Wachtend", "Waiting") }
  var toDecide: String { say("Aan u", "Up to you") }
  var troubleHelp: String {
    say(
      "Deze zaken hebben ! in de werkvoorraad; open ze om te zien wat de server zei.",
      "These cases have ! in the work list; open them to see what the server said.")
  }

  func changes(_ value: Int) -> String {
    count(value, Words("wijziging", "change"), Words("wijzigingen", "changes"))
  }

  func trouble(_ summary: StoreSummary) -> String {
    var parts: [String] = []
    if summary.conflicts > 0 { parts.append(conflicts(summary.conflicts)) }
    if summary.rejected > 0 { parts.append(rejected(summary.rejected)) }
    return list(parts)
  }

  func outcome(_ outcome: SyncState.Outcome) -> String {
    switch outcome {
    case .finished(let result): syncFinished(result)
    case .failed(_, let text): text
    case .stopped: syncStopped
    }
  }

  func syncFinished(_ result: SyncResult) -> String {
    if result == SyncResult() { return say("Sync klaar: er was niets nieuws.", "Sync done: there was nothing new.") }
    var parts = [number(result.fetched) + say(" opgehaald", " fetched")]
    if result.sent > 0 { parts.append(number(result.sent) + say(" verstuurd", " sent")) }
    if result.unknown > 0 {
      parts.append(number(result.unknown) + say(" met nog onbekende uitkomst", " with an outcome not known yet"))
    }
    var text = say("Sync klaar: ", "Sync done: ") + list(parts) + "."
    let summary = StoreSummary(rejected: result.rejected, conflicts: result.conflicts)
    if result.needsTheUser {
      text += " " + trouble(summary) + say(": zie ! in de werkvoorraad.", ": see ! in the work list.")
    }
    return text
  }

  func phase(_ phase: SyncPhase) -> String {
    switch phase {
    case .sending: say("Uw werk versturen", "Sending your work")
    case .catalogues: say("Zaaktypen ophalen", "Fetching zaaktypen")
    case .list: say("Lijst van zaken ophalen", "Fetching the list of cases")
    case .dossiers: say("Hele dossiers ophalen", "Fetching whole dossiers")
    }
  }
}
