import Model
import Rules
import Testing

@Suite("Rights: what the applicatie may do is answered before the server is asked")
struct RightsTests {
  private let type = Ref("https://zgw.example/catalogi/api/v1/zaaktypen/5a6b7c8d-0000-4000-8000-000000000001")
  private let other = Ref("https://zgw.example/catalogi/api/v1/zaaktypen/5a6b7c8d-0000-4000-8000-000000000002")

  private func rights(_ autorisaties: [JSON], all: Bool = false) -> Rights {
    Rights(Applicatie(["heeftAlleAutorisaties": .bool(all), "autorisaties": .array(autorisaties)]))
  }

  private func zaken(_ scopes: [JSON], _ max: JSON = "zaakvertrouwelijk") -> JSON {
    [
      "component": "zrc", "scopes": .array(scopes), "zaaktype": .string(type.url),
      "maxVertrouwelijkheidaanduiding": max,
    ]
  }

  @Test("A server that does not tell leaves everything unknown")
  func hidden() {
    for scope in Scope.allCases {
      #expect(Rights(nil).may(scope, type: type, level: .openbaar) == .unknown)
      #expect(Rights(json: nil).may(scope, type: type) == .unknown)
    }
    #expect(Rights(json: .null) == Rights(nil))
  }

  @Test("heeftAlleAutorisaties is everything", arguments: Scope.allCases)
  func all(_ scope: Scope) {
    #expect(rights([], all: true).may(scope, type: other, level: .zeerGeheim) == .yes)
    #expect(rights([]).may(scope, type: type, level: .openbaar) == .no)
  }

  @Test("Scope, type and vertrouwelijkheid all count, up to and including the maximum")
  func levels() {
    let rights = rights([zaken(["zaken.lezen", "zaken.bijwerken"])])
    for level in Vertrouwelijkheidaanduiding.allCases {
      #expect(rights.may(.zakenBijwerken, type: type, level: level) == (level <= .zaakvertrouwelijk ? .yes : .no))
      #expect(rights.may(.zakenAanmaken, type: type, level: level) == .no)
      #expect(rights.may(.zakenBijwerken, type: other, level: level) == .no)
    }
    #expect(rights.may(.zakenBijwerken, type: type) == .unknown)
    #expect(rights.may(.zakenBijwerken, type: nil, level: .openbaar) == .unknown)
    // The same word under another component is no right.
    #expect(rights.may(.documentenBijwerken, type: type, level: .openbaar) == .no)
  }

  @Test("The widest of several autorisaties for one type counts, also under another address of the same type")
  func several() {
    let rights = rights([zaken(["zaken.bijwerken"], "openbaar"), zaken(["zaken.bijwerken"], "zeer_geheim")])
    let moved = Ref("http://intern.example/zaaktypen/5A6B7C8D-0000-4000-8000-000000000001")
    #expect(rights.may(.zakenBijwerken, type: type) == .yes)
    #expect(rights.may(.zakenBijwerken, type: moved, level: .geheim) == .yes)
  }

  @Test("Besluiten have no vertrouwelijkheid, catalogues have no type")
  func others() {
    let rights = rights([
      ["component": "brc", "scopes": ["besluiten.aanmaken"], "besluittype": .string(type.url)],
      ["component": "ztc", "scopes": ["catalogi.lezen"]],
      ["component": "drc", "scopes": ["documenten.lock"], "informatieobjecttype": .string(type.url)],
    ])
    #expect(rights.may(.besluitenAanmaken, type: type) == .yes)
    #expect(rights.may(.besluitenAanmaken, type: other) == .no)
    #expect(rights.may(.catalogiLezen, type: nil) == .yes)
    #expect(rights.may(.documentenLock, type: type, level: .openbaar) == .unknown)
  }
}
