import Model
import Screen

/// Where the two fields stand.
struct WijzigenLayout: Sendable {
  private static let maximumWidth = 100
  private static let maximumToelichting = 14

  let omschrijvingLabel: Area
  let omschrijving: Area
  let toelichtingLabel: Area
  let toelichting: Area
  /// What the zaak has meanwhile, and other remarks.
  let remarks: Area

  init(_ size: Size) {
    let content = Shell.content(size)
    let columns = min(Self.maximumWidth, content.columns - 2)
    func area(_ row: Int, _ rows: Int) -> Area { Area(row: content.row + row, column: 1, rows: rows, columns: columns) }
    let remarkRows = 3
    let room = min(Self.maximumToelichting, content.rows - 6 - remarkRows)
    omschrijvingLabel = area(1, 1)
    omschrijving = area(2, 1)
    toelichtingLabel = area(4, 1)
    toelichting = area(5, room)
    remarks = Area(row: toelichting.endRow + 1, column: 0, rows: remarkRows, columns: content.columns)
  }
}

extension App {
  func drawWijzigen(into frame: inout Frame) -> Shell {
    guard let zaak = state.zaak, let form = state.wijzigForm else { return Shell() }
    let texts = state.texts
    let layout = WijzigenLayout(state.size)
    let fields: [(WijzigForm.Field, String, Area, Area)] = [
      (.omschrijving, texts.omschrijving, layout.omschrijvingLabel, layout.omschrijving),
      (.toelichting, texts.toelichting, layout.toelichtingLabel, layout.toelichting),
    ]
    for (field, label, labelArea, area) in fields {
      let isActive = form.active == field
      drawLabel(
        label, form[field], maximum: field.maximumLength, isActive: isActive, into: &frame, area: labelArea,
        width: area.columns)
      form[field].draw(into: &frame, area: area, isActive: isActive, placeholder: texts.empty)
    }
    frame.draw(remarks(form, zaak, width: layout.remarks.columns), in: layout.remarks)
    return Shell(title: zaakTitle(zaak))
  }

  /// Says what the user should know while writing: that the zaak changed meanwhile, or is closed.
  private func remarks(_ form: WijzigForm, _ zaak: ZaakState, width: Int) -> [Line] {
    guard let value = zaak.shown?.dossier.zaak.value else { return [] }
    var page = Page(width: width)
    for field in WijzigForm.Field.allCases {
      guard let seen = form.seen?[field], field.value(in: value) != seen.string ?? "" else { continue }
      page.text(state.texts.meanwhile(field.name, field.value(in: value)), role: .warning)
    }
    if let scope = state.missingToEdit {
      page.text(state.texts.cannotWithout(scope), role: .warning)
    } else if !value.isOpen {
      page.text(state.texts.closedZaakRefuses, role: .warning)
    }
    return page.lines
  }
}
