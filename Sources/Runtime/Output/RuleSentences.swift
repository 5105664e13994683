import Model
import Rules
import Screen

/// What stands in the way of an intent, in one sentence that says what to do.
extension Sentences {
  public func of(_ error: RuleError) -> String {
    switch error {
    case .missing(let field): say("Geef een waarde voor \(field).", "Give a value for \(field).")
    case .tooLong(let field, let count, let max):
      say(
        "De waarde van \(field) heeft \(count) tekens; ten hoogste \(max) mag. Kort hem in.",
        "The value of \(field) has \(count) characters; at most \(max) are allowed. Shorten it.")
    case .wrongForm(let field, let vorm):
      say("De waarde van \(field) moet \(form(vorm)) zijn.", "The value of \(field) has to be \(form(vorm)).")
    case .notOne(let text, let of, let choices):
      say(
        "'\(safe(text))' wijst niet precies een \(of) aan. \(choose(choices))",
        "'\(safe(text))' does not point at exactly one \(of). \(choose(choices))")
    case .reasonMissing:
      say("Hiervoor is een reden nodig; geef die met --reden.", "This needs a reason; give one with --reden.")
    case .fixed(let field):
      say(
        "\(field) kan hiermee niet worden gewijzigd: het ligt vast, of er is een eigen opdracht voor.",
        "\(field) cannot be changed by this: it is fixed, or there is a command of its own for it.")
    case .closed: say("De zaak is afgesloten. Heropen hem eerst.", "The zaak is closed. Reopen it first.")
    case .notClosed: say("De zaak is niet afgesloten.", "The zaak is not closed.")
    case .reopensByOther(let name):
      say(
        "'\(name)' is de eindstatus en heropent de zaak niet. Kies een andere status.",
        "'\(name)' is the end status and does not reopen the zaak. Choose another status.")
    case .obstacle(let obstacle, let statustype): of(obstacle, statustype: statustype)
    case .alreadyThere(let what): say("Er is al: \(safe(what)).", "It is there already: \(safe(what)).")
    case .notThere(let what): say("Er is geen \(safe(what)) bij deze zaak.", "This zaak has no \(safe(what)).")
    case .termijn(let problem): of(problem)
    case .relatie(let problem): of(problem)
    case .eigenschap(let naam, let problem): of(problem, naam)
    case .zaaktypeHasNone, .zaaktypeNotInForce, .foreignProduct, .betaaldatumWithoutKosten,
      .receivedIsNotInBewerking, .documentLocked, .documentNotOfBesluittype:
      notAllowed(error)
    }
  }

  /// What the zaaktype or the standard does not allow.
  private func notAllowed(_ error: RuleError) -> String {
    switch error {
    case .zaaktypeHasNone(let what):
      say("Het zaaktype kent geen \(what).", "The zaaktype has no \(what).")
    case .zaaktypeNotInForce(let name):
      say(
        "Zaaktype '\(name)' is niet geldig; kies een versie die nu geldt.",
        "Zaaktype '\(name)' is not in force; choose a version that is.")
    case .foreignProduct(let url):
      say("Het zaaktype kent dit product niet: \(safe(url)).", "The zaaktype does not have this product: \(safe(url)).")
    case .betaaldatumWithoutKosten:
      say(
        "Zonder kosten is er geen betaaldatum. Maak laatsteBetaaldatum leeg.",
        "Without costs there is no date of payment. Empty laatsteBetaaldatum.")
    case .receivedIsNotInBewerking:
      say(
        "Een ontvangen document is niet in bewerking of ter vaststelling. Geef een andere status.",
        "A received document is not being written. Give another status.")
    case .documentLocked(let titel):
      say(
        "'\(safe(titel))' is vergrendeld: iemand bewerkt het. Probeer het later opnieuw.",
        "'\(safe(titel))' is locked: someone is editing it. Try again later.")
    case .documentNotOfBesluittype(let titel):
      say(
        "Document '\(safe(titel))' is van een soort die niet bij dit besluittype hoort.",
        "Document '\(safe(titel))' is of a kind that does not go with this besluittype.")
    case .missing, .tooLong, .wrongForm, .notOne, .reasonMissing, .fixed, .closed, .notClosed, .reopensByOther,
      .obstacle, .alreadyThere, .notThere, .termijn, .relatie, .eigenschap:
      ""
    }
  }

