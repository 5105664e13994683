import Foundation
import Model
import Store
import Sync
import Testing

@testable import Runtime

@Suite("Reading anew: which zaak, and what is remembered of it")
struct RefreshesTests {
  private let start = Moment(secondsSince1970: 1_790_000_000)

  @Test("One at a time, the last one that was opened, and none twice within a minute")
  func order() {
    var refreshes = Refreshes()
    func want(_ uuid: String, _ seconds: Int) -> Bool { refreshes.want(uuid, at: start.adding(seconds: seconds)) }
    func take() -> String? { refreshes.take() }
    #expect(take() == nil)
    #expect(want("a", 0))
    #expect(take() == "a")
    #expect(!want("a", 59))
    #expect(take() == nil)
    #expect(want("a", 60))
    #expect(want("b", 61))
    #expect(take() == "b")
    #expect(take() == nil)
    // The one that was put aside has not been read.
    #expect(want("a", 62))
    #expect(take() == "a")
    // Broken off for a sync: read after it, or when it is opened again.
    refreshes.putBack("a")
    #expect(take() == "a")
    #expect(want("c", 63))
    refreshes.putBack("a")
    #expect(take() == "c")
    #expect(want("a", 64))
    // A clock that was put back does not keep a zaak from being read for hours.
    #expect(want("a", -7200))
  }

  @Test("The moments of checking read back as they were written; a damaged file costs no more than requests")
  func checkFile() throws {
    let files = MemoryFileSystem()
    let file = CheckFile(folder: "/staat", files: files)
    #expect(file.read() == CheckMoments())
    let uuids = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"]
    let moments = CheckMoments(all: start, each: [uuids[0]: start, uuids[1]: start.adding(seconds: 5)])
    file.write(moments)
    #expect(file.read() == moments)
    file.write(CheckMoments(all: start))
    #expect(file.read() == CheckMoments(all: start))
    let text = "niets\n\(uuids[0]) gisteren\n\(uuids[1]) \(start.text)\n../../weg \(start.text)\nalle"
    try files.write(Array(text.utf8), to: "/staat/nagelezen", durably: false)
    #expect(file.read() == CheckMoments(each: [uuids[1]: start]))
  }
}
