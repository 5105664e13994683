import Logging
import Model
import Store

/// Keeps a small stock of zaaknummers, so that zaken made without a network have their number at once.
struct NumberStock: Sendable {
  /// Reserved when fewer are left than `least`, up to `most`: a number that is never used is lost to the server.
  static let least = 3
  static let most = 10

  let store: Store
  let remote: any Remote
  let log: Logger

  /// Trouble is only logged: a zaak without a reserved number gets one of its own making.
  ///
  /// - Parameter asksAgain: also a server that handed out none before
  func refill(asksAgain: Bool = false) async {
    guard asksAgain || store.meta(ServerMeta.withoutNumbers) != true else { return }
    let organisations = Set(store.zaaktypen().compactMap { $0.catalogus?.value.rsin }).filter { !$0.isEmpty }
    for organisation in organisations.sorted() {
      let left = store.numbersLeft(for: organisation)
      guard left < NumberStock.least else { continue }
      guard await reserve(NumberStock.most - left, for: organisation) else { return }
    }
  }

  /// False where it makes no sense to go on.
  private func reserve(_ count: Int, for organisation: String) async -> Bool {
    do throws(RemoteError) {
      let numbers = try await remote.reserveNumbers(for: organisation, count: count)
      do throws(StoreError) { try store.addNumbers(numbers, for: organisation) } catch {
        log.error("nummers niet bewaard: \(error)")
        return false
      }
      return true
    } catch {
      log.info("geen nummers gereserveerd", metadata: ["fout": "\(error.word)"])
      switch error {
      case .notFound, .forbidden, .rejected:
        do throws(StoreError) { try store.setMeta(ServerMeta.withoutNumbers, true) } catch {
          log.error("niet bewaard: \(error)")
        }
      case .unreachable, .lost, .busy, .notSignedIn, .malformed, .foreignOrigin, .configuration, .cancelled: break
      }
      return false
    }
  }
}
