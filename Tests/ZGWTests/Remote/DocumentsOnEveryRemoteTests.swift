import Model
import Sync
import Testing

@Suite struct DocumentsOnEveryRemoteTests {
  private typealias Fields = EnkelvoudigInformatieObjectFields

  /// 2,500 bytes that differ from each other, in base64 nowhere.
  private let content = (0..<2500).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 / 256) }

  private func part(_ start: Int, _ size: Int) -> ContentPart {
    let content = content
    return ContentPart(size: size) { offset, count in Array(content[(start + offset)..<(start + offset + count)]) }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a document keeps its content, and its number is its own`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let body = town.document(["identificatie": "DOC-1"])
      let document = try await town.create(Fields.self, body)
      #expect(document.versie == 1 && document.bestandsomvang == 5 && document.locked == false)
      #expect(try await town.content(document.ref) == Array("Hallo".utf8))
      #expect(
        await outcome { _ = try await town.create(Fields.self, body) } == "rejected 400 identificatie-niet-uniek")
      let found = try await town.all(Fields.self, ("identificatie", "DOC-1"), ("bronorganisatie", "851234562"))
      #expect(found.map(\.ref) == [document.ref])
      #expect(
        await outcome { _ = try await town.create(Fields.self, town.document(["bestandsomvang": 4])) }
          == "rejected 400 file-size")
      try await town.remove(document)
      #expect(await outcome { _ = try await town.content(document.ref) } == "notFound")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `only who holds the lock changes a document, and each change is a version`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let document = try await town.create(Fields.self, town.document())
      let refusals: [(String?, String)] = [
        (nil, "missing-lock-id"), ("", "missing-lock-id"), ("x", "incorrect-lock-id"),
      ]
      #expect(
        await outcome { _ = try await town.change(document, ["titel": "x", "lock": "x"]) } == "rejected 400 unlocked")
      let lock = try await town.remote.lock(document.ref)
      #expect(!lock.isEmpty)
      #expect(await outcome { _ = try await town.remote.lock(document.ref) } == "rejected 400 existing-lock")
      for (given, code) in refusals {
        var body: JSONObject = ["titel": "x"]
        body["lock"] = given.map { .string($0) }
        #expect(await outcome { _ = try await town.change(document, body) } == "rejected 400 \(code)")
      }
      let second = try await town.change(document, ["titel": "Twee", "lock": .string(lock)])
      #expect(second.versie == 2 && second.titel == "Twee")
      #expect(try await town.content(document.ref) == Array("Hallo".utf8))
      let third = try await town.change(
        document, ["inhoud": "RHJpZQ==", "bestandsomvang": 4, "lock": .string(lock)])
      #expect(third.versie == 3)
      #expect(
        await outcome { try await town.remote.unlock(document.ref, lock: "x") } == "rejected 400 incorrect-lock-id")
      #expect(await outcome { try await town.remote.unlock(document.ref, lock: "") } == "rejected 400 missing-lock-id")
      try await town.remote.unlock(document.ref, lock: lock)
      #expect(try await town.read(document).locked == false)
      #expect(try await town.content(document.ref) == Array("Drie".utf8))
      #expect(try await town.content(document.ref, version: 1) == Array("Hallo".utf8))
      #expect(await outcome { _ = try await town.content(document.ref, version: 9) } == "notFound")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a large content goes up in bestandsdelen`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let document = try await town.create(Fields.self, town.document(["inhoud": nil, "bestandsomvang": 2500]))
      let lock = try #require(document.body["lock"]?.string)
      #expect(document.bestandsdelen.map(\.omvang) == [1000, 1000, 500])
      // Whoever lost the answer finds the lock with the bestandsdelen.
      #expect(try await town.read(document).bestandsdelen.allSatisfy { $0.lock == lock && !$0.voltooid })
      let delen = document.bestandsdelen
      #expect(
        await outcome { try await town.remote.upload(delen[0].url, lock: "x", part(0, 1000)) }
          == "rejected 400 incorrect-lock-id")
      #expect(
        await outcome { try await town.remote.upload(delen[0].url, lock: lock, part(0, 999)) }
          == "rejected 400 file-size")
      try await town.remote.upload(delen[0].url, lock: lock, part(0, 1000))
      #expect(try await town.read(document).bestandsdelen.map(\.voltooid) == [true, false, false])
      #expect(await outcome { try await town.remote.unlock(document.ref, lock: lock) } == "rejected 400 file-size")
      try await town.remote.upload(delen[1].url, lock: lock, part(1000, 1000))
      try await town.remote.upload(delen[2].url, lock: lock, part(2000, 500))
      // The same part once more does no harm.
      try await town.remote.upload(delen[2].url, lock: lock, part(2000, 500))
      try await town.remote.unlock(document.ref, lock: lock)
      let done = try await town.read(document)
      #expect(done.bestandsdelen.isEmpty && !done.locked && done.versie == 1 && done.bestandsomvang == 2500)
      #expect(try await town.content(document.ref) == content)
      #expect(await outcome { try await town.remote.upload(delen[0].url, lock: lock, part(0, 1000)) } == "notFound")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a large new version goes up in bestandsdelen too`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let document = try await town.create(Fields.self, town.document())
      let lock = try await town.remote.lock(document.ref)
      let changed = try await town.change(
        document, ["inhoud": nil, "bestandsomvang": 1500, "lock": .string(lock)])
      #expect(changed.versie == 2 && changed.bestandsdelen.map(\.omvang) == [1000, 500])
      try await town.remote.upload(changed.bestandsdelen[0].url, lock: lock, part(0, 1000))
      try await town.remote.upload(changed.bestandsdelen[1].url, lock: lock, part(1000, 500))
      try await town.remote.unlock(document.ref, lock: lock)
      #expect(try await town.content(document.ref) == Array(content[..<1500]))
      #expect(try await town.content(document.ref, version: 1) == Array("Hallo".utf8))
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `a document hangs on a zaak once, and cannot go while it does`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let document = try await town.create(Fields.self, town.document())
      let body: JSONObject = ["zaak": town.zaak.json, "informatieobject": document.ref.json]
      let link = try await town.create(ZaakInformatieObjectFields.self, body)
      #expect(
        await outcome { _ = try await town.create(ZaakInformatieObjectFields.self, body) } == "rejected 400 unique")
      #expect(try await town.lists("zaakinformatieobjecten", link, else: true))
      let found = try await town.all(
        ZaakInformatieObjectFields.self, ("zaak", town.zaak.url), ("informatieobject", document.ref.url))
      #expect(found.map(\.ref) == [link.ref])
      let mirrors = try await town.all(ObjectInformatieObjectFields.self, ("informatieobject", document.ref.url))
      #expect(mirrors.map(\.object) == [town.zaak])
      #expect(await outcome { try await town.remove(document) } == "rejected 400 pending-relations")
      try await town.remove(link)
      #expect(try await !town.lists("zaakinformatieobjecten", link, else: false))
      try await town.remove(document)
      #expect(await outcome { _ = try await town.read(document) } == "notFound")
    }
  }

  @Test(arguments: Town.Kind.allCases)
  func `with gebruiksrechten there are conditions, without them it is open`(kind: Town.Kind) async throws {
    try await Town.run(kind) { town in
      let document = try await town.create(Fields.self, town.document(["indicatieGebruiksrecht": nil]))
      #expect(document.indicatieGebruiksrecht == nil)
      let right = try await town.create(
        GebruiksrechtFields.self,
        [
          "informatieobject": document.ref.json, "startdatum": "2026-10-01T00:00:00Z",
          "omschrijvingVoorwaarden": "Alleen intern",
        ])
      #expect(try await town.read(document).indicatieGebruiksrecht == true)
      #expect(try await town.all(GebruiksrechtFields.self, ("informatieobject", document.ref.url)).count == 1)
      #expect(
        try await town.change(right, ["omschrijvingVoorwaarden": "Ander"]).omschrijvingVoorwaarden == "Ander")
      try await town.remove(right)
      #expect(try await town.read(document).indicatieGebruiksrecht == nil)
      #expect(
        await outcome { _ = try await town.create(Fields.self, town.document(["indicatieGebruiksrecht": true])) }
          == "rejected 400 missing-gebruiksrechten")
    }
  }
}
