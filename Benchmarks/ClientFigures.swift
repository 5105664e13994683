import Foundation

/// The real client on a pseudo-terminal of 80×24: how long until something is on the screen.
struct ClientFigures {
  let home: BenchHome
  let client: String

  func measure(_ figures: Figures) throws {
    figures.add(
      "process start to painted werkvoorraad", aim: "< 100",
      try (0..<15).map { _ in try starting() }.dropFirst(2).map { $0 })
    let session = try PtyClient(client, home.environment)
    defer { session.end() }
    _ = try session.time(until: "ZAAK-")
    session.quiet()
    let moves = (0..<300).map { _ in session.time(typing: "j") }
    figures.add("key to paint (j)", aim: "< 16", moves.map(\.milliseconds))
    figures.add("bytes to the terminal for a move", aim: "", bytes: moves.map { Double($0.bytes) })
    figures.add(
      "key to paint (page down)", aim: "< 16", (0..<100).map { _ in session.time(typing: "\u{6}").milliseconds })
    figures.add(
      "key to paint (G, the end)", aim: "< 16",
      (0..<20).map { run in
        session.time(typing: run % 2 == 0 ? "G" : "g").milliseconds
      })
    session.type("/")
    session.quiet()
    var filters: [Double] = []
    for word in ["woo", "dak", "wmo", "bez", "lin", "bre", "mel", "sub", "kap", "ink"] {
      filters.append(session.time(typing: word).milliseconds)
      session.type("\u{7F}\u{7F}\u{7F}")
      session.quiet()
    }
    figures.add("three letters typed as a filter, to its rows painted", aim: "< 30", filters)
    if let now = memory(session.process, "VmRSS") { figures.add("memory of the client", aim: "< 150", megabytes: now) }
    if let most = memory(session.process, "VmHWM") { figures.add("memory at most", aim: "< 150", megabytes: most) }
  }

  private func starting() throws -> Double {
    let session = try PtyClient(client, home.environment)
    defer { session.end() }
    return try session.time(until: "ZAAK-")
  }
}
