import Foundation
import Model
import Store
import TestSupport
import Testing

@Suite struct IndexTests {
  private func store(_ dossiers: [Dossier]) throws -> Store {
    let store = try Ground().open()
    try store.put(zaaktypeVersie())
    try store.put(dossiers)
    return store
  }

  private func found(_ store: Store, _ text: String) throws -> [Int] {
    try store.rows(RowQuery(text: text)).rows.map { Int($0.identificatie.suffix(10)) ?? 0 }
  }

  @Test func rowsAreSortedByDeadlineThenIdentificatie() throws {
    let store = try store([
      dossier(5, deadline: nil), dossier(4, deadline: 3, closed: true), dossier(3, deadline: 9),
      dossier(2, deadline: 1),
      dossier(1, deadline: 9), dossier(6), dossier(7, deadline: -30_000),
    ])
    #expect(try found(store, "") == [7, 2, 1, 3, 5, 6, 4])
    #expect(try found(store, "dakkapel") == [7, 2, 1, 3, 5, 6, 4])
  }

  @Test func pagesFromBothEndsFitTogether() throws {
    let store = try store((1...50).map { dossier($0, $0 % 2 == 0 ? "Even" : "Oneven", deadline: $0 * 7 % 11) })
    for text in ["", "even", "oneven"] {
      let all = try store.rows(RowQuery(text: text, limit: .max)).rows
      #expect(all.count == (text.isEmpty ? 50 : 25))
      for limit in [1, 7, 50] {
        for offset in 0...(all.count + 2) {
          let page = try store.rows(RowQuery(text: text, offset: offset, limit: limit))
          #expect(page.rows == Array(all.dropFirst(offset).prefix(limit)))
          #expect(page.count == all.count)
        }
      }
    }
    #expect(try store.rows(RowQuery(offset: -3, limit: -1)).rows.isEmpty)
  }

  @Test(arguments: [
    "14102", "0014102", "0000014102", "zaak-2026-14102", "ZAAK-2026-0000014102", "2026-0014102", "vergunning bre",
    "celik", "Çelik", "ÇEL", "wind oud", "zienswijze", "woo", "ontvangen", "situatie", "dso-14102", "mw0",
    "breugel\"", "windmolens'", "(wind)", "wind*", "wind OR", "o",
  ])
  func findsByWords(_ text: String) throws {
    let store = try store([
      dossier(14_102, "Vergunning windmolens OUD-Velde, or not", toelichting: "met zienswijze"),
      dossier(7, "Iets", behandelaar: nil),
    ])
    #expect(try found(store, text).contains(14_102))
  }

  @Test(arguments: [
    "999990019", "99999", "molens", "\"", "''", "*", "- -", "NEAR(a b)", "tekst:wind", "^wind zz", "nergens",
    "ZAAK-2027",
    "\u{0}", "'; DROP TABLE zaak; --", "🏛",
  ])
  func findsNothing(_ text: String) throws {
    let store = try store([dossier(14_102, "Vergunning windmolens Oud-Velde")])
    #expect(try found(store, text) == [])
  }

  @Test func blankTextIsNoFilter() throws {
    let store = try store([dossier(1)])
    #expect(try found(store, "  \n") == [1])
  }

  @Test func textFollowsChanges() throws {
    let store = try store([dossier(1), dossier(2)])
    try store.record([.added(describe(1, id: 101, as: "Boomkap"))])
    #expect(try found(store, "boomkap") == [1])
    #expect(try found(store, "dakkapel") == [2])
    try store.record([.withdrawn(id: uuid(101), at: moment)])
    #expect(try found(store, "boomkap") == [])
    try store.put(zaaktypeVersie(naam: "Kapvergunning"))
    #expect(try found(store, "kapverg") == [1, 2])
    #expect(try found(store, "woo") == [])
    #expect(try store.rows(RowQuery()).rows.map(\.zaaktype) == ["Kapvergunning", "Kapvergunning"])
    try store.remove(uuid(1))
    #expect(try found(store, "kapverg") == [2])
  }

