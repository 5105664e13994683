import Synchronization
import Testing

@testable import Sync

struct BoundedTests {
  struct Stop: Error, Equatable {
    let at: Int
  }

  @Test(arguments: [1, 3, 4])
  func neverMoreThanTheLimitAtOnce(_ limit: Int) async {
    let now = Mutex((running: 0, most: 0))
    let gate = Gate()
    async let all: Void = forEach(Array(0..<20), atOnce: limit) { (_: Int) async throws(Never) in
      now.withLock {
        $0.running += 1
        $0.most = max($0.most, $0.running)
      }
      await gate.wait()
      now.withLock { $0.running -= 1 }
    }
    await gate.arrival(of: limit)
    gate.open()
    await all
    #expect(now.withLock { $0.most } == limit)
    #expect(now.withLock { $0.running } == 0)
  }

  @Test func oneAtATimeTheOrderIsThatOfTheItems() async {
    let seen = Mutex<[Int]>([])
    await forEach(Array(0..<50), atOnce: 1) { (item: Int) async throws(Never) in seen.withLock { $0.append(item) } }
    #expect(seen.withLock { $0 } == Array(0..<50))
  }

  @Test func theFirstErrorEndsItAndCancelsTheOthers() async {
    let begun = Counter()
    let cancelled = Counter()
    let gate = Gate()
    do throws(Stop) {
      try await forEach(Array(0..<100), atOnce: 4) { (item: Int) async throws(Stop) in
        begun.next()
        if item == 3 {
          await gate.arrival(of: 3)
          throw Stop(at: 3)
        }
        await withTaskCancellationHandler {
          await gate.wait()
        } onCancel: {
          cancelled.next()
          gate.open()
        }
      }
      Issue.record("no error came out")
    } catch {
      #expect(error == Stop(at: 3))
    }
    #expect(begun.value == 4)
    #expect(cancelled.value == 3)
  }

  @Test func nothingToDoIsDone() async {
    await forEach([Int](), atOnce: 4) { (_: Int) async throws(Never) in Issue.record("called") }
  }
}
