import Foundation
import Logging
import Model
import Store
import Sync

/// A small municipality in memory: one zaaktype, some zaken with one part of each kind.
public struct SampleServer: Sendable {
  public let server: MemoryServer
  public let zaaktype: Ref
  /// Ontvangen, In behandeling, Besloten, Afgehandeld: the last one closes a zaak.
  public let statustypen: [Ref]
  public let zaken: [Ref]
  /// Verleend, Geweigerd.
  public let resultaattypen: [Ref]
  /// By their omschrijvingGeneriek.
  public let roltypen: [String: Ref]
  /// `bouwlaag`.
  public let eigenschap: Ref
  public let informatieobjecttype: Ref
  public let besluittype: Ref

  /// - Parameters:
  ///   - old: as a server of ZGW 1.0, whose zaken do not mention their rollen and documents, and which has no notities
  ///     and hands out no numbers
  ///   - partSize: bytes of a bestandsdeel
  ///   - abilities: nil for those that the other parameters make
  ///   - now: the server's clock, by which a status in the future is refused; nil for one that refuses none
  public init(
    zaken count: Int = 2, pageSize: Int = 100, old: Bool = false, partSize: Int = 1_048_576,
    abilities: MemoryServer.Abilities? = nil, now: (@Sendable () -> Moment)? = nil
  ) {
    let server = MemoryServer(
      pageSize: pageSize, abilities: abilities ?? .init(notities: !old, reserveren: !old, partSize: partSize), now: now)
    let zaaktype = server.add(
      .zaaktypen, ["identificatie": "WOO", "omschrijving": "Woo-verzoek", "besluittypen": [], "concept": false])
    let statustypen = ["Ontvangen", "In behandeling", "Besloten", "Afgehandeld"].enumerated().map { index, name in
      server.add(
        .statustypen,
        ["zaaktype": .string(zaaktype.url), "omschrijving": .string(name), "volgnummer": .number(index + 1)])
    }
    let resultaattypen = ["Verleend", "Geweigerd"].map { name in
      server.add(.resultaattypen, ["zaaktype": .string(zaaktype.url), "omschrijving": .string(name)])
    }
    let roltypen = ["behandelaar", "initiator", "zaakcoordinator", "belanghebbende"].map { name in
      (
        name,
        server.add(
          .roltypen,
          [
            "zaaktype": .string(zaaktype.url), "omschrijving": .string(name.capitalized),
            "omschrijvingGeneriek": .string(name),
          ])
      )
    }
    eigenschap = server.add(
      .eigenschappen, ["zaaktype": .string(zaaktype.url), "naam": "bouwlaag", "definitie": "Bouwlaag"])
    let zaken = (1...count).map { SampleServer.zaak($0, zaaktype, on: server, old: old) }
    let document = server.add(.informatieobjecttypen, ["omschrijving": "Tekening", "concept": false])
    server.add(
      .zaaktypeInformatieobjecttypen,
      ["zaaktype": .string(zaaktype.url), "informatieobjecttype": .string(document.url), "volgnummer": 1])
    let besluit = server.add(
      .besluittypen,
      [
        "omschrijving": "Besluit", "zaaktypen": [.string(zaaktype.url)],
        "informatieobjecttypen": [.string(document.url)],
      ])
    for zaak in zaken { SampleServer.fill(zaak, statustypen[0], document, besluit, on: server) }
    (self.server, self.zaaktype, self.statustypen, self.zaken) = (server, zaaktype, statustypen, zaken)
    (self.resultaattypen, informatieobjecttype, besluittype) = (resultaattypen, document, besluit)
    self.roltypen = Dictionary(uniqueKeysWithValues: roltypen)
  }

  private static func zaak(_ number: Int, _ zaaktype: Ref, on server: MemoryServer, old: Bool) -> Ref {
    var row: JSONObject = [
      "identificatie": .string("ZAAK-2026-" + String(format: "%010d", number)), "zaaktype": .string(zaaktype.url),
      "omschrijving": .string("Verzoek \(number)"), "toelichting": "", "startdatum": "2026-10-01", "einddatum": nil,
      "status": nil, "resultaat": nil, "eigenschappen": [], "bronorganisatie": "851234562",
      "verantwoordelijkeOrganisatie": "851234562", "archiefstatus": "nog_te_archiveren",
      "zaakgeometrie": ["type": "Point", "coordinates": [.number("4.70"), 52]],
    ]
    if !old {
      for part in ["rollen", "zaakinformatieobjecten", "zaakobjecten"] { row[part] = [] }
      row["laatstGemuteerd"] = .string(MemoryServer.epoch.text)
    }
    return server.add(.zaken, row)
  }

  private static func fill(
    _ zaak: Ref, _ statustype: Ref, _ documenttype: Ref, _ besluittype: Ref, on server: MemoryServer
  ) {
    let ofZaak = JSON.string(zaak.url)
    server.add(
      .statussen,
      [
        "zaak": ofZaak, "statustype": .string(statustype.url), "datumStatusGezet": .string(MemoryServer.epoch.text),
        "statustoelichting": "",
      ])
    server.add(
      .rollen,
      [
        "zaak": ofZaak, "omschrijvingGeneriek": "behandelaar", "betrokkeneType": "medewerker",
        "betrokkeneIdentificatie": ["identificatie": "mw001", "achternaam": "Breugel"],
      ])
    server.add(.zaakeigenschappen, ["zaak": ofZaak, "naam": "bouwlaag", "waarde": "2"])
    let document = server.add(
      .enkelvoudiginformatieobjecten,
      [
        "titel": "Tekening", "versie": 1, "informatieobjecttype": .string(documenttype.url),
        "vertrouwelijkheidaanduiding": "openbaar", "indicatieGebruiksrecht": false,
      ])
    server.add(.zaakinformatieobjecten, ["zaak": ofZaak, "informatieobject": .string(document.url)])
    server.add(
      .besluiten,
      ["zaak": ofZaak, "identificatie": .string("B-" + (zaak.uuid ?? "")), "besluittype": .string(besluittype.url)])
  }

  /// The moment of something that a user does after all this.
  public static func moment(_ seconds: Int) -> Moment { MemoryServer.epoch.adding(seconds: 100_000 + seconds) }

  /// The user sets a status, having seen the one that the sample has.
  public func sets(
    _ statustype: Int, on zaak: Int = 0, id: String = "op-status", at seconds: Int = 0, toelichting: String = "",
    previous: Int? = 0
  ) -> Model.Operation {
    let moment = SampleServer.moment(seconds)
    let set = ZetStatus(
      statustype: statustypen[statustype], datumStatusGezet: moment, toelichting: toelichting,
      previous: previous.map { statustypen[$0] })
    return Model.Operation(id: id, zaak: zaken[zaak], made: moment, change: .zetStatus(set))
  }

  /// The user changes a field, having seen `old`.
  public func changes(
    _ field: String, from old: JSON, to new: JSON, on zaak: Int = 0, id: String = "op-veld", at seconds: Int = 0
  ) -> Model.Operation {
    Model.Operation(
      id: id, zaak: zaken[zaak], made: SampleServer.moment(seconds),
      change: .wijzigZaak([FieldChange(field: field, old: old, new: new)]))
  }

  public func uuid(_ zaak: Int) -> String { zaken[zaak].uuid ?? "" }
}

extension Logger {
  /// Says nothing.
  public static var silent: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }
}

extension Store {
  public static let testFolder = "/profiel"

  /// A store on this file system, on which no other is open.
  public static func opened(on files: any FileSystem) throws -> Store {
    try Store(folder: testFolder, files: files, log: .silent, bootID: "test")
  }
}
