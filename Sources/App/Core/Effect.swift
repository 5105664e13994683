import Model

/// What `update` asks of the world.
///
/// Values only; the runtime carries them out, and answers with events.
public enum Effect: Sendable, Hashable {
  /// Answered by `Event.rows`.
  case loadRows(RowQuery, ticket: Int)
  /// Answered by `Event.zaak`.
  case loadZaak(uuid: String)
  /// Read the zaak anew from the server, behind what is shown; answered by `Event.storeChanged` where it changed, and not
  /// at all where it did not or where the server cannot be reached.
  case refresh(uuid: String)
  /// Put an operation in the journal; answered by `Event.recorded` or `Event.recordFailed`.
  case record(Operation)
  /// Take back an operation that was not sent yet; answered by `Event.withdrawn` or `Event.failed`.
  case withdraw(id: String)
  case startSync
  case stopSync
  case quit
}
