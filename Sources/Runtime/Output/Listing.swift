import App
import Model
import Rules
import Screen

/// Rows of the werkvoorraad for the command line, as text and as JSON.
public enum Listing {
  public static func json(_ rows: [ZaakRow]) -> JSON {
    .array(
      rows.map { row in
        [
          "uuid": .string(row.uuid), "identificatie": .string(row.identificatie),
          "omschrijving": .string(row.omschrijving), "zaaktype": .string(row.zaaktype), "status": .string(row.status),
          "behandelaar": .string(row.behandelaar), "deadline": row.deadline.json, "sync": .string(row.mark.rawValue),
        ]
      })
  }

  /// A table with a heading; what comes from a server is made safe for a terminal.
  public static func text(_ rows: [ZaakRow], today: Day, language: Language) -> String {
    let headings =
      switch language {
      case .nl: ["Zaak", "Onderwerp", "Zaaktype", "Status", "Behandelaar", "Termijn", ""]
      case .en: ["Zaak", "Subject", "Zaaktype", "Status", "Behandelaar", "Deadline", ""]
      }
    let lines = rows.map { row in
      [
        row.identificatie, row.omschrijving, row.zaaktype, row.status, row.behandelaar,
        row.deadline.map { term($0, today: today, language) } ?? "", mark(row.mark),
      ]
    }
    return TextTable(headings, widest: [24, 40, 22, 22, 20, 24, 1]).text(lines)
  }

  /// The sentence for a reference that several zaken fit.
  public static func ambiguous(_ reference: String, _ rows: [ZaakRow]) -> String {
    let names = rows.prefix(5).map { TextWidth.cut($0.identificatie, to: 40) }.joined(separator: ", ")
    return
      "'\(TextWidth.cut(Nummer.masked(reference), to: 60))' past op meer zaken: \(names)\(rows.count > 5 ? ", …" : ""). "
      + "Geef de hele identificatie."
  }

  private static func term(_ day: Day, today: Day, _ language: Language) -> String {
    let left = day - today
    switch language {
    case .nl:
      return day.text + (left < 0 ? " (\(-left) d te laat)" : left == 0 ? " (vandaag)" : " (nog \(left) d)")
    case .en:
      return day.text + (left < 0 ? " (\(-left) d late)" : left == 0 ? " (today)" : " (\(left) d left)")
    }
  }

  private static func mark(_ mark: SyncMark) -> String {
    switch mark {
    case .none: ""
    case .waiting: "↑"
    case .rejected, .conflict: "!"
    }
  }
}
