import Model
import Store
import Sync
import TestSupport
import Testing

/// The fakes keep their promises too: each call is one step, and a fault comes before or after its effect.
@Suite struct FaultyRemoteTests {
  private struct Calls: Sendable {
    let sample = SampleServer(partSize: 10)
    let document, ready, deel, rol: Ref
    /// Of the document whose upload is complete, and of the one that waits for its only deel.
    let readyLock, lock: String

    init() throws {
      let server = sample.server
      let body: JSONObject = [
        "bronorganisatie": "851234562", "informatieobjecttype": .string(sample.informatieobjecttype.url),
        "bestandsomvang": 10,
      ]
      func large() throws(RemoteError) -> EnkelvoudigInformatieObject {
        EnkelvoudigInformatieObject(
          try server.create(body.merging(["inhoud": nil]), .enkelvoudiginformatieobjecten))
      }
      let (ready, half) = (try large(), try large())
      readyLock = ready.body["lock"]?.string ?? ""
      try server.upload(ready.bestandsdelen[0].url, lock: readyLock, [UInt8](repeating: 65, count: 10))
      (self.ready, deel, lock) = (ready.ref, half.bestandsdelen[0].url, half.body["lock"]?.string ?? "")
      document = server.add(.enkelvoudiginformatieobjecten, ["versie": 1])
      server.keep([1, 2, 3], of: document)
      rol = Rol(server.all(.rollen)[0]).ref
    }

    /// By the name of its step; what the call writes.
    var table: [(String, MemoryServer.Written.Verb?, @Sendable (any Remote) async throws -> Void)] {
      let (document, ready, deel, rol, zaak) = (document, ready, deel, rol, sample.zaken[0])
      let (lock, readyLock) = (lock, readyLock)
      let part = ContentPart(size: 10) { _, count in [UInt8](repeating: 65, count: count) }
      return [
        ("list zaken", nil, { _ = try await $0.list(ZaakFields.self, of: nil, filters: [], page: 1) }),
        ("read zaken", nil, { _ = try await $0.read(zaak, as: ZaakFields.self) }),
        (
          "create rollen", .create,
          { _ = try await $0.create(["zaak": zaak.json], as: RolFields.self, of: nil, reason: nil) }
        ),
        (
          "change zaken", .change,
          { _ = try await $0.change(zaak, to: ["toelichting": "x"], as: ZaakFields.self, reason: nil) }
        ),
        ("remove rollen", .remove, { try await $0.remove(rol, .rollen, reason: nil) }),
        ("lock enkelvoudiginformatieobjecten", .lock, { _ = try await $0.lock(document) }),
        ("upload bestandsdelen", .upload, { try await $0.upload(deel, lock: lock, part) }),
        (
          "download enkelvoudiginformatieobjecten", nil,
          { try await $0.download(document, version: nil, limit: 100) { _ in } }
        ),
        ("reserve zaken", .reserve, { _ = try await $0.reserveNumbers(for: "851234562", count: 2) }),
        ("read applicaties", nil, { _ = try await $0.applicatie() }),
        ("unlock enkelvoudiginformatieobjecten", .unlock, { try await $0.unlock(ready, lock: readyLock) }),
      ]
    }
  }

  @Test(arguments: 0..<11)
  func `each call is one step of its name`(row: Int) async throws {
    let calls = try Calls()
    let (name, verb, call) = calls.table[row]
    let steps = StepCounter()
    let memory = MemoryRemote(calls.sample.server)
    let before = calls.sample.server.written.count
    try await call(FaultyRemote(wrapping: memory, steps: steps))
    #expect(steps.names == [name])
    #expect(memory.calls.map(\.description) == [name])
    #expect(memory.calls.map(\.isWrite) == [verb != nil])
    #expect(calls.sample.server.written.dropFirst(before).last?.verb == verb)
  }

  @Test(arguments: 0..<11)
  func `before its effect nothing is done, after it all is, and neither is told`(row: Int) async throws {
    for (fault, expected, isDone) in [
      (Fault.error(.before), "unreachable", false), (.timeOut(.before), "lost -", false),
      (.timeOut(.after), "lost -", true), (.status(503), "lost 503", false), (.status(429), "busy 1", false),
    ] {
      let calls = try Calls()
      let (_, verb, call) = calls.table[row]
      let before = calls.sample.server.written.filter { $0.verb == verb }.count
      let memory = MemoryRemote(calls.sample.server)
      let faulty = FaultyRemote(wrapping: memory, steps: StepCounter(failing: 1, with: fault))
      #expect(await outcome { try await call(faulty) } == expected)
      let done = calls.sample.server.written.filter { $0.verb == verb }.count - before
      #expect(done == (isDone && verb != nil ? 1 : 0))
    }
  }
}
