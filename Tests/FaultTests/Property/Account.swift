import Model
import Store
import Sync
import TestSupport
import Testing

/// What became of each operation of a caseworker: confirmed, withdrawn or still there to be seen, and never done twice.
struct Account {
  private let worker: Caseworker
  private let store: Store
  private let written: [MemoryServer.Written]
  private let server: MemoryServer
  /// The documents about which some worker still has to decide.
  private let waited: Set<String>
  private let what: String

  init(
    _ worker: Caseworker, _ store: Store, _ written: [MemoryServer.Written], _ server: MemoryServer,
    waited: Set<String>, _ what: String
  ) {
    self.waited = waited
    self.worker = worker
    self.store = store
    self.written = written
    self.server = server
    self.what = what
  }

  func check() throws {
    for (id, operation) in worker.kept { check(id, operation) }
    for pending in store.queue.pending {
      #expect(worker.kept[pending.id] != nil, "\(what) \(pending.id) came from nowhere")
      #expect(!worker.withdrawn.contains(pending.id), "\(what) \(pending.id) was withdrawn")
      switch pending.state {
      case .unknown: Issue.record("\(what) \(pending.id) is still in doubt")
      case .waiting:
        let isFirst = store.queue.of(dossier: pending.operation.dossier).first?.id == pending.id
        #expect(!isFirst || !pending.operation.awaited.isEmpty, "\(what) \(pending.id) waits for nothing")
      case .rejected, .conflict: break
      }
    }
    let documents = server.all(.enkelvoudiginformatieobjecten)
    for document in documents where document["locked"] == true {
      let url = document["url"]?.string ?? ""
      #expect(waited.contains(url), "\(what) \(url) is left locked")
    }
  }

  private func check(_ id: String, _ operation: Model.Operation) {
    let hasEnded = store.queue[id] == nil && !worker.withdrawn.contains(id)
    let mark = String(id.prefix { $0 != "." }) + "."
    for step in operation.steps {
      if case .remove(let removal) = step {
        guard hasEnded, !removal.ref.isPending else { continue }
        #expect(server.one(removal.ref) == nil, "\(what) \(id) took nothing away")
        continue
      }
      guard step.isMarked(mark) else { continue }
      let times = written.count { $0.verb.isSending && $0.kind == step.kind && JSON.object($0.body).contains(mark) }
      // What somebody took away meanwhile, or what the user decided to send over another's, may be sent once more.
      let removed = written.count { $0.verb == .remove && $0.kind == step.kind && JSON.object($0.body).contains(mark) }
      #expect(
        times <= 1 + removed + (worker.decisions[id] ?? 0),
        "\(what) \(id): \(operation.change.kind) was done \(times) times, \(step)")
      if hasEnded { #expect(times >= 1, "\(what) \(id) vanished: \(step)") }
    }
  }
}

extension MemoryServer.Written.Verb {
  fileprivate var isSending: Bool {
    switch self {
    case .create, .change: true
    case .remove, .lock, .unlock, .upload, .reserve: false
    }
  }
}

extension Step {
  /// Whether it puts the mark of its operation on the server.
  fileprivate func isMarked(_ mark: String) -> Bool {
    switch self {
    case .status(let set): set.toelichting.contains(mark)
    case .create(let creation): JSON.object(creation.body).contains(mark)
    // The rows of a list are sent again with each later change of it, and the reason of an opschorting with its end.
    case .change(let alteration):
      alteration.fields.contains { field in
        field.new.array == nil && field.field != "opschorting" && field.new.contains(mark) && !field.old.contains(mark)
      }
    case .remove: false
    }
  }
}

extension JSON {
  /// Whether some text in it has this in it.
  fileprivate func contains(_ mark: String) -> Bool {
    switch self {
    case .string(let text): text.contains(mark)
    case .array(let items): items.contains { $0.contains(mark) }
    case .object(let object): object.members.contains { $0.value.contains(mark) }
    case .null, .bool, .number: false
    }
  }
}
