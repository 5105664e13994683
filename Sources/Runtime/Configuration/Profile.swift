import Model

/// One municipality, or one role in it: its server, who works there, and what is kept on this machine.
public struct Profile: Sendable, Hashable {
  public var name: String
  public var server: Server
  public var clientId: String
  public var secret: SecretSource
  /// The caseworker, for the server's audittrail (`user_id`, `user_representation`).
  public var userId: String
  public var userName: String
  /// PEM files.
  public var caFile: String?
  public var clientCertificate: String?
  public var clientKey: String?
  public var werkset: Werkset

  public enum Server: Sendable, Hashable {
    /// One root, with the standard paths below it.
    case root(String)
    /// Each API's own root.
    case roots([ZGWAPI: String])
  }

  /// Where the secret of the applicatie is; itself it is never kept.
  public enum SecretSource: Sendable, Hashable {
    case file(String)
    /// Run by `/bin/sh`; its output is the secret.
    case command(String)
  }

  public init(
    name: String, server: Server, clientId: String, secret: SecretSource, userId: String, userName: String,
    caFile: String? = nil, clientCertificate: String? = nil, clientKey: String? = nil, werkset: Werkset = Werkset()
  ) {
    self.name = name
    self.server = server
    self.clientId = clientId
    self.secret = secret
    self.userId = userId
    self.userName = userName
    self.caFile = caFile
    self.clientCertificate = clientCertificate
    self.clientKey = clientKey
    self.werkset = werkset
  }

  /// A name is also the name of a folder: letters, digits, `-`, `_` and `.`, not beginning with `.`, at most 64.
  public static func isName(_ text: String) -> Bool {
    let allowed = text.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0))
    }
    return allowed && !text.isEmpty && text.count <= 64 && !text.hasPrefix(".")
  }
}
