import App
import Model
import Screen

/// The operations that have not ended, for the command line.
public enum QueueOutput {
  /// - Parameter identificatie: of the zaak; its UUID where the zaak is not on this machine
  public static func json(_ pending: PendingOperation, identificatie: String) -> JSON {
    [
      "id": .string(pending.id), "zaak": .string(identificatie), "soort": .string(pending.operation.change.kind),
      "staat": .string(pending.state.word), "sinds": .string(pending.operation.made.text),
      "pogingen": .number(pending.attempts), "fout": words(pending.state).map { .string($0) } ?? .null,
    ]
  }

  public static func text(
    _ items: [(pending: PendingOperation, identificatie: String)], local: (Moment) -> Moment
  ) -> String {
    TextTable(["Id", "Zaak", "Soort", "Staat", "Sinds", "Pogingen", "Fout"], widest: [36, 24, 10, 10, 16, 8, 80]).text(
      items.map { item in
        [
          item.pending.id, item.identificatie, item.pending.operation.change.kind, item.pending.state.word,
          since(local(item.pending.operation.made)), String(item.pending.attempts), words(item.pending.state) ?? "",
        ]
      })
  }

  private static func since(_ made: Moment) -> String { made.day.text + " " + made.clock }

  /// What went wrong, in the server's words or in ours; nil where nothing did.
  static func words(_ state: OperationState) -> String? {
    switch state {
    case .waiting, .unknown: nil
    case .rejected(let rejection): rejection.detail
    case .conflict(let fields):
      "door een ander gewijzigd: " + fields.map(\.field).joined(separator: ", ")
    }
  }
}
