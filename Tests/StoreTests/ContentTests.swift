import Model
import Store
import Testing

@Suite struct ContentTests {
  private static let hash = "74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0"

  @Test(arguments: Place.allCases) func aContentIsFoundByItsHash(_ place: Place) throws {
    let ground = try place.make()
    let store = try ground.open()
    let hash = try store.putContent([[1, 2, 3], [], [4, 5]])
    #expect(hash == ContentTests.hash)
    let path = try #require(try store.content(hash))
    #expect(path == "\(ground.folder)/contents/74/\(hash)")
    #expect(try ground.files.read(path) == [1, 2, 3, 4, 5])
    #expect(try store.content(hash.uppercased()) == path)
    #expect(try store.putContent([[1, 2, 3, 4, 5]]) == hash)
    #expect(try ground.files.list(ground.folder + "/contents") == ["74"])
    for other in ["", "../../lock", String(repeating: "0", count: 64), String(repeating: "/", count: 64)] {
      #expect(try store.content(other) == nil)
    }
    store.close()
  }

  @Test(arguments: Place.allCases) func whatIsNotFinishedLeavesNothing(_ place: Place) throws {
    let ground = try place.make()
    let store = try ground.open()
    let writer = try store.makeContent()
    try writer.write([1, 2, 3])
    #expect(writer.size == 3)
    writer.discard()
    #expect(try ground.files.list(ground.folder + "/contents").isEmpty)
    store.close()
  }

  @Test func damagedContentIsFound() throws {
    let ground = Ground()
    let store = try ground.open()
    let hash = try store.putContent([[1]])
    let path = try #require(try store.content(hash))
    #expect(try store.check(repair: false).isEmpty)
    try ground.files.write([2], to: path, durably: true)
    #expect(try store.check(repair: false).map(\.kind) == [.damagedContent])
    #expect(try store.content(hash) != nil)
    #expect(try store.check(repair: true).map(\.kind) == [.damagedContent])
    #expect(try store.content(hash) == nil)
  }
}
