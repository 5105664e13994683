import App
import Model
import Screen

extension World {
  static func uuid(_ number: Int) -> String {
    let digits = String(number)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  static func row(
    _ number: Int, _ omschrijving: String = "Plaatsen dakkapel", zaaktype: String = "Omgevingsvergunning",
    status: String = "In behandeling", behandelaar: String = "C. Breugel", days: Int? = 12, isOpen: Bool = true,
    mark: SyncMark = .none
  ) -> ZaakRow {
    let digits = String(10_000 + number)
    return ZaakRow(
      uuid: uuid(number), identificatie: "2026-00" + digits, omschrijving: omschrijving, zaaktype: zaaktype,
      status: status, behandelaar: behandelaar, deadline: days.map { today + $0 }, isOpen: isOpen, mark: mark)
  }

  /// A morning's worth of work.
  static let rows: [ZaakRow] = [
    row(4330, "Plaatsen dakkapel Puckring 240", days: -701),
    row(
      4102, "Woo-verzoek windmolens Oud-Velde", zaaktype: "Woo-verzoek", status: "Zienswijzen", days: 0, mark: .waiting),
    row(3977, "Bezwaar WOZ-waarde Lindelaan 4", zaaktype: "Bezwaar", status: "Hoorzitting", behandelaar: "", days: 1),
    row(
      4288, "Wmo: traplift", zaaktype: "Wmo-melding", status: "Onderzoek", behandelaar: "P. Aksoy", days: 5,
      mark: .waiting),
    row(4301, "Kappen van 3 bomen Eikenlaan", zaaktype: "Kapvergunning", status: "Ontvangen", days: 6),
    row(
      4190, "Subsidie isolatie Kerkstraat 11", zaaktype: "Subsidie", behandelaar: "C. Breugel, P. Aksoy", days: 9,
      mark: .conflict),
    row(
      4412, "Standplaats oliebollen Markt, 1 december tot en met 3 januari, met terras", zaaktype: "Standplaats",
      status: "Ontvangen", days: 17),
    row(4091, "日本語の表示 en café ‘t Hoekje: exploitatie", zaaktype: "Exploitatievergunning", days: 24, mark: .rejected),
    row(
      4002, "Melding openbare ruimte: losse stoeptegels", zaaktype: "Melding", status: "", behandelaar: "", days: nil),
    row(3001, "Verhuizing naar Oud-Velde", zaaktype: "Verhuizing", status: "Afgehandeld", days: nil, isOpen: false),
  ]

  /// The app after its first rows.
  static func werkvoorraad(
    _ language: Language = .nl, size: Size = small, rows: [ZaakRow] = rows, summary: StoreSummary = summary,
    sync: [SyncEvent] = [.finished(SyncResult())]
  ) -> App {
    var app = app(language, size: size)
    var effects = app.start()
    effects += app.update(.storeChanged(summary))
    for event in sync { effects += app.update(.sync(event)) }
    app.answer(effects, rows: rows)
    app.type(.function(12))
    return app
  }
}

extension App {
  /// Answers the questions for rows from a list, as a store would; a filter is looked for in the omschrijving.
  mutating func answer(_ effects: [Effect], rows: [ZaakRow]) {
    for effect in effects {
      guard case .loadRows(let query, let ticket) = effect else { continue }
      let found = rows.filter { query.text.isEmpty || $0.omschrijving.lowercased().contains(query.text.lowercased()) }
      let page = Array(found.dropFirst(query.offset).prefix(query.limit))
      answer(update(.rows(RowPage(rows: page, count: found.count), query: query, ticket: ticket)), rows: rows)
    }
  }
}
