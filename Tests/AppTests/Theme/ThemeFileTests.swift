import App
import Foundation
import Screen
import Testing

@Suite("Themes")
struct ThemeFileTests {
  @Test("The themes that come along can be read", arguments: ["donker", "licht"])
  func embedded(name: String) throws {
    #expect(ThemeFile.embeddedNames == ["donker", "licht"])
    let theme = try #require(try ThemeFile.embedded(name))
    #expect(theme.name == name)
    #expect(theme.style(.text).foreground != .standard)
  }

  @Test("An embedded theme is its file", arguments: ["donker", "licht"])
  func isCurrent(name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent("Themes/\(name).toml"), encoding: .utf8)
    #expect(try ThemeFile.embedded(name) == ThemeFile.parse(text, name: name))
  }

  /// At least 4.5 for text (WCAG 2.2, 1.4.3).
  ///
  /// Rules are no text; 1.4.11 asks nothing of what only decorates.
  @Test("All text is well readable, on a selected row too", arguments: ["donker", "licht"])
  func contrast(name: String) throws {
    let theme = try #require(try ThemeFile.embedded(name))
    for role in Role.allCases where role != .rule {
      for isSelected in [false, true] {
        let style = theme.style(role, isSelected: isSelected)
        let ratio = try #require(Contrast.ratio(style.foreground, style.background), "\(role) has no fixed colours")
        #expect(ratio >= 4.5, "\(role)\(isSelected ? ", selected" : ""): \(ratio)")
      }
    }
  }

  @Test("What is left out is taken from plain text")
  func inherits() throws {
    let theme = try ThemeFile.parse(
      """
      [rollen]
      tekst = { voorgrond = "wit", achtergrond = "kleur 17", vet = true }
      te-laat = { voorgrond = "helder rood" }
      [selectie]
      achtergrond = "#102030"
      omgekeerd = true
      [selectie.rollen]
      stil = "standaard"
      """, name: "eigen")
    #expect(theme.style(.danger) == Style(foreground: .palette(9), background: .palette(17)))
    #expect(theme.style(.quiet) == Style(foreground: .palette(7), background: .palette(17)))
    let background = Color.rgb(red: 0x10, green: 0x20, blue: 0x30)
    #expect(
      theme.style(.quiet, isSelected: true)
        == Style(foreground: .standard, background: background, isReversed: true))
    #expect(try ThemeFile.parse("", name: "leeg").style(.error) == Style())
  }

  @Test(
    "A mistake is shown with its line, and with what is allowed",
    arguments: [
      ("[rollen]\n\nteks = { vet = true }", "Thema ‘t’, regel 3: ‘teks’ is onbekend. Mogelijk zijn: tekst, stil, "),
      ("[rollen]\nstil = { voorgrnd = \"rood\" }", "regel 2: ‘voorgrnd’ is onbekend. Mogelijk zijn: voorgrond, "),
      ("[kleuren]", "regel 1: ‘kleuren’ is onbekend. Mogelijk zijn: rollen, selectie."),
      ("[rollen]\nstil = { voorgrond = \"paars\" }", "regel 2: ‘paars’ bij ‘voorgrond’ is geen kleur. Mogelijk zijn: "),
      ("[rollen]\n# \nstil = { achtergrond = \"kleur 256\" }", "regel 3: ‘kleur 256’ bij ‘achtergrond’ is geen kleur."),
      ("[rollen]\nlijn = { voorgrond = \"#12345g\" }", "regel 2: ‘#12345g’"),
      ("[rollen]\nlijn = { voorgrond = \"#+12345\" }", "regel 2: ‘#+12345’"),
      ("[rollen]\nlijn = { voorgrond = 7 }", "regel 2: ‘voorgrond’ moet een kleur tussen aanhalingstekens zijn."),
      ("[rollen]\nlijn = { vet = \"ja\" }", "regel 2: ‘vet’ moet true of false zijn."),
      ("[rollen]\nlijn = \"rood\"", "regel 2: ‘lijn’ moet een tabel zijn."),
      ("rollen = 3", "regel 1: ‘rollen’ moet een tabel zijn."),
      ("[selectie.rollen]\nfout = \"roze\"", "regel 2: ‘roze’ bij ‘fout’ is geen kleur."),
      ("[rollen]\nlijn = {", "regel 2: het bestand is geen geldig TOML ("),
    ])
  func mistakes(text: String, expected: String) throws {
    let error = #expect(throws: ThemeFileError.self) { try ThemeFile.parse(text, name: "t") }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
  }
}
