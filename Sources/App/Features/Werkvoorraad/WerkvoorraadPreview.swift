import Model
import Rules
import Screen

extension App {
  /// The zaak under the selection, in a few lines below the list.
  func drawPreview(into frame: inout Frame, area: Area) {
    frame.rule(row: area.row)
    let body = area.droppingTop(1)
    guard let row = state.werkvoorraad.selectedRow else { return }
    let who = [row.zaaktype, row.behandelaar].filter { !$0.isEmpty }.joined(separator: " · ")
    let whoWidth = min(TextWidth.of(who), body.columns / 2)
    frame.put(
      row.omschrijving, row: body.row, column: 1, width: body.columns - whoWidth - 4, role: .strong)
    frame.put(who, row: body.row, column: body.endColumn - whoWidth - 1, width: whoWidth, role: .quiet)
    guard let preview = state.werkvoorraad.preview, preview.uuid == row.uuid, let shown = preview.shown else { return }
    let presenter = ZaakPresenter(shown, app: self)
    var lines: [Line] = presenter.path(width: body.columns).prefix(2).map { $0 }
    if let termijn = presenter.termijnInOneLine {
      lines += TextWidth.wrap(termijn, to: body.columns - 2, maximum: 4 - lines.count - 1)
        .map { Line(pieces: [Line.Piece(column: 1, text: $0, role: .text)]) }
    }
    lines.append(Line(pieces: [Line.Piece(column: 1, text: presenter.summaryLine, role: .quiet)]))
    frame.draw(lines, in: body.droppingTop(1))
  }
}
