import Model

/// A small stock of zaaknummers that the server reserved for us, so that a zaak made offline has its number at once.
extension Store {
  private static let stock = "nummers"

  /// How many are left for an organisation (its RSIN).
  public func numbersLeft(for bronorganisatie: String) -> Int {
    meta(Store.stock)?[bronorganisatie]?.array?.count ?? 0
  }

  /// Takes one out, for good; nil where there is none.
  ///
  /// That it is gone is on the disk when this returns, so that no two zaken get the same one.
  public func takeNumber(for bronorganisatie: String) throws(StoreError) -> String? {
    try changeMeta(Store.stock, durably: true) { stock in
      var all = stock?.object ?? [:]
      guard var numbers = all[bronorganisatie]?.array, !numbers.isEmpty else { return nil }
      let number = numbers.removeFirst().string
      all[bronorganisatie] = .array(numbers)
      stock = .object(all)
      return number
    }
  }

  public func addNumbers(_ numbers: [String], for bronorganisatie: String) throws(StoreError) {
    try changeMeta(Store.stock, durably: true) { stock in
      var all = stock?.object ?? [:]
      let known = all[bronorganisatie]?.array ?? []
      all[bronorganisatie] = .array(known + numbers.map { .string($0) }.filter { !known.contains($0) })
      stock = .object(all)
    }
  }
}
