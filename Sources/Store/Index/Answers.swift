import Model

public enum FindResult: Sendable, Hashable {
  case one(uuid: String)
  case none
  /// The first of the zaken that it could be; never empty.
  case many([ZaakRow])
}

public struct StoreCounts: Sendable, Hashable {
  public let zaken, open: Int
  /// Operations that have not ended, by how they stand.
  public let waiting, unknown, rejected, conflict: Int

  public init(zaken: Int, open: Int, queue: OperationQueue) {
    self.zaken = zaken
    self.open = open
    var counts = [0, 0, 0, 0]
    for pending in queue.pending {
      switch pending.state {
      case .waiting: counts[0] += 1
      case .unknown: counts[1] += 1
      case .rejected: counts[2] += 1
      case .conflict: counts[3] += 1
      }
    }
    (waiting, unknown, rejected, conflict) = (counts[0], counts[1], counts[2], counts[3])
  }

  public var pending: Int { waiting + unknown + rejected + conflict }
}
