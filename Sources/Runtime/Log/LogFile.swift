import Foundation
import Logging
import Model
import Store
import Synchronization

/// The log of a profile: a line an event, without personal data, secrets or contents.
///
/// At 1 MB the file becomes `log.1`, in the place of an older one. A log that cannot be written is no reason to stop.
public final class LogFile: Sendable {
  /// Bytes.
  public static let largest = 1_000_000

  private let path: String
  private let files: any FileSystem
  private let now: @Sendable () -> Moment
  private let size: Mutex<Int>

  public init(folder: String, files: any FileSystem, now: @escaping @Sendable () -> Moment) {
    path = folder + "/log"
    self.files = files
    self.now = now
    try? files.makeFolder(folder)
    size = Mutex((try? files.stamp(path))??.size ?? 0)
  }

  public func logger(level: Logger.Level = .info) -> Logger {
    var logger = Logger(label: "zaaklijn") { [self] _ in LogFileHandler(file: self) }
    logger.logLevel = level
    return logger
  }

  fileprivate func write(_ level: Logger.Level, _ text: String) {
    let line = Array("\(now().text) \(level.rawValue) \(text)\n".utf8)
    size.withLock { size in
      if size + line.count > LogFile.largest {
        try? files.rename(path, to: path + ".1")
        size = 0
      }
      do throws(FileError) {
        try files.append(line, to: path)
        size += line.count
      } catch {
        // There is nowhere left to say it.
      }
    }
  }
}

private struct LogFileHandler: LogHandler {
  let file: LogFile
  var metadata: Logger.Metadata = [:]
  var logLevel: Logger.Level = .info

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
    let details = all.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    let text = details.isEmpty ? "\(event.message)" : "\(event.message) \(details)"
    file.write(event.level, text.replacing("\n", with: " "))
  }
}
