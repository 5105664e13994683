import Model
import Rules

/// The zaak screen: tabs, labels, and what can be said of its parts.
extension Texts {
  func tab(_ tab: ZaakTab) -> String {
    switch tab {
    case .overzicht: say("Overzicht", "Overview")
    case .statussen: say("Statussen", "Statuses")
    case .documenten: say("Documenten", "Documents")
    case .betrokkenen: say("Betrokkenen", "Parties")
    case .besluiten: say("Besluiten", "Decisions")
    case .tijdlijn: say("Tijdlijn", "Timeline")
    }
  }

  func nothing(_ tab: ZaakTab) -> String {
    switch tab {
    case .overzicht, .tijdlijn: say("Er is nog niets gebeurd.", "Nothing has happened yet.")
    case .statussen: say("Deze zaak heeft nog geen status.", "This case has no status yet.")
    case .documenten: say("Deze zaak heeft geen documenten.", "This case has no documents.")
    case .betrokkenen: say("Deze zaak heeft geen betrokkenen.", "This case has no parties.")
    case .besluiten: say("Bij deze zaak is geen besluit vastgelegd.", "No decision was recorded for this case.")
    }
  }

  func lines(_ rows: Range<Int>, of total: Int) -> String {
    say("regel ", "line ") + range(rows, of: total)
  }

  var zaakIsGone: String {
    say("Deze zaak staat niet meer op deze computer.", "This case is not on this computer any more.")
  }
  var noCatalogue: String {
    say(
      "Het zaaktype staat nog niet op deze computer; S haalt het op.",
      "The zaaktype is not on this computer yet; S fetches it.")
  }
  var notCompleteYet: String {
    say(
      "Van deze zaak is nog niet alles opgehaald; de volgende sync haalt de rest.",
      "Not all of this case was fetched yet; the next sync fetches the rest.")
  }
  var nothingSelected: String { say("Hier is niets gekozen.", "Nothing is selected here.") }
  var moreToRead: String { say("⏎ meer", "⏎ more") }

  // MARK: Labels

  var behandelaar: String { say("Behandelaar", "Handler") }
  var initiator: String { "Initiator" }
  var nobody: String { say("nog niemand", "nobody yet") }
  var omschrijving: String { say("Omschrijving", "Description") }
  var toelichting: String { say("Toelichting", "Explanation") }
  var zaaktype: String { say("Zaaktype", "Type") }
  var resultaat: String { say("Resultaat", "Result") }
  var closed: String { say("Afgesloten", "Closed") }
  var termLabel: String { say("Termijn", "Term") }
  var noTerm: String { say("geen termijn geregistreerd", "no term registered") }
  var eigenschappen: String { say("Eigenschappen", "Properties") }
  var registration: String { say("Registratie", "Registration") }
  var started: String { say("Startdatum", "Started") }
  var registered: String { say("Geregistreerd", "Registered") }
  var confidentiality: String { say("Vertrouwelijk", "Access") }
  var kenmerken: String { say("Kenmerken", "References") }
  var fetchedAt: String { say("Opgehaald", "Fetched") }
  var setAt: String { say("Gezet", "Set") }
  var setBy: String { say("Gezet door", "Set by") }
  var titel: String { say("Titel", "Title") }
  var type: String { say("Soort", "Kind") }
  var created: String { say("Gemaakt", "Created") }
  var file: String { say("Bestand", "File") }
  var author: String { say("Auteur", "Author") }
  var remark: String { say("Let op", "Note") }
  var received: String { say("Ontvangen", "Received") }
  var sent: String { say("Verzonden", "Sent") }
  var beschrijving: String { say("Beschrijving", "Description") }
  var naam: String { say("Naam", "Name") }
  var rol: String { say("Rol", "Role") }
  var kind: String { say("Soort", "Kind") }
  var contact: String { say("Contact", "Contact") }
  var number: String { say("Nummer", "Number") }
  var datum: String { say("Datum", "Date") }
  var ingang: String { say("Gaat in", "Effective") }
  var verval: String { say("Vervalt", "Expires") }
  var reactie: String { say("Reactie voor", "Reply before") }
  var orgaan: String { say("Orgaan", "Authority") }
  var when: String { say("Wanneer", "When") }
  var what: String { say("Wat", "What") }
  var document: String { "Document" }
  var note: String { say("Notitie", "Note") }
  var zaak: String { say("Zaak", "Case") }
  var yours: String { say("Van u", "Yours") }
  var startedEntry: String { say("gestart", "started") }
  var closedEntry: String { say("afgesloten", "closed") }
  var vestiging: String { say("vestiging", "branch") }
  var noStatusYet: String { say("nog geen status", "no status yet") }
  var unknownStatustype: String { say("onbekend statustype", "unknown statustype") }
  var unknownType: String { say("onbekend", "unknown") }
  var notSentYet: String { say("nog niet verstuurd", "not sent yet") }
  var locked: String { say("Vergrendeld: iemand bewerkt het", "Locked: someone is editing it") }
  var lockedShort: String { say("vergrendeld", "locked") }
  var gebruiksrechtMissing: String {
    say("Het gebruiksrecht is nog niet vastgelegd", "Its gebruiksrecht was not recorded yet")
  }
  var noGebruiksrechtShort: String { say("gebruiksrecht?", "gebruiksrecht?") }

