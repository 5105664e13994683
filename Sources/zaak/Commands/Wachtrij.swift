import ArgumentParser
import Model
import Runtime
import Store
import Sync

struct Wachtrij: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wat nog niet op de server staat.", subcommands: [Toon.self, TrekIn.self, Opnieuw.self],
    defaultSubcommand: Toon.self, aliases: ["queue"])

  struct Toon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Toont de wachtrij.", aliases: ["show"])

    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let items = try session.stored {
        try session.store.queue.pending.map { pending in
          let dossier = try session.store.dossier(pending.operation.dossier)
          return (pending, dossier?.zaak.value.identificatie ?? pending.operation.dossier)
        }
      }
      if json { return printJSON(.array(items.map { QueueOutput.json($0.0, identificatie: $0.1) })) }
      let rows = items.map { (pending: $0.0, identificatie: $0.1) }
      print(QueueOutput.text(rows, local: SystemClock.local), terminator: "")
    }
  }

  struct TrekIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trek-in", abstract: "Neemt een wijziging terug die nog niet op de server staat.",
      aliases: ["withdraw"])

    @Argument(help: "Het id uit `zaak wachtrij`, of het begin ervan.") var id: String
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let pending = try session.pending(id)
      guard try session.stored({ try session.store.withdraw(pending.id, at: SystemClock.now()) }) else {
        throw Failure(.badData, common.sentences.cannotWithdraw)
      }
    }
  }

  struct Opnieuw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Probeert een afgewezen wijziging opnieuw; bij een conflict gaat uw waarde over die van de ander.",
      aliases: ["retry"])

    @Argument(help: "Het id uit `zaak wachtrij`, of het begin ervan.") var id: String
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let pending = try session.pending(id)
      let now = SystemClock.now()
      guard let operation = pending.retried(at: now) else {
        throw Failure(.badData, "Deze wijziging wacht al op verzending. Draai `zaak sync`.")
      }
      try session.stored { try session.store.record([.rebased(operation, at: now)]) }
    }
  }
}

extension Session {
  fileprivate func pending(_ id: String) throws -> PendingOperation {
    let found = store.queue.pending.filter { $0.id.hasPrefix(id.lowercased()) }
    guard found.count == 1, let only = found.first else {
      throw Failure(.badData, "'\(id)' wijst niet precies een wijziging aan. Kijk in `zaak wachtrij`.")
    }
    return only
  }
}
