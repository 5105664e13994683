import Model
import Rules
import Screen

/// Where the parts of the choice stand.
struct StatusKiezenLayout: Sendable {
  private static let reasonRows = 3
  private static let fieldRows = 4

  let heading: Area
  let rows: Area
  /// Why the selected status cannot be set, or what setting it means.
  let reason: Area
  let label: Area
  let field: Area

  init(_ size: Size, choices: Int) {
    let content = Shell.content(size)
    heading = content.top(1)
    let below = content.droppingTop(1)
    // A blank line, the reason, a blank line, the label and the field come after the list.
    let others = 1 + Self.reasonRows + 1 + 1 + Self.fieldRows
    rows = below.top(min(max(1, choices), below.rows - others))
    reason = below.droppingTop(rows.rows + 1).top(Self.reasonRows)
    label = below.droppingTop(rows.rows + Self.reasonRows + 2).top(1)
    field = Area(
      row: label.endRow, column: 1, rows: min(Self.fieldRows, content.endRow - label.endRow),
      columns: min(100, content.columns - 2))
  }
}

extension App {
  func drawStatusKiezen(into frame: inout Frame) -> Shell {
    guard let zaak = state.zaak, let form = state.statusForm else { return Shell() }
    let texts = state.texts
    let choices = state.statusChoices
    let layout = StatusKiezenLayout(state.size, choices: choices.count)
    frame.put(texts.chooseStatus, row: layout.heading.row, column: 1, role: .title)
    drawChoices(choices, form, into: &frame, area: layout.rows)
    if let choice = state.chosenStatus {
      var page = Page(width: frame.size.columns)
      if !choice.isPossible {
        page.text(texts.cannotYet(choice.obstacles), role: .warning)
      } else if choice.isEnd {
        page.text(texts.closesTheZaak, role: .warning)
      } else {
        page.text(choice.statustype.statustekst, role: .quiet)
      }
      frame.draw(page.lines, in: layout.reason)
    }
    drawLabel(
      texts.toelichtingOptional, form.toelichting, maximum: StatusForm.maximumLength, isActive: form.isInField,
      into: &frame, area: layout.label, width: layout.field.columns)
    form.toelichting.draw(
      into: &frame, area: layout.field, isActive: form.isInField, placeholder: texts.statusPlaceholder)
    var shell = Shell(title: zaakTitle(zaak))
    if form.list.visible.count < choices.count {
      shell.position = texts.range(form.list.visible, of: choices.count)
    }
    return shell
  }

  private func drawChoices(_ choices: [StatusChoice], _ form: StatusForm, into frame: inout Frame, area: Area) {
    let current = choices.firstIndex { $0.obstacles.contains(.isCurrent) } ?? -1
    let table = Table(
      [
        Column(title: "", width: .fixed(1)),
        .fitting("", choices.map(\.statustype.omschrijving), limit: 40),
        Column(title: "", width: .rest),
      ], width: area.columns)
    for (row, index) in zip(area.rowRange, form.list.visible) where choices.indices.contains(index) {
      let choice = choices[index]
      let mark = index < current ? "●" : index == current ? "◐" : "○"
      let reasons = choice.obstacles.map(state.texts.obstacleShort).joined(separator: ", ")
      table.draw(
        [
          TableCell(mark, index == current ? .accent : .quiet),
          TableCell(choice.statustype.omschrijving, choice.isPossible ? .text : .quiet), TableCell(reasons, .quiet),
        ], into: &frame, row: row, isSelected: index == form.list.selection)
    }
  }

  /// The label of a field, and how much of it is used.
  func drawLabel(
    _ label: String, _ input: TextInput, maximum: Int?, isActive: Bool, into frame: inout Frame, area: Area, width: Int
  ) {
    frame.put(label, row: area.row, column: 1, width: width, role: isActive ? .accent : .title)
    guard let maximum else { return }
    let used = input.text.unicodeScalars.count
    let text = state.texts.number(used) + "/" + state.texts.number(maximum)
    frame.put(
      text, row: area.row, column: 1 + width - text.count, width: text.count, role: used > maximum ? .danger : .quiet)
  }
}
