/// The table of all keys, for the README.
public enum KeyTable {
  /// One table for every screen, in Markdown.
  public static func markdown(_ language: Language) -> String {
    let head = Words("| Toets | Wat zij doet |", "| Key | What it does |")[language]
    return Place.allCases.map { place in
      let rows = place.ownRows.map { "| \(escaped($0.label)) | \(escaped($0.help[language])) |" }
      return (["#### " + place.name[language], "", head, "|---|---|"] + rows).joined(separator: "\n")
    }
    .joined(separator: "\n\n") + "\n"
  }

  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
