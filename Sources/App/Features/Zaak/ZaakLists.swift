import Model
import Screen

/// What a tab that is a list shows.
struct ZaakList: Sendable {
  struct Item: Sendable {
    let cells: [TableCell]
    /// Everything there is to say about it, below the list.
    let detail: [(label: String, text: String)]
  }

  let columns: [Column]
  let items: [Item]
}

extension ZaakPresenter {
  func count(_ tab: ZaakTab) -> Int {
    switch tab {
    case .overzicht: 0
    case .statussen: dossier.statussen.count
    case .documenten: dossier.documenten.count
    case .betrokkenen: dossier.rollen.count
    case .besluiten: dossier.besluiten.count
    case .tijdlijn: timeline.count
    }
  }

  func list(_ tab: ZaakTab, width: Int) -> ZaakList {
    switch tab {
    case .overzicht: ZaakList(columns: [], items: [])
    case .statussen: statussen
    case .documenten: documenten(width: width)
    case .betrokkenen: betrokkenen(width: width)
    case .besluiten: besluiten
    case .tijdlijn: timelineList
    }
  }

  /// The latest first.
  private var statussen: ZaakList {
    let items = dossier.statussen.map(\.value).sorted { $0.datumStatusGezet > $1.datumStatusGezet }.map { status in
      let when = moment(status.datumStatusGezet)
      let name = name(ofStatus: status.statustype)
      let rol = status.gezetdoor.flatMap { ref in dossier.rollen.first { $0.ref == ref } }.map { person($0.value) }
      return ZaakList.Item(
        cells: [
          TableCell(when, .quiet), TableCell(name), TableCell(status.statustoelichting, .quiet),
          TableCell(status.ref.isPending ? "↑" : "", .pending),
        ],
        detail: [
          ("Status", name), (texts.setAt, status.ref.isPending ? when + " · " + texts.notSentYet : when),
          (texts.setBy, rol ?? ""), (texts.toelichting, status.statustoelichting),
        ])
    }
    return ZaakList(
      columns: [
        .fitting(texts.setAt, items.map { $0.cells[0].text }, limit: 24),
        .fitting("Status", items.map { $0.cells[1].text }, limit: 30),
        Column(title: texts.toelichting, width: .rest), Column(title: "", width: .fixed(1)),
      ], items: items)
  }

  private func documenten(width: Int) -> ZaakList {
    let sorted = dossier.documenten.map(\.value).sorted { ($0.creatiedatum, $0.titel) > ($1.creatiedatum, $1.titel) }
    let items = sorted.map { document in
      let type = shown.zaaktype?.informatieobjecttypen.first { $0.ref == document.informatieobjecttype }
      let typeName = type?.value.omschrijving ?? ""
      let remark =
        document.locked ? texts.lockedShort : document.indicatieGebruiksrecht == nil ? texts.noGebruiksrechtShort : ""
      return ZaakList.Item(
        cells: [
          TableCell(document.titel), TableCell(typeName, .quiet), TableCell(date(document.creatiedatum), .quiet),
          TableCell(document.status.map(texts.status) ?? "", .quiet), TableCell(remark, .warning),
        ],
        detail: detail(of: document, type: typeName))
    }
    return ZaakList(
      columns: [
        Column(title: texts.titel, width: .rest),
        .fitting(texts.type, items.map { $0.cells[1].text }, limit: 24, from: 100),
        .fitting(texts.created, items.map { $0.cells[2].text }, limit: 15),
        .fitting("Status", items.map { $0.cells[3].text }, limit: 16),
        .fitting("", items.map { $0.cells[4].text }, limit: 20),
      ], items: items)
  }

  private func detail(
    of document: EnkelvoudigInformatieObject, type: String
  ) -> [(label: String, text: String)] {
    let file = [document.bestandsnaam, document.bestandsomvang.map(texts.bytes) ?? "", document.formaat]
      .filter { !$0.isEmpty }.joined(separator: " · ")
    let kind = [type, document.status.map(texts.status) ?? "", texts.version(document.versie)].filter { !$0.isEmpty }
    let closing = [
      document.locked ? texts.locked : "",
      document.indicatieGebruiksrecht == nil ? texts.gebruiksrechtMissing : "",
    ]
    return [
      (texts.titel, document.titel), (texts.type, kind.joined(separator: " · ")), (texts.file, file),
      (texts.author, document.auteur), (texts.remark, closing.filter { !$0.isEmpty }.joined(separator: ". ")),
      (texts.confidentiality, document.vertrouwelijkheidaanduiding.map(texts.level) ?? ""),
      (texts.received, document.ontvangstdatum.map(date) ?? ""), (texts.sent, document.verzenddatum.map(date) ?? ""),
      (texts.beschrijving, document.beschrijving),
    ]
  }

  private func betrokkenen(width: Int) -> ZaakList {
    let items = dossier.rollen.map(\.value).map { rol in
      let kind = rol.betrokkeneType.map(texts.betrokkene) ?? ""
      let contact = rol.contactpersoonRol.map { contact in
        [contact.naam, contact.functie, contact.telefoonnummer, contact.emailadres].filter { !$0.isEmpty }
          .joined(separator: " · ")
      }
      return ZaakList.Item(
        cells: [
          TableCell(rol.omschrijving, .quiet), TableCell(rol.naam), TableCell(number(rol), .quiet),
          TableCell(kind, .quiet),
        ],
        detail: [
          (texts.naam, person(rol)), (texts.rol, rol.omschrijving), (texts.kind, kind),
          (texts.contact, contact ?? ""), (texts.registered, rol.registratiedatum.map(moment) ?? ""),
          (texts.toelichting, rol.roltoelichting),
        ])
    }
    return ZaakList(
      columns: [
        .fitting(texts.rol, items.map { $0.cells[0].text }, limit: 24),
        Column(title: texts.naam, width: .rest),
        .fitting(texts.number, items.map { $0.cells[2].text }, limit: 22),
        .fitting(texts.kind, items.map { $0.cells[3].text }, limit: 24, from: 100),
      ], items: items)
  }

  private var besluiten: ZaakList {
    let items = dossier.besluiten.map(\.value).sorted { $0.datum > $1.datum }.map { besluit in
      let type = shown.zaaktype?.besluittypen.first { $0.ref == besluit.besluittype }?.value.omschrijving
      return ZaakList.Item(
        cells: [
          TableCell(date(besluit.datum), .quiet), TableCell(type ?? texts.unknownType),
          TableCell(besluit.identificatie, .quiet), TableCell(besluit.toelichting, .quiet),
        ],
        detail: [
          (
            "Besluit",
            [type ?? texts.unknownType, besluit.identificatie].filter { !$0.isEmpty }.joined(separator: " · ")
          ),
          (texts.datum, date(besluit.datum)), (texts.ingang, date(besluit.ingangsdatum)),
          (texts.verval, besluit.vervaldatum.map(date) ?? ""),
          (texts.reactie, besluit.uiterlijkeReactiedatum.map(date) ?? ""),
          (texts.orgaan, besluit.bestuursorgaan), (texts.toelichting, besluit.toelichting),
        ])
    }
    return ZaakList(
      columns: [
        .fitting(texts.datum, items.map { $0.cells[0].text }, limit: 15),
        .fitting("Besluit", items.map { $0.cells[1].text }, limit: 30),
        .fitting(texts.number, items.map { $0.cells[2].text }, limit: 20),
        Column(title: texts.toelichting, width: .rest),
      ], items: items)
  }
}
