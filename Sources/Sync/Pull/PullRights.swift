import Model
import Store

/// Under these names the store keeps what sync learned of the server.
public enum ServerMeta {
  /// What this client may do (an `Applicatie`); absent where the server does not tell.
  public static let applicatie = "applicatie"
  /// How many seconds the server's clock is ahead of ours.
  public static let clockSkew = "klokverschil"
  /// True where the server has no notities.
  public static let withoutNotities = "geen-notities"
  /// True where the server hands out no numbers beforehand.
  public static let withoutNumbers = "geen-nummers"
}

extension PullEngine {
  /// Seconds; a smaller difference with what was kept is no news, for it differs a little with every answer.
  static let clockTolerance = 5

  /// Keeps whether the server has notities, so that the user is told beforehand.
  func keepNotities() throws(SyncError) {
    guard let has = reader.hasNotities else { return }
    try stored { () throws(StoreError) in try store.setMeta(ServerMeta.withoutNotities, has ? nil : true) }
  }

  /// Asks what this client may do; a server that keeps that hidden, or whose answer does not come, is no trouble.
  func rights() async throws(SyncError) {
    let applicatie: Applicatie?
    do throws(RemoteError) {
      applicatie = try await remote.applicatie()
    } catch {
      switch error {
      // Where the profile has no Autorisaties API the client says so by `.configuration`.
      case .forbidden, .notFound, .rejected, .configuration: applicatie = nil
      case .unreachable, .lost, .busy, .malformed, .foreignOrigin:
        return log.info("rechten niet gelezen", metadata: ["fout": "\(error.word)"])
      case .notSignedIn, .cancelled: throw .remote(error)
      }
    }
    try stored { () throws(StoreError) in try store.setMeta(ServerMeta.applicatie, applicatie?.json) }
    let skew = await remote.clockSkew
    guard abs(skew - (store.meta(ServerMeta.clockSkew)?.int ?? 0)) >= PullEngine.clockTolerance else { return }
    try stored { () throws(StoreError) in try store.setMeta(ServerMeta.clockSkew, .number(skew)) }
  }
}
