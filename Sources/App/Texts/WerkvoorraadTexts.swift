extension Texts {
  var werkvoorraad: String { say("Werkvoorraad", "Work list") }
  var columnZaak: String { say("Zaak", "Case") }
  var columnOmschrijving: String { say("Omschrijving", "Description") }
  var columnZaaktype: String { say("Zaaktype", "Type") }
  var columnStatus: String { "Status" }
  var columnBehandelaar: String { say("Behandelaar", "Handler") }
  var columnTermijn: String { say("Termijn", "Term") }
  var closedShort: String { say("afgesloten", "closed") }
  var filter: String { say("Filter", "Filter") }
  var filterPlaceholder: String {
    say("begin van een nummer, woord of naam", "beginning of a number, word or name")
  }

  var noZaakToOpen: String { say("Er is geen zaak om te openen.", "There is no case to open.") }

  func nothingFound(_ text: String) -> String {
    say("Geen zaak gevonden met ", "No case found with ") + quoted(text) + "."
  }

  var nothingFoundHelp: String {
    say(
      "Elk woord moet aan het begin van een woord van de zaak staan. Esc wist het filter.",
      "Every word has to begin a word of the case. Esc clears the filter.")
  }

  var firstRun: String {
    say("Er staan nog geen zaken op deze computer.", "There are no cases on this computer yet.")
  }

  var firstRunSync: String {
    say(
      "Druk S om uw zaken van de server op te halen. Daarna werkt u ermee met en zonder verbinding.",
      "Press S to fetch your cases from the server. After that you work with them online and offline.")
  }

  var firstRunHelp: String {
    say("Druk ? voor uitleg van de toetsen.", "Press ? to have the keys explained.")
  }

  var firstSyncRuns: String {
    say("Uw zaken worden opgehaald.", "Your cases are being fetched.")
  }
}
