import Foundation
import GRDB
import Logging
import Model
import Store
import Testing

let api = "https://zaken.voorbeeld.nl/api/v1"
let moment = Moment(secondsSince1970: 1_795_000_000)

/// A UUID that is the same for the same number; the first digits differ, so that all folders are used.
func uuid(_ number: Int) -> String {
  let mixed = UInt32(truncatingIfNeeded: number &* 2_654_435_761)
  return String(format: "%08x-0000-4000-8000-%012x", mixed, number)
}

let zaaktypeRef = Ref("\(api)/zaaktypen/\(uuid(900_001))")
let statustypeOntvangen = Ref("\(api)/statustypen/\(uuid(900_002))")
let statustypeBehandeling = Ref("\(api)/statustypen/\(uuid(900_003))")

func zaaktypeVersie(naam: String = "Woo-verzoek") -> ZaaktypeVersie {
  var zaaktype = Zaaktype()
  zaaktype.url = zaaktypeRef
  zaaktype.omschrijving = naam
  var versie = ZaaktypeVersie(zaaktype: Fetched(zaaktype, fetched: moment))
  for (ref, name) in [(statustypeOntvangen, "Ontvangen"), (statustypeBehandeling, "In behandeling")] {
    var type = Statustype()
    type.url = ref
    type.omschrijving = name
    versie.statustypen.append(Fetched(type, fetched: moment))
  }
  return versie
}

func rol(_ zaak: Int, _ omschrijving: RolOmschrijving, _ type: BetrokkeneType, _ wie: JSON) -> Fetched<RolFields> {
  var rol = Rol()
  rol.url = Ref("\(api)/rollen/\(uuid(zaak + 5_000_000))")
  rol.zaak = Ref("\(api)/zaken/\(uuid(zaak))")
  rol.omschrijvingGeneriek = omschrijving
  rol.betrokkeneType = type
  rol.betrokkeneIdentificatie = wie
  return Fetched(rol, fetched: moment)
}

/// A zaak with a status, a behandelaar, an initiator with a BSN, a document and a kenmerk.
func dossier(
  _ number: Int, _ omschrijving: String = "Plaatsen dakkapel", deadline: Int? = nil, closed: Bool = false,
  behandelaar: String? = "mw001", toelichting: String = ""
) -> Dossier {
  var zaak = Zaak()
  zaak.url = Ref("\(api)/zaken/\(uuid(number))")
  zaak.uuid = uuid(number)
  zaak.identificatie = "ZAAK-2026-" + String(format: "%010d", number)
  zaak.omschrijving = omschrijving
  zaak.toelichting = toelichting
  zaak.zaaktype = zaaktypeRef
  zaak.uiterlijkeEinddatumAfdoening = deadline.map { Day(daysSince1970: 20_000 + $0) }
  if closed { zaak.einddatum = Day(daysSince1970: 20_000) }
  var kenmerk = Kenmerk()
  kenmerk.kenmerk = "DSO-\(number)"
  zaak.kenmerken = [kenmerk]
  var dossier = Dossier(zaak: Fetched(zaak, etag: "\"\(number)\"", fetched: moment))
  var status = Status()
  status.url = Ref("\(api)/statussen/\(uuid(number + 6_000_000))")
  status.zaak = dossier.ref
  status.statustype = statustypeOntvangen
  status.datumStatusGezet = moment
  dossier.statussen = [Fetched(status, fetched: moment)]
  if let behandelaar {
    dossier.rollen.append(
      rol(number, .behandelaar, .medewerker, ["identificatie": .string(behandelaar), "achternaam": "Breugel"]))
  }
  dossier.rollen.append(
    rol(number, .initiator, .natuurlijkPersoon, ["inpBsn": "999990019", "voorletters": "J.", "geslachtsnaam": "Çelik"]))
  var document = EnkelvoudigInformatieObject()
  document.url = Ref("\(api)/enkelvoudiginformatieobjecten/\(uuid(number + 7_000_000))")
  document.titel = "Situatietekening"
  dossier.documenten = [Fetched(document, fetched: moment)]
  dossier.isComplete = true
  return dossier
}

func setStatus(_ number: Int, id: Int) -> Operation {
  Operation(
    id: uuid(id), zaak: Ref("\(api)/zaken/\(uuid(number))"), made: moment,
    change: .zetStatus(
      ZetStatus(
        statustype: statustypeBehandeling, datumStatusGezet: Moment(secondsSince1970: 1_795_000_100 + id),
        previous: statustypeOntvangen)))
}

func describe(_ number: Int, id: Int, as text: String) -> Operation {
  Operation(
    id: uuid(id), zaak: Ref("\(api)/zaken/\(uuid(number))"), made: moment,
    change: .wijzigZaak([FieldChange(field: "omschrijving", old: "Plaatsen dakkapel", new: .string(text))]))
}

let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// A folder of the disk that goes with this object.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/zaaklijn-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A place for a store that stays when the store goes: on the disk, or in memory.
enum Place: String, CaseIterable, CustomTestStringConvertible {
  case disk, memory
  var testDescription: String { rawValue }

  func make() throws -> Ground {
    switch self {
    case .disk: try Ground(disk: TemporaryFolder())
    case .memory: Ground()
    }
  }
}

struct Ground {
  let files: any FileSystem
  let folder: String
  private let temporary: TemporaryFolder?
  private let memory: MemoryFileSystem?

  init() {
    let memory = MemoryFileSystem()
    (files, self.memory, folder, temporary) = (memory, memory, "/data/veldmeer", nil)
  }

  init(disk: TemporaryFolder) {
    (files, memory, folder, temporary) = (DiskFileSystem(), nil, disk.path + "/data/veldmeer", disk)
  }

  /// The process dies; with a power cut what was not synced goes where that can be known.
  func crash(powerCut: Bool = false) { memory?.crash(powerCut: powerCut) }

  func open(_ other: (any FileSystem)? = nil, boot: String = "boot 1", compaction: Int = 1000) throws -> Store {
    try Store(folder: folder, files: other ?? files, log: quiet, bootID: boot, compaction: compaction)
  }

  /// All files below the folder with their content, without the index and the lock.
  func contents() throws -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for folder in [self.folder, "\(self.folder)/catalogi"]
      + (try files.list("\(self.folder)/dossiers").map { "\(self.folder)/dossiers/\($0)" })
    {
      for name in try files.list(folder) where name.contains(".json") {
        found["\(folder)/\(name)"] = try files.read("\(folder)/\(name)")
      }
    }
    return found
  }
}

extension Store {
  /// What a user would see of everything in it.
  func picture() throws -> Picture {
    var shown: [String: ShownDossier] = [:]
    for uuid in try knownDossiers() { shown[uuid] = try self.shown(uuid) }
    return Picture(queue: queue, shown: shown, rows: try rows(RowQuery(limit: .max)).rows)
  }
}

struct Picture: Equatable {
  let queue: OperationQueue
  let shown: [String: ShownDossier]
  let rows: [ZaakRow]
}

typealias OperationQueue = Model.OperationQueue
typealias Operation = Model.Operation

/// Runs SQL on a database that nobody has open.
func runSQL(_ path: String, _ sql: String) throws {
  let queue = try DatabaseQueue(path: path)
  try queue.write { db in try db.execute(sql: sql) }
  try queue.close()
}

/// What the work threw; nil where it did not.
func failure(_ work: () throws(StoreError) -> Void) -> StoreError? {
  do throws(StoreError) { try work() } catch { return error }
  return nil
}
