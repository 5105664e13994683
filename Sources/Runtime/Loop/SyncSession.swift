import Logging
import Model
import Store
import Sync

/// Everything that a sync of one profile takes; remembers when the last one reached the server.
public struct SyncSession: Sendable {
  /// Makes the connection to the server; reads the secret, so it can fail by the configuration.
  public typealias Connect = @Sendable () async throws(RemoteError) -> any Remote

  let store: Store
  let werkset: Werkset
  let connect: Connect
  let stand: SyncStand
  let now: @Sendable () -> Moment
  let log: Logger

  public init(
    store: Store, werkset: Werkset, connect: @escaping Connect, stand: SyncStand, now: @escaping @Sendable () -> Moment,
    log: Logger
  ) {
    self.store = store
    self.werkset = werkset
    self.connect = connect
    self.stand = stand
    self.now = now
    self.log = log
  }

  public var lastSync: Moment? { stand.read() }

  /// - Parameter believesEmpty: the user says that a server that lists nothing at all means it
  public func run(
    believesEmpty: Bool = false, _ progress: @escaping @Sendable (SyncProgress) -> Void
  ) async -> SyncReport {
    let remote: any Remote
    do throws(RemoteError) {
      remote = try await connect()
    } catch {
      var report = SyncReport()
      report.trouble = .remote(error)
      return report
    }
    let syncer = Syncer(
      store: store, remote: remote, werkset: werkset, believesEmpty: believesEmpty, now: now, log: log)
    let report = await syncer.run(progress: progress)
    await remote.close()
    if report.trouble == nil { stand.write(now()) }
    return report
  }
}

/// When the last sync ended that reached the server, in a file of the state folder.
///
/// Not in the store: a sync that finds nothing new changes no file there. A file that cannot be read or written costs
/// no more than the time on the sync line.
public struct SyncStand: Sendable {
  let folder: String
  let files: any FileSystem

  public init(folder: String, files: any FileSystem) {
    self.folder = folder
    self.files = files
  }

  private var path: String { folder + "/stand" }

  func read() -> Moment? {
    guard let bytes = try? files.read(path) else { return nil }
    return Moment(String(decoding: bytes, as: UTF8.self))
  }

  func write(_ moment: Moment) {
    try? files.makeFolder(folder)
    _ = try? files.write(Array(moment.text.utf8), to: path, durably: false)
  }
}
