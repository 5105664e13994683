import Crypto
import Foundation

import enum Model.JSON
import struct Model.JSONObject

/// Makes JWTs as a client would, and broken ones.
enum Tokens {
  static let secret = "geheim-van-de-sandbox-0123456789"

  static func make(
    client: String? = "zaaklijn", iat: Int?, extra: JSONObject = [:], secret: String = secret
  ) -> String {
    var claims: JSONObject = [
      "iss": "test", "user_id": "j.devries", "user_representation": "J. de Vries",
    ]
    claims["client_id"] = client.map(JSON.string)
    claims["iat"] = iat.map { JSON.number($0) }
    for member in extra.members { claims[member.name] = member.value }
    let head = encode(Data("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".utf8))
    let body = encode(Data(JSON.object(claims).bytes()))
    let key = SymmetricKey(data: Data(secret.utf8))
    let code = HMAC<SHA256>.authenticationCode(for: Data("\(head).\(body)".utf8), using: key)
    return "\(head).\(body).\(encode(Data(code)))"
  }

  private static func encode(_ data: Data) -> String {
    data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      .replacingOccurrences(of: "=", with: "")
  }
}
