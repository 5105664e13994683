import Model
import Sync

/// Makes resources and pages of the JSON of an answer.
struct Decoding: Sendable {
  let roots: Roots
  /// When the answer came.
  let now: Moment

  func json(_ success: Reply.Success) throws(RemoteError) -> JSON {
    switch success {
    case .nothing: throw .malformed("De server gaf een leeg antwoord waar gegevens hoorden te staan.")
    case .unchanged: throw .malformed("De server antwoordde 'ongewijzigd' (304), wat niet gevraagd was.")
    case .body(let reply):
      do {
        return try JSON(parsing: reply.body)
      } catch {
        throw .malformed(Decoding.sentence(reply, error))
      }
    }
  }

  private static func sentence(_ reply: Reply, _ error: JSONError) -> String {
    let type = reply["Content-Type"] ?? ""
    if type.lowercased().hasPrefix("text/html") {
      return "De server antwoordde met een webpagina. Misschien vraagt het netwerk om aan te melden, of wijst de URL "
        + "in het profiel naar iets anders."
    }
    return "De server antwoordde met onleesbare gegevens: \(error)."
  }

  func resource<Fields: ResourceFields>(
    _ json: JSON, as kind: Fields.Type, etag: String? = nil, asked: Ref? = nil
  ) throws(RemoteError) -> Fetched<Fields> {
    guard let body = json.object else { throw .malformed("De server gaf geen resource waar er een hoorde te staan.") }
    let record = Record<Fields>(body)
    guard let uuid = record.uuid else {
      throw .malformed("De server gaf een resource (\(Fields.kind.rawValue)) zonder eigen URL.")
    }
    // Only its own URL: a link to elsewhere in another field is data, and is refused when it is asked for.
    _ = try roots.target(Fields.kind.api, url: record.ref.url)
    if let asked = asked?.uuid, asked != uuid {
      throw .malformed("De server gaf een andere resource (\(Fields.kind.rawValue)) dan gevraagd.")
    }
    return Fetched(record, etag: etag, fetched: now)
  }

  /// A page with its `next`, or a plain list: told apart by what the server sent, not by what we expect.
  ///
  /// The URL in `next` is never used; that there is one is all that counts.
  func page<Fields: ResourceFields>(_ json: JSON, of kind: Fields.Type) throws(RemoteError) -> RemotePage<Fields> {
    let items: [JSON]
    var total: Int?
    var hasNext = false
    if let list = json.array {
      items = list
      total = list.count
    } else if let results = json["results"]?.array {
      items = results
      total = json["count"]?.int
      hasNext = json["next"]?.string.map { !$0.isEmpty } ?? false
    } else {
      throw .malformed("De server gaf geen lijst van \(Fields.kind.rawValue) waar die hoorde te staan.")
    }
    var found: [Fetched<Fields>] = []
    for item in items { found.append(try resource(item, as: kind)) }
    // A server that promises a next page after an empty one would keep us asking for ever.
    return RemotePage(items: found, total: total, hasNext: hasNext && !found.isEmpty)
  }
}
