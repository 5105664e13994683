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
  let me: String?
  let connect: Connect
  let stand: SyncStand
  let now: @Sendable () -> Moment
  let log: Logger

  /// - Parameter me: the user's own identificatie as a medewerker, whose zaken come first
  public init(
    store: Store, werkset: Werkset, me: String? = nil, connect: @escaping Connect, stand: SyncStand,
    now: @escaping @Sendable () -> Moment, log: Logger
  ) {
    self.store = store
    self.werkset = werkset
    self.me = me
    self.connect = connect
    self.stand = stand
    self.now = now
    self.log = log
  }

  public var lastSync: Moment? { stand.read() }

  public func run(
    options: SyncOptions = SyncOptions(), _ progress: @escaping @Sendable (SyncProgress) -> Void
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
      store: store, remote: remote, werkset: werkset, me: me, options: options,
      checks: CheckFile(folder: stand.folder, files: stand.files), now: now, log: log)
    let report = await syncer.run(progress: progress)
    await remote.close()
    // What was only sent says nothing of how old the zaken here are.
    if report.trouble == nil, options.direction != .sendOnly { stand.write(now()) }
    return report
  }

  /// Reads one zaak anew; not to be called while a sync runs.
  public func refresh(_ uuid: String) async throws(SyncError) -> ZaakRefresh.Outcome {
    let remote: any Remote
    do throws(RemoteError) {
      remote = try await connect()
    } catch {
      throw .remote(error)
    }
    let outcome: Result<ZaakRefresh.Outcome, SyncError>
    do throws(SyncError) {
      outcome = .success(try await ZaakRefresh(store: store, remote: remote).run(uuid))
    } catch {
      outcome = .failure(error)
    }
    await remote.close()
    return try outcome.get()
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
