import Store
import Subprocess

/// Reads the secret of a profile from its file or command.
public struct SecretReader: Sendable {
  let files: any FileSystem

  public init(files: any FileSystem) { self.files = files }

  /// The secret without the white space around it.
  public func read(_ source: Profile.SecretSource) async throws(ConfigurationError) -> String {
    switch source {
    case .file(let path):
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try files.read(path)
      } catch {
        throw .unreadable(path, error.words)
      }
      return try checked(String(decoding: bytes, as: UTF8.self), path)
    case .command(let command): return try checked(try await run(command), "geheim-commando")
    }
  }

  private func run(_ command: String) async throws(ConfigurationError) -> String {
    do {
      let result = try await Subprocess.run(
        .path("/bin/sh"), arguments: ["-c", command], output: .string(limit: 64 * 1024), error: .discarded)
      guard result.terminationStatus.isSuccess else {
        throw ConfigurationError.unreadable("geheim-commando", "het eindigde met \(result.terminationStatus)")
      }
      return result.standardOutput
    } catch let error as ConfigurationError {
      throw error
    } catch {
      throw .unreadable("geheim-commando", "\(error)")
    }
  }

  private func checked(_ text: String, _ place: String) throws(ConfigurationError) -> String {
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard lines.count == 1, let line = lines.first else {
      throw .unreadable(place, lines.isEmpty ? "er staat geen geheim in" : "er staat meer in dan een regel")
    }
    let start = line.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
