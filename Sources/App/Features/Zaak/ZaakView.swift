import Model
import Screen

extension App {
  func drawZaak(into frame: inout Frame) -> Shell {
    guard let zaak = state.zaak else { return Shell() }
    var shell = Shell(title: zaakTitle(zaak))
    let layout = ZaakLayout(state)
    TabBar(zaak, texts: state.texts, area: layout.tabs).draw(into: &frame)
    guard let shown = zaak.shown else {
      var page = Page(width: layout.body.columns)
      page.text(zaak.isMissing ? state.texts.zaakIsGone : state.texts.loading, role: .quiet)
      frame.draw(page.lines, in: layout.body)
      return shell
    }
    let presenter = ZaakPresenter(shown, app: self)
    if zaak.tab == .overzicht {
      let lines = presenter.overview(width: layout.overview.columns, hasDraft: hasDraft(zaak.uuid))
      frame.draw(lines[zaak.scroll.visible.clamped(to: lines.indices)], in: layout.overview)
      if zaak.scroll.visible.count < lines.count {
        shell.position = state.texts.lines(zaak.scroll.visible, of: lines.count)
      }
    } else {
      drawList(into: &frame, zaak: zaak, presenter: presenter, layout: layout)
      if let list = zaak.lists[zaak.tab], list.visible.count < list.count {
        shell.position = state.texts.range(list.visible, of: list.count)
      }
    }
    return shell
  }

  func zaakTitle(_ zaak: ZaakState) -> [(text: String, role: Role)] {
    let value = zaak.shown?.dossier.zaak.value
    return [
      (value?.identificatie ?? zaak.row.identificatie, .strong), (value?.omschrijving ?? zaak.row.omschrijving, .bar),
    ]
  }

  private func drawList(into frame: inout Frame, zaak: ZaakState, presenter: ZaakPresenter, layout: ZaakLayout) {
    let content = presenter.list(zaak.tab, width: layout.body.columns)
    guard let list = zaak.lists[zaak.tab], let selection = list.selection, content.items.indices.contains(selection)
    else {
      frame.put(state.texts.nothing(zaak.tab), row: layout.header.row, column: 1, role: .quiet)
      return
    }
    let table = Table(content.columns, width: layout.body.columns)
    table.drawHeader(into: &frame, row: layout.header.row)
    for (row, index) in zip(layout.rows.rowRange, list.visible) where content.items.indices.contains(index) {
      table.draw(content.items[index].cells, into: &frame, row: row, isSelected: index == selection)
    }
    var page = Page(width: layout.detail.columns)
    for (label, text) in content.items[selection].detail { page.field(label, text) }
    frame.rule(row: layout.detail.row)
    let room = layout.detail.droppingTop(1)
    frame.draw(page.lines, in: room)
    if page.lines.count > room.rows {
      let hint = " " + state.texts.moreToRead + " "
      frame.put(
        hint, row: layout.detail.row, column: frame.size.columns - TextWidth.of(hint) - 2, role: .quiet)
    }
  }
}
