import Screen

/// What every screen has around its content: header, message line and key bar.
struct Shell: Sendable {
  /// The smallest size in which the client can be used.
  static let minimum = Size(columns: 80, rows: 24)

  /// What the sync line leaves for the profile and the number of a zaak.
  private static let titleRoom = 30

  static func fits(_ size: Size) -> Bool { size.columns >= minimum.columns && size.rows >= minimum.rows }

  /// Between the two rules; the screen that always has a message keeps the line above the key bar for it.
  static func content(_ size: Size, hasMessage: Bool = false) -> Area {
    Area(size).droppingTop(2).droppingBottom(hasMessage ? 3 : 2)
  }

  static func keyBarRow(_ size: Size) -> Int { size.rows - 1 }

  /// What the screen is about.
  var title: [(text: String, role: Role)] = []
  /// Which part of the content is in sight; empty where all is.
  var position = ""
  /// What the line above the key bar says while there is no notice; nil where the rule stands there.
  var message: String?

  func draw(into frame: inout Frame, state: AppState, syncLine: SyncLine) {
    drawHeader(into: &frame, state: state, syncLine: syncLine)
    let rule = frame.size.rows - (message == nil ? 2 : 3)
    frame.rule(row: 1)
    frame.rule(row: rule)
    if !position.isEmpty {
      let text = " " + position + " "
      frame.put(
        text, row: rule, column: max(0, frame.size.columns - TextWidth.of(text) - 2), role: .quiet)
    }
    drawMessage(into: &frame, state: state)
    KeyBar(state).draw(into: &frame, row: Shell.keyBarRow(frame.size))
  }

  private func drawHeader(into frame: inout Frame, state: AppState, syncLine: SyncLine) {
    let columns = frame.size.columns
    frame.fill(Area(row: 0, column: 0, rows: 1, columns: columns), role: .bar)
    let sync = syncLine.text(columns: columns - Shell.titleRoom)
    let syncWidth = min(TextWidth.of(sync), columns - Shell.titleRoom)
    let syncColumn = columns - syncWidth - 1
    frame.put(sync, row: 0, column: syncColumn, width: syncWidth, role: syncLine.isAlarming ? .warning : .bar)
    var at = 1 + frame.put(state.settings.profile, row: 0, column: 1, width: 20, role: .bar) + 3
    for (text, role) in title {
      guard syncColumn - 2 > at else { break }
      at += frame.put(text, row: 0, column: at, width: syncColumn - 2 - at, role: role) + 2
    }
  }

  /// A notice takes the line above the key bar, whatever stands there, and a second one if it is long.
  private func drawMessage(into frame: inout Frame, state: AppState) {
    let row = frame.size.rows - 2
    let width = frame.size.columns - 2
    guard let notice = state.notice else {
      if let message { frame.put(message, row: row, column: 1, width: width, role: .quiet) }
      return
    }
    let lines = TextWidth.wrap(notice.text, to: width, maximum: 2)
    for (index, line) in lines.enumerated() {
      let at = row - lines.count + 1 + index
      frame.fill(Area(row: at, column: 0, rows: 1, columns: frame.size.columns), role: .text)
      frame.put(line, row: at, column: 1, width: width, role: notice.kind.role)
    }
  }
}
