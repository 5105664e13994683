import Model
import Rules
import Screen

/// Says what a zaak is, in words and lines.
struct ZaakPresenter: Sendable {
  let shown: ShownDossier
  let texts: Texts
  let today: Day
  let local: @Sendable (Moment) -> Moment

  init(_ shown: ShownDossier, app: App) {
    self.shown = shown
    texts = app.state.texts
    today = app.today
    local = app.environment.local
  }

  var dossier: Dossier { shown.dossier }
  var zaak: Zaak { dossier.zaak.value }

  // MARK: Status

  /// The statustypen with ● ◐ ○, broken into lines where they do not fit.
  func path(width: Int, column start: Int = 1) -> [Line] {
    guard let path = shown.zaaktype?.path, !path.isEmpty else { return [] }
    let current = dossier.status
    let at = path.firstIndex { $0.ref == current?.statustype }
    var lines = [Line()]
    var column = start
    for (index, statustype) in path.enumerated() {
      let isCurrent = index == at
      let mark = isCurrent ? (zaak.isOpen ? "◐" : "●") : index < at ?? -1 ? "●" : "○"
      let name = statustype.omschrijving + " " + mark + (isCurrent && current?.ref.isPending == true ? " ↑" : "")
      let separator = index == 0 ? "" : " ─ "
      if column > start, column + separator.count + TextWidth.of(name) > width - 1 {
        lines.append(Line())
        column = start
      }
      let line = column > start ? separator : index > 0 ? "─ " : ""
      lines[lines.count - 1].pieces.append(Line.Piece(column: column, text: line, role: .rule))
      column += line.count
      lines[lines.count - 1].pieces.append(
        Line.Piece(column: column, text: name, role: isCurrent ? .accent : index < at ?? -1 ? .text : .quiet))
      column += TextWidth.of(name)
    }
    return lines
  }

  var statusName: String { dossier.status.map { name(ofStatus: $0.statustype) } ?? texts.noStatusYet }

  func name(ofStatus ref: Ref) -> String { shown.zaaktype?.statustype(ref)?.omschrijving ?? texts.unknownStatustype }

  // MARK: Term

  /// `wo 16 dec 2026 · nog 24 dagen`.
  var termijn: (text: String, role: Role)? {
    guard let termijn = Termijn(zaak) else { return nil }
    let days = termijn.daysLeft(today: today)
    return (texts.date(termijn.day, today: today) + " · " + texts.daysLeftInFull(days), Optional(days).role)
  }

  /// Why that day: what was registered, how it came about as far as the dates show, and what was added.
  var termijnReasons: [String] {
    guard let termijn = Termijn(zaak) else { return [] }
    let origin = origin(of: termijn)
    var reasons = [texts.termReason(termijn.reason, origin: origin)]
    if let verlenging = termijn.verlenging, let duur = verlenging.duur {
      reasons.append(texts.extended(duur, reden: verlenging.reden, isAdded: origin != nil))
    }
    if termijn.isSuspended, let opschorting = zaak.opschorting { reasons.append(texts.suspended(opschorting.reden)) }
    return reasons
  }

  /// The doorlooptijd of the zaaktype, where counting from the startdatum (with the verlenging) gives the very day.
  private func origin(of termijn: Termijn) -> String? {
    guard let doorlooptijd = shown.zaaktype?.zaaktype.value.doorlooptijd else { return nil }
    let counted = zaak.startdatum.adding(doorlooptijd).adding(termijn.verlenging?.duur ?? ISODuration())
    guard counted == termijn.day else { return nil }
    return texts.countedFrom(zaak.startdatum, doorlooptijd, today: today)
  }

  var termijnInOneLine: String? {
    guard let termijn else { return nil }
    return texts.termLabel + " " + termijn.text + ": " + termijnReasons.joined(separator: ", ")
  }

  /// Counts and initiator, for the preview.
  var summaryLine: String {
    guard dossier.isComplete else { return texts.notCompleteYet }
    var parts = [texts.documents(dossier.documenten.count), texts.besluitenCount(dossier.besluiten.count)]
    if let initiator = initiators.first { parts.append(texts.initiator.lowercased() + " " + initiator.naam) }
    return parts.joined(separator: " · ")
  }

  // MARK: Rollen

  var initiators: [Rol] { dossier.rollen.map(\.value).filter { $0.omschrijvingGeneriek == .initiator } }

  /// The name with its number; of a BSN only the last digits.
  func person(_ rol: Rol) -> String {
    let number = self.number(rol)
    if number.isEmpty || number == rol.naam { return number.isEmpty ? rol.naam : number }
    return rol.betrokkeneType == .medewerker ? rol.naam + " (" + number + ")" : rol.naam + " · " + number
  }

  /// The number by which a register knows the betrokkene, with the name of the register.
  func number(_ rol: Rol) -> String {
    guard let betrokkene = rol.identificatie, !betrokkene.nummer.isEmpty else { return "" }
    return switch betrokkene {
    case .natuurlijkPersoon: "BSN " + ZaakPresenter.masked(betrokkene.nummer)
    case .nietNatuurlijkPersoon: "RSIN " + betrokkene.nummer
    case .vestiging: texts.vestiging + " " + betrokkene.nummer
    case .organisatorischeEenheid, .medewerker: betrokkene.nummer
    }
  }

  /// All but the last three characters as bullets.
  static func masked(_ number: String) -> String {
    let shown = min(3, number.count / 3)
    return String(repeating: "•", count: number.count - shown) + number.suffix(shown)
  }

  // MARK: Times

  func moment(_ moment: Moment) -> String { texts.moment(local(moment), today: today) }
  func date(_ day: Day) -> String { texts.date(day, today: today) }
}