  @Test func scopes() throws {
    let store = try store([
      dossier(1, deadline: 1, behandelaar: "mw002"), dossier(2, deadline: 5), dossier(3, behandelaar: nil),
      dossier(4, closed: true), dossier(5, "Boomkap", deadline: 9),
    ])
    try store.record([.added(setStatus(2, id: 101)), .added(setStatus(5, id: 102))])
    try store.record([.moved(id: uuid(102), to: .conflict([]), at: moment)])
    func numbers(_ scope: RowScope, _ text: String = "") throws -> [Int] {
      let page = try store.rows(RowQuery(text: text, scope: scope))
      #expect(page.count == page.rows.count)
      return page.rows.map { Int($0.identificatie.suffix(4)) ?? 0 }
    }
    #expect(try numbers(.open) == [1, 2, 5, 3])
    #expect(try numbers(RowScope(behandelaar: "mw002")) == [1])
    #expect(try numbers(RowScope(openOnly: true, behandelaar: "mw001")) == [2, 5])
    #expect(try numbers(RowScope(withoutBehandelaar: true)) == [3])
    #expect(try numbers(.pending) == [2, 5])
    #expect(try numbers(.pending, "boom") == [5])
    #expect(try numbers(.conflicts) == [5])
    #expect(try numbers(RowScope(marks: [.none])) == [1, 3, 4])
    #expect(try numbers(RowScope(marks: [])) == [])
    #expect(try numbers(RowScope(deadlineThrough: Day(daysSince1970: 20_005))) == [1, 2])
    #expect(try numbers(RowScope(deadlineFrom: Day(daysSince1970: 20_005))) == [2, 5])
    #expect(try numbers(RowScope(behandelaar: "mw' OR 1=1")) == [])
    let counts = try store.summary()
    #expect(counts.zaken == 5)
    #expect(counts.open == 4)
    #expect(counts.pending == 2)
    #expect(counts.waiting == 1)
    #expect(counts.conflict == 1)
  }

  @Test func findByReference() throws {
    let store = try store([dossier(14_102), dossier(114_102), dossier(141_020), dossier(7), dossier(77)])
    #expect(try store.find(uuid(7)) == .one(uuid: uuid(7)))
    #expect(try store.find(uuid(7).uppercased()) == .one(uuid: uuid(7)))
    #expect(try store.find("zaak-2026-0000014102") == .one(uuid: uuid(14_102)))
    #expect(try store.find(" 14102 ") == .one(uuid: uuid(14_102)))
    #expect(try store.find("2026-0014102") == .one(uuid: uuid(14_102)))
    #expect(try store.find("7") == .one(uuid: uuid(7)))
    #expect(try store.find("41020") == .one(uuid: uuid(141_020)))
    #expect(try store.find(String(uuid(7).prefix(8))) == .one(uuid: uuid(7)))
    for nothing in ["", "nergens", "%", "_", uuid(8), "ZAAK-2025-7"] { #expect(try store.find(nothing) == .none) }
    guard case .many(let rows) = try store.find("4102") else {
      Issue.record("4102 fits three zaken")
      return
    }
    #expect(rows.map(\.uuid) == [14_102, 114_102, 141_020].map { uuid($0) })
  }

  @Test("Invariant 4: after any operations the index is the one that a rebuild gives", arguments: Place.allCases)
  func indexEqualsRebuild(_ place: Place) throws {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let ground = try place.make()
    var store = try ground.open(compaction: 10)
    var nextID = 1000
    let words = ["Boomkap", "Dakkapel", "Woo-verzoek", "Çelik"]
    for round in 1...150 {
      let number = Int.random(in: 1...12, using: &random)
      let word = words.randomElement(using: &random) ?? ""
      nextID += 1
      switch Int.random(in: 0..<9, using: &random) {
      case 0, 1: try store.put([dossier(number, word, deadline: Int.random(in: 0...3, using: &random))])
      case 2:
        let closed = Bool.random(using: &random)
        try store.put((1...12).map { dossier($0, word, deadline: closed ? nil : number, closed: closed) })
      case 3: try store.remove(uuid(number))
      case 4, 5:
        let operation =
          Bool.random(using: &random) ? setStatus(number, id: nextID) : describe(number, id: nextID, as: word)
        try store.record([.added(operation)])
      case 6:
        guard let id = store.queue.pending.randomElement(using: &random)?.id else { break }
        let ends: [JournalEntry] = [
          .confirmed(id: id, at: moment), .withdrawn(id: id, at: moment), .attempt(id: id, at: moment),
          .moved(id: id, to: .conflict([]), at: moment),
        ]
        if let entry = ends.randomElement(using: &random) { try store.record([entry]) }
      case 7: try store.put(zaaktypeVersie(naam: word))
      default:
        if Bool.random(using: &random) { store.close() } else { ground.crash() }
        if place == .disk { store.close() }
        store = try ground.open(compaction: 10)
      }
      guard round % 10 == 0 else { continue }
      let picture = try store.picture()
      #expect(try store.check(repair: false).isEmpty, "SEED=\(seed), round \(round)")
      try store.rebuildIndex()
      #expect(try store.picture() == picture, "SEED=\(seed), round \(round)")
      for text in ["boom", "dak", "woo ver", "cel"] {
        let expected = picture.rows.filter { row in
          let shown = picture.shown[row.uuid]
          return [row.omschrijving, row.zaaktype, shown?.dossier.rollen.last?.value.naam ?? ""].contains { name in
            let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
            return text.split(separator: " ").allSatisfy { folded.contains($0) }
          }
        }
        #expect(try store.rows(RowQuery(text: text)).rows == expected, "SEED=\(seed), round \(round), \(text)")
      }
    }
    store.close()
  }
}
