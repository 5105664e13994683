import Model
import Rules
import Screen

/// The first tab: what the zaak is, what has to be done, what waits.
extension ZaakPresenter {
  func overview(width: Int, hasDraft: Bool) -> [Line] {
    var page = Page(width: width)
    if hasDraft { page.text(texts.draftWaits, role: .warning) }
    addTrouble(to: &page)
    page.blank()
    addStatus(to: &page, width: width)
    addTerm(to: &page)
    addPeople(to: &page)
    addWaiting(to: &page)
    page.blank()
    page.field(texts.omschrijving, zaak.omschrijving.isEmpty ? "–" : zaak.omschrijving)
    page.field(texts.toelichting, zaak.toelichting)
    addClosing(to: &page)
    addEigenschappen(to: &page)
    addRegistration(to: &page)
    if !dossier.isComplete {
      page.blank()
      page.text(texts.notCompleteYet, role: .quiet)
    }
    return page.lines
  }

  private func addStatus(to page: inout Page, width: Int) {
    let lines = path(width: width, column: Page.valueColumn)
    if lines.isEmpty {
      page.field("Status", statusName)
    } else {
      for (index, line) in lines.enumerated() {
        var line = line
        if index == 0 { line.pieces.insert(Line.Piece(column: 1, text: "Status", role: .quiet), at: 0) }
        page.add(line)
      }
    }
    if let status = dossier.status, !status.statustoelichting.isEmpty {
      page.below(texts.quoted(status.statustoelichting))
    }
    if let resultaat = dossier.resultaat?.value {
      let type = shown.zaaktype?.resultaattypen.first { $0.ref == resultaat.resultaattype }?.value.omschrijving
      let text = [type ?? texts.unknownType, resultaat.toelichting].filter { !$0.isEmpty }.joined(separator: " · ")
      page.field(texts.resultaat, text)
    }
    if let closed = zaak.einddatum { page.field(texts.closed, date(closed)) }
  }

  private func addTerm(to page: inout Page) {
    guard zaak.isOpen else { return }
    guard let termijn else {
      page.field(texts.termLabel, texts.noTerm, role: .quiet)
      return
    }
    page.field(texts.termLabel, termijn.text, role: termijn.role)
    for reason in termijnReasons { page.below(reason) }
  }

  private func addPeople(to page: inout Page) {
    let behandelaars = dossier.behandelaars.map(person)
    page.field(
      texts.behandelaar, behandelaars.isEmpty ? texts.nobody : texts.list(behandelaars),
      role: behandelaars.isEmpty ? .quiet : .text)
    if !initiators.isEmpty { page.field(texts.initiator, texts.list(initiators.map(person))) }
  }

  /// What the server refused or changed meanwhile, in its own words, with the way on.
  private func addTrouble(to page: inout Page) {
    let troubled = shown.pending.filter { $0.isTroubled }
    guard !troubled.isEmpty else { return }
    page.heading(texts.troubleHeading)
    for pending in troubled {
      let what = moment(pending.operation.made) + " " + texts.operation(pending.operation, shown.zaaktype)
      switch pending.state {
      case .waiting, .unknown: break
      case .rejected(let rejection):
        page.item("!", .error, what + ": " + texts.refused(rejection), hint: "")
      case .conflict(let fields):
        page.item("!", .conflict, what + ": " + texts.changedMeanwhile)
        for field in fields {
          page.item("", .text, texts.conflict(field), role: .quiet)
        }
      }
    }
    page.item("", .text, texts.wayOn, role: .quiet)
  }

  private func addWaiting(to page: inout Page) {
    let waiting = shown.pending.filter { !$0.isTroubled }
    guard !waiting.isEmpty else { return }
    page.heading(texts.waitingHeading, hint: texts.withdrawHint)
    for pending in waiting {
      let what = moment(pending.operation.made) + " " + texts.operation(pending.operation, shown.zaaktype)
      switch pending.state {
      case .waiting: page.item("↑", .pending, what)
      case .unknown: page.item("↑", .pending, what + " · " + texts.outcomeUnknown)
      case .rejected, .conflict: break
      }
    }
  }

  /// What has to be done before the zaak can be closed (`zrc-007`).
  private func addClosing(to page: inout Page) {
    guard zaak.isOpen, dossier.isComplete else { return }
    let open = dossier.closingObstacles
    let checks: [(obstacle: StatusObstacle?, done: String)] = [
      (open.first { $0.kind == .resultaat }, texts.resultaatChosen),
      (open.first { $0.kind == .lock }, texts.nothingLocked),
      (open.first { $0.kind == .gebruiksrecht }, texts.gebruiksrechtKnown),
    ]
    let done = checks.count { $0.obstacle == nil }
    page.heading(texts.toDoBeforeClosing, hint: texts.ready(done, of: checks.count))
    for check in checks {
      if let obstacle = check.obstacle {
        page.item("✗", .warning, texts.obstacle(obstacle))
      } else {
        page.item("✓", .success, check.done, role: .quiet)
      }
    }
  }

  private func addEigenschappen(to page: inout Page) {
    guard !dossier.eigenschappen.isEmpty else { return }
    page.heading(texts.eigenschappen)
    let names = dossier.eigenschappen.map { TextWidth.of($0.value.naam) }
    let column = max(Page.valueColumn, min(22, names.max() ?? 0) + 3)
    for eigenschap in dossier.eigenschappen.map(\.value) {
      page.field(eigenschap.naam, value(of: eigenschap), column: column)
    }
  }

  /// A date in words where the zaaktype says that it is one (`JJJJMMDD`, `ztc-015`), else the value as it is.
  private func value(of eigenschap: ZaakEigenschap) -> String {
    let type = shown.zaaktype?.eigenschappen.first { $0.ref == eigenschap.eigenschap }?.value
    let digits = eigenschap.waarde
    guard type?.specificatie?.formaat == .datum, digits.count == 8,
      let day = Day(digits.prefix(4) + "-" + digits.dropFirst(4).prefix(2) + "-" + digits.suffix(2))
    else { return digits }
    return date(day)
  }

  private func addRegistration(to page: inout Page) {
    page.heading(texts.registration)
    page.field(texts.zaaktype, shown.zaaktype?.naam ?? texts.unknownType)
    page.field(texts.started, date(zaak.startdatum))
    if let registered = zaak.registratiedatum, registered != zaak.startdatum {
      page.field(texts.registered, date(registered))
    }
    if let level = zaak.vertrouwelijkheidaanduiding { page.field(texts.confidentiality, texts.level(level)) }
    page.field(texts.kenmerken, zaak.kenmerken.map { $0.kenmerk + " (" + $0.bron + ")" }.joined(separator: ", "))
    page.field(texts.fetchedAt, moment(dossier.zaak.fetched))
  }
}

extension PendingOperation {
  /// Whether the user has to decide about it.
  var isTroubled: Bool {
    switch state {
    case .rejected, .conflict: true
    case .waiting, .unknown: false
    }
  }
}

extension StatusObstacle {
  enum Kind: Hashable { case resultaat, lock, gebruiksrecht, other }

  var kind: Kind {
    switch self {
    case .noResultaat: .resultaat
    case .lockedDocuments: .lock
    case .noGebruiksrecht: .gebruiksrecht
    case .isCurrent, .closed, .noRight: .other
    }
  }
}
