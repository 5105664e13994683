/// The secret of a client id, which no description, dump or log shows.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { "•••" }
  public var debugDescription: String { description }
  /// Without this `dump` and string interpolation of a struct around the secret would go along its members.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
