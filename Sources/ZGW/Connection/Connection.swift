import Model
import Sync

/// What a profile says of its server: where it is, who we are there, and whom we trust.
public struct Connection: Sendable {
  public let roots: Roots
  public let clientId: String
  public let secret: Secret
  /// Of the caseworker; go into every token, and from there into the server's audittrail.
  public let userId, userName: String
  public let files: TLSFiles
  public let timeouts: Timeouts
  /// Items a page, where the server knows `pageSize`.
  ///
  /// Pages of 100 fetched side by side are faster than pages of 500
  /// (OPENZAAK.md, speed), and a change while paging shifts fewer items.
  public let pageSize: Int
  public let clock: @Sendable () -> Moment
  public let pause: Pause

  public init(
    roots: Roots, clientId: String, secret: Secret, userId: String, userName: String, files: TLSFiles = TLSFiles(),
    timeouts: Timeouts = Timeouts(), pageSize: Int = 100, pause: Pause = Pause(),
    clock: @escaping @Sendable () -> Moment
  ) throws(RemoteError) {
    guard !clientId.isEmpty, !secret.text.isEmpty else {
      throw .configuration("Het profiel noemt geen client-id of geen secret. Vraag uw beheerder om beide.")
    }
    guard files.clientCertificate == nil || files.clientKey != nil else {
      throw .configuration("Het profiel noemt een clientcertificaat zonder sleutel. Vul het sleutelbestand aan.")
    }
    guard files.clientKey == nil || files.clientCertificate != nil else {
      throw .configuration("Het profiel noemt een sleutel zonder clientcertificaat. Vul het certificaat aan.")
    }
    self.roots = roots
    self.clientId = clientId
    self.secret = secret
    self.userId = userId
    self.userName = userName
    self.files = files
    self.timeouts = timeouts
    self.pageSize = max(1, pageSize)
    self.clock = clock
    self.pause = pause
  }
}

/// Paths of PEM files for TLS.
///
/// The server's certificate and name are verified whatever is or is not given here.
public struct TLSFiles: Sendable, Hashable {
  /// The only CAs that are trusted, instead of those of the system; may hold several certificates.
  public var ca: String?
  /// Our own certificate, with its chain, and the key to it (without passphrase).
  public var clientCertificate, clientKey: String?

  public init(ca: String? = nil, clientCertificate: String? = nil, clientKey: String? = nil) {
    self.ca = ca
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
  }
}

/// How long to wait for a server.
public struct Timeouts: Sendable, Hashable {
  /// For TCP and TLS together.
  public var connect: Duration
  /// For the next bytes.
  public var idle: Duration
  /// For a request with its whole answer; downloads have no such limit.
  public var total: Duration

  public init(connect: Duration = .seconds(10), idle: Duration = .seconds(30), total: Duration = .seconds(120)) {
    self.connect = connect
    self.idle = idle
    self.total = total
  }
}

/// How the time between two attempts passes; tests let it pass at once.
public struct Pause: Sendable {
  let sleep: @Sendable (Duration) async throws -> Void
  /// Between 0 and 1.
  let chance: @Sendable () -> Double

  public init(
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    chance: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
  ) {
    self.sleep = sleep
    self.chance = chance
  }
}
