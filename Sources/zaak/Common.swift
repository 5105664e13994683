import App
import ArgumentParser
import Foundation
import Model
import Runtime
import Screen
import Store
import Sync

/// The options that every command has.
struct Common: ParsableArguments {
  @Option(name: .customLong("profiel"), help: "Het profiel om te gebruiken; ook als ZAAKLIJN_PROFIEL.")
  var profile: String?

  @Option(name: .customLong("taal"), help: "De taal: nl of en; anders volgens config.toml of LANG.")
  var language: Language?

  var environment: [String: String] { ProcessInfo.processInfo.environment }
  var places: Places { Places(environment: environment) }
  var files: DiskFileSystem { DiskFileSystem() }
  var configurationFile: ConfigurationFile { ConfigurationFile(places, files: files) }

  /// The language of messages: as asked, else as configured, else by the locale.
  var spoken: Language {
    if let language { return language }
    let configured = try? configurationFile.read().language
    return configured.flatMap { Language(rawValue: $0) } ?? Language(environment: environment)
  }
  var sentences: Sentences { Sentences(spoken) }

  func chosenProfile() throws -> Profile {
    try orExit { () throws(ConfigurationError) in
      try configurationFile.read().profile(profile ?? environment["ZAAKLIJN_PROFIEL"].flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  func openSession() throws -> Session { try Session(self, try chosenProfile()) }

  func orExit<Value>(_ work: () throws(ConfigurationError) -> Value) throws -> Value {
    do throws(ConfigurationError) {
      return try work()
    } catch {
      throw Failure(.configuration, error.description)
    }
  }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }

  init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    self = locale.hasPrefix("en") ? .en : .nl
  }
}

/// Ends the command with one sentence on stderr and an exit code.
struct Failure: Error, CustomStringConvertible {
  let code: Runtime.ExitCode
  let description: String

  init(_ code: Runtime.ExitCode, _ description: String) {
    self.code = code
    self.description = description
  }
}

/// A path that the user gave, seen from where the user is.
func absolute(_ path: String?) -> String? {
  path.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
}

func printJSON(_ value: JSON) {
  print(value.text(pretty: true), terminator: "")
}
