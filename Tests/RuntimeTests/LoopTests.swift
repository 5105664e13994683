import App
import Foundation
import Logging
import Model
import Runtime
import Screen
import Store
import Synchronization
import Testing

@Suite("Beside the loop")
struct LoopTests {
  private final class CountingBell: Bell {
    let rings = Atomic(0)
    func ring() { rings.add(1, ordering: .relaxed) }
  }

  @Test("Events from many threads all arrive, those of one thread in their order, and each rings the bell")
  func queue() async {
    let events = EventQueue()
    let bell = CountingBell()
    events.attach(bell)
    let (threads, each) = (8, 500)
    var taken: [Event] = []
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<threads {
        group.addTask { for index in 0..<each { events.post(.withdrawn(id: "\(thread) \(index)")) } }
      }
      while taken.count < threads * each {
        taken += events.drain()
        await Task.yield()
      }
    }
    #expect(taken.count == threads * each)
    #expect(bell.rings.load(ordering: .relaxed) == threads * each)
    for thread in 0..<threads {
      let own = taken.compactMap { event -> Int? in
        guard case .withdrawn(let id) = event, id.hasPrefix("\(thread) ") else { return nil }
        return Int(id.dropFirst(2))
      }
      #expect(own == Array(0..<each))
    }
  }

  @Test("The log keeps one line an event, and begins anew at 1 MB with the old one beside it")
  func log() throws {
    let files = MemoryFileSystem()
    try files.makeFolder("/state")
    let log = LogFile(folder: "/state", files: files, now: { Moment(secondsSince1970: 0) }).logger()
    log.info("een\nregel", metadata: ["b": "2", "a": "1"])
    log.debug("niet")
    #expect(
      try String(decoding: files.read("/state/log"), as: UTF8.self) == "1970-01-01T00:00:00Z info een regel a=1 b=2\n")
    let long = String(repeating: "x", count: 100_000)
    for _ in 0..<12 { log.warning("\(long)") }
    let stamp = try #require(try files.stamp("/state/log"))
    #expect(stamp.size < LogFile.largest)
    #expect(try files.stamp("/state/log.1") != nil)
  }

  @Test("What a command prints is harmless for a terminal, whatever a server put in it")
  func harmless() {
    let row = ZaakRow(
      uuid: "u", identificatie: "Z-1\u{1B}[2J", omschrijving: "\u{9B}31mrood\u{202E}", zaaktype: "", status: "",
      behandelaar: "", deadline: Day(year: 2026, month: 11, day: 20), isOpen: true, mark: .conflict)
    let text = Listing.text([row], today: Day(daysSince1970: 20_779), language: .nl)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 0x202E })
    #expect(text.contains("2026-11-20"))
    #expect(text.hasSuffix("!\n"))
  }
}
