import Foundation
import Model
import Runtime
import Store
import Testing

@Suite("config.toml")
struct ConfigurationTests {
  private let files = MemoryFileSystem()
  private let places = Places(environment: ["HOME": "/home/x", "XDG_CONFIG_HOME": "/config"])
  private var file: ConfigurationFile { ConfigurationFile(places, files: files) }

  private func profile(_ name: String) -> Profile {
    Profile(
      name: name, server: .root("https://zgw.voorbeeld.example/"), clientId: "zaaklijn", secret: .file("/geheim"),
      userId: "mw028", userName: "C. \"Kees\" Breugel", caFile: "/ca.pem",
      werkset: Werkset(zaaktypen: ["WOO", "Bezwaar, \\ alles"], behandelaar: "mw028", openOnly: true))
  }

  private func text() throws -> String {
    String(decoding: try files.read(places.configurationFile), as: UTF8.self)
  }

  @Test("A profile that is added reads back the same, quotes and backslashes included")
  func roundTrip() throws {
    try file.add(profile("veldmeer"))
    var other = profile("duin.bergen")
    other.server = .roots([.zaken: "https://z.example/api", .catalogi: "https://c.example/api"])
    other.secret = .command("pass show zaaklijn")
    try file.add(other)
    #expect(try file.read().profiles == [other, profile("veldmeer")])
    #expect(throws: ConfigurationError.exists("veldmeer")) { try file.add(profile("veldmeer")) }
    #expect(throws: ConfigurationError.badName("../weg")) { try file.add(profile("../weg")) }
  }

  @Test("Choosing and removing leave the user's own comments and order alone")
  func edits() throws {
    try files.makeFolder(places.config)
    let mine =
      "# van mij\nthema = \"licht\"  # rustig\n\n[profielen.a]\nserver = \"https://a.example/\"\n"
      + "client-id = \"x\"\ngeheim-bestand = \"/g\"\ngebruiker = \"u\"\n# over b\n"
    try files.write(Array(mine.utf8), to: places.configurationFile, durably: true)
    try file.add(profile("b"))
    try file.choose("b")
    #expect(try file.read().defaultProfile == "b")
    #expect(try file.read().profile(nil).name == "b")
    #expect(try text().contains("# van mij\nthema = \"licht\"  # rustig\n"))
    try file.choose("a")
    try file.remove("b")
    #expect(try file.read().profiles.map(\.name) == ["a"])
    #expect(try file.read().defaultProfile == "a")
    try file.remove("a")
    #expect(try file.read().defaultProfile == nil)
    #expect(try text().contains("# van mij\nthema = \"licht\"  # rustig\n"))
  }

  @Test(
    "What is wrong is named with its place",
    arguments: [
      ("x = ", "regel 1"), ("onbekend = 1", "'onbekend'"), ("thema = 3", "'thema'"),
      ("[profielen.a]\nserver = \"https://a\"", "'geheim-bestand'"), ("[profielen.a]\nzaaktype = \"x\"", "'zaaktype'"),
      ("[profielen.\"..\"]\nserver = \"x\"", "'..'"),
    ])
  func errors(text: String, words: String) {
    let error = #expect(throws: ConfigurationError.self) { try Configuration(toml: text) }
    #expect(error?.description.contains(words) == true)
  }

  @Test("Without a name the default counts, else the only one; more than one has to be chosen from")
  func choosing() throws {
    #expect(throws: ConfigurationError.noProfile) { try file.read().profile(nil) }
    try file.add(profile("a"))
    #expect(try file.read().profile(nil).name == "a")
    try file.add(profile("b"))
    #expect(throws: ConfigurationError.ambiguous(["a", "b"])) { try file.read().profile(nil) }
    #expect(throws: ConfigurationError.unknownProfile("c", ["a", "b"])) { try file.read().profile("c") }
  }

  @Test("The secret comes from a file or a command, as one line without the space around it")
  func secrets() async throws {
    let reader = SecretReader(files: files)
    try files.makeFolder("/geheimen")
    try files.write(Array("  een geheim \n\n".utf8), to: "/geheimen/een", durably: true)
    try files.write(Array("twee\nregels\n".utf8), to: "/geheimen/twee", durably: true)
    #expect(try await reader.read(.file("/geheimen/een")) == "een geheim")
    #expect(try await reader.read(.command("printf 'uit de kluis\\n'")) == "uit de kluis")
    for source: Profile.SecretSource in [
      .file("/geheimen/twee"), .file("/geheimen/geen"), .command("exit 3"), .command("true"),
    ] {
      await #expect(throws: ConfigurationError.self) { try await reader.read(source) }
    }
  }

  @Test("Variables that are no absolute path count as not set")
  func xdg() {
    let odd = Places(environment: ["HOME": "/home/x", "XDG_DATA_HOME": "ergens", "XDG_STATE_HOME": ""])
    #expect(odd.store("p") == "/home/x/.local/share/zaaklijn/p")
    #expect(odd.stateFolder("p") == "/home/x/.local/state/zaaklijn/p")
    #expect(places.configurationFile == "/config/zaaklijn/config.toml")
  }
}
