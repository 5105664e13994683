import Model
import Synchronization

/// The versions of zaaktypen, in memory from the first time that one is asked for.
final class Catalogi: Sendable {
  private let files: any FileSystem
  private let layout: Layout
  private let known = Mutex<[String: ZaaktypeVersie]?>(nil)
  private let findings: Findings

  init(_ layout: Layout, files: any FileSystem, findings: Findings) {
    self.files = files
    self.layout = layout
    self.findings = findings
  }

  /// Reads the files again.
  func reload() throws(StoreError) -> [String: ZaaktypeVersie] {
    known.withLock { $0 = nil }
    return try all()
  }

  func all() throws(StoreError) -> [String: ZaaktypeVersie] {
    try known.withLock { known throws(StoreError) in
      if let known { return known }
      let read = try load()
      known = read
      return read
    }
  }

  private func load() throws(StoreError) -> [String: ZaaktypeVersie] {
    var read: [String: ZaaktypeVersie] = [:]
    let names = try storing { () throws(FileError) in try files.list(layout.catalogi) }
    for uuid in names.compactMap(Layout.uuid(file:)) {
      let path = layout.zaaktype(uuid)
      let bytes = try storing { () throws(FileError) in try files.read(path) }
      do {
        read[uuid] = try ZaaktypeVersie(json: JSON(parsing: bytes))
      } catch {
        try storing { () throws(FileError) in try findings.moveAside(path, "\(error)") }
      }
    }
    return read
  }

  func put(_ versie: ZaaktypeVersie) throws(StoreError) {
    var versies = try all()
    // If writing fails it is not known which one is on the disk, so then the files are read again.
    known.withLock { $0 = nil }
    try storing { () throws(FileError) in
      try files.write(versie.json.bytes() + [0x0A], to: layout.zaaktype(versie.uuid), durably: true)
    }
    versies[versie.uuid] = versie
    known.withLock { [versies] in $0 = versies }
  }

  /// The names that rows show, by what they are the name of.
  static func names(_ versie: ZaaktypeVersie?) -> [Ref: String] {
    guard let versie else { return [:] }
    let names = [(versie.ref, versie.naam)] + versie.statustypen.map { ($0.ref, $0.value.omschrijving) }
    return Dictionary(names) { first, _ in first }
  }
}
