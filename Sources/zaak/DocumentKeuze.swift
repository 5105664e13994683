import ArgumentParser
import Model
import Rules
import Runtime
import Screen
import Store

/// The document that the user means, of whatever zaak it is.
struct DocumentKeuze: ParsableArguments {
  @Argument(help: "Identificatie, UUID of titel van het document, of een deel daarvan.") var document: String
  @Option(name: .customLong("zaak"), help: "De zaak waar het bij hoort; nodig als meer zaken zo'n document hebben.")
  var zaak: String?

  func find(_ session: Session) throws -> (werk: Behandeling, document: EnkelvoudigInformatieObject) {
    if let zaak {
      let werk = try session.behandeling(zaak)
      return (werk, try session.ruled { () throws(RuleError) in try werk.dossier.document(document) })
    }
    let found = try byTitle(session) ?? byNumber(session)
    guard let found else {
      throw Failure(
        .badData, "Geen document '\(shown)' op deze machine. Geef de zaak met --zaak, of draai `zaak sync`.")
    }
    return (try session.behandeling(found.shown), found.document)
  }

  /// As `Common.act`, for a document of a zaak.
  func act(
    _ common: Common, reden: String?,
    _ make: (Behandeling, EnkelvoudigInformatieObject, Session) throws -> Change?
  ) throws {
    let session = try common.openSession()
    defer { session.store.close() }
    let (werk, found) = try find(session)
    try session.record(on: werk.dossier, reden: reden) { try make(werk, found, session) }
  }

  /// What was typed, harmless for a terminal, and never a BSN.
  private var shown: String { TextWidth.cut(Nummer.masked(document), to: 60) }

  private typealias Found = (shown: ShownDossier, document: EnkelvoudigInformatieObject)

  /// By way of the index, which has the titles.
  private func byTitle(_ session: Session) throws -> Found? {
    let wanted = document.lowercased()
    let rows = try session.stored { try session.store.rows(RowQuery(text: document, limit: 200)).rows }
    var found: [Found] = []
    for row in rows {
      guard let shown = try session.stored({ try session.store.shown(row.uuid) }) else { continue }
      found += shown.dossier.documenten.map(\.value).filter { $0.titel.lowercased().contains(wanted) }
        .map { (shown, $0) }
    }
    let exact = found.filter { $0.document.titel.lowercased() == wanted }
    let fitting = exact.isEmpty ? found : exact
    guard Set(fitting.map(\.document.ref)).count <= 1 else {
      let numbers = fitting.prefix(5).map {
        "\($0.document.identificatie) (\($0.shown.dossier.zaak.value.identificatie))"
      }
      throw Failure(
        .badData, "'\(shown)' past op meer documenten: \(numbers.joined(separator: ", ")). Geef de zaak met --zaak.")
    }
    return fitting.first
  }

  /// By identificatie, URL or UUID; goes along all zaken until it is found.
  private func byNumber(_ session: Session) throws -> Found? {
    let uuid = document.lowercased()
    for row in try session.stored({ try session.store.rows(RowQuery(limit: .max)).rows }) {
      guard let shown = try session.stored({ try session.store.shown(row.uuid) }) else { continue }
      let found = shown.dossier.documenten.map(\.value).first {
        $0.identificatie == document || $0.uuid == uuid || $0.ref.url == document
          || session.store.queue.place(of: .local(.enkelvoudiginformatieobjecten, uuid)) == $0.ref
      }
      if let found { return (shown, found) }
    }
    return nil
  }
}
