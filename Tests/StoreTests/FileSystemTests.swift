import Foundation
import Store
import Testing

/// One suite for every file system there is.
@Suite struct FileSystemTests {
  enum Kind: String, CaseIterable, CustomTestStringConvertible {
    case disk, memory, faultyWithoutFaults
    var testDescription: String { rawValue }
  }

  struct Fixture {
    let files: any FileSystem
    let root: String
    let keep: TemporaryFolder?

    init(_ kind: Kind) throws {
      switch kind {
      case .disk:
        let folder = try TemporaryFolder()
        (files, root, keep) = (DiskFileSystem(), folder.path, folder)
      case .memory: (files, root, keep) = (MemoryFileSystem(), "/wortel", nil)
      case .faultyWithoutFaults:
        (files, root, keep) = (
          FaultyFileSystem(wrapping: MemoryFileSystem(), steps: StepCounter()), "/wortel", nil
        )
      }
      try files.makeFolder(root)
    }
  }

  @Test(arguments: Kind.allCases) func whatIsWrittenIsRead(_ kind: Kind) throws {
    let at = try Fixture(kind)
    for size in [0, 1, 65_535, 65_536, 200_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      let stamp = try at.files.write(bytes, to: at.root + "/a", durably: size == 1)
      #expect(try at.files.read(at.root + "/a") == bytes)
      #expect(try at.files.stamp(at.root + "/a") == stamp)
      #expect(stamp.size == size)
    }
    #expect(try at.files.list(at.root) == ["a"])
  }

