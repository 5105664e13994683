import Model

/// The texts of the documents of one zaak.
struct DemoLetter {
  let gemeente: String
  let zaak: JSONObject
  let applicant: String
  let worker: String?
  let address: String

  struct File {
    let title: String
    let name: String
    let format: String
    let bytes: [UInt8]
  }

  /// Letters and reports are PDF, notes and lists plain text.
  func file(_ kind: String, day: Day) -> File {
    let number = zaak.text("identificatie")
    let title = "\(kind) \(number)"
    let lines = lines(kind, day: day)
    let stem = kind.lowercased().replacing(" ", with: "-") + "-" + number.lowercased()
    if ["Notitie", "Inventarislijst", "Verslag"].contains(kind) {
      let text = ([title, ""] + lines).joined(separator: "\n") + "\n"
      return File(title: title, name: stem + ".txt", format: "text/plain", bytes: Array(text.utf8))
    }
    return File(
      title: title, name: stem + ".pdf", format: "application/pdf", bytes: Pdf.page(title: title, lines: lines))
  }

  private func lines(_ kind: String, day: Day) -> [String] {
    let (year, month, date) = day.parts
    let head = ["Gemeente \(gemeente)", "\(date)-\(month)-\(year)", "Betreft: \(zaak.text("omschrijving"))", ""]
    let signed = ["", "Met vriendelijke groet,", worker ?? "Team behandeling"]
    switch kind {
    case "Aanvraag":
      return head + [
        "Geachte heer, mevrouw,", "", "Hierbij vraag ik u om deze zaak in behandeling te nemen.",
        "Het gaat om het adres \(address).", "Graag hoor ik wanneer ik een besluit kan verwachten.", "", applicant,
      ]
    case "Ontvangstbevestiging":
      return head + [
        "Beste \(applicant),", "", "Wij hebben uw brief ontvangen en het nummer \(zaak.text("identificatie")) gegeven.",
        "U krijgt uiterlijk op \(zaak.text("uiterlijkeEinddatumAfdoening")) bericht van ons.",
      ] + signed
    case "Besluit":
      return head + [
        "Beste \(applicant),", "", "Wij hebben over uw verzoek beslist. Hieronder leest u waarom.",
        "Bent u het er niet mee eens? Maak dan binnen zes weken bezwaar.",
      ] + signed
    case "Advies":
      return head + [
        "Het plan past binnen het beleid.", "Advies: meewerken, met aandacht voor het uitzicht van de buren.",
      ]
    case "Inventarislijst":
      return head + [
        "1;nota;2025-03-11;openbaar;", "2;e-mail;2025-03-14;deels openbaar;5.1.2e",
        "3;advies;2025-04-02;niet openbaar;5.2",
      ]
    case "Verslag":
      return head + [
        "Gesprek gevoerd met \(applicant).", "Afgesproken: de gegevens worden binnen twee weken aangevuld.",
      ]
    default:
      return head + ["Dit stuk hoort bij zaak \(zaak.text("identificatie")).", "Opgesteld voor de demonstratie."]
    }
  }
}
