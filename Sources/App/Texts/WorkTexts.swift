import Model
import Rules

/// What the user did and what became of it.
extension Texts {
  /// `status Zienswijzen`, `wijziging van omschrijving en toelichting`.
  func operation(_ operation: Operation, _ zaaktype: ZaaktypeVersie?) -> String {
    switch operation.change {
    case .zetStatus(let status):
      "status " + (zaaktype?.statustype(status.statustype)?.omschrijving ?? unknownStatustype)
    case .wijzigZaak(let fields):
      say("wijziging van ", "change of ") + list(fields.map(\.field))
    case .handeling(let handeling): self.handeling(handeling, zaaktype)
    }
  }

  func state(_ state: OperationState) -> String {
    switch state {
    case .waiting: say("wacht op versturen", "waits to be sent")
    case .unknown: outcomeUnknown
    case .rejected(let rejection): refused(rejection)
    case .conflict: changedMeanwhile
    }
  }

  var outcomeUnknown: String {
    say(
      "verstuurd, de uitkomst wordt bij de volgende sync nagegaan",
      "sent; the next sync finds out what became of it")
  }

  /// The server's own words, and its code.
  func refused(_ rejection: Rejection) -> String {
    let code = [rejection.status.map(String.init) ?? "", rejection.code].filter { !$0.isEmpty }.joined(separator: " ")
    let head = say("afgewezen door de server", "rejected by the server") + (code.isEmpty ? "" : " (" + code + ")")
    return rejection.detail.isEmpty ? head : head + ": " + quoted(rejection.detail)
  }

  var changedMeanwhile: String {
    say("op de server intussen anders gewijzigd", "changed otherwise on the server meanwhile")
  }

  func conflict(_ field: FieldConflict) -> String {
    field.field + ": " + say("was ", "was ") + value(field.base) + say(", op de server ", ", on the server ")
      + value(field.theirs) + say(", van u ", ", yours ") + value(field.mine)
  }

  /// A field with its new value and its old one.
  func change(_ change: FieldChange) -> String {
    change.field + " " + value(change.new) + say(", was ", ", was ") + value(change.old)
  }

  var stand: String { say("Stand", "State") }
  var becomes: String { say("Wordt", "Becomes") }

  private func value(_ json: JSON) -> String {
    switch json {
    case .null: say("leeg", "empty")
    case .string(let text): text.isEmpty ? say("leeg", "empty") : quoted(text)
    case .bool, .number, .array, .object: say("een andere waarde", "another value")
    }
  }

  var troubleHeading: String { say("Aan u om te beslissen", "Up to you") }
  var wayOn: String {
    say(
      "Met de toets u trekt u de laatste wijziging in; met e of s maakt u daarna een nieuwe.",
      "The key u withdraws the last change; e or s then makes a new one.")
  }
  var waitingHeading: String { say("Wachtend op versturen", "Waiting to be sent") }
  var withdrawHint: String { say("u intrekken", "u withdraw") }
  var nothingToWithdraw: String {
    say("Er is geen wijziging die nog verstuurd moet worden.", "There is no change that has to be sent.")
  }
  var maybeSentAlready: String {
    say(
      "De wijziging is misschien al bij de server; de volgende sync gaat dat na.",
      "The change may be with the server already; the next sync finds out.")
  }
  func withdrawn(_ what: String) -> String { say("Ingetrokken: ", "Withdrawn: ") + what + "." }
  var draftWaits: String {
    say(
      "Er staat nog getypte tekst die niet bewaard is: e of s brengt u erheen.",
      "Some typed text was not kept yet: e or s takes you there.")
  }

  // MARK: Before closing

  var toDoBeforeClosing: String { say("Nog te doen voor afsluiten", "To do before closing") }
  func ready(_ done: Int, of all: Int) -> String {
    number(done) + say(" van ", " of ") + number(all) + say(" gereed", " done")
  }
  var resultaatChosen: String { say("resultaat gekozen", "result chosen") }
  var nothingLocked: String { say("geen document vergrendeld", "no document locked") }
  var gebruiksrechtKnown: String {
    say("gebruiksrecht van elk document vastgelegd", "gebruiksrecht of every document recorded")
  }

  func obstacle(_ obstacle: StatusObstacle) -> String {
    switch obstacle {
    case .noResultaat: say("er is nog geen resultaat gekozen", "no result was chosen yet")
    case .lockedDocuments(let titles):
      documents(titles.count) + say(" vergrendeld: ", " locked: ") + list(titles.map(quoted))
    case .noGebruiksrecht(let titles):
      documents(titles.count) + say(" zonder gebruiksrecht: ", " without gebruiksrecht: ") + list(titles.map(quoted))
    case .isCurrent: say("dit is de status nu", "this is the status now")
    case .closed:
      say(
        "de zaak is afgesloten; heropenen vraagt een eigen recht",
        "the case is closed; reopening needs a right of its own")
    case .noRight(let scope): missingRight(scope)
    }
  }

  /// The obstacle in a few words, for a list.
  func obstacleShort(_ obstacle: StatusObstacle) -> String {
    switch obstacle {
    case .noResultaat: say("geen resultaat", "no result")
    case .lockedDocuments(let titles): documents(titles.count) + say(" vergrendeld", " locked")
    case .noGebruiksrecht(let titles):
      documents(titles.count) + say(" zonder gebruiksrecht", " without gebruiksrecht")
    case .isCurrent: say("huidige status", "current status")
    case .closed: say("zaak is afgesloten", "case is closed")
    case .noRight: say("geen recht", "no right")
    }
  }

  private func missingRight(_ scope: Scope) -> String {
    say(
      "het recht \(scope.rawValue) ontbreekt; vraag uw beheerder erom, en sync als het net verleend is",
      "the right \(scope.rawValue) is missing; ask your administrator, and sync if it was granted just now")
  }

  /// Why the server surely refuses something, as a sentence of its own.
  func cannotWithout(_ scope: Scope) -> String {
    say("Kan nu niet: ", "Not possible now: ") + missingRight(scope) + "."
  }

  func cannotWithoutShort(_ scope: Scope) -> String {
    say(
      "Kan nu niet: het recht \(scope.rawValue) ontbreekt.", "Not possible now: the right \(scope.rawValue) is missing."
    )
  }

  func cannotYetShort(_ obstacles: [StatusObstacle]) -> String {
    say("Kan nu niet: ", "Not possible now: ") + list(obstacles.map(obstacleShort)) + "."
  }

  func cannotYet(_ obstacles: [StatusObstacle]) -> String {
    say("Kan nu niet: ", "Not possible now: ") + list(obstacles.map(obstacle)) + "."
  }
}
