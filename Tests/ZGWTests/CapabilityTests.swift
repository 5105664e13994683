import Model
import Sandbox
import Sync
import Testing

@testable import ZGW

@Suite struct CapabilityTests {
  /// What each kind of server has: expand, notities, numbers, pageSize, PUT on a rol, zaak_registreren.
  static let table: [(Personality, [Bool])] = [
    (.openZaak130, [true, true, true, true, true, true]), (.strict10, [false, false, false, false, false, false]),
    (.standard17, [true, true, true, false, false, false]),
  ]

  @Test(arguments: table.indices)
  func `what a server can do is found out`(row: Int) async throws {
    let (personality, expected) = Self.table[row]
    try await SandboxFixture.run(personality) { fixture in
      let client = fixture.client
      #expect(client.capabilities == Capabilities())
      let probed = try await client.probe()
      #expect([probed.expand, probed.notities, probed.zaaknummerReserveren] == expected[..<3].map { $0 })
      #expect(probed.zaakRegistreren == expected[5])
      #expect(probed.pageSize.isEmpty && probed.rolPut == nil)
      _ = try await fixture.page(1)
      let rollen = try await client.list(RolFields.self, of: nil, filters: [], page: 1)
      let rol = try #require(rollen.items.first)
      #expect(client.capabilities.rolPut == nil)
      _ = try await client.read(rol.ref, as: RolFields.self)
      #expect(client.capabilities.pageSize == [.zaken: expected[3], .rollen: expected[3]])
      #expect(client.capabilities.rolPut == expected[4])
      #expect(client.capabilities.versions[.zaken] == personality.versions["zrc"])
    }
  }

  @Test(arguments: table.indices)
  func `what was not probed is learned from the answers`(row: Int) async throws {
    let (personality, expected) = Self.table[row]
    try await SandboxFixture.run(personality) { fixture in
      let client = fixture.client
      _ = await outcome { _ = try await client.list(ZaakNotitieFields.self, of: nil, filters: [], page: 1) }
      let rsin = await fixture.start("")["bronorganisatie"]?.string ?? ""
      _ = await outcome { _ = try await client.reserveNumbers(for: rsin, count: 1) }
      #expect([client.capabilities.notities, client.capabilities.zaaknummerReserveren] == expected[1..<3].map { $0 })
    }
  }

  /// A server that has no root documents, such as many an implementation of the standard.
  @Test func `a server without root documents leaves everything open`() async throws {
    try await Fixture.run({ _, _ in .reply(404, [:], "") }) { fixture in
      let probed = try await fixture.client.probe()
      #expect(probed.notities == nil && probed.zaaknummerReserveren == nil && probed.zaakRegistreren == nil)
    }
  }
}
