extension Texts {
  var chooseStatus: String { say("Welke status krijgt de zaak?", "Which status does the case get?") }
  var toelichtingOptional: String { say("Toelichting (mag leeg)", "Explanation (optional)") }
  var statusPlaceholder: String {
    say("Tab of t: schrijf hier waarom", "Tab or t: write the reason here")
  }
  var closesTheZaak: String {
    say(
      "Deze status sluit de zaak af, met vandaag als einddatum.",
      "This status closes the case, with today as its end date.")
  }
  var empty: String { say("(leeg)", "(empty)") }
  var yourTextIsBack: String {
    say("Wat u eerder typte, staat er weer.", "What you typed before is back.")
  }
  var yourTextIsBackToEdit: String {
    say(
      "Wat u eerder typte, staat er weer. Ctrl-R begint opnieuw met wat op de zaak staat.",
      "What you typed before is back. Ctrl-R starts over from what is on the case.")
  }
  var draftIsHere: String {
    say(
      "Nog niet bewaard; uw tekst staat klaar als u weer e drukt.", "Not kept yet; your text is there when you press e."
    )
  }
  var nothingChanged: String { say("Er is niets gewijzigd.", "Nothing was changed.") }
  var closedZaakRefuses: String {
    say(
      "De zaak is afgesloten; de server neemt een wijziging alleen aan van wie dat mag.",
      "The case is closed; the server takes a change only from those who may.")
  }

  func tooLong(used: Int, maximum: Int) -> String {
    say(
      "Dit zijn \(number(used)) tekens; ten hoogste \(number(maximum)) mag. Kort het in; er is niets weg.",
      "These are \(number(used)) characters; at most \(number(maximum)) are allowed. Shorten it; nothing is lost.")
  }

  func meanwhile(_ field: String, _ value: String) -> String {
    say("Intussen staat op de zaak als ", "Meanwhile the case has as ") + field + ": "
      + (value.isEmpty ? empty : quoted(value))
  }
}
