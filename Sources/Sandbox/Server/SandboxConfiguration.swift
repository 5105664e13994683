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
  /// Refuses a token whose `iat` is in the future, as many servers do (Open Zaak does not).
  public var refusesFutureIat: Bool
  /// Lets parallel writes slip past the guards against duplicates; nil for a server that does one at a time.
  public var leak: Leak?
  public var faults: [Fault]

  public init(
    data: Source = .demo, personality: Personality = .openZaak130, port: Int = 0, clientId: String = "zaaklijn",
    secret: String = "geheim-van-de-sandbox-0123456789", now: @escaping @Sendable () -> Date = { Date() },
    partSize: Int = 1_048_576, false304: Bool = false, refusesFutureIat: Bool = false, leak: Leak? = nil,
    faults: [Fault] = []
  ) {
    self.data = data
    self.personality = personality
    self.port = port
    self.clientId = clientId
    self.secret = secret
    self.now = now
    self.partSize = partSize
    self.false304 = false304
    self.refusesFutureIat = refusesFutureIat
    self.leak = leak
    self.faults = faults
  }
}

/// A server that looks for duplicates before it writes, and does not see what is written meanwhile (OPENZAAK.md).
///
/// Requests that wait for each other do not see what the others make: documents with one identificatie, two initiators,
/// several locks. Where the database itself guards (status, resultaat, zaakinformatieobject), the second one is a 500.
public struct Leak: Sendable, Hashable {
  /// So many POSTs to one path are let go together.
  public var overlap: Int
  /// How long a POST waits for others in milliseconds; one that is alone goes on then.
  public var window: Int

  public init(overlap: Int = 2, window: Int = 20) {
    self.overlap = overlap
    self.window = window
  }

  /// Reads `N[@MS]`, the way in which `--lek` says how many go together and how long one waits for others.
  public init?(_ text: String) {
    let numbers = text.split(separator: "@", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard (1...2).contains(numbers.count), numbers[0] >= 2, numbers.allSatisfy({ $0 > 0 }) else { return nil }
    self.init(overlap: numbers[0])
    if numbers.count == 2 { window = numbers[1] }
  }

  /// What `--help` says about `--lek`.
  public static let help = """
    Laat gelijktijdige verzoeken langs de controles op dubbelen glippen, als N[@MS]: zoveel POSTs op een pad gaan \
    samen door, en een wacht zoveel milliseconden op de andere (anders 20). Bijvoorbeeld 2 of 3@100.
    """
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
