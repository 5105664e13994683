import Foundation
import Logging
import Model
import Store

/// The store in this process: open, rows, filter, one durable operation, making the index anew.
struct StoreFigures {
  let home: BenchHome
  let zaken: Int

  private var log: Logger { Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() } }

  func measure(_ figures: Figures) throws {
    try fill()
    for _ in 0..<2 { try Store(folder: home.store, log: log).close() }
    figures.add("open the store", aim: "", try (0..<9).map { _ in try opening() })
    let store = try Store(folder: home.store, log: log)
    defer { store.close() }
    figures.add("first 100 rows", aim: "", try (0..<50).map { _ in try rows(store, "", 0) })
    figures.add("100 rows from the middle", aim: "", try (0..<20).map { _ in try rows(store, "", zaken / 2) })
    let words = ["woo", "dak", "wmo", "sub", "kap", "bez", "mel", "ver", "ink", "jeu", "bre", "aks", "lin", "ker"]
    figures.add(
      "filter of three letters, with the total", aim: "< 30",
      try (0..<10).flatMap { _ in try words.map { try rows(store, $0, 0) } })
    figures.add("one durable operation, with its row", aim: "< 5", try (0..<300).map { try record(store, $0) })
    figures.add("the whole index made anew", aim: "", [try milliseconds { try store.rebuildIndex() }])
  }

  private func opening() throws -> Double {
    var store: Store?
    let time = try milliseconds { store = try Store(folder: home.store, log: log) }
    store?.close()
    return time
  }

  private func rows(_ store: Store, _ text: String, _ offset: Int) throws -> Double {
    try milliseconds { _ = try store.rows(RowQuery(text: text, offset: offset, limit: 100)) }
  }

  /// Records an operation, and takes it back outside the measurement.
  private func record(_ store: Store, _ run: Int) throws -> Double {
    let number = run * 31 % zaken
    let zaak = ManyZaken.dossier(number, today: today).ref
    let now = Moment(secondsSince1970: Int(Date().timeIntervalSince1970))
    let change = Change.wijzigZaak([FieldChange(field: "toelichting", old: "", new: "Gebeld met de aanvrager.")])
    let operation = Operation(id: UUID().uuidString.lowercased(), zaak: zaak, made: now, change: change)
    let time = try milliseconds { try store.record([.added(operation)]) }
    try store.record([.withdrawn(id: operation.id, at: now)])
    return time
  }

  private var today: Day { Moment(secondsSince1970: Int(Date().timeIntervalSince1970)).day }

  private func fill() throws {
    let store = try Store(folder: home.store, log: log)
    defer { store.close() }
    guard try store.summary().zaken < zaken else { return }
    FileHandle.standardError.write(Data("making \(zaken) zaken…\n".utf8))
    for number in 0..<ManyZaken.zaaktypen { try store.put(ManyZaken.zaaktype(number)) }
    for start in stride(from: 0, to: zaken, by: 5000) {
      try store.put((start..<min(zaken, start + 5000)).map { ManyZaken.dossier($0, today: today) })
    }
  }
}
