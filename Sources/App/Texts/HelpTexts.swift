extension Texts {
  var help: String { say("Hulp", "Help") }
  var keysHeading: String { say("Toetsen", "Keys") }
  var typingHeading: String { say("In een veld", "In a field") }
  var mouseHeading: String { say("Muis", "Mouse") }
  var marksHeading: String { say("Tekens", "Marks") }

  var mouseHelp: String {
    say(
      "Klik kiest een regel, een tabblad of een toets van de onderste regel; dubbelklik opent; het wiel schuift.",
      "A click selects a row, a tab or a key of the bottom line; a double click opens; the wheel scrolls.")
  }

  var typingKeys: [(String, String)] {
    [
      ("Ctrl-A Ctrl-E", say("naar het begin of einde van de regel", "to the beginning or end of the line")),
      ("Alt-B Alt-F", say("een woord terug of verder", "one word back or on")),
      ("Ctrl-W", say("het woord voor de cursor wissen", "delete the word before the cursor")),
      (
        "Ctrl-U Ctrl-K", say("wissen tot het begin of einde van de regel", "delete to the beginning or end of the line")
      ),
    ]
  }

  var marks: [(String, String)] {
    [
      ("▌", say("hier bent u", "you are here")),
      ("↑", say("wacht op versturen", "waits to be sent")),
      ("!", say("afgewezen of in conflict: aan u om te beslissen", "rejected or in conflict: up to you")),
      ("● ◐ ○", say("status geweest, nu, nog te komen", "status passed, current, to come")),
      ("✓ ✗", say("gereed, nog te doen voor afsluiten", "done, still to do before closing")),
    ]
  }
}
