/// Runs `body` for each item, at most `limit` at once, in the order of the items.
///
/// The first error that `body` throws ends it: no more items are begun, the others under way are cancelled.
func forEach<Item: Sendable, Failure: Error>(
  _ items: [Item], atOnce limit: Int, _ body: @escaping @Sendable (Item) async throws(Failure) -> Void
) async throws(Failure) {
  let outcome: Result<Void, Failure> = await withTaskGroup(of: Result<Void, Failure>.self) { group in
    var rest = items[...]
    func begin() {
      guard let item = rest.popFirst() else { return }
      group.addTask {
        do throws(Failure) {
          try await body(item)
          return .success(())
        } catch {
          return .failure(error)
        }
      }
    }
    for _ in 0..<limit { begin() }
    var outcome: Result<Void, Failure> = .success(())
    while let result = await group.next() {
      guard case .success = outcome else { continue }
      switch result {
      case .success: begin()
      case .failure:
        outcome = result
        group.cancelAll()
      }
    }
    return outcome
  }
  try outcome.get()
}
