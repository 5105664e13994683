import JWTKit
import Logging
import Model
import Sync

/// Makes and keeps the token for one server.
actor TokenKeeper {
  private let connection: Connection
  private let keys = JWTKeyCollection()
  private let log: Logger
  private var age = TokenAge()
  private var text: String?
  private var hasKey = false

  init(_ connection: Connection, log: Logger) {
    self.connection = connection
    self.log = log
  }

  func token() async throws(RemoteError) -> String {
    if let text, age.isFresh(at: connection.clock()) { return text }
    let iat = age.issue(at: connection.clock())
    let claims = Claims(
      iss: connection.clientId, iat: iat, exp: iat + TokenAge.lifetime, clientId: connection.clientId,
      userId: connection.userId, userRepresentation: connection.userName)
    do {
      if !hasKey {
        await keys.add(hmac: connection.secret.key, digestAlgorithm: .sha256)
        hasKey = true
      }
      let made = try await keys.sign(claims)
      text = made
      return made
    } catch {
      // The error is not quoted: nobody promises that it says nothing of the key.
      throw .configuration("Met het secret in het profiel is geen token te maken. Vraag uw beheerder om het juiste.")
    }
  }

  /// The server refused a token for its time: whether it is worth while to ask again with a new one.
  func refused(_ refused: String, problem: Problem, server: Moment?) -> Bool {
    guard TokenKeeper.timeCodes.contains(problem.code) else { return false }
    if refused == text {
      text = nil
      age.drop()
    }
    let isEarly = problem.code != "jwt-expired" && problem.code != "jwt-expiredsignatureerror"
    if let server, let skew = age.correct(by: server, at: connection.clock(), isEarly: isEarly) {
      log.notice("klok van de server wijkt af, tokens volgen de server", metadata: ["seconden": "\(skew)"])
      text = nil
      age.drop()
    }
    return true
  }

  /// Codes that a new token, or another clock, can cure.
  static let timeCodes: Set = [
    "jwt-expired", "jwt-expiredsignatureerror", "jwt-immaturesignatureerror", "jwt-invalidissuedaterror",
  ]
}
