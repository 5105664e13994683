import Dispatch
import Synchronization

/// The results of `work` for each item, in their order, made on all cores.
func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) -> Result
) -> [Result] {
  guard items.count > 8 else { return items.map(work) }
  let pieces = 8
  let size = (items.count + pieces - 1) / pieces
  let done = Mutex<[Int: [Result]]>([:])
  DispatchQueue.concurrentPerform(iterations: pieces) { piece in
    let part = items.dropFirst(piece * size).prefix(size).map(work)
    done.withLock { $0[piece] = part }
  }
  return done.withLock { done in (0..<pieces).flatMap { done[$0] ?? [] } }
}

/// Gives the results for each piece of the items in turn, while the next piece is already being made.
func pipeline<Item: Sendable, Result: Sendable, Failure: Error>(
  _ items: [Item], piece: Int, _ work: @escaping @Sendable (Item) -> Result,
  take: ([Result]) throws(Failure) -> Void
) throws(Failure) {
  let ready = Mutex<[Result]>([])
  let group = DispatchGroup()
  var start = 0
  func begin() {
    let part = Array(items.dropFirst(start).prefix(piece))
    start += part.count
    DispatchQueue.global().async(group: group) {
      let results = parallelMap(part, work)
      ready.withLock { $0 = results }
    }
  }
  defer { group.wait() }
  begin()
  while true {
    group.wait()
    let results = ready.withLock { $0 }
    let isLast = start >= items.count
    if !isLast { begin() }
    try take(results)
    if isLast { return }
  }
}
