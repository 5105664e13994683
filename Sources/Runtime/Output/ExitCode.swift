import Store
import Sync

/// How a command ends, by the numbers of sysexits.
public enum ExitCode: Int32, Sendable {
  case success = 0
  case usage = 64
  case badData = 65
  case unavailable = 69
  case io = 74
  /// Another Zaaklijn has the profile.
  case locked = 75
  case noRights = 77
  case configuration = 78

  public init(_ error: StoreError) {
    switch error {
    case .locked: self = .locked
    case .damaged, .tooNew: self = .badData
    case .noAccess, .diskFull, .io: self = .io
    }
  }

  public init(_ error: RemoteError) {
    switch error {
    case .unreachable, .lost, .busy, .cancelled: self = .unavailable
    case .notSignedIn, .forbidden: self = .noRights
    case .notFound, .rejected, .malformed, .foreignOrigin: self = .badData
    case .configuration: self = .configuration
    }
  }

  public init(_ error: SyncError) {
    switch error {
    case .remote(let error): self.init(error)
    case .store(let error): self.init(error)
    case .emptied: self = .badData
    }
  }
}
