import Model
import Store
import Sync

/// When unchanged dossiers were last read again, in a file of the state folder: a line for each, `UUID moment`.
///
/// Not in the store: it changes with every sync. A file that cannot be read or written costs requests, no more.
struct CheckFile: CheckKeeper {
  let folder: String
  let files: any FileSystem

  private var path: String { folder + "/nagelezen" }
  /// In the place of a UUID: all dossiers.
  private static let all = "alle"

  func read() -> CheckMoments {
    var moments = CheckMoments()
    guard let bytes = try? files.read(path) else { return moments }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let moment = Moment(words[1]) else { continue }
      if words[0] == CheckFile.all {
        moments.all = moment
      } else if let uuid = Ref.uuid(String(words[0])) {
        moments.each[uuid] = moment
      }
    }
    return moments
  }

  func write(_ moments: CheckMoments) {
    var text = moments.all.map { "\(CheckFile.all) \($0.text)\n" } ?? ""
    for (uuid, moment) in moments.each.sorted(by: { $0.key < $1.key }) { text += "\(uuid) \(moment.text)\n" }
    try? files.makeFolder(folder)
    _ = try? files.write(Array(text.utf8), to: path, durably: false)
  }
}
