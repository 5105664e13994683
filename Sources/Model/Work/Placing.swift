/// Addresses of resources that the server does not have yet: `zaaklijn:zaken/<uuid>`.
extension Ref {
  /// - Parameter uuid: in lower case, used for no other resource
  public static func local(_ kind: ResourceKind, _ uuid: String) -> Ref { Ref("zaaklijn:\(kind.rawValue)/\(uuid)") }

  /// The address of a status that exists only in the journal yet.
  static func pending(_ operation: Operation) -> Ref { Ref("zaaklijn:operatie/" + operation.id) }

  /// Whether only this machine knows the resource.
  public var isPending: Bool { url.hasPrefix("zaaklijn:") }
}

extension Operation {
  /// The operation with the addresses that the server gave in place of those of this machine.
  func placing(_ places: [String: String]) -> Operation {
    guard !places.isEmpty, case let json = JSON.object(json), json.names(where: { places[$0] != nil }) else {
      return self
    }
    let placed = json.replacingTexts { places[$0] }
    return placed.object.flatMap { Operation(json: $0) } ?? self
  }

  public func names(_ ref: Ref) -> Bool { JSON.object(json).names { $0 == ref.url } }

  /// The addresses of this machine that it names but does not make itself: of what has to be on the server first.
  public var awaited: Set<String> {
    var found: Set<String> = []
    _ = JSON.object(json).names { text in
      if Ref(text).isPending, Ref(text).uuid != nil { found.insert(text) }
      return false
    }
    return found.subtracting(
      steps.compactMap { step in
        if case .create(let creation) = step { creation.ref.url } else { nil }
      })
  }
}

extension JSON {
  /// Whether some text in it is one of those.
  fileprivate func names(where isOne: (String) -> Bool) -> Bool {
    switch self {
    case .string(let text): isOne(text)
    case .array(let items): items.contains { $0.names(where: isOne) }
    case .object(let object): object.members.contains { $0.value.names(where: isOne) }
    case .null, .bool, .number: false
    }
  }

  fileprivate func replacingTexts(_ other: (String) -> String?) -> JSON {
    switch self {
    case .string(let text): .string(other(text) ?? text)
    case .array(let items): .array(items.map { $0.replacingTexts(other) })
    case .object(let object): .object(JSONObject(object.members.map { ($0.name, $0.value.replacingTexts(other)) }))
    case .null, .bool, .number: self
    }
  }
}
