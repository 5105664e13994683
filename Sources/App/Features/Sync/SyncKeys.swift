import Screen

enum SyncAction: Sendable, Hashable { case stop }

enum SyncKeys {
  static let bindings: [KeyBinding<SyncAction>] = [
    KeyBinding(
      [.character("x")], short: Words("afbreken", "stop"),
      help: Words("de sync afbreken; wat al binnen is blijft", "stop the sync; what came in stays"), .stop,
      obstacle: { state in
        guard let run = state.sync.run else { return state.texts.noSyncRuns }
        return run.isStopping ? state.texts.syncIsStopping : nil
      })
  ]
}
