import Foundation
import Model

@testable import ZGW

/// One recorded request with its response.
struct Exchange: Sendable {
  /// Such as `046-zaak-get-404`.
  let name: String
  let method: String
  /// Without query.
  let path: String
  let reply: Reply

  /// The folder beside the package; nil where it is not there.
  static var folder: URL? {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = package.appendingPathComponent("../shared/zgw/openzaak-1.30/exchanges").standardizedFileURL
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  struct Malformed: Error { let name: String }

  /// All of them in order; the notifications, which are no exchange, left out.
  static func all() throws -> [Exchange] {
    guard let folder else { return [] }
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" && !$0.lastPathComponent.hasPrefix("210-") }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { try Exchange(name: $0.deletingPathExtension().lastPathComponent, JSON(parsing: Data(contentsOf: $0))) }
  }

  private init(name: String, _ json: JSON) throws {
    let response = json["response"]
    guard let method = json["request"]?["method"]?.string, let path = json["request"]?["path"]?.string,
      let status = response?["status"]?.int, let headers = response?["headers"]?.object, let body = response?["body"]
    else { throw Malformed(name: name) }
    self.name = name
    self.method = method
    self.path = String(path.prefix { $0 != "?" })
    var bytes: [UInt8] = []
    if let base64 = body["_recorder_base64"]?.string {
      guard let data = Data(base64Encoded: base64) else { throw Malformed(name: name) }
      bytes = Array(data)
    } else if !body.isNull {
      bytes = body.bytes()
    }
    reply = Reply(status: status, headers: headers.members.map { ($0.name, $0.value.string ?? "") }, body: bytes)
  }
}
