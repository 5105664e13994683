import Logging
import Model
import Store

/// Reads one zaak anew, as when it is opened: what its body does not show is found here, and not by the list.
public struct ZaakRefresh: Sendable {
  public enum Outcome: Sendable, Hashable {
    /// Nothing was written.
    case unchanged
    case changed
    /// It is gone, or no longer ours to see; the offline copy went, and what the user did with it stays in the queue.
    case removed
  }

  let store: Store
  let remote: any Remote

  public init(store: Store, remote: any Remote) {
    self.store = store
    self.remote = remote
  }

  /// Must not run beside a sync: an answer from before a change of ours would overwrite what came after it.
  public func run(_ uuid: String) async throws(SyncError) -> Outcome {
    guard let old = try stored({ () throws(StoreError) in try store.dossier(uuid) }) else { return .unchanged }
    var new: Dossier
    do throws(RemoteError) {
      let zaak = try await remote.read(old.ref, as: ZaakFields.self)
      do throws(RemoteError) {
        new = try await DossierReader(remote: remote).read(zaak)
      } catch {
        // About a part, and not about the zaak: the next sync reads it.
        guard !error.hidesResource else { return .unchanged }
        throw error
      }
    } catch {
      guard error.hidesResource else { throw .remote(error) }
      try stored { () throws(StoreError) in try store.remove(uuid) }
      return .removed
    }
    if old.isComplete, !old.needsReading, new.saysTheSame(as: old) { return .unchanged }
    if PullPlan.saysTheSame(new.zaak.value, old.zaak.value) { new.zaak.value = old.zaak.value }
    return try stored { () throws(StoreError) in try store.put([new]) } == 0 ? .unchanged : .changed
  }

  private func stored<Answer>(_ use: () throws(StoreError) -> Answer) throws(SyncError) -> Answer {
    do throws(StoreError) {
      return try use()
    } catch {
      throw .store(error)
    }
  }
}
