import Model
import Screen

/// One thing that happened with the zaak.
struct TimelineEntry: Sendable {
  let day: Day
  /// Minutes and microseconds do not matter between days; nil where only the day is known.
  let moment: Moment?
  let kind: String
  let text: String
  /// What there is to say about it below the list.
  let detail: [(label: String, text: String)]
  var marker = TableCell("")
}

extension ZaakPresenter {
  /// Everything that happened, the newest first; what has only a day comes below what has a time that day.
  var timeline: [TimelineEntry] {
    let entries =
      statusEntries + documentEntries + besluitEntries + rolEntries + notitieEntries + ownEntries
      + pendingEntries
    return entries.enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.day != b.day { return a.day > b.day }
      switch (a.moment, b.moment) {
      case (let first?, let second?): return first == second ? left.offset < right.offset : first > second
      case (_?, nil): return true
      case (nil, _?): return false
      case (nil, nil): return left.offset < right.offset
      }
    }
    .map(\.element)
  }

  var timelineList: ZaakList {
    let items = timeline.map { entry in
      let when = entry.moment.map(moment) ?? date(entry.day)
      return ZaakList.Item(
        cells: [
          TableCell(when, .quiet), entry.marker, TableCell(entry.kind, .quiet), TableCell(entry.text),
        ],
        detail: [(texts.when, when), (entry.kind, entry.text)] + entry.detail)
    }
    return ZaakList(
      columns: [
        .fitting(texts.when, items.map { $0.cells[0].text }, limit: 24),
        Column(title: "", width: .fixed(1)),
        .fitting(texts.what, items.map { $0.cells[2].text }, limit: 16),
        Column(title: "", width: .rest),
      ], items: items)
  }

  private func entry(_ moment: Moment, _ kind: String, _ text: String, _ detail: String = "") -> TimelineEntry {
    TimelineEntry(
      day: local(moment).day, moment: moment, kind: kind, text: text, detail: [(texts.toelichting, detail)])
  }

  private func entry(_ day: Day, _ kind: String, _ text: String, _ detail: String = "") -> TimelineEntry {
    TimelineEntry(day: day, moment: nil, kind: kind, text: text, detail: [(texts.toelichting, detail)])
  }

  private var statusEntries: [TimelineEntry] {
    dossier.statussen.map(\.value).filter { !$0.ref.isPending }.map {
      entry($0.datumStatusGezet, "Status", name(ofStatus: $0.statustype), $0.statustoelichting)
    }
  }

  /// A document counts from the moment at which it came to the zaak, as far as that is known.
  private var documentEntries: [TimelineEntry] {
    dossier.documenten.map(\.value).map { document in
      let link = dossier.zaakinformatieobjecten.first { $0.value.informatieobject == document.ref }
      if let moment = link?.value.registratiedatum ?? document.beginRegistratie {
        return entry(moment, texts.document, document.titel, document.beschrijving)
      }
      return entry(
        document.ontvangstdatum ?? document.creatiedatum, texts.document, document.titel, document.beschrijving)
    }
  }

  private var besluitEntries: [TimelineEntry] {
    dossier.besluiten.map(\.value).map { besluit in
      let type = shown.zaaktype?.besluittypen.first { $0.ref == besluit.besluittype }?.value.omschrijving
      return entry(besluit.datum, "Besluit", type ?? besluit.identificatie, besluit.toelichting)
    }
  }

  private var rolEntries: [TimelineEntry] {
    dossier.rollen.map(\.value).compactMap { rol in
      rol.registratiedatum.map {
        entry($0, texts.rol, [rol.omschrijving, rol.naam].filter { !$0.isEmpty }.joined(separator: ": "))
      }
    }
  }

  private var notitieEntries: [TimelineEntry] {
    dossier.notities.map(\.value).compactMap { notitie in
      notitie.aanmaakdatum.map { entry($0, texts.note, notitie.onderwerp, notitie.tekst) }
    }
  }

  private var ownEntries: [TimelineEntry] {
    [entry(zaak.startdatum, texts.zaak, texts.startedEntry)]
      + (zaak.einddatum.map { [entry($0, texts.zaak, texts.closedEntry)] } ?? [])
  }

  /// What the operation sets.
  private func values(of operation: Operation) -> [(label: String, text: String)] {
    switch operation.change {
    case .zetStatus(let status): [(texts.toelichting, status.toelichting)]
    case .wijzigZaak(let fields): fields.map { (texts.becomes, texts.change($0)) }
    case .handeling(let handeling): texts.values(of: handeling)
    }
  }

  private var pendingEntries: [TimelineEntry] {
    shown.pending.map { pending in
      let mark = SyncMark([pending])
      let made = pending.operation.made
      return TimelineEntry(
        day: local(made).day, moment: made, kind: texts.yours,
        text: texts.operation(pending.operation, shown.zaaktype),
        detail: [(texts.stand, texts.state(pending.state))] + values(of: pending.operation),
        marker: TableCell(mark.symbol, mark.role))
    }
  }
}
