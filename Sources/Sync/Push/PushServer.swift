import Model
import Store
import Synchronization

/// The server for the steps of one operation, with what they have to keep on the way.
final class PushServer: Sendable {
  let remote: any Remote
  let zaak: Ref
  /// For the server's audittrail.
  let reason: String?
  private let id: String
  private let store: Store
  private let now: @Sendable () -> Moment
  private let failure = Mutex<StoreError?>(nil)

  init(_ operation: Operation, remote: any Remote, store: Store, now: @escaping @Sendable () -> Moment) {
    self.remote = remote
    self.store = store
    self.now = now
    id = operation.id
    zaak = operation.zaak
    reason = operation.reason
  }

  /// What the disk refused; then nothing more was sent.
  var trouble: StoreError? { failure.withLock { $0 } }

  /// The lock that was taken for this operation, also before a crash.
  func ownLock(on document: Ref) -> String? { store.queue[id]?.locks[document.url] }

  /// Keeps the lock on the disk, so that after a crash it is known for our own.
  func keep(lock: String, on document: Ref) throws(RemoteError) {
    guard ownLock(on: document) ?? "" != lock else { return }
    try stored { () throws(StoreError) in
      try store.record([.locked(id: id, document: document, lock: lock, at: now())])
    }
  }

  /// A piece of a content, for sending.
  func part(of content: DocumentContent, from start: Int, size: Int) -> ContentPart {
    ContentPart(size: size) { [self] (offset, count) throws(RemoteError) in
      try stored { () throws(StoreError) in try store.content(content.sha256, at: start + offset, count: count) }
    }
  }

  func bytes(of content: DocumentContent) throws(RemoteError) -> [UInt8] {
    try stored { () throws(StoreError) in try store.content(content.sha256, at: 0, count: content.size) }
  }

  private func stored<Value>(_ work: () throws(StoreError) -> Value) throws(RemoteError) -> Value {
    do throws(StoreError) {
      return try work()
    } catch {
      failure.withLock { $0 = error }
      throw .cancelled
    }
  }
}
