import Screen

/// A table in plain text: columns as wide as their widest cell, up to a limit, two spaces apart.
struct TextTable {
  let headings: [String]
  let widest: [Int]

  init(_ headings: [String], widest: [Int]) {
    self.headings = headings
    self.widest = widest
  }

  func text(_ lines: [[String]]) -> String {
    let all = [headings] + lines
    let widths = widest.indices.map { column in
      min(widest[column], all.map { TextWidth.of($0[column]) }.max() ?? 0)
    }
    return all.map { cells in
      let padded = zip(cells, widths).map { TextWidth.pad($0, to: $1) }.joined(separator: "  ")
      let end = padded.lastIndex { $0 != " " }
      return (end.map { String(padded[...$0]) } ?? "") + "\n"
    }.joined()
  }
}
