extension Fault {
  /// Reads `SOORT[=N]@[N[xKEER]][:[METHODE][/PAD]]`, the way in which `--fout` names a fault.
  ///
  /// `drop-na@3`, `status=503@2:POST/zaken`, `vertraging=250@1x10`; without `@` it is about the first request.
  public init?(_ text: String) {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let sides = halves[0].split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let words = sides[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let kind = Fault.kind(words[0], words.count == 2 ? words[1] : nil) else { return nil }
    var counts = (request: 1, times: 1)
    if sides.count == 2 {
      let parts = sides[1].split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
      guard (1...2).contains(parts.count), parts.allSatisfy({ $0 > 0 }) else { return nil }
      counts = (parts[0], parts.count == 2 ? parts[1] : 1)
    }
    var (method, path): (String?, String?) = (nil, nil)
    if halves.count == 2 {
      let target = halves[1]
      let slash = target.firstIndex(of: "/") ?? target.endIndex
      let name = String(target[..<slash]).uppercased()
      guard ["", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"].contains(name) else { return nil }
      method = name.isEmpty ? nil : name
      path = slash < target.endIndex ? String(target[slash...]) : nil
    }
    self.init(kind, onRequest: counts.request, times: counts.times, method: method, path: path)
  }

  private static func kind(_ word: String, _ value: String?) -> Kind? {
    if word == "weigert-token" { return .refusesToken(value ?? "jwt-expired") }
    let number = value.flatMap { Int($0) }
    guard value == nil || number != nil else { return nil }
    return switch (word, number) {
    case ("vertraging", let milliseconds?): .delay(milliseconds)
    case ("drop-voor", nil): .dropBefore
    case ("drop-na", nil): .dropAfterCommit
    case ("status", let code?) where (400...599).contains(code): .status(code)
    case ("status-na", let code?) where (400...599).contains(code): .statusAfterCommit(code)
    case ("half", nil): .truncatedBody
    case ("hang", nil): .hang
    default: nil
    }
  }

  /// What `--help` says about `--fout`.
  public static let help = """
    Wat er misgaat, als SOORT[=N][@N[xKEER]][:[METHODE][/PAD]]: bij het N-de verzoek dat past (KEER maal achtereen). \
    Soorten: vertraging=MS, drop-voor, drop-na, status=CODE, status-na=CODE, half, hang, \
    weigert-token[=CODE] (403, zonder code jwt-expired). PAD is het begin van het pad na /api/v1. \
    Bijvoorbeeld drop-na@3 of status=503@2:POST/zaken.
    """
}
