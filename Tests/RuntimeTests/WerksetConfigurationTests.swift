import App
import Foundation
import Model
import Runtime
import Store
import Testing

@Suite("The werkset in config.toml")
struct WerksetConfigurationTests {
  private let files = MemoryFileSystem()
  private let places = Places(environment: ["HOME": "/home/x"])
  private var file: ConfigurationFile { ConfigurationFile(places, files: files) }
  private let full = Werkset(
    zaaktypen: ["WOO", "Bezwaar, \\ \"alles\""], trefwoorden: ["openbaar"], behandelaar: "mw028", teams: ["T1", "T2"],
    openOnly: true, startedFrom: Day("2025-01-31"), closedFrom: Day("2026-02-28"))

  private func write(_ text: String) throws {
    try files.makeFolder(places.config)
    try files.write(Array(text.utf8), to: places.configurationFile, durably: true)
  }

  private func text() throws -> String {
    String(decoding: try files.read(places.configurationFile), as: UTF8.self)
  }

  private func profile(_ name: String) -> String {
    "[profielen.\(name)]\nserver = \"https://\(name).example/\"\nclient-id = \"x\"\ngeheim-bestand = \"/g\"\n"
      + "gebruiker = \"u\"\n"
  }

  @Test("Every choice reads back as it was put, and a next one takes its place")
  func roundTrip() throws {
    try write(profile("a") + "\n" + profile("b"))
    for werkset in [full, Werkset(openOnly: true), Werkset(teams: ["T9"]), Werkset()] {
      try file.setWerkset(werkset, of: "a")
      #expect(try file.read().profile("a").werkset == werkset)
      #expect(try file.read().profile("b").werkset == Werkset())
    }
    #expect(try text() == profile("a") + "\n" + profile("b"))
  }

  @Test("Comments, order and other profiles stay; a list over several lines goes whole")
  func edits() throws {
    let before = "# van mij\ntaal = \"nl\"\n\n" + profile("a") + "# mijn zaaktypen\n"
    let after = "\n# over b\n" + profile("b") + "open = true\n"
    let list = "zaaktypen = [ # de mijne: [x]\n  \"WOO ]\",\n  'BEZWAAR',\n]\nbehandelaar = \"mw1\" # ik\n"
    try write(before + list + after)
    try file.setWerkset(Werkset(teams: ["T1"]), of: "a")
    #expect(try text() == before + "teams = [\"T1\"]\n" + after)
    #expect(try file.read().profile("b").werkset.openOnly)
    try file.setWerkset(full, of: "b")
    #expect(try file.read().profile("b").werkset == full)
    #expect(try file.read().profile("a").werkset == Werkset(teams: ["T1"]))
  }

  @Test("A profile in another form than tables is left as it is, and the user is told")
  func otherForms() throws {
    let inline =
      "[profielen]\na = { server = \"https://a.example/\", client-id = \"x\", geheim-bestand = \"/g\", gebruiker = \"u\" }\n"
    try write(inline)
    let error = #expect(throws: ConfigurationError.self) { try file.setWerkset(full, of: "a") }
    #expect(error?.description.contains("zelf") == true)
    #expect(try text() == inline)
    #expect(throws: ConfigurationError.unknownProfile("c", ["a"])) { try file.setWerkset(full, of: "c") }
  }

  @Test(
    "What is no list or no date is named",
    arguments: ["teams = \"T1\"", "gestart-vanaf = \"gisteren\"", "afgesloten-vanaf = 2026", "trefwoorden = [1]"])
  func errors(_ line: String) throws {
    let error = #expect(throws: ConfigurationError.self) { try Configuration(toml: profile("a") + line) }
    let key = try #require(line.split(separator: " ").first)
    #expect(error?.description.contains("'\(key)'") == true)
  }

  @Test("The command line says all of it, as text and as JSON")
  func output() {
    let json = WerksetOutput.json(full)
    #expect(
      json.object?.names
        == ["zaaktypen", "trefwoorden", "behandelaar", "teams", "open", "gestartVanaf", "afgeslotenVanaf"])
    #expect(json["afgeslotenVanaf"] == "2026-02-28")
    #expect(WerksetOutput.json(Werkset())["behandelaar"] == .null)
    for language in [Language.nl, .en] {
      let text = WerksetOutput.text(full, language: language)
      for word in ["WOO", "openbaar", "mw028", "T1, T2", "2025-01-31", "2026-02-28"] { #expect(text.contains(word)) }
      #expect(text.split(separator: "\n").count == 6)
    }
  }
}
