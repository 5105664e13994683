import Model

extension App {
  /// Starts a sync; shows the progress where one goes on already.
  mutating func startSync() -> [Effect] {
    if state.sync.isRunning {
      if state.path.last != .sync { state.path.append(.sync) }
      return []
    }
    state.sync.run = SyncState.Run()
    if state.path.last != .sync { state.say(state.texts.syncStarted) }
    return [.startSync]
  }

  mutating func perform(_ action: SyncAction) -> [Effect] {
    switch action {
    case .stop:
      state.sync.run?.isStopping = true
      return [.stopSync]
    }
  }

  mutating func take(_ event: SyncEvent) {
    switch event {
    case .started:
      if state.sync.run == nil { state.sync.run = SyncState.Run() }
    case .progress(let phase, let done, let total):
      if state.sync.run == nil { state.sync.run = SyncState.Run() }
      state.sync.run?.phase = phase
      state.sync.run?.progress[phase] = SyncState.Progress(done: done, total: total)
    case .finished(let result):
      end(.finished(result))
      state.notice = Notice(kind: result.needsTheUser ? .warning : .info, text: state.texts.syncFinished(result))
    case .failed(let failure, let text):
      end(.failed(failure, text))
      state.complain(text)
    case .stopped:
      end(.stopped)
      state.say(state.texts.syncStopped)
    }
  }

  private mutating func end(_ outcome: SyncState.Outcome) {
    state.sync.run = nil
    state.sync.outcome = outcome
    state.sync.ended = environment.now()
  }
}

extension SyncResult {
  /// Whether something came back that the user has to decide about.
  var needsTheUser: Bool { rejected > 0 || conflicts > 0 }
}
