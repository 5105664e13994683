/// A resource as the server gave it, with what is needed to ask whether it changed.
public struct Fetched<Fields: ResourceFields>: Sendable, Hashable {
  public var value: Record<Fields>
  /// As received, with its quotes; nil where the resource came from a list or a POST.
  public var etag: String?
  public var fetched: Moment

  public init(_ value: Record<Fields>, etag: String? = nil, fetched: Moment) {
    self.value = value
    self.etag = etag
    self.fetched = fetched
  }

  public var ref: Ref { value.ref }

  /// The form in the store: `{"opgehaald": …, "etag": …, "bron": {…}}`.
  public var json: JSON {
    var object: JSONObject = ["opgehaald": .string(fetched.text)]
    if let etag { object["etag"] = .string(etag) }
    object["bron"] = .object(value.body)
    return .object(object)
  }

  public init?(json: JSON) {
    guard let body = json["bron"]?.object, let moment = json["opgehaald"]?.string.flatMap({ Moment($0) }) else {
      return nil
    }
    self.init(Record(body), etag: json["etag"]?.string, fetched: moment)
  }
}

/// A file of the store that is JSON but not what it should be.
public struct MalformedFile: Error, Hashable, CustomStringConvertible {
  /// The member that is missing or has another shape.
  public let member: String
  public var description: String { "onderdeel '\(member)' ontbreekt of heeft een andere vorm" }
}

extension JSONObject {
  /// The resources under a name; an absent member is an empty list.
  func fetched<Fields>(_ name: String) throws(MalformedFile) -> [Fetched<Fields>] {
    guard let json = self[name] else { return [] }
    guard let items = json.array else { throw MalformedFile(member: name) }
    var found: [Fetched<Fields>] = []
    for item in items {
      guard let one = Fetched<Fields>(json: item) else { throw MalformedFile(member: name) }
      found.append(one)
    }
    return found
  }

  /// Puts the resources under a name; an empty list is left out.
  mutating func put<Fields>(_ name: String, _ items: [Fetched<Fields>]) {
    if !items.isEmpty { self[name] = .array(items.map(\.json)) }
  }

  func one<Fields>(_ name: String) throws(MalformedFile) -> Fetched<Fields>? {
    guard let json = self[name], !json.isNull else { return nil }
    guard let one = Fetched<Fields>(json: json) else { throw MalformedFile(member: name) }
    return one
  }

  /// Throws where the file is of a later Zaaklijn.
  func checkFormat(_ known: Int) throws(MalformedFile) {
    guard self["formaat"]?.int == known else { throw MalformedFile(member: "formaat") }
  }
}
