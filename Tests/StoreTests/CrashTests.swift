import Model
import Store
import Testing

/// A scenario with a fault at each of its steps: afterwards the store opens, and has either the old or the new.
@Suite struct CrashTests {
  enum Scenario: String, CaseIterable, CustomTestStringConvertible {
    case put, record, compaction, remove, zaaktype, rebuild, meta, content
    var testDescription: String { rawValue }

    func prepare(_ store: Store) throws {
      try store.put(zaaktypeVersie())
      try store.put((1...4).map { dossier($0, deadline: $0) })
      try store.record([.added(setStatus(1, id: 101)), .added(describe(2, id: 102, as: "Anders"))])
      for number in 201...204 {
        try store.record([.added(setStatus(3, id: number)), .confirmed(id: uuid(number), at: moment)])
      }
    }

    func run(_ store: Store) throws {
      switch self {
      case .put: try store.put([dossier(1, "Nieuw", deadline: 5), dossier(20)])
      case .record:
        try store.record([.added(setStatus(4, id: 103)), .confirmed(id: uuid(101), at: moment)])
        try store.record([.withdrawn(id: uuid(102), at: moment)])
      case .compaction:
        try store.record([.added(setStatus(3, id: 205)), .confirmed(id: uuid(205), at: moment)])
        try store.compactJournal()
      case .remove: try store.remove(uuid(1))
      case .zaaktype: try store.put(zaaktypeVersie(naam: "Woo"))
      case .rebuild: try store.rebuildIndex()
      case .meta: try store.setMeta("laatste", "gisteren")
      case .content: _ = try store.putContent([[1, 2, 3], [4, 5]])
      }
    }
  }

  @Test("Crash at every step", arguments: Scenario.allCases, Place.allCases)
  func atEveryStep(_ scenario: Scenario, _ place: Place) throws {
    let (start, count) = try steps(scenario, place)
    let after = try finished(scenario)
    #expect(count > 0)
    // The disk is slow: there the faults that leave other things behind than the memory does.
    let faults = place == .disk ? [.diskFull, .crash(.before), .crash(.torn), .crash(.after)] : Fault.files
    for fault in faults {
      for step in 1...count {
        // Where the program goes on there is no power cut, and what the disk of this machine keeps is not in our hands.
        for powerCut in place == .memory && fault.isCrash ? [false, true] : [false] {
          try runWith(fault, at: start + step, scenario, place, powerCut: powerCut, after)
        }
      }
    }
  }

  /// How many steps there are before the scenario itself, and in it.
  private func steps(_ scenario: Scenario, _ place: Place) throws -> (start: Int, count: Int) {
    let ground = try prepared(scenario, place)
    let counter = StepCounter()
    let store = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: counter), compaction: 4)
    let start = counter.count
    try scenario.run(store)
    let count = counter.count - start
    store.close()
    return (start, count)
  }

  private func prepared(_ scenario: Scenario, _ place: Place) throws -> Ground {
    let ground = try place.make()
    let store = try ground.open()
    try scenario.prepare(store)
    store.close()
    return ground
  }

  private func runWith(
    _ fault: Fault, at step: Int, _ scenario: Scenario, _ place: Place, powerCut: Bool, _ after: Picture
  ) throws {
    let ground = try prepared(scenario, place)
    let counter = StepCounter(failing: step, with: fault)
    let limit = 4
    var store: Store? = try ground.open(
      FaultyFileSystem(wrapping: ground.files, steps: counter), compaction: limit)
    let before = try #require(try store?.picture())
    let meta = store?.meta("laatste")
    if let store { do { try scenario.run(store) } catch is StoreError {} }
    let label: Comment = "\(fault) at step \(counter.names.last ?? "") (\(step)), power cut \(powerCut)"
    if !counter.hasCrashed {
      // The program goes on: what it shows is what it will show after opening again.
      let shown = try #require(try store?.picture())
      store?.close()
      try expectAgain(ground, limit, [shown], label)
      return
    }
    store = nil
    ground.crash(powerCut: powerCut)
    let again = try ground.open(compaction: limit)
    let picture = try again.picture()
    // Each dossier, each operation and each row is the old or the new one.
    for (uuid, shown) in picture.shown {
      #expect([before.shown[uuid], after.shown[uuid]].contains(shown) || scenario == .record, label)
    }
    for pending in picture.queue.pending {
      #expect(before.queue.pending.contains(pending) || after.queue.pending.contains(pending), label)
    }
    for pending in before.queue.pending where after.queue.pending.contains(pending) {
      #expect(picture.queue.pending.contains(pending), label)
    }
    #expect([meta, "gisteren"].contains(again.meta("laatste")), label)
    let found = try again.check(repair: false)
    #expect(found.isEmpty, label)
    again.close()
    try expectAgain(ground, limit, [picture], label)
    // And the scenario can be done again, to its end.
    let last = try ground.open(compaction: limit)
    try scenario.run(last)
    #expect(try last.picture() == after, label)
    last.close()
  }

  private func finished(_ scenario: Scenario) throws -> Picture {
    let ground = try prepared(scenario, .memory)
    let store = try ground.open()
    try scenario.run(store)
    return try store.picture()
  }

  private func expectAgain(_ ground: Ground, _ limit: Int, _ pictures: [Picture], _ label: Comment) throws {
    let again = try ground.open(compaction: limit)
    #expect(try pictures.contains(again.picture()), label)
    #expect(try again.check(repair: false).isEmpty, label)
    for folder in [ground.folder, ground.folder + "/contents", ground.folder + "/catalogi"] {
      #expect(try !ground.files.list(folder).contains { $0.hasPrefix(".tmp-") }, label)
    }
    again.close()
  }
}

extension Fault {
  fileprivate var isCrash: Bool { if case .crash = self { true } else { false } }
}
