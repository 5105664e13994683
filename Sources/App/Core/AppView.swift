import Screen

extension App {
  /// The screen as it should look now.
  public func view() -> Frame {
    var frame = Frame(size: state.size)
    guard Shell.fits(state.size) else {
      drawTooSmall(into: &frame)
      return frame
    }
    let shell =
      switch state.place {
      case .werkvoorraad, .filter: drawWerkvoorraad(into: &frame)
      case .zaak: drawZaak(into: &frame)
      case .statusKiezen, .statusToelichting: drawStatusKiezen(into: &frame)
      case .wijzigen: drawWijzigen(into: &frame)
      case .sync: drawSync(into: &frame)
      case .help: drawHelp(into: &frame)
      }
    shell.draw(into: &frame, state: state, syncLine: SyncLine(state, today: today, local: environment.local))
    frame.title = "Zaaklijn · " + state.settings.profile
    return frame
  }

  private func drawTooSmall(into frame: inout Frame) {
    let texts = state.texts
    let lines =
      TextWidth.wrap(texts.tooSmall(state.size, needed: Shell.minimum), to: frame.size.columns - 2)
      + TextWidth.wrap(state.wasWarned ? texts.leavingLosesText : "", to: frame.size.columns - 2)
    for (row, line) in lines.enumerated() { frame.put(line, row: row, column: 1) }
  }
}
