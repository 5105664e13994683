import Foundation

import enum Model.JSON
import struct Model.JSONObject

@testable import Sandbox

/// The recorded exchanges and the dataset beside the project; absent in most checkouts.
enum Recordings {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("../shared/zgw/openzaak-1.30").standardizedFileURL

  static var dataset: URL { folder.appendingPathComponent("dataset") }

  static let areThere: Bool = {
    let there = FileManager.default.fileExists(atPath: dataset.path)
    if !there { print("Overgeslagen: ../shared/zgw is er niet.") }
    return there
  }()

  static func read(_ file: URL) throws -> JSON { try JSON(parsing: try Data(contentsOf: file)) }
}

/// One recorded request with its answer.
struct Exchange {
  let number: Int
  let name: String
  let method: String
  let path: String
  let headers: [String: String]
  let auth: String
  let body: JSON?
  let status: Int
  let answerHeaders: [String: String]
  let answer: JSON?

  /// Without what the recorder wrote into a body that it cut short.
  private static func withoutNotes(_ body: JSON) -> JSON {
    guard var object = body.object else { return body }
    object["_recorder"] = nil
    return .object(object)
  }

  static func all() throws -> [Exchange] {
    let folder = Recordings.folder.appendingPathComponent("exchanges")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try files.sorted().compactMap { file in
      let json = try Recordings.read(folder.appendingPathComponent(file))
      guard let request = json["request"], let response = json["response"] else { return nil }
      func headers(_ value: JSON?) -> [String: String] {
        Dictionary(
          (value?.object?.members ?? []).map { ($0.name.lowercased(), $0.value.string ?? "") }, uniquingKeysWith: { $1 }
        )
      }
      let body = request["body"]
      return Exchange(
        number: Int(file.prefix(3)) ?? 0, name: String(file.dropFirst(4).dropLast(5)),
        method: request["method"]?.string ?? "", path: request["path"]?.string ?? "",
        headers: headers(request["headers"]), auth: request["auth"]?.string ?? "",
        body: body?.isNull ?? true ? Optional.none : body, status: response["status"]?.int ?? 0,
        answerHeaders: headers(response["headers"]),
        answer: response["body"].flatMap { $0.isNull ? Optional.none : withoutNotes($0) })
    }
  }
}
