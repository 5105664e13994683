import Foundation
import Model
import Sandbox
import TestSupport

/// A few zaken of the demo municipality with all that hangs on them, for a server in memory and for a sandbox.
struct Gemeente: Sendable {
  static let base = MemoryServer.base + "/"
  /// When it is today, for servers and clients alike.
  static let now = SampleServer.moment(0)
  static let made = Task { try await make() }

  private(set) var rows: [ResourceKind: [JSONObject]] = [:]
  /// By what they are for.
  private(set) var zaken: [Which: Ref] = [:]

  enum Which: Sendable, CaseIterable {
    /// Open, with a behandelaar, two documents, eigenschappen, an object, a notitie and a besluit.
    case open
    case other, suspended, closed
  }

  private static func make() async throws -> Gemeente {
    let now = Gemeente.now
    let sandbox = try await Sandbox.start(
      SandboxConfiguration(now: { Date(timeIntervalSince1970: Double(now.secondsSince1970)) }))
    var all: [ResourceKind: [JSONObject]] = [:]
    for kind in ResourceKind.allCases where kind != .applicaties {
      all[kind] = await sandbox.all(kind.rawValue).map { $0.rebased(from: sandbox.url) }
    }
    await sandbox.stop()
    return try Gemeente(choosingFrom: all)
  }

  struct NoSuchZaaktype: Error {}

  private init(choosingFrom all: [ResourceKind: [JSONObject]]) throws {
    for type in all[.zaaktypen] ?? [] {
      guard type["verlengingMogelijk"] == true, let found = Gemeente.chosen(of: type, all) else { continue }
      zaken = found
      take(from: all, zaaktype: type["url"] ?? .null)
      addParts()
      return
    }
    throw NoSuchZaaktype()
  }

  /// A zaak of the zaaktype for each purpose; nil where there is not one for all.
  private static func chosen(of type: JSONObject, _ all: [ResourceKind: [JSONObject]]) -> [Which: Ref]? {
    let candidates = (all[.zaken] ?? []).filter { $0["zaaktype"] == type["url"] }
    func hasBehandelaar(_ zaak: JSONObject) -> Bool {
      (all[.rollen] ?? []).contains { rol in
        rol["zaak"] == zaak["url"] && rol["omschrijvingGeneriek"] == "behandelaar"
          && rol["betrokkeneType"] == "medewerker"
      }
    }
    func fits(_ which: Which, _ zaak: JSONObject) -> Bool {
      let isOpen = zaak["einddatum"]?.isNull ?? true
      let isSuspended = zaak["opschorting"]?["indicatie"]?.bool ?? false
      return switch which {
      case .open: isOpen && !isSuspended && zaak["verlenging"]?.object == nil && hasBehandelaar(zaak)
      case .other: isOpen && !isSuspended
      case .suspended: isOpen && isSuspended
      case .closed: !isOpen
      }
    }
    var chosen: [Which: Ref] = [:]
    for which in Which.allCases {
      let taken = Set(chosen.values.map(\.url))
      let one = candidates.first { fits(which, $0) && !taken.contains($0["url"]?.string ?? "") }
      guard let url = one?["url"]?.string else { return nil }
      chosen[which] = Ref(url)
    }
    return chosen
  }

  /// The zaaktype with its types, and the chosen zaken with their parts.
  private mutating func take(from all: [ResourceKind: [JSONObject]], zaaktype: JSON) {
    let chosen = Set(zaken.values.map(\.url))
    let links = (all[.zaakinformatieobjecten] ?? []).filter { chosen.contains($0["zaak"]?.string ?? "") }
    let documents = Set(links.compactMap { $0["informatieobject"]?.string })
    let documenttypes = Set(
      (all[.zaaktypeInformatieobjecttypen] ?? []).filter { $0["zaaktype"] == zaaktype }
        .compactMap { $0["informatieobjecttype"]?.string })
    for kind in ResourceKind.allCases {
      rows[kind] = (all[kind] ?? []).filter { row in
        let url = row["url"]?.string ?? ""
        switch kind {
        case .catalogussen: return row["zaaktypen"]?.array?.contains(zaaktype) ?? false
        case .informatieobjecttypen: return documenttypes.contains(url)
        case .zaaktypen: return row["url"] == zaaktype
        case .statustypen, .resultaattypen, .roltypen, .eigenschappen, .zaakobjecttypen,
          .zaaktypeInformatieobjecttypen:
          return row["zaaktype"] == zaaktype
        case .besluittypen: return row["zaaktypen"]?.array?.contains(zaaktype) ?? false
        case .zaken: return chosen.contains(url)
        case .statussen, .resultaten, .rollen, .zaakeigenschappen, .zaakinformatieobjecten, .zaakobjecten, .besluiten:
          return chosen.contains(row["zaak"]?.string ?? "")
        case .zaaknotities: return chosen.contains(row["gerelateerdAan"]?.string ?? "")
        case .enkelvoudiginformatieobjecten: return documents.contains(url)
        case .gebruiksrechten: return documents.contains(row["informatieobject"]?.string ?? "")
        case .objectinformatieobjecten, .besluitinformatieobjecten, .applicaties: return false
        }
      }
    }
  }

