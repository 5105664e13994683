import Model
import Screen

/// What every screen can say.
extension Texts {
  func tooSmall(_ size: Size, needed: Size) -> String {
    let has = "\(size.columns)×\(size.rows)"
    let needs = "\(needed.columns)×\(needed.rows)"
    return say(
      "Dit venster is \(has); Zaaklijn heeft \(needs) nodig. Maak het venster groter of de letter kleiner. "
        + "Er gaat niets verloren: alles staat er daarna weer, ook wat u typte.",
      "This window is \(has); Zaaklijn needs \(needs). Make the window larger or the font smaller. "
        + "Nothing is lost: everything will be back, what you typed too.")
  }

  var leavingLosesText: String {
    say(
      "Er is getypte tekst die nog niet bewaard is. Druk nogmaals q om zonder die tekst te stoppen.",
      "Some typed text has not been kept yet. Press q again to leave without it.")
  }

  var kept: String {
    say("Bewaard, wordt verstuurd bij de volgende sync.", "Kept; it will be sent at the next sync.")
  }

  var stillKeeping: String {
    say("Uw wijziging wordt op dit moment bewaard.", "Your change is being kept at this moment.")
  }

  var loading: String { say("Wordt gelezen…", "Reading…") }
}