  private func of(_ problem: RuleError.TermijnProblem) -> String {
    switch problem {
    case .verlengingNotPossible: say("Dit zaaktype kent geen verlenging.", "This zaaktype has no extension.")
    case .verlengingTooLong(let max):
      say(
        "De verlengingen samen mogen ten hoogste \(max) duren.", "The extensions together may take \(max) at most.")
    case .verlengingWithoutDuur:
      say("Een verlenging duurt ten minste een dag.", "An extension takes a day at least.")
    case .opschortingNotPossible: say("Dit zaaktype kent geen opschorting.", "This zaaktype has no suspension.")
    case .isSuspended: say("De zaak is al opgeschort.", "The zaak is suspended already.")
    case .isNotSuspended: say("De zaak is niet opgeschort.", "The zaak is not suspended.")
    case .sinceUnknown:
      say(
        "Er staat nergens sinds wanneer de zaak is opgeschort; geef die dag met --sinds.",
        "It is written nowhere since when the zaak has been suspended; give that day with --sinds.")
    case .beforeSuspension(let since):
      say(
        "De zaak is opgeschort sinds \(since.text); hervatten kan niet op een eerdere dag.",
        "The zaak has been suspended since \(since.text); it cannot be resumed on an earlier day.")
    }
  }

  private func of(_ problem: RuleError.RelatieProblem) -> String {
    switch problem {
    case .itself: say("Een zaak hangt niet samen met zichzelf.", "A zaak is not related to itself.")
    case .hoofdzaakIsDeelzaak:
      say(
        "Een deelzaak kan geen hoofdzaak zijn; kies de hoofdzaak daarvan.",
        "A deelzaak cannot be a hoofdzaak; choose the hoofdzaak of that one.")
    case .hasDeelzaken:
      say(
        "Deze zaak heeft zelf deelzaken en kan geen deelzaak worden.",
        "This zaak has deelzaken itself and cannot become one.")
    case .notDeelzaaktype:
      say(
        "Zaken van dit zaaktype kunnen geen deelzaak van die zaak zijn.",
        "Zaken of this zaaktype cannot be a deelzaak of that zaak.")
    }
  }

  private func of(_ problem: RuleError.EigenschapProblem, _ naam: String) -> String {
    switch problem {
    case .notAmong(let values):
      say("\(naam) heeft een vaste lijst. \(choose(values))", "\(naam) has a fixed list. \(choose(values))")
    case .tooLong(let lengte):
      say("\(naam) heeft ten hoogste \(lengte) tekens.", "\(naam) has \(lengte) characters at most.")
    case .notGetal(let lengte):
      say(
        "\(naam) is een getal van ten hoogste \(lengte) cijfers.", "\(naam) is a number of \(lengte) digits at most.")
    case .notDatum: say("\(naam) is een datum als 20261122.", "\(naam) is a date like 20261122.")
    case .notDatumTijd:
      say("\(naam) is een datum met tijd als 20261122143000.", "\(naam) is a date with a time like 20261122143000.")
    }
  }

  private func form(_ vorm: Vorm) -> String {
    switch vorm {
    case .text: say("een tekst", "a text")
    case .day: say("een datum als 2026-11-22", "a date like 2026-11-22")
    case .moment: say("een tijdstip als 2026-11-22T14:02:00+01:00", "a moment like 2026-11-22T14:02:00+01:00")
    case .duration: say("een duur als P6W of P14D", "a duration like P6W or P14D")
    case .number: say("een geheel getal", "a whole number")
    case .bool: say("ja of nee", "ja or nee")
    case .url: say("een webadres", "a web address")
    case .json: say("JSON", "JSON")
    case .code(let codes): say("een van ", "one of ") + codes.joined(separator: ", ")
    case .bsn: say("een BSN: negen cijfers die de 11-proef doorstaan", "a BSN: nine digits that pass the 11-check")
    case .rsin: say("een RSIN: negen cijfers die de 11-proef doorstaan", "an RSIN: nine digits that pass the 11-check")
    case .kvk: say("een KvK-nummer: acht cijfers", "a KvK number: eight digits")
    }
  }

  private func choose(_ choices: [String]) -> String {
    guard !choices.isEmpty else { return say("Er is er geen.", "There is none.") }
    let shown = choices.prefix(30).map(safe).joined(separator: ", ") + (choices.count > 30 ? ", …" : "")
    return say("Kies uit: \(shown).", "Choose from: \(shown).")
  }

  /// A text in a message: harmless for a terminal, and never a BSN.
  private func safe(_ text: String) -> String {
    TextWidth.cut(Nummer.masked(text), to: 80)
  }
}
