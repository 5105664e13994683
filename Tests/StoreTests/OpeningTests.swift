import Foundation
import Model
import Store
import Testing

@Suite struct OpeningTests {
  @Test(arguments: Place.allCases) func aSecondStoreIsKeptOut(_ place: Place) throws {
    let ground = try place.make()
    let store = try ground.open()
    #expect {
      _ = try ground.open()
    } throws: { error in
      guard case .locked(let pid?)? = error as? StoreError else { return false }
      return place == .memory || pid == Int(ProcessInfo.processInfo.processIdentifier)
    }
    store.close()
    try ground.open().close()
  }

  @Test func aSecondProcessIsKeptOut() throws {
    let ground = try Ground(disk: TemporaryFolder())
    let store = try ground.open()
    #expect(try locks(ground) == false)
    store.close()
    #expect(try locks(ground) == true)
  }

  @Test func anotherProcessKeepsUsOut() throws {
    let ground = try Ground(disk: TemporaryFolder())
    try ground.open().close()
    let child = Process()
    let (input, output) = (Pipe(), Pipe())
    child.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    child.arguments = [ground.folder + "/lock", "sh", "-c", "echo $$ > \"$0\"; echo; cat", ground.folder + "/lock"]
    child.standardInput = input
    child.standardOutput = output
    try child.run()
    _ = try output.fileHandleForReading.read(upToCount: 1)
    let holder = try Int(String(decoding: ground.files.read(ground.folder + "/lock"), as: UTF8.self).filter(\.isNumber))
    #expect(
      failure { () throws(StoreError) in _ = try Store(folder: ground.folder, log: quiet) } == .locked(pid: holder))
    try input.fileHandleForWriting.close()
    child.waitUntilExit()
    try ground.open().close()
  }

  /// Whether another process can take the lock now.
  private func locks(_ ground: Ground) throws -> Bool {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    child.arguments = ["--nonblock", ground.folder + "/lock", "true"]
    try child.run()
    child.waitUntilExit()
    return child.terminationStatus == 0
  }

  @Test func aStoreOfALaterVersionIsLeftAlone() throws {
    let ground = Ground()
    try ground.files.makeFolder(ground.folder)
    let state = ground.folder + "/state.json"
    try ground.files.write(Array(#"{"formaat": 2}"#.utf8), to: state, durably: true)
    #expect(throws: StoreError.tooNew) { try ground.open() }
    #expect(try ground.files.read(state) == Array(#"{"formaat": 2}"#.utf8))
    try ground.files.write(Array("{".utf8), to: state, durably: true)
    #expect(try ground.open().findings.map(\.kind) == [.damagedFile])
  }

  @Test func onlyWhatMayBeStaleIsReadAfterACrash() throws {
    let ground = try Ground(disk: TemporaryFolder())
    let store = try ground.open()
    try store.put((1...20).map { dossier($0) })
    store.close()
    // A file changed without the index being told, in the same boot: nobody looks, for that cannot come from us.
    let path = "\(ground.folder)/dossiers/\(uuid(1).prefix(2))/\(uuid(1)).json"
    try ground.files.write(dossier(1, "Buitenom").json.bytes(), to: path, durably: true)
    let counter = StepCounter()
    let clean = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: counter))
    #expect(try clean.rows(RowQuery(text: "buitenom")).count == 0)
    #expect(counter.names == ["folder veldmeer", "folder dossiers", "folder catalogi", "folder contents", "lock lock"])
    #expect(try clean.check(repair: false).map(\.kind) == [.staleIndex])
    #expect(try clean.check(repair: true).map(\.kind) == [.staleIndex])
    #expect(try clean.check(repair: true).isEmpty)
    #expect(try clean.rows(RowQuery(text: "buitenom")).count == 1)
    clean.close()
  }

  @Test func afterAPowerCutAllFilesAreCompared() throws {
    let ground = try Ground(disk: TemporaryFolder())
    let counter = StepCounter()
    var store: Store? = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: counter))
    try store?.put((1...20).map { dossier($0) })
    // Dies at the closing of the index.
    store = nil
    let path = "\(ground.folder)/dossiers/\(uuid(1).prefix(2))/\(uuid(1)).json"
    try ground.files.write(dossier(1, "Buitenom").json.bytes(), to: path, durably: true)
    try ground.files.remove("\(ground.folder)/dossiers/\(uuid(2).prefix(2))/\(uuid(2)).json")
    let again = try ground.open(boot: "boot 2")
    #expect(try again.rows(RowQuery(text: "buitenom")).count == 1)
    #expect(try again.knownDossiers().count == 19)
    #expect(try again.check(repair: false).isEmpty)
    again.close()
  }

  @Test func closedMeansClosed() throws {
    let store = try Ground().open()
    store.close()
    store.close()
    #expect(throws: StoreError.self) { try store.rows(RowQuery()) }
    #expect(failure { () throws(StoreError) in try store.record([.added(setStatus(1, id: 101))]) } != nil)
    #expect(failure { () throws(StoreError) in try store.put([dossier(1)]) } != nil)
  }

  @Test func errorsSayWhatToDo() {
    for error in [
      StoreError.locked(pid: 12), .locked(pid: nil), .diskFull, .noAccess(file: "x"), .damaged(file: "x", why: "y"),
      .tooNew, .io("z"),
    ] {
      #expect(error.description.hasSuffix("."))
      #expect(!error.description.contains("!"))
    }
    #expect(StoreError.locked(pid: 12).description.contains("proces 12"))
  }

  @Test func valuesForSyncAreKeptAndWrittenOnlyWhenOther() throws {
    let ground = Ground()
    let counter = StepCounter()
    let store = try ground.open(FaultyFileSystem(wrapping: ground.files, steps: counter))
    #expect(store.meta("laatste") == nil)
    try store.setMeta("laatste", "2026-11-22T12:00:00Z")
    let written = counter.count
    try store.setMeta("laatste", "2026-11-22T12:00:00Z")
    #expect(counter.count == written)
    store.close()
    let again = try ground.open()
    #expect(again.meta("laatste") == "2026-11-22T12:00:00Z")
    try again.setMeta("laatste", nil)
    #expect(again.meta("laatste") == nil)
  }
}
