import App
import Model

/// The werkset of a profile for the command line.
public enum WerksetOutput {
  public static func json(_ werkset: Werkset) -> JSON {
    [
      "zaaktypen": werkset.zaaktypen.json, "trefwoorden": werkset.trefwoorden.json,
      "behandelaar": werkset.behandelaar.map { .string($0) } ?? .null, "teams": werkset.teams.json,
      "open": .bool(werkset.openOnly), "gestartVanaf": werkset.startedFrom?.json ?? .null,
      "afgeslotenVanaf": werkset.closedFrom?.json ?? .null,
    ]
  }

  public static func text(_ werkset: Werkset, language: Language) -> String {
    let nl = language == .nl
    let all = nl ? "alle" : "all"
    let lines = [
      [nl ? "Zaaktypen" : "Zaaktypen", list(werkset.zaaktypen, all)],
      [nl ? "Trefwoorden" : "Keywords", list(werkset.trefwoorden, all)],
      [nl ? "Behandelaar" : "Handler", werkset.behandelaar ?? (werkset.teams.isEmpty ? all : "–")],
      ["Teams", list(werkset.teams, werkset.behandelaar == nil ? all : "–")],
      [nl ? "Gestart" : "Started", werkset.startedFrom.map { (nl ? "vanaf " : "from ") + $0.text } ?? all],
      [nl ? "Afgesloten" : "Closed", closed(werkset, nl: nl)],
    ]
    return TextTable(["", ""], widest: [12, 160]).text(lines).drop { $0 == "\n" }.description
  }

  /// In one line, for between other lines.
  static func sentence(_ werkset: Werkset) -> String {
    var parts = [werkset.zaaktypen.isEmpty ? "alle zaaktypen" : werkset.zaaktypen.joined(separator: ", ")]
    if !werkset.trefwoorden.isEmpty { parts.append("trefwoord " + werkset.trefwoorden.joined(separator: " of ")) }
    let who = (werkset.behandelaar.map { ["behandelaar \($0)"] } ?? []) + werkset.teams.map { "team \($0)" }
    if !who.isEmpty { parts.append(who.joined(separator: " of ")) }
    if let day = werkset.startedFrom { parts.append("gestart vanaf \(day.text)") }
    if let day = werkset.closedFrom {
      parts.append("open of afgesloten vanaf \(day.text)")
    } else if werkset.openOnly {
      parts.append("alleen open")
    }
    return parts.joined(separator: ", ")
  }

  private static func list(_ items: [String], _ none: String) -> String {
    items.isEmpty ? none : items.joined(separator: ", ")
  }

  private static func closed(_ werkset: Werkset, nl: Bool) -> String {
    if let day = werkset.closedFrom { return (nl ? "vanaf " : "from ") + day.text }
    return werkset.openOnly ? (nl ? "geen" : "none") : (nl ? "alle" : "all")
  }
}
