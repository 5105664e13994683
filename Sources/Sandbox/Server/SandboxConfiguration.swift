import Foundation

/// What a sandbox is started with.
public struct SandboxConfiguration: Sendable {
  public enum Source: Sendable {
    /// Three fictional gemeenten with 120 zaken, their dates relative to today.
    case demo
    /// A folder of `<collectie>.jsonl` files with `inhoud/<uuid>`.
    case folder(URL)
    case empty
  }

  public var data: Source
  public var personality: Personality
  /// 0 takes a free one.
  public var port: Int
  public var clientId: String
  public var secret: String
  public var now: @Sendable () -> Date
  /// The size of a bestandsdeel in bytes.
  public var partSize: Int
  /// Answers 304 to any ETag that a zaak ever had, as Open Zaak's server processes do after interleaved writes.
  public var false304: Bool
  public var faults: [Fault]

  public init(
    data: Source = .demo, personality: Personality = .openZaak130, port: Int = 0, clientId: String = "zaaklijn",
    secret: String = "geheim-van-de-sandbox-0123456789", now: @escaping @Sendable () -> Date = { Date() },
    partSize: Int = 1_048_576, false304: Bool = false, faults: [Fault] = []
  ) {
    self.data = data
    self.personality = personality
    self.port = port
    self.clientId = clientId
    self.secret = secret
    self.now = now
    self.partSize = partSize
    self.false304 = false304
    self.faults = faults
  }
}

/// One request as it came in, for tests that look at what was sent.
public struct RecordedRequest: Sendable {
  public let method: String
  /// Path and query as they came.
  public let target: String
  /// Names in lower case, without the token.
  public let headers: [String: String]
  public let body: [UInt8]
  /// nil where no answer was given.
  public let status: Int?

  public var path: String { String(target.prefix { $0 != "?" }) }
}
