import App
import Foundation
import Logging
import Model
import Rules
import Runtime
import Screen
import Store
import Sync
import ZGW

/// A profile that is open: its store, its log and the way to its server.
struct Session {
  let profile: Profile
  let store: Store
  let log: Logger
  let sync: SyncSession
  let connect: SyncSession.Connect
  let language: Language

  init(_ common: Common, _ profile: Profile) throws {
    self.profile = profile
    language = common.spoken
    let files = common.files
    let state = common.places.stateFolder(profile.name)
    log = LogFile(folder: state, files: files, now: SystemClock.now).logger()
    do throws(StoreError) {
      store = try Store(folder: common.places.store(profile.name), files: files, log: log)
    } catch {
      throw Failure(ExitCode(error), error.description)
    }
    connect = Session.connector(profile, files, log)
    sync = SyncSession(
      store: store, werkset: profile.werkset, me: profile.userId, connect: connect,
      stand: SyncStand(folder: state, files: files), now: SystemClock.now, log: log)
  }

  private static func connector(
    _ profile: Profile, _ files: DiskFileSystem, _ log: Logger
  ) -> SyncSession.Connect {
    { () async throws(RemoteError) in
      let secret: String
      do throws(ConfigurationError) {
        secret = try await SecretReader(files: files).read(profile.secret)
      } catch {
        throw .configuration(error.description)
      }
      return try ZGWClient(try Connection(profile, secret: secret), log: log)
    }
  }

  /// Throws where a profile does not say enough, or something unsafe, of its server.
  static func check(_ profile: Profile) throws {
    do throws(RemoteError) {
      _ = try Connection(profile, secret: "geheim")
    } catch {
      throw Failure(.configuration, Sentences(.nl).of(error))
    }
  }

  /// The zaak that the user means.
  func find(_ reference: String) throws -> ShownDossier {
    let found = try stored { try store.find(reference) }
    switch found {
    case .one(let uuid): if let shown = try stored({ try store.shown(uuid) }) { return shown }
    case .none: break
    case .many(let rows): throw Failure(.badData, Listing.ambiguous(reference, rows))
    }
    throw Failure(
      .badData,
      "Geen zaak '\(TextWidth.cut(Nummer.masked(reference), to: 60))' op deze machine. "
        + "Zoek met `zaak lijst WOORD`, of haal op met `zaak sync`.")
  }

  func stored<Value>(_ use: () throws -> Value) throws -> Value {
    do {
      return try use()
    } catch let error as StoreError {
      throw Failure(ExitCode(error), error.description)
    }
  }
}

extension Connection {
  init(_ profile: Profile, secret: String) throws(RemoteError) {
    let roots: Roots
    switch profile.server {
    case .root(let root): roots = try Roots(server: root)
    case .roots(let given): roots = try Roots(given)
    }
    try self.init(
      roots: roots, clientId: profile.clientId, secret: Secret(secret), userId: profile.userId,
      userName: profile.userName,
      files: TLSFiles(
        ca: profile.caFile, clientCertificate: profile.clientCertificate, clientKey: profile.clientKey),
      clock: SystemClock.now)
  }
}
