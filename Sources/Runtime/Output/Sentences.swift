import App
import Rules
import Store
import Sync

/// What went wrong and what the user can do, in whole sentences.
public struct Sentences: Sendable {
  let language: Language

  public init(_ language: Language) { self.language = language }

  func say(_ nl: String, _ en: String) -> String {
    switch language {
    case .nl: nl
    case .en: en
    }
  }

  public var cannotWithdraw: String {
    say(
      "Deze wijziging is al onderweg of verstuurd en kan niet meer worden ingetrokken.",
      "This change is on its way or has been sent, and can no longer be withdrawn.")
  }

  /// Why a status cannot be set now, and what to do first.
  public func of(_ obstacle: StatusObstacle, statustype: String) -> String {
    switch obstacle {
    case .noResultaat:
      say(
        "'\(statustype)' sluit de zaak, en daarvoor is eerst een resultaat nodig.",
        "'\(statustype)' closes the zaak, which needs a resultaat first.")
    case .lockedDocuments(let titles):
      say(
        "'\(statustype)' sluit de zaak, maar er zijn documenten vergrendeld: \(titles.joined(separator: ", ")).",
        "'\(statustype)' closes the zaak, but documents are locked: \(titles.joined(separator: ", ")).")
    case .noGebruiksrecht(let titles):
      say(
        "'\(statustype)' sluit de zaak, maar van deze documenten is niet bepaald of er gebruiksrechten zijn: "
          + "\(titles.joined(separator: ", ")).",
        "'\(statustype)' closes the zaak, but of these documents the gebruiksrecht is not known: "
          + "\(titles.joined(separator: ", ")).")
    case .isCurrent:
      say("De zaak heeft de status '\(statustype)' al.", "The zaak has the status '\(statustype)' already.")
    case .closed:
      say(
        "De zaak is afgesloten; heropenen vraagt een eigen recht.",
        "The zaak is closed; reopening asks a right of its own.")
    case .noRight(let scope): noRight(scope)
    }
  }

  /// The scope that this applicatie surely does not have.
  public func noRight(_ scope: Scope) -> String {
    say(
      "Vraag uw beheerder om het recht \(scope.rawValue); is het net verleend, draai dan `zaak sync`.",
      "Ask your administrator for the right \(scope.rawValue); if it was granted just now, run `zaak sync`.")
  }

  public func of(_ error: SyncError) -> String {
    switch error {
    case .remote(let error): of(error)
    case .store(let error): error.description
    case .emptied(let stored):
      say(
        "De server gaf geen enkele zaak, terwijl hier \(stored) staan. Er is niets verwijderd; "
          + "vraag de beheerder wat er met de server is. Klopt het, draai dan `zaak sync --geloof-leeg`.",
        "The server listed no zaak at all, while \(stored) are stored here. Nothing was removed; "
          + "ask the administrator what happened to the server. If it is right, run `zaak sync --geloof-leeg`.")
    }
  }

  public func of(_ error: RemoteError) -> String {
    switch error {
    case .unreachable(let words):
      say(
        "\(words) Uw werk staat veilig in de wachtrij; probeer het later opnieuw.",
        "Server unreachable: \(words) Your work is safe in the queue; try again later.")
    case .lost(let status, let words):
      say(
        "De server gaf geen bruikbaar antwoord (\(status.map(String.init) ?? words)). "
          + "Uw werk staat veilig in de wachtrij; probeer het later opnieuw.",
        "The server gave no usable answer (\(status.map(String.init) ?? words)). "
          + "Your work is safe in the queue; try again later.")
    case .busy:
      say(
        "De server vraagt om te wachten. Probeer het over een minuut opnieuw.",
        "The server asks to wait. Try again in a minute.")
    case .notSignedIn(let problem):
      say(
        "De server aanvaardt de aanmelding niet: \(problem.words) "
          + "Controleer client-id, geheim en de klok van deze machine, of vraag de beheerder.",
        "The server does not accept the sign-in: \(problem.words) "
          + "Check client id, secret and the clock of this machine, or ask the administrator.")
    case .forbidden(let problem):
      say(
        "U hebt hier geen recht toe: \(problem.words) Vraag de beheerder om het recht.",
        "You have no right to do this: \(problem.words) Ask the administrator for it.")
    case .notFound:
      say("De server kent dit niet (meer).", "The server does not have this (any more).")
    case .rejected(let problem):
      say("De server weigert: \(problem.words)", "The server refuses: \(problem.words)")
    case .malformed(let words):
      say(
        "De server gaf een antwoord dat geen ZGW is: \(words) Controleer het adres in het profiel.",
        "The server gave an answer that is no ZGW: \(words) Check the address in the profile.")
    case .foreignOrigin(let words):
      say(
        "De server verwijst naar een adres buiten het profiel; dat is niet gevolgd: \(words)",
        "The server points to an address outside the profile; it was not followed: \(words)")
    case .configuration(let words): words
    case .cancelled: say("Gestopt.", "Stopped.")
    }
  }
}
