import Model
import Sync
import Synchronization
import Testing

@testable import ZGW

@Suite struct LimiterTests {
  /// Lets other tasks go on until `condition` holds.
  private func until(_ condition: () -> Bool) async { while !condition() { await Task.yield() } }

  @Test func `at most 4 requests are at a server, over at most 4 connections`() async throws {
    let body = #"{"count": 0, "next": null, "results": []}"#
    try await Fixture.run({ _, number in number <= 4 ? .hold(body) : .json(body) }) { fixture in
      let limiter = try #require(fixture.client.limiters.first)
      await withTaskGroup(of: String.self) { group in
        for _ in 0..<12 { group.addTask { await fixture.listZaken().name } }
        await fixture.server.arrived(4)
        await until { limiter.waiting == 8 }
        #expect(fixture.server.seen.count == 4)
        fixture.server.release()
        for await name in group { #expect(name == "goed") }
      }
      #expect(fixture.server.seen.count == 12)
      #expect(fixture.server.mostInFlight == 4)
      #expect(fixture.server.connections <= 4)
    }
  }

  @Test func `a task that is cancelled while it waits leaves the queue at once`() async throws {
    let limiter = Limiter(1)
    let gate = AsyncStream<Void>.makeStream()
    let holder = Task {
      await caught { () async throws(RemoteError) in
        try await limiter.run { () async throws(RemoteError) -> Int in
          for await _ in gate.stream { break }
          return 1
        }
      }
    }
    await until { limiter.free == 0 }
    let waiting = Task { await caught { () async throws(RemoteError) in try await limiter.run { 2 } } }
    await until { limiter.waiting == 1 }
    let next = Task { await caught { () async throws(RemoteError) in try await limiter.run { 3 } } }
    await until { limiter.waiting == 2 }
    waiting.cancel()
    #expect(await waiting.value.error == .cancelled)
    #expect(limiter.waiting == 1)
    gate.continuation.yield()
    #expect(try await holder.value.get() == 1)
    #expect(try await next.value.get() == 3)
    #expect(limiter.free == 1)
  }

  @Test func `a task that is cancelled before it comes does not wait and takes no place for good`() async throws {
    let limiter = Limiter(1)
    let gate = AsyncStream<Void>.makeStream()
    let task = Task {
      for await _ in gate.stream { break }
      return await caught { () async throws(RemoteError) in try await limiter.run { 1 } }
    }
    task.cancel()
    gate.continuation.finish()
    #expect(await task.value.error == .cancelled)
    #expect(limiter.free == 1)
  }

  @Test func `a place comes free after an error too`() async throws {
    let limiter = Limiter(1)
    for _ in 0..<3 {
      let answer = await caught { () async throws(RemoteError) in
        try await limiter.run { () async throws(RemoteError) -> Int in throw .notFound }
      }
      #expect(answer.error == .notFound)
    }
    #expect(limiter.free == 1)
  }
}
