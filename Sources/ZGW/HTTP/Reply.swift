import Model

/// One answer over HTTP, before anything is made of it.
struct Reply: Sendable {
  let status: Int
  /// In the order of arrival.
  let headers: [(name: String, value: String)]
  let body: [UInt8]

  /// The first header of a name, in whatever case.
  subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The server's clock, to the second.
  var date: Moment? { self["Date"].flatMap(HTTPDate.moment) }
}

/// The date of an HTTP header (RFC 9110, 5.6.7).
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Sun, 22 Nov 2026 12:38:42 GMT`; the two older forms are not sent by anything in use.
  static func moment(_ text: String) -> Moment? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", parts[1].count == 2, parts[3].count == 4 else { return nil }
    guard let month = months.firstIndex(where: { $0 == parts[2] }) else { return nil }
    let digits = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
    return Moment("\(parts[3])-\(digits)-\(parts[1])T\(parts[4])Z")
  }
}
