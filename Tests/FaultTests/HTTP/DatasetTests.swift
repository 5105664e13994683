import Foundation
import Logging
import Model
import Store
import Sync
import TestSupport
import Testing
import ZGW

import class Sandbox.Sandbox

/// The recorded municipality of 300 zaken, over HTTP.
struct DatasetTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/zgw/openzaak-1.30/dataset").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
  static let floors = [
    "zaken": 300, "statussen": 994, "rollen": 568, "resultaten": 228, "zaakeigenschappen": 639,
    "zaakinformatieobjecten": 503, "enkelvoudiginformatieobjecten": 503, "besluiten": 116, "zaaktypen": 8,
    "statustypen": 32, "resultaattypen": 26, "roltypen": 40, "eigenschappen": 20, "informatieobjecttypen": 14,
    "besluittypen": 7, "zaaktype-informatieobjecttypen": 44, "zaakobjecttypen": 8, "catalogussen": 1,
  ]

  @Test(.enabled(if: isThere, "../shared/zgw is not here"))
  func everythingComesInAndNothingGoesTwiceInMemory() async throws {
    try await check(MemoryFileSystem(), Store.testFolder)
  }

  @Test(.enabled(if: isThere, "../shared/zgw is not here"))
  func everythingComesInAndNothingGoesTwiceOnDisk() async throws {
    try await withTemporaryFolder { folder in try await check(DiskFileSystem(), folder.path + "/profiel") }
  }

  private func check(_ files: any FileSystem, _ folder: String) async throws {
    let served = try await Served(folder: Self.folder)
    try await served.whileRunning { try await check(served, files, folder) }
  }

  private func check(_ served: Served, _ files: any FileSystem, _ folder: String) async throws {
    let store = try Store(folder: folder, files: files, log: .silent, bootID: "test")
    let first = await sync(store, served.client)
    try #require(first.trouble == nil)
    #expect((first.fetched, first.skipped) == (300, 0))
    let expected = await Requests(served.sandbox)
    #expect(first.requests == expected.first)
    let counts = try await Comparison(store: store, sandbox: served.sandbox).run()
    for (kind, floor) in Self.floors { #expect(counts[kind] ?? 0 >= floor, "\(kind)") }

    let second = try await expectQuiet(store, served, files, folder)
    #expect(second == expected.second)
    print(
      "dataset: \(first.requests) requests at first, \(second) the second time; \(counts.values.reduce(0, +)) resources"
    )
    try await statusWhileTheServerIsDown(store, served)
    _ = try await expectQuiet(store, served, files, folder)
    try await Comparison(store: store, sandbox: served.sandbox).run()
    store.close()
  }

  /// Another sync writes and sends nothing; gives how many requests that took.
  private func expectQuiet(
    _ store: Store, _ served: Served, _ files: any FileSystem, _ folder: String
  ) async throws -> Int {
    await served.sandbox.forgetRequests()
    let before = try contents(files, folder)
    let report = await sync(store, served.client)
    #expect(report.trouble == nil)
    #expect((report.fetched, report.sent) == (0, 0))
    let methods = Set(await served.sandbox.requests().map(\.method))
    #expect(methods == ["GET"])
    let after = try contents(files, folder)
    #expect(before.count >= 308)
    #expect(before.keys == after.keys)
    for (path, file) in before { #expect(after[path] == file, "\(path)") }
    return report.requests
  }

  private func statusWhileTheServerIsDown(_ store: Store, _ served: Served) async throws {
    let uuid = try #require(
      try store.knownDossiers().sorted().first { try store.dossier($0)?.zaak.value.isOpen == true })
    let dossier = try #require(try store.dossier(uuid))
    let versie = try #require(store.zaaktype(of: dossier.zaak.value.zaaktype))
    let target = try #require(versie.path.first { $0.ref != dossier.status?.statustype && !versie.isEndStatus($0.ref) })
    let now = Moment(microsecondsSince1970: Int(Date().timeIntervalSince1970 * 1_000_000))
    let set = ZetStatus(
      statustype: target.ref, datumStatusGezet: now, toelichting: "Zonder verbinding gezet",
      previous: dossier.status?.statustype)
    let operation = Model.Operation(id: "een", zaak: dossier.ref, made: now, change: .zetStatus(set))

    await served.sandbox.stop()
    try store.record([.added(operation)])
    let offline = await sync(store, served.client)
    guard case .remote(.unreachable) = offline.trouble else {
      Issue.record("\(String(describing: offline.trouble))")
      return
    }
    #expect(store.queue["een"]?.state == .waiting)
    #expect(try store.shown(uuid)?.dossier.status?.statustype == target.ref)

    try await served.sandbox.restart()
    let online = await sync(store, served.client)
    #expect((online.sent, online.trouble == nil) == (1, true))
    let there = await served.sandbox.all("statussen").filter { $0["statustoelichting"] == "Zonder verbinding gezet" }
    #expect(there.count == 1)
    #expect(there.first?["statustype"]?.string == target.ref.url)
  }

  private func sync(_ store: Store, _ remote: any Remote) async -> SyncReport {
    await Syncer(
      store: store, remote: remote, werkset: Werkset(),
      now: { Moment(secondsSince1970: Int(Date().timeIntervalSince1970)) }, log: .silent
    ).run()
  }

  private struct File: Equatable {
    let stamp: FileStamp?
    let bytes: [UInt8]
  }

  /// All dossiers, catalogues and the journal: bytes and time of change.
  private func contents(_ files: any FileSystem, _ folder: String) throws -> [String: File] {
    var paths = [folder + "/journal.jsonl"]
    paths += try files.list(folder + "/catalogi").map { folder + "/catalogi/" + $0 }
    for part in try files.list(folder + "/dossiers") {
      paths += try files.list(folder + "/dossiers/" + part).map { folder + "/dossiers/" + part + "/" + $0 }
    }
    var found: [String: File] = [:]
    for path in paths where try files.stamp(path) != nil {
      found[path] = File(stamp: try files.stamp(path), bytes: try files.read(path))
    }
    return found
  }
}

/// The numbers of requests that the README states, for what is on a server.
private struct Requests {
  private static let pageSize = 100
  let first: Int
  let second: Int

  init(_ sandbox: Sandbox) async {
    func pages(_ count: Int) -> Int { max(1, (count + Self.pageSize - 1) / Self.pageSize) }
    var beforehand = 1
    for collection in [
      "zaaktypen", "catalogussen", "statustypen", "resultaattypen", "roltypen", "eigenschappen",
      "zaaktype-informatieobjecttypen", "zaakobjecttypen", "informatieobjecttypen", "besluittypen",
    ] { beforehand += pages(await sandbox.all(collection).count) }
    let zaken = await sandbox.all("zaken")
    let latest = zaken.count { $0["status"]?.string != nil }
    let behandelaars = await sandbox.all("rollen").count { $0["omschrijvingGeneriek"] == "behandelaar" }
    var dossiers = await sandbox.all("zaakinformatieobjecten").count
    for zaak in zaken {
      // Besluiten and notities are always asked for.
      dossiers += 2
      for part in ["status", "resultaat"] where zaak[part]?.string != nil { dossiers += 1 }
      for part in ["rollen", "eigenschappen", "zaakobjecten", "zaakinformatieobjecten"]
      where zaak[part]?.array?.isEmpty == false { dossiers += 1 }
    }
    let organisations = Set(await sandbox.all("catalogussen").compactMap { $0["rsin"]?.string }).count
    first =
      beforehand + 2 * pages(zaken.count) + pages(latest) + pages(behandelaars) + dossiers + organisations
    second = beforehand + pages(zaken.count)
  }
}
