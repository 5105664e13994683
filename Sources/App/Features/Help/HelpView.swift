import Screen

extension App {
  func drawHelp(into frame: inout Frame) -> Shell {
    let content = Shell.content(frame.size)
    let lines = helpLines(width: content.columns)
    let visible = state.help.scroll.visible.clamped(to: lines.indices)
    frame.draw(lines[visible], in: content)
    var shell = Shell(title: [(state.texts.help, .strong), (state.help.about.name[state.settings.language], .bar)])
    if visible.count < lines.count { shell.position = state.texts.lines(visible, of: lines.count) }
    return shell
  }

  /// The keys of the place that help was asked for, then the marks.
  func helpLines(width: Int) -> [Line] {
    let texts = state.texts
    var page = Page(width: width)
    page.heading(texts.keysHeading)
    for row in state.help.about.ownRows { page.keys(row.label, row.help[texts.language]) }
    if state.help.about.takesText {
      page.heading(texts.typingHeading)
      for (keys, meaning) in texts.typingKeys { page.keys(keys, meaning) }
    }
    page.heading(texts.mouseHeading)
    page.text(texts.mouseHelp)
    page.heading(texts.marksHeading)
    for (mark, meaning) in texts.marks { page.keys(mark, meaning) }
    return page.lines
  }
}

extension Page {
  /// A key or a mark, and what it means.
  fileprivate mutating func keys(_ keys: String, _ meaning: String) {
    let column = 22
    let texts = TextWidth.wrap(meaning, to: max(1, width - column - 2))
    for (index, text) in texts.enumerated() {
      var line = Line(pieces: [Line.Piece(column: column, text: text, role: .text)])
      if index == 0 {
        line.pieces.insert(Line.Piece(column: 3, text: TextWidth.cut(keys, to: column - 4), role: .key), at: 0)
      }
      add(line)
    }
  }
}
