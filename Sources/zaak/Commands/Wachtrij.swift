import ArgumentParser
import Model
import Rules
import Runtime
import Store
import Sync

struct Wachtrij: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Wat nog niet op de server staat.", subcommands: [Toon.self, TrekIn.self, Opnieuw.self, LosOp.self],
    defaultSubcommand: Toon.self, aliases: ["queue"])

  struct Toon: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Toont de wachtrij, of een wijziging daaruit met alles wat erover te zeggen is.", aliases: ["show"])

    @Argument(help: "Het id van een wijziging, of het begin ervan.") var id: String?
    @Flag(help: "Als JSON.") var json = false
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      if let id { return try showOne(id, session) }
      let items = try session.store.queue.pending.map { ($0, try session.identificatie($0)) }
      if json { return printJSON(.array(items.map { QueueOutput.json($0.0, identificatie: $0.1) })) }
      let rows = items.map { (pending: $0.0, identificatie: $0.1) }
      print(QueueOutput.text(rows, local: SystemClock.local), terminator: "")
    }

    private func showOne(_ id: String, _ session: Session) throws {
      let pending = try session.pending(id)
      let number = try session.identificatie(pending)
      if json { return printJSON(QueueOutput.whole(pending, identificatie: number)) }
      print(QueueOutput.text(whole: pending, identificatie: number, local: SystemClock.local), terminator: "")
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

  struct LosOp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "los-op", abstract: "Kiest bij een conflict welke waarde het wordt.", aliases: ["resolve"])

    @Argument(help: "Het id uit `zaak wachtrij`, of het begin ervan.") var id: String
    @Option(
      name: .customLong("kies"),
      help: "mijn of hunne, voor alle velden; of VELD=mijn, VELD=hunne of VELD=WAARDE; mag vaker.")
    var choices: [String]
    @OptionGroup var common: Common

    func run() async throws {
      let session = try common.openSession()
      defer { session.store.close() }
      let pending = try session.pending(id)
      guard case .conflict(let fields) = pending.state else {
        throw Failure(.badData, "Deze wijziging is niet in conflict. Kijk in `zaak wachtrij`.")
      }
      var chosen: [String: FieldChoice] = [:]
      for text in choices {
        if let all = LosOp.side(text) {
          for field in fields where chosen[field.field] == nil { chosen[field.field] = all }
          continue
        }
        guard let pair = Toekenning(argument: text), let field = fields.first(where: { $0.field == pair.naam }) else {
          let names = fields.map(\.field).joined(separator: ", ")
          throw Failure(.badData, "Kies mijn, hunne of VELD=WAARDE; in conflict zijn: \(names).")
        }
        chosen[pair.naam] = try LosOp.side(pair.waarde) ?? .waarde(value(pair.waarde, for: field, session))
      }
      if let open = fields.first(where: { chosen[$0.field] == nil }) {
        throw Failure(.badData, "Kies ook voor \(open.field), met --kies \(open.field)=mijn, hunne of een waarde.")
      }
      let now = SystemClock.now()
      guard try session.stored({ try session.store.resolve(pending.id, chosen, at: now) }) else {
        throw Failure(.badData, "Er is niets meer te kiezen. Kijk in `zaak wachtrij`.")
      }
    }

    private static func side(_ text: String) -> FieldChoice? {
      switch text {
      case "mijn", "mine": .mijn
      case "hunne", "theirs": .hunne
      default: nil
      }
    }

    /// A text stays one; where the values are of another kind, the text is read as JSON.
    private func value(_ text: String, for field: FieldConflict, _ session: Session) throws -> JSON {
      if field.ref == nil, Model.Zaak.field(field.field) != nil {
        return try session.ruled { () throws(RuleError) in try Model.Zaak.value(text, for: field.field) }
      }
      if field.mine.string != nil || field.theirs.string != nil { return .string(text) }
      if let json = try? JSON(parsing: text) { return json }
      throw Failure(.badData, "De waarde voor \(field.field) moet JSON zijn.")
    }
  }
}

extension Session {
  /// Of the zaak; its UUID where the zaak is not on this machine.
  fileprivate func identificatie(_ pending: PendingOperation) throws -> String {
    let uuid = pending.operation.dossier
    return try stored { try store.shown(uuid) }?.dossier.zaak.value.identificatie ?? uuid
  }

  fileprivate func pending(_ id: String) throws -> PendingOperation {
    let found = store.queue.pending.filter { $0.id.hasPrefix(id.lowercased()) }
    guard found.count == 1, let only = found.first else {
      throw Failure(.badData, "'\(id)' wijst niet precies een wijziging aan. Kijk in `zaak wachtrij`.")
    }
    return only
  }
}
