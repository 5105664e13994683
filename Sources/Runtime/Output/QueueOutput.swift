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
    TextTable(["Id", "Zaak", "Soort", "Staat", "Sinds", "Pogingen", "Fout"], widest: [36, 24, 22, 10, 16, 8, 80]).text(
      items.map { item in
        [
          item.pending.id, item.identificatie, item.pending.operation.change.kind, item.pending.state.word,
          since(local(item.pending.operation.made)), String(item.pending.attempts), words(item.pending.state) ?? "",
        ]
      })
  }

  /// One of them with all that there is to say about it.
  public static func whole(_ pending: PendingOperation, identificatie: String) -> JSON {
    var object = json(pending, identificatie: identificatie).object ?? [:]
    object["reden"] = pending.operation.reason.map { .string($0) } ?? .null
    switch pending.state {
    case .waiting, .unknown: break
    case .rejected(let rejection):
      object["status"] = rejection.status.map { .number($0) } ?? .null
      object["code"] = .string(rejection.code)
    case .conflict: object = object.merging(pending.state.details)
    }
    let intent = pending.operation.json
    object["stappen"] = intent["stappen"]
    if case .wijzigZaak = pending.operation.change { object["wijzigingen"] = intent["velden"] }
    if case .zetStatus(let set) = pending.operation.change {
      object["statustype"] = set.statustype.json
      object["datumStatusGezet"] = set.datumStatusGezet.json
      object["toelichting"] = .string(set.toelichting)
    }
    return .object(object)
  }

  public static func text(
    whole pending: PendingOperation, identificatie: String, local: (Moment) -> Moment
  ) -> String {
    let operation = pending.operation
    var rows = [
      ["Id", pending.id], ["Zaak", identificatie], ["Soort", operation.change.kind], ["Staat", pending.state.word],
      ["Sinds", since(local(operation.made))], ["Pogingen", String(pending.attempts)],
      ["Reden", operation.reason ?? ""], ["Fout", words(pending.state) ?? ""],
    ]
    if case .conflict(let fields) = pending.state {
      for field in fields {
        rows.append(["Was", "\(field.field) \(field.base.text())"])
        rows.append(["Hunne", "\(field.field) \(field.theirs.text())"])
        rows.append(["Mijn", "\(field.field) \(field.mine.text())"])
      }
    } else {
      for case .change(let alteration) in operation.steps {
        for field in alteration.fields {
          rows.append(["Wordt", "\(field.field) \(field.new.text()), was \(field.old.text())"])
        }
      }
    }
    return rows.filter { !$0[1].isEmpty }
      .map { TextWidth.pad($0[0], to: 10) + TextWidth.cut($0[1], to: 2000) + "\n" }.joined()
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
