/// The members of a JSON object, in the order in which they came.
///
/// Two objects are equal when they have the same members with the same values, in whatever order. Objects here are
/// small (a zaak has some 45 members), so members are found by going along them; only where a hostile text could bring
/// many of them, in reading and in comparing, there is a table of names.
public struct JSONObject: Sendable {
  public struct Member: Sendable, Hashable {
    public let name: String
    public var value: JSON

    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }

    public static func == (left: Member, right: Member) -> Bool {
      isExactly(left.name, right.name) && left.value == right.value
    }
  }

  public private(set) var members: [Member]

  public init() { members = [] }

  /// Of two members with one name the last one counts, as in every browser and in Python.
  public init(_ members: some Sequence<(String, JSON)>) {
    self.init(members: members.map { Member($0.0, $0.1) })
  }

  init(members: [Member]) {
    self.members = []
    self.members.reserveCapacity(members.count)
    var places: [JSON: Int] = [:]
    for member in members {
      if let place = places[.string(member.name)] {
        self.members[place].value = member.value
      } else {
        places[.string(member.name)] = self.members.count
        self.members.append(member)
      }
    }
  }

  public var isEmpty: Bool { members.isEmpty }
  public var names: [String] { members.map(\.name) }

  /// The value of a member; nil where it is absent, and `.null` where it is there and null.
  ///
  /// Setting nil removes the member.
  public subscript(name: String) -> JSON? {
    get { members.first { isExactly($0.name, name) }?.value }
    set {
      let index = members.firstIndex { isExactly($0.name, name) }
      switch (index, newValue) {
      case (let index?, let value?): members[index].value = value
      case (let index?, nil): members.remove(at: index)
      case (nil, let value?): members.append(Member(name, value))
      case (nil, nil): break
      }
    }
  }

  /// These members, with those of `other` over them.
  public func merging(_ other: JSONObject) -> JSONObject {
    var merged = self
    for member in other.members { merged[member.name] = member.value }
    return merged
  }
}

extension JSONObject: Hashable {
  public static func == (left: JSONObject, right: JSONObject) -> Bool {
    if left.members == right.members { return true }
    guard left.members.count == right.members.count else { return false }
    let values = Dictionary(
      right.members.map { (JSON.string($0.name), $0.value) }, uniquingKeysWith: { _, last in last })
    return left.members.allSatisfy { values[.string($0.name)] == $0.value }
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(Set(members))
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
