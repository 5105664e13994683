import Crypto
import Foundation
import Model

/// Reads the caller out of a JWT (HS256), with the refusals that Open Zaak gives: all of them 403.
enum Token {
  /// Seconds after `iat` during which a token is taken.
  static let lifetime = 3600

  /// - Parameter refusesFuture: whether an `iat` after now is refused, which Open Zaak does not
  static func caller(
    _ request: SandboxRequest, clients: [String: Client], now: Moment, refusesFuture: Bool = false
  ) throws(Problem) -> Caller {
    guard let header = request.headers["authorization"], header.hasPrefix("Bearer ") else { throw .forbidden() }
    let parts = header.dropFirst(7).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let head = part(parts[0]), let claims = part(parts[1]), let signature = decode(parts[2])
    else { throw .forbidden(code: "jwt-decode-error", "Dit is geen leesbaar JWT.") }
    guard head["alg"]?.string == "HS256" else {
      throw .forbidden(code: "jwt-decode-error", "Alleen HS256 wordt gelezen.")
    }
    guard let id = claims["client_id"]?.string, !id.isEmpty else {
      throw .forbidden(code: "missing-client-identifier", "Het JWT noemt geen client_id.")
    }
    guard let client = clients[id] else {
      throw .forbidden(code: "invalid-client-identifier", "Deze client_id is niet bekend.")
    }
    let key = SymmetricKey(data: Data(client.secret.utf8))
    let signed = Data("\(parts[0]).\(parts[1])".utf8)
    guard HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: signed, using: key) else {
      throw .forbidden(code: "invalid-jwt-signature", "De ondertekening van het JWT klopt niet.")
    }
    try checkTimes(claims, now: now.seconds)
    if refusesFuture, let issued = claims["iat"]?.double, issued > Double(now.seconds) {
      throw .forbidden(code: "jwt-immaturesignatureerror", "Het JWT is nog niet geldig (iat).")
    }
    return Caller(
      client: client, user: claims["user_id"]?.string ?? "", userName: claims["user_representation"]?.string ?? "")
  }

  private static func checkTimes(_ claims: JSONObject, now: Int) throws(Problem) {
    if let end = claims["exp"]?.double, Double(now) >= end {
      throw .forbidden(code: "jwt-expiredsignatureerror", "De geldigheid van het JWT is voorbij.")
    }
    if let start = claims["nbf"]?.double, Double(now) < start {
      throw .forbidden(code: "jwt-immaturesignatureerror", "Het JWT is nog niet geldig.")
    }
    guard let issued = claims["iat"]?.double else {
      throw .forbidden(code: "jwt-missing-iat-claim", "Het JWT noemt geen iat.")
    }
    guard Double(now) - issued <= Double(lifetime) else {
      throw .forbidden(code: "jwt-expired", "Het JWT is ouder dan \(lifetime) seconden.")
    }
  }

  private static func part(_ text: String) -> JSONObject? {
    guard let data = decode(text), let json = try? JSON(parsing: [UInt8](data)) else { return nil }
    return json.object
  }

  private static func decode(_ text: String) -> Data? {
    var plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
    plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    return Data(base64Encoded: plain)
  }
}
