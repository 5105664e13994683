import Foundation
import Logging
import Synchronization

/// What was found not to be as it should, and the moving aside of files that do not parse.
final class Findings: Sendable {
  private let files: any FileSystem
  private let layout: Layout
  private let log: Logger
  private let found = Mutex<[Finding]>([])

  init(_ layout: Layout, files: any FileSystem, log: Logger) {
    self.files = files
    self.layout = layout
    self.log = log
  }

  var all: [Finding] { found.withLock { $0 } }

  func add(_ finding: Finding) {
    log.warning("\(finding)")
    found.withLock { $0.append(finding) }
  }

  /// Moves a file out of the way, so that sync fetches it again, and whoever wants can look at it.
  func moveAside(_ path: String, _ why: String) throws(FileError) {
    let name = layout.name(path).replacingOccurrences(of: "/", with: "-")
    let aside = "\(layout.aside)/\(Findings.timeStamp).\(name)"
    try files.makeFolder(layout.aside)
    try files.rename(path, to: aside)
    add(Finding(.damagedFile, layout.name(path), "onleesbaar (\(why)); bewaard in \(layout.name(aside))"))
  }

  /// Milliseconds since 1970, for names of files.
  static var timeStamp: String { String(Int(Date().timeIntervalSince1970 * 1000)) }
}
