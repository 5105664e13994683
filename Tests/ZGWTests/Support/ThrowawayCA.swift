import Foundation

/// A CA, another CA, and certificates for a server, for a server elsewhere and for a client, in a folder of its own.
struct ThrowawayCA {
  static var openssl: String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/openssl" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Failed: Error { let command: [String] }

  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("zaaklijn-ca-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try authority("ca")
    try authority("other-ca")
    try certificate("server", names: "DNS:localhost")
    try certificate("elsewhere", names: "DNS:elders.test")
    try certificate("client", names: "DNS:client.test")
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  func remove() { try? FileManager.default.removeItem(at: folder) }

  private static let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]

  private func authority(_ name: String) throws {
    try run(
      ["req", "-x509", "-days", "2", "-subj", "/CN=\(name)", "-keyout", "\(name).key", "-out", "\(name).pem"]
        + ThrowawayCA.key)
  }

  private func certificate(_ name: String, names: String) throws {
    try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appendingPathComponent("\(name).ext"))
    try run(["req", "-new", "-subj", "/CN=\(name)", "-keyout", "\(name).key", "-out", "\(name).csr"] + ThrowawayCA.key)
    try run([
      "x509", "-req", "-days", "2", "-in", "\(name).csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
      "-extfile", "\(name).ext", "-out", "\(name).pem",
    ])
  }

  private func run(_ arguments: [String]) throws {
    guard let openssl = ThrowawayCA.openssl else { throw Failed(command: arguments) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: openssl)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed(command: arguments) }
  }
}
