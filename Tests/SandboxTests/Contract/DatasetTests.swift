import Foundation
import Testing

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// The dataset of 300 zaken is served as it is in its files.
@Suite(.enabled(if: Recordings.areThere)) struct DatasetTests {
  @Test func everyResourceIsServedAsInItsFile() async throws {
    let sandbox = try await Sandbox.start(.init(data: .folder(Recordings.dataset)))
    var compared = 0
    var different: [String] = []
    for collection in Collection.allCases where collection != .applicaties {
      let file = Recordings.dataset.appendingPathComponent("\(collection.rawValue).jsonl")
      guard let data = try? Data(contentsOf: file) else { continue }
      let served = Dictionary(
        (await sandbox.all(collection.rawValue)).map { ($0.text("url"), $0) }, uniquingKeysWith: { $1 })
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        var text = String(line)
        text.replace("http://openzaak.test/", with: sandbox.url)
        var row = try #require(try JSON(parsing: text).object)
        row["_expand"] = Optional.none
        let answer = try #require(served[row.text("url")])
        // Nothing is added, nothing comes in another order.
        if answer != row || answer.names != row.names { different.append("\(collection.rawValue) \(row.text("url"))") }
        compared += 1
      }
    }
    await sandbox.stop()
    #expect(different == [])
    #expect(compared >= 4000)
  }

  @Test func contentsOfFilesAreDownloaded() throws {
    var replay = try Replay([])
    let folder = Recordings.dataset.appendingPathComponent("inhoud")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let token = "Bearer " + Tokens.make(client: "superuser", iat: replay.now.seconds)
    for file in files {
      let path = "/documenten/api/v1/enkelvoudiginformatieobjecten/\(file)/download"
      let answer = replay.state.handle(
        SandboxRequest(method: "GET", path: path, headers: ["authorization": token]), now: replay.now)
      let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(file)))
      #expect(answer.body == bytes)
    }
    #expect(files.count == 40)
  }
}
