/// One resource that an operation makes, changes or takes away; an operation is a row of these.
///
/// Each step by itself is recognised when it was done already, so an operation that broke off is simply begun again.
public enum Step: Sendable, Hashable {
  case status(ZetStatus)
  case create(Creation)
  case change(Alteration)
  case remove(Removal)
}

/// A new resource.
public struct Creation: Sendable, Hashable {
  public let kind: ResourceKind
  /// Its address on this machine until the server gives it one; then that address.
  public let ref: Ref
  /// What is sent; `inhoud` and `bestandsomvang` of a document come from `content`.
  public let body: JSONObject
  /// Resources of the same content that were there when the user acted: one that is not among them is ours.
  public let known: [Ref]
  public let content: DocumentContent?

  public init(
    _ kind: ResourceKind, _ ref: Ref, _ body: JSONObject, known: [Ref] = [], content: DocumentContent? = nil
  ) {
    self.kind = kind
    self.ref = ref
    self.body = body
    self.known = known
    self.content = content
  }
}

/// New values for fields of a resource, and for a document perhaps a new content.
public struct Alteration: Sendable, Hashable {
  public let kind: ResourceKind
  public let ref: Ref
  public let fields: [FieldChange]
  public let content: DocumentContent?

  public init(_ kind: ResourceKind, _ ref: Ref, _ fields: [FieldChange], content: DocumentContent? = nil) {
    self.kind = kind
    self.ref = ref
    self.fields = fields
    self.content = content
  }
}

/// A resource that goes.
public struct Removal: Sendable, Hashable {
  public let kind: ResourceKind
  public let ref: Ref
  /// As the user saw it.
  public let was: JSONObject

  public init(_ kind: ResourceKind, _ ref: Ref, was: JSONObject) {
    self.kind = kind
    self.ref = ref
    self.was = was
  }
}

/// The content of a document, which the store keeps under its hash.
public struct DocumentContent: Sendable, Hashable {
  /// 64 hexadecimal digits.
  public let sha256: String
  /// Bytes.
  public let size: Int

  public init(sha256: String, size: Int) {
    self.sha256 = sha256
    self.size = size
  }
}

extension Step {
  /// The resource that it is about; nil for a status, which has no address before it is there.
  public var ref: Ref? {
    switch self {
    case .status: nil
    case .create(let creation): creation.ref
    case .change(let alteration): alteration.ref
    case .remove(let removal): removal.ref
    }
  }

  public var kind: ResourceKind {
    switch self {
    case .status: .statussen
    case .create(let creation): creation.kind
    case .change(let alteration): alteration.kind
    case .remove(let removal): removal.kind
    }
  }

  public var content: DocumentContent? {
    switch self {
    case .status, .remove: nil
    case .create(let creation): creation.content
    case .change(let alteration): alteration.content
    }
  }
}
