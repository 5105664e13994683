import Model
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
    var new = ConfigurationText.removing(section: ConfigurationFile.sections(name), from: old)
    if configuration.defaultProfile == name { new = ConfigurationText.removing(setting: "standaard", from: new) }
    guard try !Configuration(toml: new).profiles.contains(where: { $0.name == name }) else {
      throw .unreadable(path, "het profiel staat er in een vorm die u zelf moet verwijderen")
    }
    try write(new)
  }

  /// Puts another werkset in the profile of this name.
  public func setWerkset(_ werkset: Werkset, of name: String) throws(ConfigurationError) {
    let old = try text()
    var profile = try Configuration(toml: old).profile(name)
    profile.werkset = werkset
    let new = ConfigurationText.setting(Werkset.keys, to: werkset.toml, in: ConfigurationFile.sections(name), of: old)
    guard (try? Configuration(toml: new).profile(name)) == profile else {
      throw .unreadable(path, "de werkset staat er in een vorm die u zelf moet wijzigen")
    }
    try write(new)
  }

  /// The headers under which a profile may stand.
  private static func sections(_ name: String) -> [String] { ["profielen.\(name)", "profielen.\(quoted(name))"] }

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

  /// Puts lines in the place of the first that sets one of these keys in a section, else after its last setting.
  ///
  /// All other lines stay as they are; a list that goes on over several lines goes whole.
  static func setting(_ keys: [String], to new: [String], in names: [String], of text: String) -> String {
    var kept: [Substring] = []
    var (first, last): (Int?, Int?)
    var inside = false
    var openBrackets = 0
    for line in lines(text) {
      if openBrackets > 0 {
        openBrackets += depth(line)
        continue
      }
      if let header = header(line) { inside = names.contains(header) }
      if inside, keys.contains(where: { sets($0, line) }) {
        openBrackets = depth(line.drop { $0 != "=" })
        first = first ?? kept.count
        continue
      }
      kept.append(line)
      if inside, let begin = line.first(where: { $0 != " " && $0 != "\t" }), begin != "#" { last = kept.count }
    }
    kept.insert(contentsOf: new.map { $0[...] }, at: first ?? last ?? kept.count)
    return kept.joined(separator: "\n")
  }

  /// How many more brackets a line opens than it closes, outside texts and comments.
  private static func depth(_ line: Substring) -> Int {
    var depth = 0
    var quote: Character?
    var isEscaped = false
    for character in line {
      if let open = quote {
        if character == open, !isEscaped { quote = nil }
        isEscaped = character == "\\" && open == "\"" && !isEscaped
      } else if character == "#" {
        break
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "[" {
        depth += 1
      } else if character == "]" {
        depth -= 1
      }
    }
    return depth
  }
}
