import Model
import Screen

/// The line at the top right of every screen: how old the zaken are, what waits, how the server is.
struct SyncLine: Sendable {
  private enum Form: CaseIterable { case full, short, marks }

  private let texts: Texts
  private let sync: SyncState
  private let summary: StoreSummary?
  private let today: Day
  private let local: @Sendable (Moment) -> Moment

  init(_ state: AppState, today: Day, local: @escaping @Sendable (Moment) -> Moment) {
    texts = state.texts
    sync = state.sync
    summary = state.summary
    self.today = today
    self.local = local
  }

  /// Whether the line says something that the user may have to act on.
  var isAlarming: Bool {
    if let summary, summary.rejected + summary.conflicts > 0 { return true }
    if sync.isRunning { return false }
    switch sync.outcome {
    case .failed: return true
    case .finished, .stopped, nil: return false
    }
  }

  /// The longest form that fits; the last one where none does.
  func text(columns: Int) -> String {
    let forms = Form.allCases.map { parts($0).joined(separator: " · ") }
    return forms.first { TextWidth.of($0) <= columns } ?? forms.last ?? ""
  }

  private func parts(_ form: Form) -> [String] {
    let isShort = form != .full
    guard let summary else { return [server(isShort: isShort)].filter { !$0.isEmpty } }
    let age = summary.lastSync.map { texts.moment(local($0), today: today) }
    var parts = [
      age.map { isShort ? $0 : texts.standOf($0) } ?? (isShort ? texts.neverSyncedShort : texts.neverSynced)
    ]
    let trouble = summary.conflicts + summary.rejected
    switch form {
    case .full, .short:
      if summary.waiting > 0 { parts.append(texts.waiting(summary.waiting)) }
      if summary.conflicts > 0 { parts.append(texts.conflicts(summary.conflicts)) }
      if summary.rejected > 0 { parts.append(texts.rejected(summary.rejected)) }
    case .marks:
      if summary.waiting > 0 { parts.append(texts.number(summary.waiting) + " ↑") }
      if trouble > 0 { parts.append(texts.number(trouble) + " !") }
    }
    parts.append(server(isShort: isShort))
    return parts.filter { !$0.isEmpty }
  }

  private func server(isShort: Bool) -> String {
    if let run = sync.run {
      if run.isStopping { return texts.syncIsStoppingShort }
      guard !isShort, let phase = run.phase, let progress = run.progress[phase] else { return texts.syncing }
      return texts.syncing + " " + texts.progress(progress.done, of: progress.total)
    }
    switch sync.outcome {
    case nil: return ""
    case .finished: return texts.online
    case .stopped: return texts.syncStoppedShort
    case .failed(.unreachable, _): return isShort ? texts.unreachableShort : texts.unreachable
    case .failed(.notSignedIn, _): return texts.notSignedIn
    case .failed(.other, _): return texts.syncFailed
    }
  }
}
