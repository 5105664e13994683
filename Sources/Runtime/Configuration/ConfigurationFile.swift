import Store

/// `config.toml` on disk; changed by editing its text, so that the user's own comments and order stay.
public struct ConfigurationFile: Sendable {
  let path: String
  let folder: String
  let files: any FileSystem

  public init(_ places: Places, files: any FileSystem) {
    path = places.configurationFile
    folder = places.config
    self.files = files
  }

  /// No file is a configuration without profiles.
  public func read() throws(ConfigurationError) -> Configuration { try Configuration(toml: try text()) }

  public func add(_ profile: Profile) throws(ConfigurationError) {
    guard Profile.isName(profile.name) else { throw .badName(profile.name) }
    let old = try text()
    let configuration = try Configuration(toml: old)
    guard !configuration.profiles.contains(where: { $0.name == profile.name }) else { throw .exists(profile.name) }
    let gap = old.isEmpty || old.hasSuffix("\n\n") ? "" : old.hasSuffix("\n") ? "\n" : "\n\n"
    try write(old + gap + profile.toml)
  }

  public func choose(_ name: String) throws(ConfigurationError) {
    let old = try text()
    _ = try Configuration(toml: old).profile(name)
    try write(ConfigurationText.setting("standaard", to: name, in: old))
  }

  public func remove(_ name: String) throws(ConfigurationError) {
    let old = try text()
    let configuration = try Configuration(toml: old)
    _ = try configuration.profile(name)
    var new = ConfigurationText.removing(section: ["profielen.\(name)", "profielen.\(quoted(name))"], from: old)
    if configuration.defaultProfile == name { new = ConfigurationText.removing(setting: "standaard", from: new) }
    guard try !Configuration(toml: new).profiles.contains(where: { $0.name == name }) else {
      throw .unreadable(path, "het profiel staat er in een vorm die u zelf moet verwijderen")
    }
    try write(new)
  }

  private func text() throws(ConfigurationError) -> String {
    do throws(FileError) {
      guard try files.stamp(path) != nil else { return "" }
      return String(decoding: try files.read(path), as: UTF8.self)
    } catch {
      throw .unreadable(path, error.words)
    }
  }

  /// Writes only what reads back as a configuration.
  private func write(_ text: String) throws(ConfigurationError) {
    _ = try Configuration(toml: text)
    do throws(FileError) {
      try files.makeFolder(folder)
      try files.write(Array(text.utf8), to: path, durably: true)
    } catch {
      throw .unreadable(path, error.words)
    }
  }
}

/// Small edits of the text of a TOML file.
enum ConfigurationText {
  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func header(_ line: Substring) -> String? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" }
    guard trimmed.hasPrefix("["), let end = trimmed.lastIndex(of: "]") else { return nil }
    return String(trimmed[trimmed.index(after: trimmed.startIndex)..<end])
  }

  private static func sets(_ key: String, _ line: Substring) -> Bool {
    line.split(separator: "=", maxSplits: 1).first?.filter { $0 != " " && $0 != "\t" } == key && line.contains("=")
  }

  /// Sets a key of the top table.
  static func setting(_ key: String, to value: String, in text: String) -> String {
    "\(key) = \(quoted(value))\n" + removing(setting: key, from: text)
  }

  static func removing(setting key: String, from text: String) -> String {
    var inTop = true
    return lines(text).filter { line in
      if header(line) != nil { inTop = false }
      return !(inTop && sets(key, line))
    }.joined(separator: "\n")
  }

  static func removing(section names: [String], from text: String) -> String {
    var inside = false
    return lines(text).filter { line in
      if let header = header(line) { inside = names.contains(header) }
      return !inside
    }.joined(separator: "\n")
  }
}
