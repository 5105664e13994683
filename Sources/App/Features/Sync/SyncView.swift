import Model
import Screen

extension App {
  func drawSync(into frame: inout Frame) -> Shell {
    let texts = state.texts
    let content = Shell.content(frame.size)
    var page = Page(width: content.columns)
    if let run = state.sync.run {
      page.heading(run.isStopping ? texts.syncIsStopping : texts.syncRuns)
      page.blank()
      for line in syncPhaseLines(width: content.columns) { page.add(line) }
      page.blank()
      page.text(texts.syncGoesOnWithoutYou, role: .quiet)
    } else {
      page.heading(texts.noSyncRuns)
    }
    page.blank()
    if let outcome = state.sync.outcome, let ended = state.sync.ended {
      page.field(
        texts.lastAttempt, texts.moment(local(ended), today: today) + ": " + texts.outcome(outcome),
        role: outcome.role)
    }
    if let summary = state.summary {
      page.field(
        texts.lastSync, summary.lastSync.map { texts.moment(local($0), today: today) } ?? texts.neverSynced)
      page.field(texts.waitingLabel, texts.changes(summary.waiting), role: summary.waiting > 0 ? .pending : .text)
      if summary.rejected + summary.conflicts > 0 {
        page.field(texts.toDecide, texts.trouble(summary), role: .conflict)
        page.below(texts.troubleHelp)
      }
    }
    frame.draw(page.lines, in: content)
    return Shell(title: [(texts.syncTitle, .strong)])
  }

  /// A line for each phase: done, going on, to come.
  func syncPhaseLines(width: Int) -> [Line] {
    guard let run = state.sync.run else { return [] }
    let phases = SyncPhase.allCases
    let current = run.phase.flatMap { phases.firstIndex(of: $0) } ?? -1
    return phases.enumerated().map { index, phase in
      let progress = run.progress[phase]
      let mark = index < current ? "●" : index == current ? "◐" : "○"
      let role: Role = index == current ? .accent : .quiet
      var line = Line(pieces: [
        Line.Piece(column: 3, text: mark, role: role),
        Line.Piece(column: 5, text: state.texts.phase(phase), role: index > current ? .quiet : .text),
      ])
      guard let progress, progress.total != 0 else { return line }
      let numbers = state.texts.progress(progress.done, of: progress.total)
      line.pieces.append(Line.Piece(column: 38, text: numbers, role: .text))
      if index == current, let total = progress.total, total > 0 {
        let room = min(24, width - 62)
        let filled = max(0, min(room, progress.done * room / total))
        line.pieces.append(Line.Piece(column: 58, text: String(repeating: "━", count: filled), role: .accent))
        line.pieces.append(
          Line.Piece(column: 58 + filled, text: String(repeating: "─", count: room - filled), role: .rule))
      }
      return line
    }
  }
}

extension SyncState.Outcome {
  var role: Role {
    switch self {
    case .finished(let result): result.needsTheUser ? .warning : .text
    case .failed: .error
    case .stopped: .text
    }
  }
}
