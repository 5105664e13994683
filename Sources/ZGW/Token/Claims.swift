import JWTKit

/// What a token of the ZGW standard says (`Authorization: Bearer`, HS256).
struct Claims: JWTPayload {
  let iss: String
  /// Whole seconds: servers refuse a fraction.
  let iat: Int
  let exp: Int
  let clientId: String
  let userId: String
  let userRepresentation: String

  enum CodingKeys: String, CodingKey {
    case iss, iat, exp
    case clientId = "client_id"
    case userId = "user_id"
    case userRepresentation = "user_representation"
  }

  /// The server checks; we only write tokens.
  func verify(using algorithm: some JWTAlgorithm) {}
}

extension Secret {
  /// The key that tokens are signed with.
  ///
  /// jwt-kit stops the program at a key under 32 bytes, and there are servers with shorter secrets. HMAC itself fills
  /// a key up with zeroes to 64 bytes (RFC 2104), so doing that here makes the same signature.
  var key: HMACKey {
    let bytes = Array(text.utf8)
    return HMACKey(from: bytes + [UInt8](repeating: 0, count: max(0, 32 - bytes.count)))
  }
}
