import Foundation
import Model

/// Why data could not be loaded.
public struct LoadError: Error, CustomStringConvertible {
  public let description: String
}

extension State {
  /// Fills the state with a folder of `<collectie>.jsonl` files (one resource a line, newest first) and `inhoud/<uuid>`.
  ///
  /// The links in the files may have any base; they get the base of this server. Links to what is in no file stay.
  mutating func load(folder: URL) throws(LoadError) {
    let manager = FileManager.default
    guard manager.fileExists(atPath: folder.path) else {
      throw LoadError(description: "De map \(folder.lastPathComponent) is er niet.")
    }
    for collection in Collection.allCases {
      let file = folder.appendingPathComponent("\(collection.rawValue).jsonl")
      guard let data = manager.contents(atPath: file.path) else { continue }
      try load(lines: data, into: collection)
    }
    let contentFolder = folder.appendingPathComponent("inhoud")
    for id in table(.enkelvoudiginformatieobjecten).order {
      guard let bytes = manager.contents(atPath: contentFolder.appendingPathComponent(id).path) else { continue }
      contents["\(id)/\(table(.enkelvoudiginformatieobjecten)[id]?["versie"]?.int ?? 1)"] = [UInt8](bytes)
    }
    complete()
  }

  private mutating func load(lines data: Data, into collection: Collection) throws(LoadError) {
    for (number, line) in data.split(separator: 0x0A).enumerated().reversed() {
      do throws(JSONError) {
        guard var row = try JSON(parsing: line).object, let link = row["url"]?.string,
          let mark = link.range(of: "/\(collection.component.path)/")
        else { continue }
        row["_expand"] = nil
        let origin = String(link[..<mark.lowerBound]) + "/"
        guard case .object(let moved) = rebase(.object(row), from: origin) else { continue }
        guard let id = self.id(of: moved.text("url")) else { continue }
        put(collection, id, moved)
      } catch {
        throw LoadError(description: "\(collection.rawValue).jsonl, regel \(number + 1): \(error.description)")
      }
    }
  }

  private func rebase(_ value: JSON, from origin: String) -> JSON {
    switch value {
    case .string(let text):
      return text.hasPrefix(origin) ? .string(base + text.dropFirst(origin.count)) : value
    case .array(let items): return .array(items.map { rebase($0, from: origin) })
    case .object(let object):
      return .object(JSONObject(object.members.map { ($0.name, rebase($0.value, from: origin)) }))
    case .null, .bool, .number: return value
    }
  }

  /// Adds what follows from the rows: the mirrors in other APIs, and the counters of numbers.
  mutating func complete() {
    for id in table(.zaakinformatieobjecten).order {
      guard let row = table(.zaakinformatieobjecten)[id] else { continue }
      complete(mirror: row.text("zaak"), "zaak", row.text("informatieobject"))
    }
    for id in table(.besluitinformatieobjecten).order {
      guard let row = table(.besluitinformatieobjecten)[id] else { continue }
      complete(mirror: row.text("besluit"), "besluit", row.text("informatieobject"))
    }
    for id in table(.besluiten).order {
      guard let row = table(.besluiten)[id], let zaak = find(.zaken, row["zaak"]?.string) else { continue }
      linkBesluit(row.text("url"), zaak.id)
    }
    for collection in [Collection.zaken, .enkelvoudiginformatieobjecten, .besluiten] {
      for id in table(collection).order { noteNumber(table(collection)[id]?.text("identificatie") ?? "") }
    }
  }

  private mutating func complete(mirror object: String, _ type: String, _ document: String) {
    let there = rows(.objectinformatieobjecten, "object", object).contains {
      $0.row.text("informatieobject") == document
    }
    if !there { mirror(object: object, type: type, informatieobject: document) }
  }

  /// The same data on another base.
  init(_ other: State, base: String) {
    self = other.on(base: base)
  }

  private func on(base: String) -> State {
    var moved = State(base: base, personality: personality)
    for collection in Collection.allCases {
      for id in table(collection).order {
        if let row = moved.rebased(table(collection)[id], from: self.base) { moved.put(collection, id, row) }
      }
    }
    for (link, lines) in trails {
      moved.trails[base + link.dropFirst(self.base.count)] = lines.map { moved.rebase($0, from: self.base) }
    }
    moved.versions = versions.mapValues { rows in rows.compactMap { moved.rebased($0, from: self.base) } }
    moved.contents = contents
    moved.counters = counters
    moved.random = random
    return moved
  }

  private func rebased(_ row: JSONObject?, from origin: String) -> JSONObject? {
    row.flatMap { rebase(.object($0), from: origin).object }
  }
}