  /// A notitie, a besluit and a zaakobject of the open zaak.
  private mutating func addParts() {
    let zaak = zaken[.open] ?? Ref("")
    if let index = rows[.zaken]?.firstIndex(where: { $0["url"] == zaak.json }) {
      let others = rows[.zaken]?[index]["zaakobjecten"]?.array ?? []
      rows[.zaken]?[index]["zaakobjecten"] = .array(others + [url(.zaakobjecten, "zaken")])
    }
    func url(_ kind: ResourceKind, _ api: String) -> JSON {
      .string("\(Gemeente.base)\(api)/api/v1/\(kind.rawValue)/0000abcd-0000-4000-8000-00000000abcd")
    }
    rows[.zaaknotities] = [
      [
        "url": url(.zaaknotities, "zaken"), "onderwerp": "Gebeld", "tekst": "Verzoeker gebeld.",
        "aangemaaktDoor": "C. Breugel", "notitieType": "intern", "status": "definitief", "gerelateerdAan": zaak.json,
        "aanmaakdatum": .string(Gemeente.now.text), "wijzigingsdatum": .string(Gemeente.now.text),
      ]
    ]
    rows[.zaakobjecten, default: []].append([
      "url": url(.zaakobjecten, "zaken"), "uuid": "0000abcd-0000-4000-8000-00000000abcd", "zaak": zaak.json,
      "object": "", "zaakobjecttype": nil, "objectType": "pand", "objectTypeOverige": "",
      "objectTypeOverigeDefinitie": nil, "relatieomschrijving": "pand",
      "objectIdentificatie": ["identificatie": "0363100012345678"],
    ])
    rows[.besluiten] = [
      [
        "url": url(.besluiten, "besluiten"), "identificatie": "BESLUIT-2026-0000009001",
        "verantwoordelijkeOrganisatie": rows[.zaken]?.first { $0["url"] == zaak.json }?["bronorganisatie"] ?? .null,
        "besluittype": rows[.besluittypen]?.first?["url"] ?? .null, "zaak": zaak.json, "datum": "2026-09-20",
        "toelichting": "Deels openbaar", "bestuursorgaan": "College", "ingangsdatum": "2026-09-21",
        "vervaldatum": nil, "vervalreden": "", "vervalredenWeergave": "", "publicatiedatum": nil,
        "verzenddatum": nil, "uiterlijkeReactiedatum": nil,
      ]
    ]
  }

  /// A server in memory that holds it.
  func server(_ abilities: MemoryServer.Abilities) -> MemoryServer {
    let server = MemoryServer(abilities: abilities)
    for kind in ResourceKind.allCases { server.load(kind, rows[kind] ?? []) }
    return server
  }

  /// Writes it where a sandbox can load it.
  func write(to folder: URL) throws {
    for kind in ResourceKind.allCases {
      let lines = (rows[kind] ?? []).reversed().map { JSON.object($0).text() }
      guard !lines.isEmpty else { continue }
      try Data((lines.joined(separator: "\n") + "\n").utf8).write(
        to: folder.appendingPathComponent("\(kind.rawValue).jsonl"))
    }
  }
}

extension JSONObject {
  fileprivate func rebased(from base: String) -> JSONObject {
    JSON.object(self).rebased(from: base).object ?? [:]
  }
}

extension JSON {
  fileprivate func rebased(from base: String) -> JSON {
    switch self {
    case .string(let text): text.hasPrefix(base) ? .string(Gemeente.base + text.dropFirst(base.count)) : self
    case .array(let items): .array(items.map { $0.rebased(from: base) })
    case .object(let object): .object(JSONObject(object.members.map { ($0.name, $0.value.rebased(from: base)) }))
    case .null, .bool, .number: self
    }
  }
}