  @Test(arguments: Kind.allCases) func manyAreWrittenAtOnce(_ kind: Kind) throws {
    let at = try Fixture(kind)
    for count in [0, 3, 40] {
      let new = (0..<count).map { NewFile("\(at.root)/\($0)", [UInt8($0), UInt8(count)]) }
      var told: [NewFile] = []
      try at.files.write(new) { file, stamp in
        told.append(file)
        #expect(stamp.size == 2)
      }
      #expect(told == new)
      for file in new { #expect(try at.files.read(file.path) == file.bytes) }
    }
    #expect(try at.files.list(at.root).count == 40)
  }

  @Test(arguments: Kind.allCases) func appendAddsAndTruncateCuts(_ kind: Kind) throws {
    let at = try Fixture(kind)
    let path = at.root + "/j"
    try at.files.append([1, 2], to: path)
    try at.files.append([3], to: path)
    #expect(try at.files.read(path) == [1, 2, 3])
    try at.files.truncate(path, to: 1)
    try at.files.append([9], to: path)
    #expect(try at.files.read(path) == [1, 9])
  }

  @Test(arguments: Kind.allCases) func readingInPieces(_ kind: Kind) throws {
    let at = try Fixture(kind)
    try at.files.write([1, 2, 3, 4, 5], to: at.root + "/a", durably: false)
    var pieces: [[UInt8]] = []
    try at.files.read(at.root + "/a", piece: 2) { pieces.append($0) }
    #expect(pieces == [[1, 2], [3, 4], [5]])
  }

  @Test(arguments: Kind.allCases) func namesChangeAndGo(_ kind: Kind) throws {
    let at = try Fixture(kind)
    try at.files.makeFolder(at.root + "/x/y")
    try at.files.makeFolder(at.root + "/x/y")
    try at.files.write([1], to: at.root + "/x/y/a", durably: true)
    try at.files.write([2], to: at.root + "/b", durably: true)
    #expect(try at.files.list(at.root).sorted() == ["b", "x"])
    try at.files.rename(at.root + "/x/y/a", to: at.root + "/b")
    #expect(try at.files.read(at.root + "/b") == [1])
    #expect(try at.files.list(at.root + "/x/y").isEmpty)
    try at.files.remove(at.root + "/b")
    try at.files.remove(at.root + "/b")
    #expect(try at.files.stamp(at.root + "/b") == nil)
    #expect(try at.files.list(at.root + "/nergens").isEmpty)
  }

  @Test(arguments: Kind.allCases) func aFolderGoesWithAllInIt(_ kind: Kind) throws {
    let at = try Fixture(kind)
    try at.files.makeFolder(at.root + "/x/y/z")
    try at.files.makeFolder(at.root + "/xx")
    try at.files.write([1], to: at.root + "/x/y/a", durably: true)
    try at.files.write([1], to: at.root + "/xx/a", durably: true)
    try at.files.removeAll(at.root + "/x")
    try at.files.removeAll(at.root + "/x")
    #expect(try at.files.list(at.root) == ["xx"])
    #expect(try at.files.stamp(at.root + "/x/y/a") == nil)
    #expect(try at.files.list(at.root + "/xx") == ["a"])
  }

  @Test func linksAreNotFollowedWhenAFolderGoes() throws {
    let at = try Fixture(.disk)
    try at.files.makeFolder(at.root + "/x")
    try at.files.makeFolder(at.root + "/blijft")
    try at.files.write([1], to: at.root + "/blijft/a", durably: true)
    let link = at.root + "/x/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: at.root + "/blijft")
    try at.files.removeAll(at.root + "/x")
    #expect(try at.files.list(at.root) == ["blijft"])
    #expect(try at.files.read(at.root + "/blijft/a") == [1])
    for path in ["", "/", "//", "x"] { #expect(throws: FileError.self) { try at.files.removeAll(path) } }
  }

  @Test(arguments: Kind.allCases) func whatIsNotThereIsSaid(_ kind: Kind) throws {
    let at = try Fixture(kind)
    let missing = at.root + "/nergens"
    func kindOf(_ work: () throws(FileError) -> Void) -> FileError.Kind? {
      do throws(FileError) { try work() } catch { return error.kind }
      return nil
    }
    #expect(kindOf { () throws(FileError) in _ = try at.files.read(missing) } == .notFound)
    #expect(kindOf { () throws(FileError) in try at.files.truncate(missing, to: 0) } == .notFound)
    #expect(kindOf { () throws(FileError) in try at.files.rename(missing, to: at.root + "/b") } == .notFound)
    #expect(kindOf { () throws(FileError) in try at.files.append([1], to: missing + "/b") } == .notFound)
    #expect(kindOf { () throws(FileError) in try at.files.write([1], to: missing + "/b", durably: true) } == .notFound)
    #expect(kindOf { () throws(FileError) in _ = try at.files.makeFile(in: missing) } == .notFound)
  }

  @Test(arguments: Kind.allCases) func aLockHasOneHolder(_ kind: Kind) throws {
    let at = try Fixture(kind)
    let lock = try at.files.lock(at.root + "/lock")
    #expect {
      _ = try at.files.lock(at.root + "/lock")
    } throws: { error in
      guard case .locked(let pid?)? = (error as? FileError)?.kind else { return false }
      return kind != .disk || pid == Int(ProcessInfo.processInfo.processIdentifier)
    }
    lock.release()
    let again = try at.files.lock(at.root + "/lock")
    again.release()
  }

  @Test(arguments: Kind.allCases) func aFileIsFilledPieceByPiece(_ kind: Kind) throws {
    let at = try Fixture(kind)
    let dropped = try at.files.makeFile(in: at.root)
    try dropped.write([7])
    dropped.discard()
    let kept = try at.files.makeFile(in: at.root)
    try kept.write([1, 2])
    try kept.write([3])
    try kept.finish(as: at.root + "/c")
    #expect(try at.files.read(at.root + "/c") == [1, 2, 3])
    #expect(try at.files.list(at.root) == ["c"])
  }

  @Test func filesAndFoldersOfTheDiskAreForTheUserOnly() throws {
    let at = try Fixture(.disk)
    try at.files.makeFolder(at.root + "/x/y")
    try at.files.write([1], to: at.root + "/x/a", durably: true)
    try at.files.append([1], to: at.root + "/x/b")
    let writer = try at.files.makeFile(in: at.root + "/x")
    try writer.finish(as: at.root + "/x/c")
    func mode(_ path: String) throws -> Int? {
      (try FileManager.default.attributesOfItem(atPath: at.root + path)[.posixPermissions] as? NSNumber)?.intValue
    }
    for folder in ["/x", "/x/y"] { #expect(try mode(folder) == 0o700) }
    for file in ["/x/a", "/x/b", "/x/c"] { #expect(try mode(file) == 0o600) }
  }

  @Test func aPowerCutTakesWhatWasNotSynced() throws {
    let files = MemoryFileSystem()
    try files.makeFolder("/x")
    try files.write([1], to: "/x/a", durably: true)
    try files.write([2], to: "/x/a", durably: false)
    try files.append([5], to: "/x/j")
    files.crash(powerCut: false)
    #expect(try files.read("/x/a") == [2])
    files.crash(powerCut: true)
    #expect(try files.read("/x/a") == [1])
    #expect(try files.read("/x/j") == [5])
  }
}
