import App
import ArgumentParser
import Model
import Rules
import Runtime
import Store
import Sync

/// Acting on a zaak: from what the user asks to a line in the journal.
extension Session {
  var sentences: Sentences { Sentences(language) }
  var gebruiker: Gebruiker { Gebruiker(id: profile.userId, naam: profile.userName) }

  /// Whether notes can be kept with a zaak, by what the last sync saw.
  var hasNotities: Bool { store.meta(ServerMeta.withoutNotities) != true }

  func mustHaveNotities() throws {
    guard !hasNotities else { return }
    throw Failure(.badData, "Deze server kent geen notities. Zet het in de toelichting van de zaak.")
  }

  /// The zaak that the user means, ready to be acted on.
  func behandeling(_ reference: String) throws -> Behandeling { try behandeling(find(reference)) }

  func behandeling(_ shown: ShownDossier) throws -> Behandeling {
    let environment = SystemClock.environment
    return Behandeling(
      shown.dossier, try zaaktype(shown), gebruiker: gebruiker, now: environment.now(), newID: environment.newID)
  }

  func zaaktype(_ shown: ShownDossier) throws -> ZaaktypeVersie {
    guard let zaaktype = shown.zaaktype else {
      throw Failure(.badData, "Het zaaktype van deze zaak is nog niet opgehaald. Draai eerst `zaak sync`.")
    }
    return zaaktype
  }

  /// What the rules say no to ends the command with their sentence.
  func ruled<Value>(_ work: () throws(RuleError) -> Value) throws -> Value {
    do throws(RuleError) { return try work() } catch { throw Failure(.badData, sentences.of(error)) }
  }

  /// Puts in the journal what `make` makes, which may end by the rules or by what the profile has.
  func record(on dossier: Dossier, reden: String?, _ make: () throws -> Change?) throws {
    let change: Change?
    do { change = try make() } catch let error as RuleError { throw Failure(.badData, sentences.of(error)) }
    try record(change, on: dossier, reden: reden)
  }

  /// What the applicatie of the profile may do, as the last sync heard it.
  var rights: Rights { Rights(json: store.meta(ServerMeta.applicatie)) }

  /// Ends the command where the server surely refuses the change.
  ///
  /// - Parameter dossier: nil where the change makes the zaak
  func mustHaveRight(_ change: Change, on zaak: Ref, _ dossier: Dossier?, _ zaaktype: ZaaktypeVersie?) throws {
    guard let scope = rights.missing(for: change.steps(on: zaak), on: dossier, zaaktype) else { return }
    throw Failure(.noRights, sentences.noRight(scope))
  }

  /// Puts a change in the journal; it is on disk when this returns.
  ///
  /// - Parameters:
  ///   - change: nil where there is nothing to do
  ///   - anyway: also where a right is missing by what the last sync heard
  func record(_ change: Change?, on dossier: Dossier, reden: String? = nil, anyway: Bool = false) throws {
    guard let change else { return }
    try ruled { () throws(RuleError) in try dossier.check(change, reden: reden) }
    if !anyway {
      try mustHaveRight(change, on: dossier.ref, dossier, store.zaaktype(of: dossier.zaak.value.zaaktype))
    }
    try put(change, on: dossier.ref, reden: reden)
  }

  /// Puts a change in the journal of which all was looked at before.
  func put(_ change: Change, on zaak: Ref, reden: String? = nil) throws {
    let environment = SystemClock.environment
    let reason = reden.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    let operation = Operation(
      id: environment.newID(), zaak: zaak, made: environment.now(), change: change, reason: reason)
    try stored { try store.record([.added(operation)]) }
  }

  /// A medewerker by identificatie, with the name that other zaken know; `ik` is the user.
  func medewerker(_ text: String, naam: String?) throws -> Betrokkene {
    if ["ik", "me"].contains(text.lowercased()) {
      return .medewerker(gebruiker.id, naam: naam ?? gebruiker.naam)
    }
    if let naam { return .medewerker(text, naam: naam) }
    let rows = try stored { try store.rows(RowQuery(scope: RowScope(behandelaar: text), limit: 1)).rows }
    let known = try rows.first.flatMap { row in try stored { try store.shown(row.uuid) } }?.dossier.behandelaars
      .compactMap(\.identificatie).first { $0.type == .medewerker && $0.nummer == text }
    return known ?? .medewerker(text, naam: text == gebruiker.id ? gebruiker.naam : "")
  }
}

extension Common {
  /// Opens the profile, and puts in the journal what `make` makes of the user's wish for a zaak.
  ///
  /// - Parameter make: what the rules say no to in it ends the command with their sentence
  func act(on zaak: String, reden: String?, _ make: (Behandeling, Session) throws -> Change?) throws {
    let session = try openSession()
    defer { session.store.close() }
    let werk = try session.behandeling(zaak)
    try session.record(on: werk.dossier, reden: reden) { try make(werk, session) }
  }
}

/// Why the user does something, for the audittrail of the server.
struct Reden: ParsableArguments {
  @Option(name: .customLong("reden"), help: "Waarom; komt in het logboek van de server.") var reden: String?
}

/// A value with a name, as `NAAM=WAARDE`.
struct Toekenning: ExpressibleByArgument {
  let naam: String
  let waarde: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    (naam, waarde) = (String(parts[0]), String(parts[1]))
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension ISODuration: ExpressibleByArgument {
  /// ISO 8601, or a number of days.
  public init?(argument: String) {
    if let days = Int(argument), (1...36_500).contains(days) {
      self.init(days: days)
    } else {
      self.init(argument.uppercased())
    }
  }
}