  func version(_ number: Int) -> String { number > 0 ? say("versie ", "version ") + self.number(number) : "" }

  func documents(_ value: Int) -> String {
    count(value, Words("document", "document"), Words("documenten", "documents"))
  }
  func besluitenCount(_ value: Int) -> String {
    count(value, Words("besluit", "decision"), Words("besluiten", "decisions"))
  }

  // MARK: Codes of the standard

  func status(_ status: DocumentStatus) -> String {
    switch status {
    case .inBewerking: say("in bewerking", "draft")
    case .terVaststelling: say("ter vaststelling", "to be adopted")
    case .definitief: say("definitief", "final")
    case .gearchiveerd: say("gearchiveerd", "archived")
    }
  }

  func betrokkene(_ type: BetrokkeneType) -> String {
    switch type {
    case .natuurlijkPersoon: say("persoon", "person")
    case .nietNatuurlijkPersoon: say("organisatie", "organisation")
    case .vestiging: say("vestiging", "branch")
    case .organisatorischeEenheid: say("afdeling", "department")
    case .medewerker: say("medewerker", "employee")
    }
  }

  func level(_ level: Vertrouwelijkheidaanduiding) -> String {
    switch level {
    case .openbaar: say("openbaar", "public")
    case .beperktOpenbaar: say("beperkt openbaar", "limited public")
    case .intern: say("intern", "internal")
    case .zaakvertrouwelijk: say("zaakvertrouwelijk", "case confidential")
    case .vertrouwelijk: say("vertrouwelijk", "confidential")
    case .confidentieel: say("confidentieel", "strictly confidential")
    case .geheim: say("geheim", "secret")
    case .zeerGeheim: say("zeer geheim", "top secret")
    }
  }

  // MARK: The term

  func termReason(_ reason: Termijn.Reason, origin: String?) -> String {
    if let origin { return origin }
    return switch reason {
    case .uiterlijk: say("uiterlijke einddatum, zo geregistreerd", "latest end date, as registered")
    case .gepland: say("geplande einddatum, zo geregistreerd", "planned end date, as registered")
    }
  }

  func countedFrom(_ start: Day, _ doorlooptijd: ISODuration, today: Day) -> String {
    duration(doorlooptijd) + say(" na de start op ", " after the start on ") + date(start, today: today)
  }

  /// - Parameter isAdded: whether the day is known to lie so much later for it
  func extended(_ duur: ISODuration, reden: String, isAdded: Bool) -> String {
    let text =
      isAdded
      ? "plus " + duration(duur) + say(" verlenging", " extension")
      : say("verlengd met ", "extended by ") + duration(duur)
    return reden.isEmpty ? text : text + ": " + quoted(reden)
  }

  func suspended(_ reden: String) -> String {
    let text = say("opgeschort, de termijn staat stil", "suspended, the term stands still")
    return reden.isEmpty ? text : text + ": " + quoted(reden)
  }
}
